import Algebra
import Workings

/// Roots found by undoing, from the outside in, what is done to the unknown.
///
/// log(x) = 10 becomes x = e¹⁰; a polynomial in one function of the unknown is solved for that
/// function first; a root or an absolute value that is left is squared away, which may bring in
/// numbers that solve nothing.
struct RootInversion {
  private let evaluator: Evaluator
  private let unknown: Quantity.ID
  private(set) var steps: SolvingSteps
  /// How far apart the solutions of a periodic function repeat.
  private(set) var period: Node?
  /// What must hold of other names for the solutions to be ones.
  private(set) var conditions: [Node] = []
  /// Whether a step may have brought in numbers that solve nothing, as squaring does.
  private(set) var mayBringIn = false

  /// Nesting beyond this is not undone.
  private static let depthLimit = 12

  private var graph: Graph { evaluator.graph }

  init(_ evaluator: Evaluator, _ unknown: Quantity.ID) {
    self.evaluator = evaluator
    self.unknown = unknown
    steps = SolvingSteps(evaluator.graph)
  }

  /// The roots of an equation, those that squaring brought in too.
  ///
  /// - Returns: nil where something on the way cannot be undone.
  mutating func roots(of left: Node, _ right: Node) -> [Solutions.Root]? {
    steps.equation(left, right)
    guard let found = try? solved(left, right, 0) else { return nil }
    return found
  }

  private mutating func solved(
    _ left: Node, _ right: Node, _ depth: Int
  ) throws(Failure) -> [Solutions.Root]? {
    guard depth < RootInversion.depthLimit else { return nil }
    let difference = graph.isNumberZero(right) ? left : try graph.subtract(left, right)
    var budget = Budget()
    let direct = graph.roots(
      of: difference, for: unknown, knowing: evaluator.facts, budget: &budget)
    switch direct.kind {
    case .finite:
      if left != graph.name(unknown) { steps.equation(left, right) }
      if direct.working.map({ $0.coefficients.count > 2 }) ?? false { steps.polynomial(direct) }
      return direct.roots
    case .none:
      steps.sentence([.equation(left, right, graph), .words(" never holds.")])
      return []
    case .everything, .exhausted: return nil
    case .notPolynomial: break
    }
    if !graph.occurs(unknown, in: left) { return try solved(right, left, depth + 1) }
    if !graph.occurs(unknown, in: right) {
      var trial = self
      if let roots = try trial.peeled(left, right, depth) {
        self = trial
        return roots
      }
    }
    return try rearranged(difference, depth)
  }

  // One side without the unknown

  /// The outermost operation of the left side undone on both; nil where that cannot be.
  private mutating func peeled(
    _ left: Node, _ right: Node, _ depth: Int
  ) throws(Failure) -> [Solutions.Root]? {
    let parts = graph.operands(of: left)
    let operation = graph.operation(of: left)
    if case .elementwise(let function) = operation {
      guard let inverse = try InverseFunction(of: function, for: right, evaluator) else {
        return nil
      }
      if case .number = try evaluator.value(of: right) {
      } else if let condition = InverseFunction.condition(of: function, for: right, graph),
        evaluator.decided(condition)?.holds != true
      {
        conditions.append(condition)
      }
      return try solved(parts[0], by: inverse, of: left, right, depth)
    }
    guard let inner = parts.first(where: { graph.occurs(unknown, in: $0) }),
      parts.count(where: { graph.occurs(unknown, in: $0) }) == 1
    else { return nil }
    let isFirst = inner == parts[0]
    if operation == .power {
      return try peeledPower(parts, isBase: isFirst, left, right, depth)
    }
    guard let moved = try moved(operation, parts, isFirst: isFirst, right) else { return nil }
    return try solved(inner, evaluator.simplified(moved), depth + 1)
  }

  /// The right side once the other operand of the left is taken over; nil for what is no arithmetic.
  private func moved(
    _ operation: Operation, _ parts: [Node], isFirst: Bool, _ right: Node
  ) throws(Failure) -> Node? {
    if operation == .negate { return try graph.negate(right) }
    guard parts.count == 2 else { return nil }
    let other = isFirst ? parts[1] : parts[0]
    if operation == .add { return try graph.subtract(right, other) }
    if operation == .subtract {
      return isFirst ? try graph.add(right, other) : try graph.subtract(other, right)
    }
    if operation == .multiply, !isZero(other) { return try graph.divide(right, other) }
    if operation == .divide {
      if isFirst { return try graph.multiply(right, other) }
      return isZero(right) ? nil : try graph.divide(other, right)
    }
    return nil
  }

