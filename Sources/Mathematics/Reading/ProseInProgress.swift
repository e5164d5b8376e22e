/// The words of a text while they are being read.
struct ProseInProgress {
  private let font: Formula.Prose.Font
  private var pieces: [Formula.Prose.Piece] = []
  /// Words that are finished and belong to the next piece.
  private var words = ""
  /// Characters in which hyphens and quotes may still join.
  private var run = ""

  init(font: Formula.Prose.Font) {
    self.font = font
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    run.unicodeScalars.append(scalar)
  }

  /// A space; every second one of a run is lost, as in TeX.
  mutating func appendSpace() {
    let last = run.unicodeScalars.last ?? words.unicodeScalars.last
    if last != " " { run.unicodeScalars.append(" ") }
  }

  /// Characters that join with nothing.
  mutating func appendLiteral(_ text: String) {
    separate()
    words += text
  }

  mutating func append(_ formula: Formula) {
    endWords()
    pieces.append(.formula(formula))
  }

  mutating func append(_ prose: Formula.Prose) {
    endWords()
    pieces.append(.prose(prose))
  }

  /// Ends what hyphens and quotes may join with.
  mutating func separate() {
    words += font == .typewriter ? run : Self.joined(run)
    run = ""
  }

  mutating func finished() -> Formula.Prose {
    endWords()
    return Formula.Prose(font: font, pieces: pieces)
  }

  private mutating func endWords() {
    separate()
    if !words.isEmpty { pieces.append(.words(words)) }
    words = ""
  }

  /// The run with dashes and quotes for the characters that TeX writes them with.
  private static func joined(_ run: String) -> String {
    guard run.utf8.contains(where: { $0 == 0x2D || $0 == 0x27 || $0 == 0x60 }) else { return run }
    var joined = ""
    var hyphens = 0
    var quotes = 0
    func end() {
      joined += ["", "-", "–", "—"][min(3, hyphens)]
      if hyphens > 3 { joined += String(repeating: "-", count: hyphens - 3) }
      hyphens = 0
    }
    for scalar in run.unicodeScalars {
      if scalar == "-" {
        hyphens += 1
        quotes = 0
        continue
      }
      if hyphens > 0 { end() }
      switch scalar {
      case "'", "`":
        if quotes > 0, let last = joined.unicodeScalars.last, last == (scalar == "'" ? "’" : "‘") {
          joined.unicodeScalars.removeLast()
          joined += scalar == "'" ? "”" : "“"
          quotes = 0
        } else {
          joined += scalar == "'" ? "’" : "‘"
          quotes = 1
        }
      default:
        joined.unicodeScalars.append(scalar)
        quotes = 0
      }
    }
    if hyphens > 0 { end() }
    return joined
  }
}
