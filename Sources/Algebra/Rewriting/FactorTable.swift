/// What products are made of: atoms, and sums without content.
enum Factor: Hashable, Sendable {
  case atom(Node)
  case sum(Polynomial)

  /// As a polynomial.
  var polynomial: Polynomial {
    switch self {
    case .atom(let node): Polynomial(Monomial(node))
    case .sum(let polynomial): polynomial
    }
  }
}

/// Numbers the factors of one simplification in the order in which they turn up.
///
/// A sum and its opposite are one factor, in the direction that was seen first: 1 - q stays 1 - q.
struct FactorTable {
  /// In the order in which they turned up.
  private(set) var factors: [Factor] = []
  private var positions: [Factor: Int] = [:]

  subscript(position: Int) -> Factor { factors[position] }

  /// The position of an atom.
  mutating func position(of atom: Node) -> Int {
    position(of: .atom(atom))
  }

  /// The position of a sum without content, and whether the table has its opposite.
  mutating func position(ofSum sum: Polynomial) -> (position: Int, isOpposite: Bool) {
    if let position = positions[.sum(sum)] { return (position, false) }
    if let position = positions[.sum(-sum)] { return (position, true) }
    return (position(of: .sum(sum)), false)
  }

  private mutating func position(of factor: Factor) -> Int {
    if let position = positions[factor] { return position }
    factors.append(factor)
    positions[factor] = factors.count - 1
    return factors.count - 1
  }
}