  /// base^v = r by logarithms, u^(p/q) = r by the opposite power.
  private mutating func peeledPower(
    _ parts: [Node], isBase: Bool, _ left: Node, _ right: Node, _ depth: Int
  ) throws(Failure) -> [Solutions.Root]? {
    if isBase {
      guard case .number(let exponent) = try evaluator.value(of: parts[1]), !exponent.isZero,
        case .number(let size) = try evaluator.value(of: right), !exponent.isInteger
      else { return nil }
      if size.isNegative {
        return try solved(parts[0], by: .never("is never negative"), of: left, right, depth)
      }
      let inverse = try graph.divide(graph.number(1), graph.number(exponent))
      let argument = evaluator.simplified(try graph.power(right, inverse))
      return try solved(parts[0], by: .arguments([argument]), of: left, right, depth)
    }
    guard case .number(let base) = try evaluator.value(of: parts[0]), base > 0,
      !base.isEqual(to: 1)
    else { return nil }
    if case .number(let size) = try evaluator.value(of: right), !(size > 0) {
      return try solved(parts[1], by: .never("is always positive"), of: left, right, depth)
    }
    let quotient = try graph.divide(
      try graph.apply(.log, to: right), try graph.apply(.log, to: parts[0]))
    let exponent: Node
    if case .number(let number) = try evaluator.value(of: quotient), number.isExact {
      exponent = graph.number(number)
    } else {
      exponent = quotient
    }
    return try solved(parts[1], by: .arguments([exponent]), of: left, right, depth)
  }

  /// The roots of argument = value for each value of an inverse.
  private mutating func solved(
    _ argument: Node, by inverse: InverseFunction, of left: Node, _ right: Node, _ depth: Int
  ) throws(Failure) -> [Solutions.Root]? {
    var values: [Node] = []
    switch inverse {
    case .arguments(let found): values = found
    case .periodic(let found, let step):
      guard let repeated = try stretched(step, by: argument), repeats(like: repeated) else {
        return nil
      }
      values = found
      period = period ?? repeated
    case .never(let reason):
      steps.equation(left, right)
      steps.sentence([.formula(Link(.equal, left)), .words(" \(reason): no solution.")])
      return []
    }
    steps.equation(left, right)
    var roots: [Solutions.Root] = []
    for value in values {
      if argument == graph.name(unknown) {
        roots.append(Solutions.Root(node: value, number: number(value)))
      } else {
        steps.equation(argument, value)
        guard let found = try solved(argument, value, depth + 1) else { return nil }
        roots += found.map { Solutions.Root(node: $0.node, number: $0.number ?? number($0.node)) }
      }
    }
    return roots
  }

  /// Whether a period is that of the functions undone before.
  private func repeats(like other: Node) -> Bool {
    guard let period else { return true }
    guard let a = number(period), let b = number(other) else { return false }
    return abs(a.double - b.double) <= 1e-12 * a.double
  }

  /// A period of f(a·x + b) from that of f; nil where the argument is not linear.
  private func stretched(_ period: Node, by argument: Node) throws(Failure) -> Node? {
    var budget = Budget()
    guard
      let (slope, rest) = graph.linearParts(
        of: argument, in: graph.name(unknown), budget: &budget),
      !graph.occurs(unknown, in: slope), !graph.occurs(unknown, in: rest),
      case .number(let factor) = try evaluator.value(of: slope)
    else { return nil }
    if factor.magnitude.isEqual(to: 1) { return period }
    return evaluator.simplified(
      try graph.divide(period, evaluator.simplified(try graph.apply(.abs, to: slope))))
  }

  // The unknown on both sides, or several times

  private mutating func rearranged(
    _ difference: Node, _ depth: Int
  ) throws(Failure) -> [Solutions.Root]? {
    var budget = Budget()
    guard
      let parts = graph.equationParts(
        of: difference, for: unknown, knowing: evaluator.facts, budget: &budget)
    else { return nil }
    if parts.factors.count > 1 {
      var roots: [Solutions.Root] = []
      steps.zero(difference)
      for factor in parts.factors {
        guard let found = try solved(factor, graph.number(0), depth + 1) else { return nil }
        roots += found
      }
      return roots
    }
    if parts.atoms.count == 1, let atom = parts.atoms.first {
      guard atom == graph.name(unknown) else { return try solved(difference, in: atom, depth) }
      // What else there is divides, or multiplies without being 0.
      guard let factor = parts.factors.first, factor != difference else { return nil }
      steps.zero(difference)
      return try solved(factor, graph.number(0), depth + 1)
    }
    if let roots = try exponentiated(difference, parts.atoms, depth) { return roots }
    for atom in parts.atoms {
      if let roots = try squared(difference, atom, depth) { return roots }
    }
    return nil
  }

