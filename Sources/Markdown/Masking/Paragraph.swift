import Source

/// The lines of a paragraph while it is open.
struct Paragraph {
  /// One line; offsets in the file.
  struct Line {
    let start: Int
    /// Behind the prefixes of containers and blanks.
    let content: Int
    var end: Int
    /// Whether its text would open one container too many and must not be interpreted.
    var isTooDeep = false
  }

  private(set) var lines: [Line] = []
  /// Whether it is the first block of an item and may start with a box to tick.
  var startsItem = false
  /// The index of the header, if its last lines are a table.
  var tableStart: Int?
  /// Whether its lines can be copied as they are: nothing in them could be a formula or a table.
  private(set) var isPlain = true
  private(set) var hasPipes = false

  mutating func add(_ line: Line, in bytes: [UInt8]) {
    lines.append(line)
    if line.isTooDeep { isPlain = false }
    let letters = bytes.span
    var (isPlain, hasPipes) = (isPlain, hasPipes)
    var index = line.content
    while index < line.end {
      let stop = min(index + 8, line.end)
      // Eight bytes at once as long as none of them matters.
      if stop == index + 8, unsafe !letters.bytes.word(at: index).mayHoldMore {
        index = stop
        continue
      }
      while index < stop {
        switch letters[index] {
        case UInt8(ascii: "$"), UInt8(ascii: "\\"), 0xEF: isPlain = false
        case UInt8(ascii: "|"): hasPipes = true
        case UInt8(ascii: "^")
        where index > line.content && letters[index - 1] == UInt8(ascii: "["):
          isPlain = false
        case _: break
        }
        index += 1
      }
    }
    (self.isPlain, self.hasPipes) = (isPlain, hasPipes)
  }

  /// Whether a link may be defined at its start, for all of the file.
  func mayDefineLinks(in bytes: [UInt8]) -> Bool {
    guard let first = lines.first, bytes.at(first.content) == UInt8(ascii: "[") else {
      return false
    }
    return lines.contains { line in
      var index = line.content
      while let bracket = bytes.first(UInt8(ascii: "]"), from: index, to: line.end) {
        if bytes.at(bracket + 1) == UInt8(ascii: ":") { return true }
        index = bracket + 1
      }
      return false
    }
  }
}

extension UInt64 {
  /// Whether one of eight bytes may start a formula, a footnote or a table.
  fileprivate var mayHoldMore: Bool {
    has(UInt8(ascii: "$")) || has(UInt8(ascii: "\\")) || has(UInt8(ascii: "|"))
      || has(UInt8(ascii: "^")) || has(0xEF)
  }
}

/// The text of some lines without the prefixes of containers, in one piece.
struct Content {
  private struct Start {
    let inner: Int
    let outer: Int
  }

  private(set) var bytes: [UInt8] = []
  private var starts: [Start] = []

  /// The content of `lines`, with LF between them.
  init(_ file: [UInt8], _ lines: some Collection<Paragraph.Line>) {
    starts.reserveCapacity(lines.count)
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.end - $1.content + 1 })
    for line in lines {
      if !starts.isEmpty { bytes.append(0x0A) }
      starts.append(Start(inner: bytes.count, outer: line.content))
      bytes += file[line.content..<line.end]
    }
  }

  /// The offset in the file of the byte at `offset`.
  func fileOffset(of offset: Int) -> Int {
    let start = starts[lineIndex(of: offset)]
    return start.outer + offset - start.inner
  }

  /// Where `range`, which is not empty, stands in the file.
  func span(of range: Range<Int>) -> Span {
    Span(fileOffset(of: range.lowerBound), fileOffset(of: range.upperBound - 1) + 1)
  }

  /// The bytes in `range`, which stand in `file`.
  func excerpt(_ range: Range<Int>, of file: [UInt8]) -> Excerpt {
    var index = range.lowerBound
    var line = lineIndex(of: index)
    let place = starts[line].outer + index - starts[line].inner
    guard line + 1 < starts.count, range.upperBound >= starts[line + 1].inner else {
      return Excerpt(bytes.text(range), at: place)
    }
    var builder = ExcerptBuilder(file, at: place)
    while index < range.upperBound {
      let lineEnd = line + 1 < starts.count ? starts[line + 1].inner - 1 : bytes.count
      let end = min(lineEnd, range.upperBound)
      let shift = starts[line].outer - starts[line].inner
      builder.add(index + shift, end + shift)
      if end < range.upperBound { builder.addLineEnd(at: end + shift) }
      index = end + 1
      line += 1
    }
    return builder.finished()
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].inner <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }
}
