import Algebra
import Mathematics
import Workings

extension Calculus {
  /// The largest order of a Taylor polynomial, and degree of an integrand.
  private static let orderLimit = 60

  static let taylor = BuiltIn(
    "taylor",
    parameters: [
      .positional("f", .expression), .positional("x", .names), .labelled("at", .scalar),
      .labelled("order", .integer(atLeast: 0)),
    ],
    summary: "the Taylor polynomial: Σ f⁽ᵏ⁾(a)/k! · (x - a)^k",
    example: .init("symbols x; evaluate(taylor(exp(x), x, at: 0, order: 2), x: 1)", gives: "5/2")
  ) { call throws(Failure) in
    let graph = call.graph
    let id = try call.variable("x")
    let order = try call.integer("order")
    guard order <= orderLimit else {
      throw Failure(
        "too-many-terms", "a Taylor polynomial of order \(order): the limit is \(orderLimit)",
        at: call.operand("order"))
    }
    let centre = try call.node("at")
    let point = try call.evaluator.value(of: centre)
    let there = call.evaluator.evaluator(overriding: [id: point])
    var shifted = graph.name(id)
    if point != .number(.zero) {
      shifted = try graph.subtract(shifted, call.evaluator.node(for: point, as: centre))
    }
    var derivative = try call.free(try call.node("f"), of: id)
    guard graph.shape(of: derivative).isScalar else {
      throw Failure("not-scalar", "a Taylor polynomial is of a scalar", at: call.operand("f"))
    }
    var divisor = Rational.one
    var sum: Node?
    var rows: [ResultTable.Row] = []
    for k in 0...order {
      if k > 0 {
        derivative = try Gradient(call.evaluator).chain(of: derivative, by: [id]).single()
        divisor = divisor * Rational(k)
      }
      let value = try there.result(of: derivative)
      let coefficient = try there.result(
        of: try graph.divide(there.node(for: value, as: derivative), graph.number(.exact(divisor))))
      rows.append(ResultTable.Row([.number(Real(k)), .expression(derivative), value, coefficient]))
      if case .number(let number) = coefficient, number.isZero { continue }
      sum = try adding(coefficient, shifted, k, to: sum, graph)
    }
    let table = ResultTable(
      caption: "The derivatives and the coefficients",
      headings: [
        .tex("k"), .tex("f^{(k)}"), .words("value there"), .tex("f^{(k)}/k!"),
      ], rows: rows)
    let polynomial = sum ?? graph.number(0)
    // The powers of x − a are the point of it.
    call.evaluator.keepForm(of: polynomial)
    return .derived(
      polynomial, steps: [.table(table), .chain(rule: nil, named(polynomial, order, id, graph))])
  }

  /// T₃(x) = 1 + x + x²/2 + x³/6.
  private static func named(
    _ polynomial: Node, _ order: Int, _ variable: Quantity.ID, _ graph: Graph
  ) -> [Link] {
    let letter = NodeFormula(graph).name(of: variable).tex
    let name = graph.define(
      "T_\(order)", tex: "T_{\(order)}(\(letter))", as: polynomial, role: .local)
    return [Link(.equal, graph.name(name)), Link(.equal, polynomial)]
  }

  /// The sum with another term: + 1/2·x² as x²/2, a negative one taken away.
  private static func adding(
    _ coefficient: Value, _ base: Node, _ exponent: Int, to sum: Node?, _ graph: Graph
  ) throws(Failure) -> Node {
    let one = graph.number(1)
    let power =
      exponent == 0
      ? one : exponent == 1 ? base : try graph.power(base, graph.number(exponent))
    func total(_ term: Node, isNegative: Bool) throws(Failure) -> Node {
      guard let sum else { return isNegative ? try graph.negate(term) : term }
      return isNegative ? try graph.subtract(sum, term) : try graph.add(sum, term)
    }
    switch coefficient {
    case .number(.exact(let rational)):
      let above = graph.number(.exact(Rational(rational.magnitude.numerator)))
      let below = graph.number(.exact(Rational(rational.denominator)))
      var term = rational.magnitude.numerator == 1 ? power : try graph.multiply(above, power)
      if exponent == 0 { term = above }
      if rational.denominator != 1 { term = try graph.divide(term, below) }
      return try total(term, isNegative: rational.isNegative)
    case .number(let number):
      let size = graph.number(number.magnitude)
      let term = exponent == 0 ? size : try graph.multiply(size, power)
      return try total(term, isNegative: number.isNegative)
    case .expression(let node):
      return try total(
        exponent == 0 ? node : try graph.multiply(node, power), isNegative: false)
    case .truth, .text, .tensor, .interval, .sample, .dataSet, .record, .list, .function, .trace,
      .network, .figure, .listing, .names:
      throw Failure("not-scalar", "a coefficient is \(coefficient.description)")
    }
  }

