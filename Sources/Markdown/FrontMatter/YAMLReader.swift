import Source

/// Makes values from the events of libyaml, and finds the bytes that they stand at.
///
/// Refused are what could blow up or mean more than it says: anchors, aliases, tags, keys that are
/// not scalars, keys given twice, and nesting over 32.
struct YAMLReader {
  static let nestingLimit = 32

  private enum Frame {
    case sequence([YAML], start: Int)
    case mapping([YAML.Entry], key: YAML.Scalar?, known: [String: Span], start: Int)
  }

  private let file: [UInt8]
  /// The offsets in the file of the characters; empty if every character is one byte.
  private var characterOffsets: [Int] = []
  private let start: Int
  private let end: Int
  private var frames: [Frame] = []
  private var root: YAML?
  private(set) var diagnostics: [Diagnostic] = []

  /// A reader of the YAML in `span` of `file`.
  init(_ file: [UInt8], _ span: Span) {
    self.file = file
    start = span.start
    end = span.end
    let bytes = file[start..<end]
    if bytes.contains(where: { $0 >= 0x80 }) {
      characterOffsets = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
    }
  }

  /// The value; nil when nothing stands there or it could not be read, which is a diagnostic.
  mutating func read() -> YAML? {
    let found = YAMLEvents(Array(file[start..<end]), nestingLimit: Self.nestingLimit)
    var depth = 0
    for event in found.events {
      let span = Span(offset(event.start), offset(event.end))
      switch event.kind {
      case .sequence, .mapping:
        depth += 1
        if depth > Self.nestingLimit {
          report(.nestedTooDeeply, span, "at most \(Self.nestingLimit) levels fit")
          return nil
        }
      case .end: depth -= 1
      case .alias:
        report(.aliased, span, "write the value again")
        return nil
      case .scalar: break
      }
      if event.isMarked {
        report(.marked, Span(span.start, span.start + 1), "take the '&name' or '!tag' away")
        return nil
      }
      take(event, span)
    }
    if let failure = found.failure {
      let place = min(offset(failure.offset), max(start, end - 1))
      report(.notYAML(failure.problem), Span(place, place + 1), nil)
      return nil
    }
    return root
  }

  private mutating func take(_ event: YAMLEvents.Event, _ span: Span) {
    switch event.kind {
    case .scalar(let text, let style): add(.scalar(scalar(text, style, span)))
    case .sequence: frames.append(.sequence([], start: span.start))
    case .mapping: frames.append(.mapping([], key: nil, known: [:], start: span.start))
    case .alias: break
    case .end:
      switch frames.popLast() {
      case .sequence(let items, let start):
        add(.sequence(items, self.span(from: start, closedBy: "]", span, items.last)))
      case .mapping(let entries, _, _, let start):
        add(.mapping(entries, self.span(from: start, closedBy: "}", span, entries.last?.value)))
      case nil: break
      }
    }
  }

  /// Where a collection stands; without brackets it ends where its last value does, though libyaml
  /// says that it ends where the next thing starts.
  private func span(
    from start: Int, closedBy bracket: Unicode.Scalar, _ end: Span, _ last: YAML?
  ) -> Span {
    let isFlow = end.end > end.start && file.at(end.end - 1) == UInt8(ascii: bracket)
    return Span(start, isFlow ? end.end : last?.span.end ?? start)
  }

  private mutating func add(_ value: YAML) {
    switch frames.popLast() {
    case nil: root = value
    case .sequence(var items, let start):
      items.append(value)
      frames.append(.sequence(items, start: start))
    case .mapping(var entries, let key, var known, let start):
      guard let key else {
        frames.append(
          .mapping(entries, key: newKey(value, &known), known: known, start: start))
        return
      }
      if known[key.text] == key.span { entries.append(YAML.Entry(key: key, value: value)) }
      frames.append(.mapping(entries, key: nil, known: known, start: start))
    }
  }

