/// What came of getting an image.
public enum ImageFile: Hashable, Sendable {
  /// All of the file.
  case bytes([UInt8])
  /// There is no such file.
  case missing
  /// The path leads out of the notebook's folder after all, by a symbolic link.
  case outside
  /// It has more than ``byteLimit`` bytes.
  case tooLarge
  /// It is there, but cannot be read.
  case unreadable

  /// The size of the largest image.
  public static let byteLimit = 8 << 20
}

/// The bytes of an image and their format, which they say themselves.
public struct ImageContent: Hashable, Sendable {
  /// A format that every browser shows.
  public enum Format: Hashable, Sendable {
    case png, jpeg, gif, webp, svg

    /// The name of the format on the web.
    public var mediaType: String {
      switch self {
      case .png: "image/png"
      case .jpeg: "image/jpeg"
      case .gif: "image/gif"
      case .webp: "image/webp"
      case .svg: "image/svg+xml"
      }
    }
  }

  /// The format.
  public let format: Format
  /// The whole file.
  public let bytes: [UInt8]

  /// The image in a file; nil for bytes that are none.
  public init?(_ bytes: [UInt8]) {
    guard let format = Format(of: bytes) else { return nil }
    self.format = format
    self.bytes = bytes
  }
}

extension ImageContent.Format {
  /// The format that a file starts like.
  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) {
      self = .gif
    } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      self = .webp
    } else if Self.isSVG(bytes[...]) {
      self = .svg
    } else {
      return nil
    }
  }

  /// Whether the first element of an XML file is `svg`.
  private static func isSVG(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while let byte = rest.first {
      if byte <= 0x20 {
        rest = rest.dropFirst()
      } else if rest.starts(with: "<!--".utf8) {
        rest = rest.dropFirst(4).behind("-->")
      } else if rest.starts(with: "<?".utf8) {
        rest = rest.dropFirst(2).behind("?>")
      } else if rest.starts(with: "<!DOCTYPE".utf8) {
        rest = rest.behind(">")
      } else {
        guard rest.starts(with: "<svg".utf8), let next = rest.dropFirst(4).first else {
          return false
        }
        return next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
      }
    }
    return false
  }
}

extension ArraySlice<UInt8> {
  /// What follows the next `mark`; nothing where there is none.
  fileprivate func behind(_ mark: StaticString) -> ArraySlice<UInt8> {
    let letters = Array(mark.description.utf8)
    var index = startIndex
    while index + letters.count <= endIndex {
      if self[index] == letters[0], self[index...].starts(with: letters) {
        return self[(index + letters.count)...]
      }
      index += 1
    }
    return []
  }
}
