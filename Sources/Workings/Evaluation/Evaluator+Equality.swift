import Algebra

extension Evaluator {
  /// Whether two values are the same; nil where neither normal forms nor points decide.
  public func areEqual(_ left: Value, _ right: Value) -> Bool? {
    if left.isExpression || right.isExpression {
      guard let a = graph.node(of: left), let b = graph.node(of: right) else { return false }
      return areEqual(a, b)
    }
    if case .number(let a) = left, case .number(let b) = right { return a.isEqual(to: b) }
    if case .tensor(let a) = left, case .tensor(let b) = right { return Evaluator.areEqual(a, b) }
    guard case .list(let a) = left, case .list(let b) = right else { return left == right }
    guard a.count == b.count else { return false }
    for (x, y) in zip(a, b) {
      guard let same = areEqual(x, y) else { return nil }
      if !same { return false }
    }
    return true
  }

  private func areEqual(_ left: Node, _ right: Node) -> Bool? {
    guard graph.shape(of: left) == graph.shape(of: right) else { return false }
    var budget = Budget(50_000)
    if let difference = try? graph.subtract(left, right) {
      let rest = graph.simplified(difference, knowing: facts, budget: &budget).result
      if graph.isZero(rest) { return true }
    }
    let sized = SizedExpressions(self).sized([left, right])
    return Probe(evaluator: self).areEqual(sized[0], sized[1])
  }
}

extension Graph {
  /// Whether a node is the number 0, or 0 in every entry.
  func isZero(_ node: Node) -> Bool {
    let operation = operation(of: node)
    if case .number(let literal) = operation { return literal.value.isZero }
    if case .constant(let tensor) = operation { return tensor.entries.allSatisfy { $0.isZero } }
    return operation == .spread && operands(of: node).allSatisfy { isZero($0) }
  }
}

/// Compares expressions at seeded points that respect what is assumed.
struct Probe {
  let evaluator: Evaluator
  /// What is drawn: many expressions have values for positive numbers only, and many differ only
  /// below zero or beyond a kink.
  private enum Range: CaseIterable {
    case positive, signed

    /// From 0.05 to 1.95, or twice as far on both sides of zero.
    func number(_ generator: inout SplitMix) -> Double {
      let part = Double(generator.next() % 1_000_000) / 1_000_000
      switch self {
      case .positive: return part * 1.9 + 0.05
      case .signed: return generator.next() % 2 == 0 ? part * 3.9 + 0.05 : -part * 3.9 - 0.05
      }
    }
  }
  /// Points a range that must agree, and points in all.
  private static let points = 5
  /// Draws a range.
  private static let tries = 60
  private static let tolerance = 1e-9

  /// Whether two expressions agree at every point where both have a value; nil without enough points.
  func areEqual(_ left: Node, _ right: Node) -> Bool? {
    let graph = evaluator.graph
    var symbols: [Quantity.ID] = []
    let order = graph.postorder(from: [left, right]) { node in
      guard case .name(let id) = graph.operation(of: node) else { return graph.operands(of: node) }
      if let definition = graph.definition(of: id) { return [definition] }
      symbols.append(id)
      return []
    }
    guard !order.isEmpty else { return nil }
    var generator = SplitMix(seed: 20_211_007)
    var agreed = 0
    for range in Range.allCases {
      var here = 0
      for _ in 0..<Probe.tries where here < Probe.points {
        guard let point = point(for: symbols, in: range, &generator) else { return nil }
        guard let same = agree(left, right, at: point) else { continue }
        if !same { return false }
        here += 1
      }
      agreed += here
    }
    return agreed >= Probe.points ? true : nil
  }

  /// Whether two expressions agree at one point; nil where a fact or one of them has no value.
  private func agree(_ left: Node, _ right: Node, at point: [Quantity.ID: Value]) -> Bool? {
    let there = evaluator.evaluator(overriding: point)
    guard holdFacts(there), let a = try? there.value(of: left),
      let b = try? there.value(of: right)
    else { return nil }
    return agree(a, b)
  }

  private func holdFacts(_ there: Evaluator) -> Bool {
    evaluator.facts.allSatisfy { fact in
      guard let value = try? there.value(of: fact.condition) else { return true }
      return value != .truth(false)
    }
  }

  private func point(
    for symbols: [Quantity.ID], in range: Range, _ generator: inout SplitMix
  ) -> [Quantity.ID: Value]? {
    var point: [Quantity.ID: Value] = [:]
    for id in symbols {
      let quantity = evaluator.graph[id]
      guard let count = quantity.sort.shape?.count, let shape = quantity.sort.shape?.known,
        count <= 10_000
      else { return nil }
      let isInteger = quantity.definition == .symbol(.integer)
      let entries = (0..<count).map { _ in
        isInteger
          ? Real(Int(generator.next() % 9) + 1) : Real.approximate(range.number(&generator))
      }
      point[id] =
        shape.isEmpty ? .number(entries[0]) : .tensor(Tensor(shape: shape, entries: entries))
    }
    return point
  }

  private func agree(_ a: Value, _ b: Value) -> Bool? {
    if case .number(let x) = a, case .number(let y) = b { return isClose(x.double, y.double) }
    guard case .tensor(let x) = a, case .tensor(let y) = b else { return nil }
    guard x.shape == y.shape else { return false }
    return zip(x.doubles, y.doubles).allSatisfy { isClose($0, $1) ?? true }
  }

  private func isClose(_ x: Double, _ y: Double) -> Bool? {
    guard x.isFinite, y.isFinite else { return nil }
    return abs(x - y) <= Probe.tolerance * max(1, abs(x), abs(y))
  }
}

/// A small generator with a seed of its own: the same points on every machine.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits (Steele, Lea and Flood, doi:10.1145/2660193.2660195).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