  static let integrate = BuiltIn(
    "integrate",
    parameters: [.positional("f", .expression), .positional("over", .binder)],
    summary: "the integral of a polynomial between two ends, exact",
    example: .init("integrate(x^2, x in 0...1)", gives: "1/3")
  ) { call throws(Failure) in
    let graph = call.graph
    guard let name = call.boundName("over") else {
      throw Failure("wrong-type", "'integrate' needs a range, as in x in 0...1")
    }
    let f = try call.node("f")
    var body = f
    if case .expression(let node) = try call.value(of: f, along: name) { body = node }
    let antiderivative = try Calculus.antiderivative(of: body, by: name.quantity, call, f)
    guard case .interval = graph.operation(of: name.domain) else {
      throw Failure("wrong-type", "'integrate' needs a range, as in x in 0...1", at: name.domain)
    }
    let ends = graph.operands(of: name.domain)
    func put(_ end: Node) -> Node { graph.substituting([name.quantity: end], in: antiderivative) }
    let difference = try graph.subtract(put(ends[1]), put(ends[0]))
    let variable = graph.name(name.quantity)
    let steps: [Step] = [
      .sentence([
        .words("An antiderivative of "), .formula(Link(.equal, body)), .words(" by "),
        .formula(Link(.equal, variable)), .words(" is "),
        .formula(Link(.equal, antiderivative)), .words("; its values at the ends are subtracted."),
      ])
    ]
    return .derived(difference, steps: steps)
  }

  /// Σ cₖ xᵏ⁺¹/(k + 1), with cₖ the k-th derivative at 0 over k!.
  private static func antiderivative(
    of body: Node, by id: Quantity.ID, _ call: CallContext, _ written: Node
  ) throws(Failure) -> Node {
    let graph = call.graph
    let zero = call.evaluator.evaluator(overriding: [id: .number(.zero)])
    var derivative = body
    var divisor = Rational.one
    var sum: Node?
    // The derivatives of a polynomial grow no longer than it is written out.
    let lengthLimit = 500 + 20 * (graph.length(of: body, atMost: 10_000) ?? 10_000)
    for k in 0...orderLimit {
      guard graph.length(of: derivative, atMost: lengthLimit) != nil else { break }
      let simplified = call.evaluator.simplified(derivative)
      if case .number(let literal) = graph.operation(of: simplified), literal.value.isZero {
        return sum ?? graph.number(0)
      }
      // What has no value at 0 is no polynomial.
      guard let value = try? zero.result(of: derivative), graph.shape(of: derivative).isScalar
      else { break }
      let scale = graph.number(.exact(Rational(k + 1) * divisor))
      let coefficient = try zero.result(
        of: try graph.divide(zero.node(for: value, as: derivative), scale))
      var isZero = false
      if case .number(let number) = coefficient { isZero = number.isZero }
      if !isZero { sum = try adding(coefficient, graph.name(id), k + 1, to: sum, graph) }
      guard
        let next = try? Gradient(call.evaluator).chain(of: derivative, by: [id]).single()
      else { break }
      derivative = next
      divisor = divisor * Rational(k + 1)
    }
    throw Failure(
      "not-a-polynomial",
      "'\(NodeText(graph).text(of: written))' is no polynomial in '\(graph[id].name.spelling)' of degree \(orderLimit) at most",
      at: written)
  }
}
