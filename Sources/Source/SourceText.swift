/// The bytes of one file and the name people know it by.
///
/// Lines end in LF, CRLF or CR, as in CommonMark, and count from 1. Offsets are bytes; a leading
/// byte order mark belongs to the bytes but to no line.
public struct SourceText: Sendable {
  /// A place as people write it, both numbers counting from 1.
  public struct Position: Hashable, Sendable {
    /// The line.
    public let line: Int
    /// The column, counting characters.
    public let column: Int

    /// A place.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The most bytes that are read: 64 MiB.
  public static let sizeLimit = 64 << 20

  /// What messages call it, such as `midsem.md` or `-`.
  public let name: String
  /// The whole file.
  public let bytes: [UInt8]
  /// The offset of the first byte of text: 3 behind a byte order mark.
  public let start: Int
  /// Why this is no text, if it is none: too large, not UTF-8, or with NUL characters.
  ///
  /// Nothing else is worth reporting about such a file; whoever reads it gets an empty document.
  public let problems: [Diagnostic]

  private let lineStarts: [UInt32]

  /// The text in `bytes`; look at ``problems`` before reading it.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count <= Self.sizeLimit else {
      // What nobody will read need not be kept.
      self.bytes = []
      lineStarts = [0]
      problems = [Diagnostic(.error, .tooLarge(bytes.count), at: Span(0, 0))]
      return
    }
    self.bytes = bytes
    lineStarts = Self.lineStarts(of: bytes, from: start)
    problems = Self.problems(of: bytes)
  }

  /// The text in `text`.
  public init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// How many lines there are; a line end at the very end starts one more, empty line.
  public var lineCount: Int { lineStarts.count }

  /// The line, from 1, that holds the byte at `offset`; its line end is part of it.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// The bytes of the line with this number, from 1, without its line end; empty for no line.
  public func span(ofLine line: Int) -> Span {
    guard line >= 1, line <= lineStarts.count else { return Span(bytes.count, bytes.count) }
    let first = Int(lineStarts[line - 1])
    guard line < lineStarts.count else { return Span(first, bytes.count) }
    var end = Int(lineStarts[line]) - 1
    if end > first, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    return Span(first, end)
  }

  /// The line and column of the byte at `offset`; behind the last byte is a place as well.
  public func position(at offset: Int) -> Position {
    let line = line(at: offset)
    let start = span(ofLine: line).start
    return Position(line: line, column: 1 + characterCount(in: Span(start, offset)))
  }

  /// The text of the line with this number, from 1, without its line end.
  public func text(ofLine line: Int) -> String {
    text(in: span(ofLine: line))
  }

  /// The text that `span` covers; what lies outside of the file is left out.
  public func text(in span: Span) -> String {
    String(decoding: bytes[clamped(span)], as: UTF8.self)
  }

  /// How many characters `span` covers, an incomplete one included.
  func characterCount(in span: Span) -> Int {
    let slice = bytes[clamped(span)]
    guard slice.contains(where: { $0 >= 0x80 }) else { return slice.count }
    return String(decoding: slice, as: UTF8.self).count
  }

  private func clamped(_ span: Span) -> Range<Int> {
    let low = min(max(span.start, 0), bytes.count)
    return low..<min(max(span.end, low), bytes.count)
  }

  private static func lineStarts(of bytes: [UInt8], from start: Int) -> [UInt32] {
    var starts = [UInt32(start)]
    var offset = start
    while let (line, next) = bytes.line(at: offset) {
      if next > line.end { starts.append(UInt32(next)) }
      offset = next
    }
    return starts
  }

  private static func problems(of bytes: [UInt8]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let range = error.byteOffsets
      found.append(
        Diagnostic(
          .error, .notUTF8(bytes[range.lowerBound]), at: Span(range.lowerBound, range.upperBound),
          hint: "save the file as UTF-8"))
    }
    if let offset = bytes.first(0, from: 0, to: bytes.count) {
      found.append(
        Diagnostic(.error, .nulCharacter, at: Span(offset, offset + 1), hint: "remove it"))
    }
    return found
  }
}

extension Diagnostic.Message {
  static func tooLarge(_ count: Int) -> Self {
    Self("file-too-large", "the file has \(count) bytes, \(SourceText.sizeLimit) are the limit")
  }

  static func notUTF8(_ byte: UInt8) -> Self {
    Self("not-utf8", "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8 text")
  }

  static let nulCharacter = Self("nul-character", "there is a NUL character in the text")
}
