import Algebra
import Workings

/// `solve(equation, for: x)` and `solve([equations], for: [x, y])`.
enum Solve {
  static let builtIn = BuiltIn(
    "solve",
    parameters: [
      .positional("equations", .equation), .labelled("for", .names),
      .labelled("integer", .truth, or: .value(.truth(false))),
      .labelled("positive", .truth, or: .value(.truth(false))),
    ],
    summary: "the real solutions of an equation, of a linear system, or of two equations",
    example: .init("symbols x; solve(2*x + 3 == 0, for: x)", gives: "-3/2")
  ) { call throws(Failure) in
    let unknowns = try call.names("for")
    if let tensor = try TensorUnknown(call, unknowns) {
      return try tensor.expansion(of: try call.node("equations"))
    }
    let equations = try Solve.equations(try call.node("equations"), call)
    let filter = SolutionFilter(
      evaluator: call.evaluator, unknowns: unknowns, wantsIntegers: try call.truth("integer"),
      wantsPositive: try call.truth("positive"))
    if unknowns.count == 1, equations.count == 1 {
      return try OneUnknown(call.evaluator, unknowns[0], equations[0], filter).expansion()
    }
    return try EquationSystem(
      call.evaluator, unknowns, equations.map(\.difference), filter
    ).expansion()
  }

  /// An equation with all but the unknowns worked out.
  struct Equation {
    let left: Node
    let right: Node
    /// Left minus right; the left side alone where the right one is 0.
    let difference: Node
  }

  /// Each equation, with all but the unknowns worked out.
  private static func equations(_ node: Node, _ call: CallContext) throws(Failure) -> [Equation] {
    let graph = call.graph
    let unknowns = try call.names("for")
    // An unknown stands for itself here, also where it has a value.
    let free = call.evaluator.evaluator(
      overriding: Dictionary(
        unknowns.map { ($0, Value.expression(graph.name($0))) }
      ) { first, _ in first })
    var equations: [Equation] = []
    for sides in try sides(node, call) {
      let left = try free.side(sides.left)
      let right = try free.side(sides.right)
      let difference = graph.isNumberZero(right) ? left : try graph.subtract(left, right)
      equations.append(
        Equation(left: left, right: right, difference: free.scalarWrittenOut(difference)))
    }
    return equations
  }

  /// The two sides of each equation.
  ///
  /// - Throws: `wrong-type` for what is no equation.
  static func sides(
    _ node: Node, _ call: CallContext
  ) throws(Failure) -> [(left: Node, right: Node)] {
    let graph = call.graph
    let parts = graph.operation(of: node).isList ? graph.operands(of: node) : [node]
    return try parts.map { part throws(Failure) in
      guard case .compare(.equal) = graph.operation(of: part) else {
        throw Failure(
          "wrong-type", "'\(NodeText(graph).text(of: part))' is no equation", at: part,
          hint: "write left == right")
      }
      let sides = graph.operands(of: part)
      return (sides[0], sides[1])
    }
  }
}

extension Evaluator {
  /// A side of an equation, worked out; a constant that is no fraction stays as it is written: log(10).
  fileprivate func side(_ node: Node) throws(Failure) -> Node {
    let value = try value(of: node)
    if case .number(.approximate) = value, graph.isConstantFormula(node) { return node }
    return self.node(for: value, as: node)
  }
}

extension Graph {
  /// Whether a node is arithmetic and functions of numbers and π alone.
  fileprivate func isConstantFormula(_ node: Node) -> Bool {
    postorder(of: node).allSatisfy { part in
      switch operation(of: part) {
      case .number, .add, .subtract, .multiply, .divide, .power, .negate, .elementwise: true
      case .name: isCircleConstant(part)
      case .constant, .truth, .text, .larger, .smaller, .spread, .matrixProduct, .inner, .outer,
        .transpose, .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax,
        .reduce, .reshape, .stack, .concatenate, .index, .slice, .compare, .and, .or, .not,
        .choose, .over, .opaque, .call, .apply, .sample, .interval, .list, .record, .field,
        .names:
        false
      }
    }
  }

  /// Whether a node is the number 0.
  func isNumberZero(_ node: Node) -> Bool {
    guard case .number(let literal) = operation(of: node) else { return false }
    return literal.value.isZero
  }

  /// left = right as a node, for a sentence.
  func equation(_ left: Node, _ right: Node) -> Node {
    make(.compare(.equal), [left, right], sort: .truth(.scalar))
  }

  /// Whether a quantity occurs in an expression by its name.
  func occurs(_ id: Quantity.ID, in node: Node) -> Bool {
    contains(in: node) { operation in
      if case .name(id) = operation { true } else { false }
    }
  }
}
