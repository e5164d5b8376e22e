public import Algebra
public import Mathematics

/// Typesets numbers and tensors, rounded for display.
public struct NumberFormula {
  /// The digits to show of what does not end.
  public let rounding: Rounding
  /// Whether fractions are shown as decimals, as in tables.
  public let decimalsOnly: Bool

  /// Numbers rounded so.
  public init(_ rounding: Rounding, decimalsOnly: Bool = false) {
    self.rounding = rounding
    self.decimalsOnly = decimalsOnly
  }

  /// The formula of a number.
  public func formula(of number: Real) -> Formula {
    let shown = DisplayNumber(number, rounding: rounding, decimalsOnly: decimalsOnly)
    return signed(form(shown.form), negative: shown.negative)
  }

  /// The rounded decimal behind a fraction, `4.667` for 14/3; nil for what is shown otherwise.
  public func approximation(of number: Real) -> Formula? {
    // Only a fraction has one.
    guard !decimalsOnly, let value = number.rational, !value.isInteger else { return nil }
    let shown = DisplayNumber(number, rounding: rounding, decimalsOnly: decimalsOnly)
    return shown.approximation.map { signed(form($0), negative: shown.negative) }
  }

  /// Whether what is shown equals the number.
  public func isExact(_ number: Real) -> Bool {
    DisplayNumber.isExact(number, rounding: rounding, decimalsOnly: decimalsOnly)
  }

  /// Whether what is shown of every entry equals it.
  public func isExact(_ tensor: Tensor) -> Bool {
    (0..<tensor.count).allSatisfy { isExact(tensor[flat: $0]) }
  }

  /// A vector as a row in parentheses, a matrix in brackets, deeper tensors as nested matrices.
  public func formula(of tensor: Tensor) -> Formula {
    switch tensor.rank {
    case 0: return formula(of: tensor[flat: 0])
    case 1:
      var parts: [Formula] = []
      for position in 0..<tensor.count {
        if position > 0 { parts.append(.symbol(",")) }
        parts.append(formula(of: tensor[flat: position]))
      }
      return .fenced("(", .row(parts), ")")
    case 2:
      let rows = (0..<tensor.shape[0]).map { row in
        (0..<tensor.shape[1]).map { formula(of: tensor[flat: row * tensor.shape[1] + $0]) }
      }
      return .matrix(rows, fence: .brackets)
    default:
      let parts = (0..<tensor.shape[0]).map { [formula(of: tensor.row($0))] }
      return .matrix(parts, fence: .brackets)
    }
  }

  private func signed(_ formula: Formula, negative: Bool) -> Formula {
    negative ? .row([.symbol("-"), formula]) : formula
  }

  private func form(_ form: DisplayNumber.Form) -> Formula {
    switch form {
    case .integer(let digits), .decimal(let digits): .digits(digits)
    case .scientific("1", let exponent): power(of: exponent)
    case .scientific(let mantissa, let exponent):
      .row([.number(mantissa), .symbol("times"), power(of: exponent)])
    case .fraction(let numerator, let denominator):
      .fraction(.number(numerator), .number(denominator))
    case .infinity: .symbol("infty")
    case .undefined: .text("undefined")
    }
  }

  private func power(of exponent: Int) -> Formula {
    let digits = Formula.number(String(exponent.magnitude))
    return .scripts(
      .number("10"), sub: nil, sup: exponent < 0 ? .row([.symbol("-"), digits]) : digits)
  }
}
