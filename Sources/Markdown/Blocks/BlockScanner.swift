import Source

/// Goes over the lines of a file and prepares it for the parser of CommonMark.
///
/// Which lines are code, raw HTML or running text must be known before formulas are looked for, and
/// a displayed formula must be gone before its lines are mistaken for lists. So this follows the
/// block structure of CommonMark 0.30 line by line, but builds no tree: that stays the parser's.
/// Should the two ever disagree about a line, a formula is not found, and nothing else happens.
struct BlockScanner {
  /// The deepest nesting of quotes and items.
  static let nestingLimit = 256

  /// How far the lines of a footnote behind its first are indented.
  static let footnoteIndent = 4

  enum Container {
    case quote
    /// An item whose lines are indented by this many columns.
    case item(indent: Int, hasContent: Bool)
    /// A footnote's definition, whose lines are indented by ``footnoteIndent`` columns.
    case footnote
  }

  /// The block that takes the lines of the innermost container.
  enum Leaf {
    case none
    case paragraph
    /// What stands between the fences is in ``fence``.
    case fence
    /// The lines are in ``indented``.
    case indented
    case html(HTMLSyntax.BlockEnd)
  }

  let bytes: [UInt8]
  var text = MaskedText()
  var containers: [Container] = []
  var leaf = Leaf.none
  var fence: OpenFence?
  var indented: IndentedCode?
  var paragraph = Paragraph()
  /// Where the next line starts.
  private(set) var next: Int
  /// Openers of displayed formulas that have no closer before this offset.
  var hopeless: [DisplayMath.Kind: Int] = [:]
  var isTooDeep = false

  /// A scanner for the lines of `bytes` from the offset `start` on.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    next = start
  }

  /// The whole file, prepared.
  static func scan(_ bytes: [UInt8], from start: Int) -> MaskedText {
    var scanner = BlockScanner(bytes, from: start)
    scanner.text.hasNoncharacters = bytes.hasNoncharacters
    scanner.text.main.reserve(bytes.count - start)
    while let line = scanner.nextLine() { scanner.scan(line) }
    scanner.close(to: 0)
    return scanner.text
  }

  /// Goes on behind lines that were read ahead.
  mutating func skip(to offset: Int) {
    next = offset
  }

  private mutating func nextLine() -> Span? {
    guard let (line, next) = bytes.line(at: next) else { return nil }
    self.next = next
    return line
  }

  private mutating func scan(_ line: Span) {
    var cursor = LineCursor(bytes, from: line.start, to: line.end)
    let matched = matchContainers(&cursor)
    if matched == containers.count {
      if continueLeaf(cursor, line) { return }
    } else if case .paragraph = leaf {
      // What follows may be a lazy line of it.
    } else {
      close(to: matched)
    }
    var start = LineStart(cursor: cursor, matched: matched, line: line)
    if case .paragraph = leaf {
      start.mayBeLazy = true
      start.isInParagraph = matched == containers.count
    }
    while openBlock(&start) {}
    if !start.isDone { addText(start) }
  }

  /// How far a line has come in opening blocks.
  struct LineStart {
    var cursor: LineCursor
    /// The containers that the line belongs to for certain.
    var matched: Int
    let line: Span
    var mayBeLazy = false
    /// Whether a paragraph of the innermost matched container goes on unless interrupted.
    var isInParagraph = false
    var hasOpened = false
    /// Whether the whole line has been dealt with.
    var isDone = false
  }

  /// Moves over the prefixes of open containers and says how many of them the line has.
  func matchContainers(_ cursor: inout LineCursor) -> Int {
    for (number, container) in containers.enumerated() {
      switch container {
      case .quote:
        guard cursor.indent < 4, cursor.first == UInt8(ascii: ">") else { return number }
        cursor.advanceToText(andOver: 1)
        cursor.skipOneBlank()
      case .item(let indent, let hasContent):
        if cursor.indent >= indent, !cursor.isBlank || hasContent {
          cursor.advance(columns: indent)
        } else if cursor.isBlank, hasContent {
          cursor.advanceToText()
        } else {
          return number
        }
      case .footnote:
        if cursor.isBlank {
          cursor.advanceToText()
        } else if cursor.indent >= Self.footnoteIndent {
          cursor.advance(columns: Self.footnoteIndent)
        } else {
          return number
        }
      }
    }
    return containers.count
  }

  /// Gives the line to the open block; false when it is not (only) that block's.
  private mutating func continueLeaf(_ cursor: LineCursor, _ line: Span) -> Bool {
    switch leaf {
    case .none: return false
    case .paragraph: return false
    case .fence:
      continueFence(cursor, line)
      return true
    case .html(let kind):
      if kind == .blankLine, cursor.isBlank {
        leaf = .none
        return false
      }
      copyLine(line, content: cursor.offset)
      if HTMLSyntax.ends(kind, bytes, cursor.offset, cursor.end) { leaf = .none }
      return true
    case .indented:
      guard cursor.indent >= 4 || cursor.isBlank else {
        closeLeaf()
        return false
      }
      var cursor = cursor
      if cursor.indent >= 4 { cursor.advance(columns: 4) } else { cursor.advanceToText() }
      indented?.lines.add(cursor)
      copyLine(line, content: cursor.offset)
      return true
    }
  }

  /// Copies a line that holds no formulas.
  mutating func copyLine(_ line: Span, content: Int) {
    text.main.beginLine(at: line.start)
    text.main.copyPrefix(bytes, line.start, content)
    text.main.beginContent()
    text.main.copy(bytes, content, line.end)
    text.main.endLine(at: line.end)
  }

  /// Closes the open leaf and all containers but the first `count`.
  mutating func close(to count: Int) {
    closeLeaf()
    if count < containers.count { containers.removeLast(containers.count - count) }
  }

  /// Closes the block that takes lines, so that another may start.
  mutating func closeLeaf() {
    switch leaf {
    case .none, .html: break
    case .paragraph: writeParagraph()
    case .fence: finishFence(end: nil)
    case .indented: finishIndented()
    }
    leaf = .none
  }
}
