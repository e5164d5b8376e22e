/// Text taken out of a file in pieces, which still knows where every byte came from.
///
/// A fenced block inside a quote loses its `> ` prefixes, a table cell its `\|`; a diagnostic about
/// the text that remains must point into the author's file. Offsets count UTF-8 bytes.
public struct Excerpt: Hashable, Sendable {
  /// A stretch of the excerpt that is copied byte for byte from the file.
  private struct Piece: Hashable, Sendable {
    let inner: Int
    let outer: Int
  }

  /// What was taken out.
  public private(set) var text: String
  /// Where the first byte came from: nearly every excerpt is one piece and needs no array.
  private var origin: Int32
  /// The pieces behind the first, by ascending `inner`.
  private var pieces: [Piece] = []
  private var count: Int32

  /// An excerpt in one piece: `text` stands in the file at the offset `origin`, byte for byte.
  public init(_ text: String, at origin: Int) {
    self.text = text
    self.origin = Int32(clamping: origin)
    count = Int32(clamping: text.utf8.count)
  }

  /// Adds `more`, which stands in the file at the offset `origin`.
  ///
  /// Text that does not stand there literally (a line feed for a CRLF, the spaces of a tab) may be
  /// added too: what follows is placed by its own call.
  public mutating func append(_ more: String, at origin: Int) {
    let length = Int(count)
    if length == 0 {
      self.origin = Int32(clamping: origin)
    } else if offset(of: length) != origin {
      pieces.append(Piece(inner: length, outer: origin))
    }
    text += more
    count = Int32(clamping: length + more.utf8.count)
  }

  /// The offset in the file of the byte at `inner`, an offset in `text`.
  ///
  /// Logarithmic in the number of pieces. Offsets behind the end go on counting from the last piece.
  public func offset(of inner: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].inner <= inner { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return Int(origin) + inner }
    return pieces[low - 1].outer + inner - pieces[low - 1].inner
  }

  /// The span in the file of `span`, whose offsets count in `text`.
  public func span(of span: Span) -> Span {
    let start = offset(of: span.start)
    // The last byte is mapped, not the end: the end may already belong to the next piece.
    return span.end > span.start ? Span(start, offset(of: span.end - 1) + 1) : Span(start, start)
  }

  /// Where the whole excerpt stands in the file, what lies between its pieces included.
  public var span: Span { span(of: Span(0, Int(count))) }

  /// The same text, standing `distance` bytes later in the file.
  public func shifted(by distance: Int) -> Excerpt {
    var moved = self
    moved.origin = Int32(clamping: Int(origin) + distance)
    moved.pieces = pieces.map { Piece(inner: $0.inner, outer: $0.outer + distance) }
    return moved
  }

  /// The finding about `text` as a finding about the file.
  public func relocated(_ diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.relocated(by: offset)
  }

  /// The excerpt `inner` of ``text`` as an excerpt of the file.
  public func relocated(_ inner: Excerpt) -> Excerpt {
    let letters = Array(inner.text.utf8)
    var moved = Excerpt("", at: offset(of: inner.offset(of: 0)))
    var run = 0
    func place(_ index: Int) -> Int { offset(of: inner.offset(of: index)) }
    for index in letters.indices.dropFirst() {
      // A piece never starts inside a character.
      guard letters[index] & 0xC0 != 0x80, place(index) != place(run) + index - run else {
        continue
      }
      moved.append(String(decoding: letters[run..<index], as: UTF8.self), at: place(run))
      run = index
    }
    moved.append(String(decoding: letters[run...], as: UTF8.self), at: place(run))
    return moved
  }
}
