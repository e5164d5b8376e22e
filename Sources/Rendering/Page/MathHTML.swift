import Manuscripts
import Mathematics

/// Formulas as markup of the math writer.
enum MathHTML {
  static func inline(_ formula: Formula, tex: String) -> HTML {
    var bytes: [UInt8] = []
    formula.writeHTML(display: false, source: tex, into: &bytes)
    return .markup(bytes)
  }

  static func display(_ formula: Formula, tex: String? = nil, number: String? = nil) -> HTML {
    var bytes: [UInt8] = []
    formula.writeHTML(display: true, source: tex ?? formula.tex, number: number, into: &bytes)
    return .markup(bytes)
  }

  static func inline(_ math: Document.Math) -> HTML {
    switch math {
    case .formula(let formula, let tex): inline(formula, tex: tex)
    case .unreadable(let tex, let reason): error(tex, reason, isDisplay: false)
    }
  }

  /// A display of the author's, with its number and what it is referred to by.
  static func display(_ display: Document.Display) -> HTML {
    let html: HTML
    switch display.math {
    case .formula(let formula, let tex):
      html = self.display(formula, tex: tex, number: display.number)
    case .unreadable(let tex, let reason):
      html = .element(.div, [.class: "math-display"], error(tex, reason, isDisplay: true))
    }
    return display.id.map { .element(.div, [.id: $0], html) } ?? html
  }

  private static func error(_ tex: String, _ reason: String, isDisplay: Bool) -> HTML {
    .markup(Array(MathMarkup.error(source: tex, display: isDisplay, reason: reason).utf8))
  }
}
