/// Where an image stands, as its author wrote it, checked without looking at any disk.
enum ImagePath: Equatable {
  /// A path from the notebook's folder into it.
  case inside(String)
  /// An address on the web, or data.
  case url
  case absolute
  /// It holds a `..`.
  case outside
  /// It is empty, or holds control characters.
  case unusable

  /// Judges the destination of an image; `%20` stands for a space, as in any link.
  init(_ destination: String) {
    let bytes = Array(destination.utf8)
    if bytes.starts(with: "//".utf8) || Self.hasScheme(bytes) {
      self = .url
      return
    }
    guard let path = String(validating: Self.decoded(bytes), as: UTF8.self), !path.isEmpty,
      !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else {
      self = .unusable
      return
    }
    // A path of another system is none of ours either.
    let parts = path.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    if parts.first?.isEmpty == true || path.hasPrefix("~") {
      self = .absolute
    } else if parts.contains("..") {
      self = .outside
    } else {
      self = .inside(path)
    }
  }

  /// Whether it starts as `https:` does.
  private static func hasScheme(_ bytes: [UInt8]) -> Bool {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return false }
    return bytes[..<colon].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."), 0...0x20:
        true
      case _: false
      }
    }
  }

  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case _: nil
    }
  }
}
