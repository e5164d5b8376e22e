import Source

/// What the parser of CommonMark reads instead of the author's file, line by line, and where every
/// byte of it came from.
///
/// Formulas, tables and other things that it must not see are replaced by placeholders, so offsets
/// differ from the file's; a replaced stretch may also hold line ends, so line numbers differ too.
struct MaskedBuffer {
  /// One line; offsets in the buffer but for `fileStart` and `fileEnd`.
  struct Line {
    let start: Int
    /// Behind the prefixes of containers and blanks.
    var content: Int
    let fileStart: Int
    /// Without the line end.
    var fileEnd: Int
  }

  /// A bullet that is written for what stands in the file at `range`.
  struct Bullet {
    let range: Range<Int>
    /// The offset in the file where it is said to stand.
    let place: Int
  }

  /// From this offset in the buffer on, up to the next place, bytes stand at `file` and behind.
  private struct Place {
    var buffer: Int
    let file: Int
  }

  /// Brackets the number of what was taken out.
  ///
  /// U+FDD0 and U+FDD1 are letters to the parser; where
  /// the author wrote one it is taken out itself, so none in this buffer's prose is the author's.
  static let opening: [UInt8] = [0xEF, 0xB7, 0x90]
  static let closing: [UInt8] = [0xEF, 0xB7, 0x91]

  private(set) var bytes: [UInt8] = []
  private(set) var lines: [Line] = []
  private var places: [Place] = []
  /// What stands in the file for the bullets of footnotes, by the start of its line.
  private var bullets: [Int: [Bullet]] = [:]
  private var distance = Int.min

  /// Makes room for `count` bytes.
  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count + 16)
  }

  /// Starts a line that starts in the file at `offset`.
  mutating func beginLine(at offset: Int) {
    lines.append(Line(start: bytes.count, content: bytes.count, fileStart: offset, fileEnd: offset))
    place(offset)
  }

  /// What is written next is content, no prefix.
  mutating func beginContent() {
    guard let last = lines.indices.last else { return }
    lines[last].content = bytes.count
  }

  /// Copies the bytes of the file at `start..<end`.
  mutating func copy(_ file: [UInt8], _ start: Int, _ end: Int) {
    guard start < end else { return }
    place(start)
    bytes.append(file.span.extracting(start..<end))
  }

  /// Copies what stands in front of a line's content: the prefixes of its containers.
  ///
  /// The definition of a footnote is the bullet of a list to the parser.
  mutating func copyPrefix(_ file: [UInt8], _ start: Int, _ end: Int) {
    guard !bullets.isEmpty, let bullets = bullets[start] else { return copy(file, start, end) }
    var copied = start
    for bullet in bullets where bullet.range.upperBound <= end {
      copy(file, copied, bullet.range.lowerBound)
      write(UInt8(ascii: "-"), at: bullet.place)
      for _ in 1..<BlockScanner.footnoteIndent { write(0x20, at: bullet.place) }
      copied = bullet.range.upperBound
    }
    copy(file, copied, end)
  }

  /// Notes that a bullet is to be written in the line that starts at `start`.
  mutating func put(_ bullet: Bullet, inLineAt start: Int) {
    bullets[start, default: []].append(bullet)
  }

  /// Writes a byte that is not in the file, at the offset `offset` there.
  mutating func write(_ byte: UInt8, at offset: Int) {
    place(offset)
    bytes.append(byte)
  }

  /// Writes the placeholder with this number for what stands in the file at `offset`.
  mutating func insert(_ number: Int, at offset: Int) {
    place(offset)
    bytes += Self.opening
    write(decimal: number)
    bytes += Self.closing
  }

  private mutating func write(decimal number: Int) {
    if number > 9 { write(decimal: number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Ends the line, whose end in the file is at `offset`.
  mutating func endLine(at offset: Int) {
    guard let last = lines.indices.last else { return }
    lines[last].fileEnd = offset
    place(offset)
    bytes.append(0x0A)
  }

  /// Notes that the last line ends later in the file than what was written of it.
  mutating func extendLastLine(to offset: Int) {
    guard let last = lines.indices.last else { return }
    lines[last].fileEnd = offset
  }

  /// Puts `other` behind this one.
  mutating func append(_ other: MaskedBuffer) {
    guard !bytes.isEmpty else {
      self = other
      return
    }
    let shift = bytes.count
    bytes += other.bytes
    places.reserveCapacity(places.count + other.places.count)
    for place in other.places {
      places.append(Place(buffer: place.buffer + shift, file: place.file))
    }
    lines.reserveCapacity(lines.count + other.lines.count)
    for line in other.lines {
      lines.append(
        Line(
          start: line.start + shift, content: line.content + shift, fileStart: line.fileStart,
          fileEnd: line.fileEnd))
    }
  }

  /// The offset in the file of the byte at `offset` of the buffer.
  func fileOffset(of offset: Int) -> Int {
    fileOffset(of: offset, behind: 0, before: places.count)
  }

  /// The same for the bytes from the first to the last of which ``placeCount(to:)`` counts `low` and
  /// `high` places.
  func fileOffset(of offset: Int, behind low: Int, before high: Int) -> Int {
    let count = placeCount(to: offset, from: max(low, 0), upTo: min(high, places.count))
    guard count > 0 else { return offset }
    return places[count - 1].file + offset - places[count - 1].buffer
  }

  /// How many places begin at or before the byte at `offset`.
  func placeCount(to offset: Int) -> Int {
    placeCount(to: offset, from: 0, upTo: places.count)
  }

  private func placeCount(to offset: Int, from low: Int, upTo high: Int) -> Int {
    var (low, high) = (low, high)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].buffer <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func place(_ file: Int) {
    let distance = file - bytes.count
    guard distance != self.distance else { return }
    self.distance = distance
    if let last = places.last, last.buffer == bytes.count { places.removeLast() }
    places.append(Place(buffer: bytes.count, file: file))
  }
}

extension [UInt8] {
  /// Whether some character could be mistaken for the bracket of a placeholder.
  var hasNoncharacters: Bool {
    var index = 0
    while let start = first(0xEF, from: index, to: count) {
      if at(start + 1) == 0xB7, (0x90...0x91).contains(at(start + 2)) { return true }
      index = start + 1
    }
    return false
  }
}
