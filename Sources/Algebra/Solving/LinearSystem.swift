/// A system of linear equations whose coefficients are quotients of polynomials in other names.
struct LinearSystem {
  let graph: Graph
  let unknowns: [Quantity.ID]
  var simplifier: Simplifier
  /// Coefficients in the order of the unknowns, then the right side.
  private var rows: [[PowerProduct]] = []
  private var nonzero: [Node] = []

  /// A system without equations.
  init(_ graph: Graph, unknowns: [Quantity.ID], budget: Budget) {
    self.graph = graph
    self.unknowns = unknowns
    simplifier = Simplifier(graph, budget: budget, choosesShortest: false)
  }

  /// Takes in the equations; false if one is not linear.
  mutating func read(_ differences: [Node]) throws(Exhausted) -> Bool {
    let names = unknowns.map(graph.name)
    for difference in differences {
      try simplifier.run(difference)
      let form = simplifier.form(of: difference)
      // A denominator without unknowns may be multiplied away.
      let above = PowerProduct(form.coefficient, form.powers.filter { $0.exponent > 0 })
      guard let polynomial = try simplifier.expanded(above) else { throw Exhausted() }
      for power in form.powers where !isFree(simplifier.table[power.factor], of: names) {
        if power.exponent < 0 { return false }
      }
      guard let row = row(polynomial, names) else { return false }
      rows.append(row)
    }
    return true
  }

  /// Eliminates, and reads off what the unknowns are.
  mutating func solve() throws(Exhausted) -> LinearSolution {
    let matrix = try nodes(rows)
    var pivots: [Int] = []
    for column in unknowns.indices where pivots.count < rows.count {
      guard let pivot = try pivotRow(column, from: pivots.count) else { continue }
      rows.swapAt(pivot, pivots.count)
      try eliminate(column, with: pivots.count)
      pivots.append(column)
    }
    let reduced = try nodes(rows)
    let isInconsistent = rows.dropFirst(pivots.count).contains { !($0.last?.isZero ?? true) }
    if isInconsistent {
      return LinearSolution(.inconsistent, matrix: matrix, reduced: reduced, nonzero: nonzero)
    }
    let free = unknowns.indices.filter { !pivots.contains($0) }
    var values: [LinearSolution.Value] = []
    for (position, column) in pivots.enumerated() {
      var terms = [rows[position][unknowns.count]]
      for other in free {
        let factor = simplifier.form(of: graph.name(unknowns[other]))
        let opposite = try simplifier.negated(rows[position][other])
        if let term = try simplifier.product(opposite, factor) { terms.append(term) }
      }
      let node = try simplifier.written(
        sum: simplifier.collected(terms), shape: .scalar)
      values.append(LinearSolution.Value(unknown: unknowns[column], node: node))
    }
    return LinearSolution(
      free.isEmpty ? .unique : .family, values: values, free: free.map { unknowns[$0] },
      matrix: matrix, reduced: reduced, nonzero: nonzero)
  }

  /// The coefficients of the unknowns and the right side; nil if it is not linear.
  private mutating func row(_ polynomial: Polynomial, _ names: [Node]) -> [PowerProduct]? {
    var rest = polynomial
    var row: [PowerProduct] = []
    for name in names {
      let parts = rest.coefficients(in: name)
      guard parts.keys.allSatisfy({ $0 <= 1 }) else { return nil }
      let coefficient = parts[1] ?? .zero
      guard isFree(.sum(coefficient), of: names) else { return nil }
      row.append(simplifier.product(of: coefficient))
      rest = parts[0] ?? .zero
    }
    guard isFree(.sum(rest), of: names) else { return nil }
    return row + [simplifier.product(of: -rest)]
  }

  /// Whether none of the names occurs, not even inside an atom.
  private func isFree(_ factor: Factor, of names: [Node]) -> Bool {
    factor.polynomial.atoms.allSatisfy { atom in
      !graph.postorder(of: atom).contains { names.contains($0) }
    }
  }

  /// A row whose coefficient is not zero: a number first, else one that is noted as a condition.
  private mutating func pivotRow(
    _ column: Int, from start: Int
  ) throws(Exhausted) -> Int? {
    let candidates = rows.indices.dropFirst(start).filter { !rows[$0][column].isZero }
    if let number = candidates.first(where: { rows[$0][column].number != nil }) { return number }
    guard let first = candidates.first else { return nil }
    if try !simplifier.sign(of: rows[first][column]).isNonzero {
      nonzero.append(try simplifier.written(rows[first][column], shape: .scalar))
    }
    return first
  }

  /// Divides the row by its pivot and takes it out of all others.
  private mutating func eliminate(_ column: Int, with pivot: Int) throws(Exhausted) {
    let divisor = rows[pivot][column]
    for position in rows[pivot].indices {
      rows[pivot][position] = try quotient(rows[pivot][position], divisor)
    }
    for other in rows.indices where other != pivot && !rows[other][column].isZero {
      let factor = try simplifier.negated(rows[other][column])
      for position in rows[other].indices {
        guard let product = try simplifier.product(factor, rows[pivot][position]),
          let sum = try simplifier.sum([rows[other][position], product])
        else { throw Exhausted() }
        rows[other][position] = sum
      }
    }
  }

  private mutating func quotient(
    _ left: PowerProduct, _ right: PowerProduct
  ) throws(Exhausted) -> PowerProduct {
    guard let result = try simplifier.product(left, right, power: -1) else { throw Exhausted() }
    return result
  }

  private mutating func nodes(_ rows: [[PowerProduct]]) throws(Exhausted) -> [[Node]] {
    var result: [[Node]] = []
    for row in rows {
      var nodes: [Node] = []
      for each in row { nodes.append(try simplifier.written(each, shape: .scalar)) }
      result.append(nodes)
    }
    return result
  }
}
