import Figures
import Manuscripts
import Mathematics
import Workings

/// Writes worked solutions: sentences, displays, tables, figures, listings.
struct PassageHTML {
  /// How many figures the page has so far, for their ids.
  private(set) var figureCount = 0
  private let sentenceLanguage: String?

  /// `sentenceLanguage` is that of sentences where the page around them has another one.
  init(sentenceLanguage: String? = nil) {
    self.sentenceLanguage = sentenceLanguage
  }

  mutating func html(_ shown: Document.Shown, caption: [HTML]) -> HTML {
    switch shown.passage {
    case .sentence(let runs):
      return .element(.p, [.lang: sentenceLanguage], runs.map { Self.run($0) })
    case .display(let lines, let rule):
      let display = MathHTML.display(ChainLayout.formula(of: lines))
      guard let rule, !rule.isEmpty else { return display }
      return .element(
        .div, [.class: "ruled"],
        .element(.p, [.class: "rule", .lang: sentenceLanguage], .text(rule)), display)
    case .table(let grid): return GridHTML.html(grid, caption: caption)
    case .figure(let figure):
      return self.figure(figure, caption: caption, alternativeText: shown.alternativeText)
    case .listing(let language, let source):
      return Self.listing(source, language: language, caption: "", id: nil)
    case .verdict(let finding): return VerdictHTML.html(finding)
    }
  }

  static func run(_ run: Passage.Run) -> HTML {
    switch run {
    case .words(let words): .text(words)
    case .formula(let formula): MathHTML.inline(formula, tex: formula.tex)
    }
  }

  private mutating func figure(
    _ figure: Figure, caption: [HTML], alternativeText: String?
  ) -> HTML {
    figureCount += 1
    var figure = figure
    if let alternativeText { figure.alternativeText = alternativeText }
    let svg = SVGWriter(prefix: "figure-\(figureCount)", embedsStyle: false).text(of: figure)
    var words = caption
    if words.isEmpty, let label = figure.caption {
      words = label.runs.map { run in
        switch run.style {
        case .plain: .text(run.text)
        case .italic: .element(.em, [:], .text(run.text))
        case .subscripted: .element(.sub, [:], .text(run.text))
        case .superscripted: .element(.sup, [:], .text(run.text))
        }
      }
    }
    let drawing = HTML.element(.div, [.class: "scroll"], .markup(Array(svg.utf8)))
    guard !words.isEmpty else { return .element(.figure, [:], drawing) }
    return .element(.figure, [:], drawing, .element(.figcaption, [:], words))
  }

  /// Source code, in a box that scrolls.
  static func listing(_ source: String, language: String, caption: String, id: String?) -> HTML {
    let code = HTML.element(
      .pre, [:],
      .element(
        .code, [.class: language.isEmpty ? nil : "language-\(language)"], .text(source)))
    guard !caption.isEmpty || id != nil else { return code }
    return .element(
      .figure, [.class: "listing", .id: id],
      caption.isEmpty ? .text("") : .element(.figcaption, [:], .text(caption)), code)
  }
}
