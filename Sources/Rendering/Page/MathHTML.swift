import Manuscripts
import Mathematics

/// Formulas as markup of the math writer.
enum MathHTML {
  static func inline(_ formula: Formula, tex: String) -> HTML {
    .formula(HTML.Typeset(formula: formula, tex: tex, isDisplay: false))
  }

  static func display(_ formula: Formula, tex: String? = nil, number: String? = nil) -> HTML {
    .formula(
      HTML.Typeset(formula: formula, tex: tex ?? formula.tex, isDisplay: true, number: number))
  }

  /// A formula as TeX with all macros expanded, in the delimiters that typesetters look for.
  static func source(of typeset: HTML.Typeset) -> HTML {
    let formula = typeset.formula.withNumbersInPlace
    guard typeset.isDisplay else {
      return .element(.span, [.class: "math-source"], .text("\\(\(formula.tex)\\)"))
    }
    let number = formula.tag == nil ? typeset.number : nil
    var tex = formula.tex
    if formula.isDisplayEnvironment {
      // An environment takes no number from outside.
      let shown = number.map { HTML.element(.span, [.class: "eqno"], .text($0)) }
      return .element(
        .div, [.class: "math-display math-source"], [.text(tex)] + (shown.map { [$0] } ?? []))
    }
    if let number { tex += "\\tag*{\(number)}" }
    return .element(.div, [.class: "math-display math-source"], .text("\\[\(tex)\\]"))
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
