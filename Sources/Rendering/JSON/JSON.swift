import Algebra

/// A JSON document; objects keep the order of their members.
public indirect enum JSON: Hashable, Sendable {
  case null
  case truth(Bool)
  case integer(Int)
  /// Finite, or written as null.
  case number(Double)
  case text(String)
  case array([JSON])
  case object([Member])

  /// A named value of an object.
  public struct Member: Hashable, Sendable {
    let name: String
    let value: JSON

    /// A named value.
    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// An object of these members, those that are nil left out.
  public static func members(_ members: [(String, JSON?)]) -> JSON {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// The document as one line of UTF-8.
  public var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes
  }
}

/// Writes JSON into one growing buffer.
private struct JSONWriter {
  var bytes: [UInt8] = []

  /// Values nest no deeper than the language's limits allow, so recursion is bounded.
  mutating func write(_ json: JSON) {
    switch json {
    case .null: bytes += "null".utf8
    case .truth(let truth): bytes += (truth ? "true" : "false").utf8
    case .integer(let integer): bytes += String(integer).utf8
    case .number(let number):
      bytes += (number.isFinite ? roundTripText(number) : "null").utf8
    case .text(let text): write(text)
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (position, item) in items.enumerated() {
        if position > 0 { bytes += ", ".utf8 }
        write(item)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (position, member) in members.enumerated() {
        if position > 0 { bytes += ", ".utf8 }
        write(member.name)
        bytes += ": ".utf8
        write(member.value)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
