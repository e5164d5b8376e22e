/// A product of positive powers of atoms, such as x²y; 1 without any.
struct Monomial: Hashable, Sendable {
  /// An atom and how often it is multiplied.
  struct Power: Hashable, Sendable {
    let atom: Node
    let exponent: Int
  }

  /// By atom, in the order in which the atoms were made; exponents are positive.
  let powers: [Power]
  /// The sum of the exponents.
  let degree: Int

  /// The empty product.
  static let one = Monomial([])

  /// A product of powers that are sorted by atom.
  init(_ powers: [Power]) {
    self.powers = powers
    degree = powers.reduce(0) { $0 + $1.exponent }
  }

  /// A power of one atom.
  init(_ atom: Node, _ exponent: Int = 1) {
    self.init(exponent == 0 ? [] : [Power(atom: atom, exponent: exponent)])
  }

  /// Whether it is the empty product.
  var isOne: Bool { powers.isEmpty }

  /// How often `atom` is multiplied.
  func exponent(of atom: Node) -> Int {
    powers.first { $0.atom == atom }?.exponent ?? 0
  }

  /// The same without `atom`.
  func without(_ atom: Node) -> Monomial {
    Monomial(powers.filter { $0.atom != atom })
  }

  static func * (left: Monomial, right: Monomial) -> Monomial {
    if left.isOne { return right }
    if right.isOne { return left }
    return Monomial(merged(left.powers, right.powers) { $0 + $1 })
  }

  /// The monomial that times `divisor` gives this one; nil if there is none.
  func divided(by divisor: Monomial) -> Monomial? {
    guard divisor.degree <= degree else { return nil }
    let quotient = Monomial.merged(powers, divisor.powers) { $0 - $1 }
    return quotient.allSatisfy { $0.exponent > 0 } ? Monomial(quotient) : nil
  }

  /// The largest monomial that divides both.
  func commonDivisor(with other: Monomial) -> Monomial {
    Monomial(
      powers.compactMap { power in
        let exponent = min(power.exponent, other.exponent(of: power.atom))
        return exponent > 0 ? Power(atom: power.atom, exponent: exponent) : nil
      })
  }

  /// Both lists of powers in one, without exponents that come out as 0.
  private static func merged(
    _ left: [Power], _ right: [Power], _ combine: (Int, Int) -> Int
  ) -> [Power] {
    var result: [Power] = []
    var (i, j) = (0, 0)
    func keep(_ atom: Node, _ exponent: Int) {
      if exponent != 0 { result.append(Power(atom: atom, exponent: exponent)) }
    }
    while i < left.count || j < right.count {
      if j == right.count || (i < left.count && left[i].atom < right[j].atom) {
        keep(left[i].atom, combine(left[i].exponent, 0))
        i += 1
      } else if i == left.count || right[j].atom < left[i].atom {
        keep(right[j].atom, combine(0, right[j].exponent))
        j += 1
      } else {
        keep(left[i].atom, combine(left[i].exponent, right[j].exponent))
        (i, j) = (i + 1, j + 1)
      }
    }
    return result
  }
}

extension Monomial: Comparable {
  /// By degree, then lexicographically, where the atom that was made first counts most.
  static func < (left: Monomial, right: Monomial) -> Bool {
    if left.degree != right.degree { return left.degree < right.degree }
    for (a, b) in zip(left.powers, right.powers) where a != b {
      return a.atom == b.atom ? a.exponent < b.exponent : a.atom > b.atom
    }
    return false
  }
}
