import Algebra
import Workings

/// What the argument of a function must be for the function to have a value.
enum InverseFunction {
  /// The argument is one of these.
  case arguments([Node])
  /// The argument is one of these, or a whole multiple of the period away from one.
  case periodic([Node], period: Node)
  /// No real argument gives the value, and why: "is always positive".
  case never(String)

  /// The arguments for which a function has a value; nil where it cannot be undone there.
  ///
  /// - Parameters:
  ///   - function: Any function of one number.
  ///   - value: What it is to be, without the unknown.
  ///   - evaluator: Works out how large that is.
  /// - Throws: What working out the value throws.
  init?(
    of function: ElementaryFunction, for value: Node, _ evaluator: Evaluator
  ) throws(Failure) {
    var number: Real?
    if case .number(let found) = try evaluator.value(of: value) { number = found }
    if let number, let reason = InverseFunction.objection(function, number.double) {
      self = .never(reason)
      return
    }
    if function == .sin || function == .cos || function == .tan {
      guard let number,
        let angles = Angles(function, value: number.double, exact: number.rational)
      else { return nil }
      let (nodes, period) = angles.nodes(in: evaluator.graph)
      self = .periodic(nodes, period: period)
      return
    }
    guard
      let arguments = try InverseFunction.arguments(
        function, value, isZero: number?.isZero ?? false, evaluator)
    else { return nil }
    self = .arguments(arguments.map { evaluator.simplified($0) })
  }

  /// Why a function never has a value; nil where it may.
  private static func objection(_ function: ElementaryFunction, _ value: Double) -> String? {
    switch function {
    case .exp, .softplus: value <= 0 ? "is always positive" : nil
    case .sqrt, .abs, .relu: value < 0 ? "is never negative" : nil
    case .sigmoid: value <= 0 || value >= 1 ? "lies between 0 and 1" : nil
    case .tanh, .erf: abs(value) >= 1 ? "lies between −1 and 1" : nil
    case .sin, .cos: abs(value) > 1 ? "lies between −1 and 1" : nil
    case .cosh: value < 1 ? "is at least 1" : nil
    case .step: value != 0 && value != 1 ? "is 0 or 1" : nil
    case .log, .sign, .floor, .ceil, .round, .tan, .sinh: nil
    }
  }

  private static func arguments(
    _ function: ElementaryFunction, _ value: Node, isZero: Bool, _ evaluator: Evaluator
  ) throws(Failure) -> [Node]? {
    let graph = evaluator.graph
    let one = graph.number(1)
    func log(_ node: Node) throws(Failure) -> Node { try graph.apply(.log, to: node) }
    switch function {
    case .exp: return [try log(value)]
    case .log: return [try graph.apply(.exp, to: value)]
    case .sqrt: return [try graph.power(value, graph.number(2))]
    case .abs: return isZero ? [value] : [try graph.negate(value), value]
    case .relu:
      guard case .number = try evaluator.value(of: value), !isZero else { return nil }
      return [value]
    case .sigmoid:
      return [
        try log(evaluator.simplified(try graph.divide(value, try graph.subtract(one, value))))
      ]
    case .tanh:
      let odds = evaluator.simplified(
        try graph.divide(try graph.add(one, value), try graph.subtract(one, value)))
      return [try graph.divide(try log(odds), graph.number(2))]
    case .softplus: return [try log(try graph.subtract(try graph.apply(.exp, to: value), one))]
    case .sinh, .cosh:
      let square = try graph.power(value, graph.number(2))
      let below =
        function == .cosh ? try graph.subtract(square, one) : try graph.add(square, one)
      let root = evaluator.simplified(try graph.apply(.sqrt, to: evaluator.simplified(below)))
      let argument = try log(evaluator.simplified(try graph.add(value, root)))
      return function == .cosh && !graph.isNumberZero(root)
        ? [try graph.negate(argument), argument] : [argument]
    case .sin, .cos, .tan, .sign, .floor, .ceil, .round, .step, .erf: return nil
    }
  }

