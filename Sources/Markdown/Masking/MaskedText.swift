import Source

/// A file prepared for the parser of CommonMark, and everything that was taken out of it.
struct MaskedText {
  /// What a placeholder stands for.
  enum Insertion {
    /// A formula as the piece of text that takes its place: that is moved there, never copied.
    case formula(Inline)
    /// The table with this number.
    case table(Int)
    /// A reference to the footnote with this label.
    case footnote(String, Span)
    case task(List.Item.Task, Span)
    /// What the parser is not to interpret.
    case verbatim(String, Span)
  }

  /// A table whose cells are yet to be read as running text.
  struct TablePlan {
    struct Cell {
      /// Which paragraph of ``cells`` it is; nil for an empty cell.
      let paragraph: Int?
      let span: Span
    }

    let alignments: [Table.Alignment]
    let header: [Cell]
    var rows: [[Cell]] = []
    var attributes = Attributes()
    var span: Span
  }

  /// Every cell as a paragraph of its own, two lines each; read in front of the rest.
  var cells = MaskedBuffer()
  var cellCount = 0
  var main = MaskedBuffer()
  /// The lines of ``main`` that the parser may start at, ascending: what stands above is over there.
  var cuts: [Int] = []
  /// Whether links may be defined somewhere, which hold above and below of it.
  var mayDefineLinks = false
  var insertions: [Insertion] = []
  var tables: [TablePlan] = []
  /// The attributes of the heading that starts on this line of ``main``.
  var attributes: [Int: Attributes] = [:]
  /// The line that underlines the heading that starts on this line of ``main``.
  var underlines: [Int: Int] = [:]
  /// The labels of the footnotes that start on this line of ``main``, outermost first.
  var footnotes: [Int: [FootnoteSyntax.Mark]] = [:]
  /// The lines of ``main`` that hold a comment which is not the author's.
  var separators: Set<Int> = []
  /// The code blocks and fenced formulas that start on this line of ``main``.
  var blocks: [Int: Block] = [:]
  /// Whether the author wrote the characters that bracket placeholders: what looks like one in code
  /// or raw HTML may be the author's then, in all likelihood is, and stays.
  var hasNoncharacters = false
  var diagnostics: [Diagnostic] = []

  /// Notes that a block starts here and that none is open.
  mutating func cut() {
    let last = cuts.last.map { main.lines[$0].start } ?? 0
    if main.bytes.count - last >= Self.pieceSize { cuts.append(main.lines.count) }
  }

  /// About how many bytes the parser gets at once: their tree fits into a processor's cache.
  static let pieceSize = 1 << 15

  /// Notes what was taken out and says which number its placeholder gets.
  mutating func number(_ insertion: Insertion) -> Int {
    insertions.append(insertion)
    return insertions.count - 1
  }
}