  /// The roots of a polynomial in a function of the unknown.
  private mutating func solved(
    _ difference: Node, in atom: Node, _ depth: Int
  ) throws(Failure) -> [Solutions.Root]? {
    var budget = Budget()
    let outer = graph.roots(of: difference, in: atom, knowing: evaluator.facts, budget: &budget)
    guard outer.kind == .finite else { return nil }
    if outer.working.map({ $0.coefficients.count > 2 }) ?? false {
      steps.sentence([
        .words("A polynomial in "), .formula(Link(.equal, atom)), .words(":"),
      ])
      steps.polynomial(outer)
    }
    var roots: [Solutions.Root] = []
    for root in outer.roots {
      var value = root.node
      if let number = root.number, number.isExact { value = graph.number(number) }
      steps.equation(atom, value)
      guard let found = try solved(atom, value, depth + 1) else { return nil }
      roots += found
    }
    return roots
  }

  /// m·log(u) − n·log(v) + c = 0 as uᵐ = e⁻ᶜ·vⁿ; nil for other sums.
  private mutating func exponentiated(
    _ difference: Node, _ atoms: [Node], _ depth: Int
  ) throws(Failure) -> [Solutions.Root]? {
    var rest = difference
    var (left, right) = (graph.number(1), graph.number(1))
    for atom in atoms {
      var budget = Budget()
      guard graph.operation(of: atom) == .elementwise(.log),
        let parts = graph.linearParts(of: rest, in: atom, budget: &budget),
        case .number(let factor)? = try? evaluator.value(of: parts.slope),
        let times = factor.rational?.integer, times.magnitude <= 8
      else { return nil }
      rest = parts.rest
      let inner = graph.operands(of: atom)[0]
      let power = try graph.power(inner, graph.number(abs(times)))
      if times > 0 {
        left = try graph.multiply(left, power)
      } else {
        right = try graph.multiply(right, power)
      }
    }
    guard !graph.occurs(unknown, in: rest) else { return nil }
    let constant = try graph.apply(.exp, to: evaluator.simplified(try graph.negate(rest)))
    var trial = self
    trial.steps.sentence([.words("Both sides as exponents of e:")])
    trial.mayBringIn = true
    guard
      let roots = try trial.solved(
        evaluator.simplified(left),
        evaluator.simplified(try graph.multiply(constant, right)), depth + 1)
    else { return nil }
    self = trial
    return roots
  }

  /// a·√u + b = 0 as a²u = b², a·|u| + b = 0 as a²u² = b²; nil for other functions.
  private mutating func squared(
    _ difference: Node, _ atom: Node, _ depth: Int
  ) throws(Failure) -> [Solutions.Root]? {
    guard case .elementwise(let function) = graph.operation(of: atom),
      function == .sqrt || function == .abs
    else { return nil }
    var budget = Budget()
    guard let (slope, rest) = graph.linearParts(of: difference, in: atom, budget: &budget) else {
      return nil
    }
    var trial = self
    let two = graph.number(2)
    let other = evaluator.simplified(try graph.negate(rest))
    let inner = graph.operands(of: atom)[0]
    let square = function == .sqrt ? inner : try graph.power(inner, two)
    let isPlain = isOne(slope)
    trial.steps.equation(isPlain ? atom : try graph.multiply(slope, atom), other)
    let left =
      isPlain ? square : try graph.multiply(try graph.power(slope, two), square)
    let right = try graph.power(other, two)
    trial.steps.sentence([.words("Both sides squared:")])
    trial.mayBringIn = true
    trial.steps.equation(left, right)
    guard let roots = try trial.solved(left, right, depth + 1) else { return nil }
    self = trial
    return roots
  }

  private func number(_ node: Node) -> Real? {
    guard case .number(let number)? = try? evaluator.value(of: node), number.double.isFinite else {
      return nil
    }
    return number
  }

  private func isZero(_ node: Node) -> Bool {
    if case .number(let number)? = try? evaluator.value(of: node) { number.isZero } else { false }
  }

  private func isOne(_ node: Node) -> Bool {
    guard case .number(let literal) = graph.operation(of: node) else { return false }
    return literal.value == .one
  }
}