  private mutating func newKey(_ value: YAML, _ known: inout [String: Span]) -> YAML.Scalar {
    guard case .scalar(let key) = value else {
      report(.notAKey, value.span, "a key is a word or a quoted text")
      return YAML.Scalar(Excerpt("", at: value.span.start), isQuoted: false, span: value.span)
    }
    if let first = known[key.text] {
      diagnostics.append(
        Diagnostic(
          .error, .secondKey(key.text), at: key.span, notes: [.init("the first is here", at: first)]
        ))
    } else {
      known[key.text] = key.span
    }
    return key
  }

  private func scalar(_ text: String, _ style: YAMLEvents.Style, _ span: Span) -> YAML.Scalar {
    let letters = Array(text.utf8)
    let excerpt: Excerpt
    var span = span
    switch style {
    case .plain: excerpt = literal(letters, from: span.start, style)
    case .single, .double: excerpt = literal(letters, from: span.start + 1, style)
    case .block:
      let last = file.trimmingWhitespace(from: span.start, to: span.end)
      span = Span(span.start, last)
      excerpt = block(text, span)
    }
    return YAML.Scalar(excerpt, isQuoted: style != .plain, span: span)
  }

  /// `letters` with their places as long as they stand in the file from `start` on, escapes aside.
  private func literal(_ letters: [UInt8], from start: Int, _ style: YAMLEvents.Style) -> Excerpt {
    var excerpt = ExcerptBuilder(file, at: start)
    var place = start
    var index = 0
    while index < letters.count {
      let byte = file.at(place)
      if style == .double, byte == UInt8(ascii: "\\") {
        let next = index + letters.scalarLength(at: index)
        excerpt.add(letters.text(index..<next), at: place)
        index = next
        place += escapeLength(at: place)
      } else if style == .single, byte == UInt8(ascii: "'"), letters[index] == byte {
        excerpt.add(place, place + 1)
        index += 1
        place += 2
      } else if byte == letters[index] {
        excerpt.add(place, place + 1)
        index += 1
        place += 1
      } else {
        // Folded lines: close enough for a message.
        excerpt.add(letters.text(index..<letters.count), at: place)
        break
      }
    }
    return excerpt.finished()
  }

  private func escapeLength(at place: Int) -> Int {
    switch file.at(place + 1) {
    case UInt8(ascii: "x"): 4
    case UInt8(ascii: "u"): 6
    case UInt8(ascii: "U"): 10
    case _: 2
    }
  }

  /// The lines of a `|` or `>` block, each where it stands.
  private func block(_ text: String, _ span: Span) -> Excerpt {
    var excerpt = Excerpt("", at: span.start)
    var place = span.start
    func skipLine() {
      while place < span.end, file[place] != 0x0A { place += 1 }
      place = min(place + 1, span.end)
    }
    skipLine()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var lineEnd = place
      while lineEnd < file.count, !file[lineEnd].isLineEnd { lineEnd += 1 }
      let first = lineEnd - line.utf8.count
      let isHere = first >= place && file[first..<lineEnd].elementsEqual(line.utf8)
      if !excerpt.text.isEmpty { excerpt.append("\n", at: place > span.start ? place - 1 : place) }
      excerpt.append(String(line), at: isHere ? first : place)
      skipLine()
    }
    return excerpt
  }

  private func offset(_ character: Int) -> Int {
    guard !characterOffsets.isEmpty else { return min(start + character, end) }
    return character < characterOffsets.count ? characterOffsets[character] : end
  }

  private mutating func report(_ message: Diagnostic.Message, _ span: Span, _ hint: String?) {
    diagnostics.append(Diagnostic(.error, message, at: span, hint: hint))
  }
}

extension [UInt8] {
  fileprivate func scalarLength(at index: Int) -> Int {
    var end = index + 1
    while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
    return end - index
  }
}

extension Diagnostic.Message {
  static let aliased = Self("front-matter", "aliases are not allowed here")
  static let marked = Self("front-matter", "anchors and tags are not allowed here")
  static let notAKey = Self("front-matter", "this cannot be a key")

  static func notYAML(_ problem: String) -> Self {
    Self("front-matter", "this is not YAML: \(problem)")
  }

  static func secondKey(_ key: String) -> Self {
    Self("front-matter", "'\(key)' is given twice")
  }
}
