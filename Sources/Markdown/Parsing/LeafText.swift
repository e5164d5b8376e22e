import Source

/// The text of one paragraph, heading or cell as the parser of CommonMark saw it, without the
/// prefixes of containers, and the way back to the file.
struct LeafText {
  private struct Start {
    let inner: Int
    let buffer: Int
  }

  let bytes: [UInt8]
  let start: Int
  let end: Int
  private var starts: [Start] = []
  private let buffer: MaskedBuffer
  /// The places of the buffer that begin at or before its first byte, and its last.
  private let firstPlace: Int
  private let lastPlace: Int

  /// The content of the lines `first...last` of `buffer`.
  init(_ buffer: MaskedBuffer, _ first: Int, _ last: Int) {
    self.buffer = buffer
    let lines = buffer.lines
    let last = min(max(first, last), lines.count - 1)
    guard first >= 0, first <= last else {
      (bytes, start, end) = ([], 0, 0)
      (firstPlace, lastPlace) = (0, .max)
      return
    }
    // Nearly all text stands in one piece in the buffer: nothing is copied then.
    // Only these are searched, again and again.
    firstPlace = buffer.placeCount(to: lines[first].start)
    lastPlace = buffer.placeCount(to: buffer.end(ofLine: last) + 1)
    let isOnePiece =
      first == last || lines[(first + 1)...last].allSatisfy { $0.content == $0.start }
    guard !isOnePiece else {
      (bytes, start, end) = (buffer.bytes, lines[first].content, buffer.end(ofLine: last))
      return
    }
    var joined: [UInt8] = []
    for number in first...last {
      if number > first { joined.append(0x0A) }
      starts.append(Start(inner: joined.count, buffer: lines[number].content))
      joined += buffer.bytes[lines[number].content..<buffer.end(ofLine: number)]
    }
    (bytes, start, end) = (joined, 0, joined.count)
  }

  /// Where the byte at `offset` stands in the file.
  func fileOffset(of offset: Int) -> Int {
    buffer.fileOffset(of: bufferOffset(of: offset), behind: firstPlace, before: lastPlace)
  }

  /// Where `start..<end` stands in the file.
  func span(_ start: Int, _ end: Int) -> Span {
    let first = fileOffset(of: start)
    return end > start ? Span(first, fileOffset(of: end - 1) + 1) : Span(first, first)
  }

  /// `text`, which stands at `start` with other line ends perhaps, but as many bytes.
  func excerpt(_ text: String, at start: Int) -> Excerpt {
    let count = text.utf8.count
    let first = fileOffset(of: start)
    guard count > 1, fileOffset(of: start + count - 1) != first + count - 1 else {
      return Excerpt(text, at: first)
    }
    let letters = Array(text.utf8)
    var excerpt = Excerpt("", at: first)
    var run = 0
    for index in 1...count {
      let isBreak =
        index == count
        || (letters[index] & 0xC0 != 0x80
          && fileOffset(of: start + index) != fileOffset(of: start + run) + index - run)
      guard isBreak else { continue }
      excerpt.append(letters.text(run..<index), at: fileOffset(of: start + run))
      run = index
    }
    return excerpt
  }

  private func bufferOffset(of offset: Int) -> Int {
    guard !starts.isEmpty else { return offset }
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].inner <= offset { low = middle + 1 } else { high = middle }
    }
    let start = starts[max(low - 1, 0)]
    return start.buffer + offset - start.inner
  }
}

extension MaskedBuffer {
  /// The offset of the line end of the line with this number.
  func end(ofLine number: Int) -> Int {
    (number + 1 < lines.count ? lines[number + 1].start : bytes.count) - 1
  }
}
