import Algebra
import Workings

/// A function of two bound names, worked out point by point in doubles.
struct Surface {
  private let evaluator: Evaluator
  private let names: (x: Quantity.ID, y: Quantity.ID)
  private let body: Node

  /// The expression `node` as a function of two names.
  init(_ node: Node, _ x: BoundName, _ y: BoundName, in call: CallContext) throws(Failure) {
    evaluator = call.evaluator
    names = (x.quantity, y.quantity)
    var overrides: [Quantity.ID: Value] = [:]
    for name in [x, y] {
      for id in call.namesMeant(by: name, below: node) where id != name.quantity {
        overrides[id] = .expression(call.graph.name(name.quantity))
      }
    }
    let there = overrides.isEmpty ? evaluator : evaluator.evaluator(overriding: overrides)
    if case .expression(let expression)? = try? there.value(of: node) {
      body = expression
    } else {
      body = node
    }
    guard call.graph.shape(of: body).isScalar else {
      throw Failure(
        "wrong-shape",
        "'\(call.builtIn.name)' draws one number a point, not the shape \(call.graph.shape(of: body))",
        at: node)
    }
  }

  /// The value at a point; nil where there is none.
  func value(_ x: Double, _ y: Double) -> Double? {
    guard case .number(let number)? = try? found(x, y) else { return nil }
    return number.double.isFinite ? number.double : nil
  }

  /// Throws what is wrong where the function is no number in the middle of the plane nor at a corner.
  func check(_ xs: ClosedRange<Double>, _ ys: ClosedRange<Double>) throws(Failure) {
    let middle = (xs.lowerBound / 2 + xs.upperBound / 2, ys.lowerBound / 2 + ys.upperBound / 2)
    if value(middle.0, middle.1) != nil || value(xs.lowerBound, ys.lowerBound) != nil { return }
    switch try found(middle.0, middle.1) {
    case .expression(let rest):
      let graph = evaluator.graph
      let texts = graph.names(in: rest).map { "'\(graph[$0].name.spelling)'" }
      throw Failure(
        "needs-value",
        "the function depends on \(texts.joined(separator: ", ")) besides the ranges",
        at: body)
    case .number: return
    case let other:
      throw Failure("wrong-type", "the function gives \(other.description), not a number", at: body)
    }
  }

  private func found(_ x: Double, _ y: Double) throws(Failure) -> Value {
    let there = evaluator.evaluator(overriding: [
      names.x: .number(.approximate(x)), names.y: .number(.approximate(y)),
    ])
    return try there.value(of: body)
  }
}
