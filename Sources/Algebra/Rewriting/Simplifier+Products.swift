extension Simplifier {
  /// The product of the first with a power of the second; the second is not 0 if the power is negative.
  mutating func product(
    _ left: PowerProduct, _ right: PowerProduct, power: Int = 1
  ) throws(Exhausted) -> PowerProduct? {
    try budget.charge(left.powers.count + right.powers.count + 1)
    guard let number = try numericPower(right.coefficient, power) else { return nil }
    var exponents = left.exponents
    for each in right.powers {
      let (scaled, overflow) = each.exponent.multipliedReportingOverflow(by: power)
      guard !overflow, scaled.magnitude < 1 << 31 else { return nil }
      exponents[each.factor, default: 0] += scaled
    }
    return try normalised(PowerProduct(left.coefficient * number, exponents: exponents))
  }

  /// `number` to an integer; nil where there is none or it is too large.
  func numericPower(_ number: Real, _ power: Int) throws(Exhausted) -> Real? {
    if power == 1 { return number }
    if number.isZero, power <= 0 { return power == 0 ? .one : nil }
    // Exact powers beyond this are better left as they are written.
    if case .exact(let value) = number, !value.magnitude.isOne, power.magnitude > 4096 {
      return nil
    }
    return try? number.power(Real(power))
  }

  /// The same product after atoms' own relations and common divisors of numerator and denominator.
  mutating func normalised(_ product: PowerProduct) throws(Exhausted) -> PowerProduct? {
    var current = product
    for _ in 0..<64 {
      guard let next = try related(current) else { break }
      current = next
    }
    return try divisorsCancelled(current)
  }

  /// One relation applied (`sqrt(u)^2` is `u`); nil if there is none to apply.
  private mutating func related(_ product: PowerProduct) throws(Exhausted) -> PowerProduct? {
    for power in product.powers {
      guard let relation = relations[power.factor] else { continue }
      var whole = power.exponent / relation.order
      if relation.value.singleFactor != nil, power.exponent < 0,
        power.exponent % relation.order != 0
      {
        whole -= 1
      }
      guard whole != 0, let number = try numericPower(relation.value.coefficient, whole) else {
        continue
      }
      try budget.charge(product.powers.count)
      if rule == nil { rule = .squareOfRoot }
      var exponents = product.exponents
      exponents[power.factor, default: 0] -= whole * relation.order
      for each in relation.value.powers {
        exponents[each.factor, default: 0] += each.exponent * whole
      }
      return PowerProduct(product.coefficient * number, exponents: exponents)
    }
    return nil
  }

  /// The same product without divisors that sums above and below have in common.
  private mutating func divisorsCancelled(
    _ product: PowerProduct
  ) throws(Exhausted) -> PowerProduct {
    var current = product
    search: while true {
      let sums = current.powers.filter { isSum($0.factor) }
      for above in sums where above.exponent > 0 {
        for below in sums where below.exponent < 0 {
          let pair = [above.factor, below.factor]
          guard !coprime.contains(pair) else { continue }
          let (high, low) = (table[pair[0]].polynomial, table[pair[1]].polynomial)
          let shared = try high.commonDivisor(with: low, &budget)
          guard !shared.isConstant, let upper = try high.divided(exactlyBy: shared, &budget),
            let lower = try low.divided(exactlyBy: shared, &budget)
          else {
            coprime.insert(pair)
            continue
          }
          var exponents = current.exponents
          exponents[above.factor] = nil
          exponents[below.factor] = nil
          var number = current.coefficient
          multiply(&number, &exponents, by: shared, above.exponent + below.exponent)
          multiply(&number, &exponents, by: upper, above.exponent)
          multiply(&number, &exponents, by: lower, below.exponent)
          rule = rule ?? .cancelFraction
          current = PowerProduct(number, exponents: exponents)
          continue search
        }
      }
      return current
    }
  }

  /// Multiplies a number and exponents by a power of a polynomial other than 0.
  mutating func multiply(
    _ number: inout Real, _ exponents: inout [Int: Int], by polynomial: Polynomial, _ power: Int
  ) {
    let (content, monomial, rest) = polynomial.content
    number = number * ((try? content.power(Real(power))) ?? .one)
    for each in monomial.powers {
      exponents[table.position(of: each.atom), default: 0] += each.exponent * power
    }
    guard !rest.isOne else { return }
    let (position, isOpposite) = table.position(ofSum: rest)
    exponents[position, default: 0] += power
    if isOpposite, power % 2 != 0 { number = -number }
  }

  /// A polynomial as a product: its content and one sum.
  mutating func product(of polynomial: Polynomial) -> PowerProduct {
    guard !polynomial.isZero else { return .zero }
    var (number, exponents): (Real, [Int: Int]) = (.one, [:])
    multiply(&number, &exponents, by: polynomial, 1)
    return PowerProduct(number, exponents: exponents)
  }

  /// Whether a factor is a sum.
  func isSum(_ factor: Int) -> Bool {
    switch table[factor] {
    case .sum: true
    case .atom: false
    }
  }
}