  /// What must hold of a value with other names in it; nil where nothing must.
  static func condition(
    of function: ElementaryFunction, for value: Node, _ graph: Graph
  ) -> Node? {
    func compared(_ left: Node, _ comparison: Comparison, _ right: Node) -> Node {
      graph.make(.compare(comparison), [left, right], sort: .truth(.scalar))
    }
    func between(_ low: Int, _ high: Int) -> Node {
      let parts = [
        compared(graph.number(low), .less, value), compared(value, .less, graph.number(high)),
      ]
      return graph.make(.and, parts, sort: .truth(.scalar))
    }
    switch function {
    case .exp, .softplus: return compared(value, .greater, graph.number(0))
    case .sqrt, .abs: return compared(value, .atLeast, graph.number(0))
    case .cosh: return compared(value, .atLeast, graph.number(1))
    case .sigmoid: return between(0, 1)
    case .tanh: return between(-1, 1)
    case .log, .sign, .floor, .ceil, .round, .relu, .step, .sin, .cos, .tan, .sinh, .erf: return nil
    }
  }
}

/// The angles of one turn at which a trigonometric function has a value.
private struct Angles {
  /// Exact multiples of π, or radians.
  private enum Angle {
    case turn(Rational)
    case radians(Double)
  }

  private let angles: [Angle]
  /// In multiples of π: 2, and 1 for the tangent.
  private let period: Int

  /// nil where there is no such angle.
  init?(_ function: ElementaryFunction, value: Double, exact: Rational?) {
    period = function == .tan ? 1 : 2
    if function != .tan, abs(value) > 1 { return nil }
    if let exact, let first = Angles.special(function, exact) {
      angles = Angles.pair(function, first).map { .turn($0) }
      return
    }
    let principal = Angles.principal(function, value)
    var found = [principal < 0 ? principal + Double(period) * .pi : principal]
    if function == .sin { found.append(.pi - principal) }
    if function == .cos { found.append(2 * .pi - principal) }
    angles = found.sorted().map { .radians($0) }
  }

  /// An angle between −π/2 and π (in multiples of π) with a value that is 0, ±1/2 or ±1.
  private static func special(_ function: ElementaryFunction, _ value: Rational) -> Rational? {
    let half = Rational(1, 2)
    var table: [(Rational, Rational)] = [(0, 0), (1, Rational(1, 4)), (-1, Rational(3, 4))]
    if function == .sin {
      table = [
        (0, 0), (half, Rational(1, 6)), (1, half), (-half, Rational(7, 6)), (-1, Rational(3, 2)),
      ]
    } else if function == .cos {
      table = [(0, half), (half, Rational(1, 3)), (1, 0), (-half, Rational(2, 3)), (-1, 1)]
    }
    return table.first { $0.0 == value }?.1
  }

  /// The angles of one period, ascending.
  private static func pair(_ function: ElementaryFunction, _ first: Rational) -> [Rational] {
    var second: Rational?
    if function == .sin { second = first <= 1 ? 1 - first : 3 - first }
    if function == .cos { second = first.isZero ? nil : 2 - first }
    return Set([first, second].compactMap { $0 }).sorted()
  }

  /// The angle on the branch through the origin (of the cosine: from 0 to π), bisected.
  private static func principal(_ function: ElementaryFunction, _ value: Double) -> Double {
    var (low, high) = function == .cos ? (0, Double.pi) : (-Double.pi / 2, Double.pi / 2)
    let rises = function != .cos
    for _ in 0..<100 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if (function.double(middle) < value) == rises { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  func nodes(in graph: Graph) -> (angles: [Node], period: Node) {
    let pi = graph.circleConstant
    func multiple(_ number: Rational) -> Node {
      if number.isZero { return graph.number(0) }
      let above = Rational(number.numerator)
      let top =
        above.isOne ? pi : graph.make(.multiply, [graph.number(.exact(above)), pi], sort: .scalar)
      let below = Rational(number.denominator)
      return below.isOne
        ? top : graph.make(.divide, [top, graph.number(.exact(below))], sort: .scalar)
    }
    let nodes = angles.map { angle in
      switch angle {
      case .turn(let number): multiple(number)
      case .radians(let value): graph.number(.approximate(value))
      }
    }
    return (nodes, multiple(Rational(period)))
  }
}

extension Graph {
  /// π by its name.
  fileprivate var circleConstant: Node {
    name(
      define(
        Name("pi"), as: .formula(number(.approximate(.pi))), sort: .scalar, role: .local))
  }
}
