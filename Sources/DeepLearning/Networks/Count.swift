import Algebra

/// A scalar formula in the making, so that `n * (c * k.squared + 1)` reads as it prints.
struct Count {
  let graph: Graph
  let node: Node

  init(_ graph: Graph, _ node: Node) {
    self.graph = graph
    self.node = node
  }

  init(_ graph: Graph, _ value: Int) {
    self.init(graph, graph.number(value))
  }

  var squared: Count { power(2) }

  /// Whether it is the number 0 as written.
  var isZero: Bool {
    guard case .number(let literal) = graph.operation(of: node) else { return false }
    return literal.value.isZero
  }

  func power(_ exponent: Int) -> Count {
    exponent == 1 ? self : join(.power, Count(graph, exponent))
  }

  static func + (left: Count, right: Count) -> Count { left.join(.add, right) }
  static func - (left: Count, right: Count) -> Count { left.join(.subtract, right) }
  static func * (left: Count, right: Count) -> Count { left.join(.multiply, right) }
  static func / (left: Count, right: Count) -> Count { left.join(.divide, right) }
  static func + (left: Count, right: Int) -> Count { left + Count(left.graph, right) }
  static func - (left: Count, right: Int) -> Count { left - Count(left.graph, right) }
  static func * (left: Int, right: Count) -> Count { Count(right.graph, left) * right }

  // Sizes are scalars, which fit under every sign.
  private func join(_ operation: Operation, _ other: Count) -> Count {
    Count(graph, graph.make(operation, [node, other.node], sort: .scalar))
  }
}

extension Count {
  /// A product that has one factor at least.
  static func product(_ first: Count, _ rest: [Count]...) -> Count {
    ([first] + rest.flatMap { $0 }).product ?? first
  }
}

extension [Count] {
  /// The product of the factors, equal neighbours as a power: 8·12²; nil without factors.
  var product: Count? {
    var factors: [(base: Count, exponent: Int)] = []
    for factor in self {
      if let last = factors.last, last.base.node == factor.node {
        factors[factors.count - 1].exponent += 1
      } else {
        factors.append((factor, 1))
      }
    }
    guard let first = factors.first else { return nil }
    return factors.dropFirst().reduce(first.base.power(first.exponent)) {
      $0 * $1.base.power($1.exponent)
    }
  }
}
