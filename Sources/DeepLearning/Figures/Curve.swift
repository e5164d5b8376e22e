import Algebra
import Figures
import Workings

/// A function of one bound name, worked out point by point in doubles.
struct Curve {
  private let evaluator: Evaluator
  private let variable: Quantity.ID
  private let body: Node
  private let fixed: Value?

  /// The expression `node` as a function of `name`.
  ///
  /// - Throws: `needs-value` where other symbols are left, or what went wrong at every point tried.
  init(_ node: Node, along name: BoundName, in call: CallContext) throws(Failure) {
    let graph = call.graph
    variable = name.quantity
    evaluator = call.evaluator
    do throws(Failure) {
      let value = try call.value(of: node, along: name)
      if case .expression(let expression) = value {
        (body, fixed) = (expression, nil)
      } else {
        (body, fixed) = (node, value)
      }
    } catch {
      // Some calls have no formula before the name has a number.
      (body, fixed) = (node, nil)
    }
    let shape = graph.shape(of: body)
    guard shape.isScalar else {
      throw Failure(
        "wrong-shape",
        "'\(call.builtIn.name)' draws numbers, and '\(NodeText(graph).text(of: node))' has the shape \(shape)",
        at: node, hint: "draw its entries: [\(NodeText(graph).text(of: node))[1], …]")
    }
  }

  /// The value at a place, or why there is none.
  func value(at place: Double) throws(Failure) -> Double {
    let value: Value
    if let fixed {
      value = fixed
    } else {
      let there = evaluator.evaluator(overriding: [variable: .number(.approximate(place))])
      value = try there.value(of: body)
    }
    if case .number(let number) = value { return number.double }
    if case .expression(let rest) = value { throw missing(in: rest) }
    throw Failure(
      "wrong-type",
      "'\(NodeText(evaluator.graph).text(of: body))' is \(value.description), not a number",
      at: body)
  }

  /// Whether there is a value somewhere; else the reason is thrown.
  func check(over range: ClosedRange<Double>) throws(Failure) {
    var reason: Failure?
    let tries = 16
    for index in 0...tries {
      let share = Double(index) / Double(tries)
      do throws(Failure) {
        _ = try value(
          at: range.lowerBound + (range.upperBound - range.lowerBound) * share)
        return
      } catch {
        if error.code == "needs-value" || error.code == "work-limit" { throw error }
        reason = error
      }
    }
    if let reason { throw reason }
  }

  /// The curve as a series; a place without a value is a gap.
  func series(_ name: Figure.Label, over range: ClosedRange<Double>) throws(Failure) -> Plot.Series
  {
    try check(over: range)
    let series = Plot.Series(name, over: range) { place in try? value(at: place) }
    try evaluator.work.charge(1)
    return series
  }

  private func missing(in rest: Node) -> Failure {
    let graph = evaluator.graph
    let names = graph.names(in: rest).filter { graph.definition(of: $0) == nil && $0 != variable }
    let texts = names.map { "'\(graph[$0].name.spelling)'" }
    return Failure(
      "needs-value",
      "'\(NodeText(graph).text(of: body))' depends on \(texts.joined(separator: ", ")) besides '\(graph[variable].name.spelling)'",
      at: body, hint: "give the other symbols values with substitute(…)")
  }
}
