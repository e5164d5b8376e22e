extension Polynomial {
  /// The polynomial that times `divisor` gives this one; nil if there is none or a number is not exact.
  func divided(
    exactlyBy divisor: Polynomial, _ budget: inout Budget
  ) throws(Exhausted) -> Polynomial? {
    guard let lead = divisor.terms.first, isExact, divisor.isExact else { return nil }
    var (rest, quotient): (Polynomial, [Term]) = (self, [])
    while let first = rest.terms.first {
      guard let monomial = first.monomial.divided(by: lead.monomial),
        let last = rest.terms.last, let lowest = divisor.terms.last,
        !(last.monomial < lowest.monomial)
      else { return nil }
      let term = Term(monomial: monomial, coefficient: first.coefficient / lead.coefficient)
      quotient.append(term)
      rest = try rest.adding(
        divisor.multiplied(by: term), times: Real(-1), &budget)
    }
    return Polynomial(sorted: quotient)
  }

  /// The number and the monomial in front, and what is left: integers without a common divisor.
  ///
  /// The number takes the sign only when every coefficient is negative. An inexact coefficient keeps
  /// the number at 1.
  var content: (number: Real, monomial: Monomial, rest: Polynomial) {
    guard let first = terms.first else { return (.one, .one, self) }
    var monomial = first.monomial
    for term in terms.dropFirst() {
      if monomial.isOne { break }
      monomial = monomial.commonDivisor(with: term.monomial)
    }
    if terms.count == 1 { return (first.coefficient, monomial, .one) }
    let number = numericContent
    let rest = terms.compactMap { term in
      term.monomial.divided(by: monomial).map {
        Term(monomial: $0, coefficient: term.coefficient / number)
      }
    }
    return (number, monomial, Polynomial(sorted: rest))
  }

  /// The rational whose quotients are integers without a common divisor; negative if all are.
  private var numericContent: Real {
    var content = Rational.zero
    var allNegative = true
    for term in terms {
      allNegative = allNegative && term.coefficient.isNegative
      guard let value = term.coefficient.rational else { continue }
      content = Rational.greatestCommonDivisor(content, value)
    }
    guard isExact else { return allNegative ? Real(-1) : .one }
    return .exact(allNegative ? -content : content)
  }
}
