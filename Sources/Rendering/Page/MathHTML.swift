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

  static func display(_ math: Document.Math, number: String? = nil) -> HTML {
    switch math {
    case .formula(let formula, let tex): display(formula, tex: tex, number: number)
    case .unreadable(let tex, let reason):
      .element(.div, [.class: "math-display"], error(tex, reason, isDisplay: true))
    }
  }

  private static func error(_ tex: String, _ reason: String, isDisplay: Bool) -> HTML {
    .markup(Array(MathMarkup.error(source: tex, display: isDisplay, reason: reason).utf8))
  }
}
