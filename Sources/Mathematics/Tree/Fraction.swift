extension Formula {
  /// Two formulas one above the other.
  public struct Fraction: Hashable, Sendable {
    /// The part above.
    public let numerator: Formula
    /// The part below.
    public let denominator: Formula
    /// What surrounds and separates them.
    public let form: Form

    /// The rule, the size and the delimiters of a fraction.
    public struct Form: Hashable, Sendable {
      /// The delimiters, for a binomial coefficient `(` and `)`; `.` for none.
      public var open = Delimiter.none, close = Delimiter.none
      /// The thickness of the rule; `nil` for the usual one.
      public var thickness: Length?
      /// The style that both parts are set in; `nil` for the one that follows from the place.
      public var style: Style?
      /// Whether the fraction continues in its denominator, so that the parts stay large.
      public var isContinued = false

      static let plain = Form()
      static let display = Form(style: .display)
      static let text = Form(style: .text)
      static let continued = Form(style: .display, isContinued: true)
      static let atop = Form(thickness: .zero)
      static let binomial = Form(open: Delimiter("("), close: Delimiter(")"), thickness: .zero)
      static let displayBinomial = Form(
        open: Delimiter("("), close: Delimiter(")"), thickness: .zero, style: .display)
      static let textBinomial = Form(
        open: Delimiter("("), close: Delimiter(")"), thickness: .zero, style: .text)
      static let braces = Form(open: Delimiter("{"), close: Delimiter("}"), thickness: .zero)
      static let brackets = Form(open: Delimiter("["), close: Delimiter("]"), thickness: .zero)
    }
  }
}
