import Algebra
import Workings

/// Equations in one unknown vector or matrix, solved entry by entry.
struct TensorUnknown {
  private static let entryLimit = 64

  private let call: CallContext
  private let unknown: Quantity.ID
  private let shape: [Int]

  /// The unknown of a call; nil where all unknowns are numbers.
  ///
  /// - Throws: `not-solvable` for a tensor beside other unknowns, of symbolic size, or too large.
  init?(_ call: CallContext, _ unknowns: [Quantity.ID]) throws(Failure) {
    let graph = call.graph
    guard let id = unknowns.first(where: { !(graph[$0].sort.shape ?? .scalar).isScalar }) else {
      return nil
    }
    let name = graph[id].name.spelling
    guard unknowns.count == 1 else {
      throw Failure(
        "not-solvable", "'\(name)' is no number: 'solve' takes one vector or matrix by itself",
        at: call.operand("for"), hint: "put the other unknowns into it")
    }
    guard let shape = graph[id].sort.shape?.known, shape.reduce(1, *) <= Self.entryLimit else {
      throw Failure(
        "not-solvable",
        "'\(name)' has an unknown number of entries, or more than \(Self.entryLimit)",
        at: call.operand("for"))
    }
    self.call = call
    self.shape = shape
    unknown = id
  }

  func expansion(of equations: Node) throws(Failure) -> Expansion {
    let graph = call.graph
    let places = TensorUnknown.positions(shape)
    let entries = places.map { place in
      let indices = place.map(String.init).joined(separator: "_")
      return graph.symbol("\(graph[unknown].name.spelling)_\(indices)")
    }
    let whole = try graph.stacked(entries.map { graph.name($0) }, shape: shape)
    let there = call.evaluator.evaluator(overriding: [unknown: .expression(whole)])
    var differences: [Node] = []
    for equation in try Solve.sides(equations, call) {
      differences += try self.differences(equation, there)
    }
    let filter = SolutionFilter(
      evaluator: call.evaluator, unknowns: entries, wantsIntegers: try call.truth("integer"),
      wantsPositive: try call.truth("positive"))
    let system = try EquationSystem(call.evaluator, entries, differences, filter).expansion()
    guard case .value(.record(let record)) = system.result else { return system }
    // What stays free stands for itself.
    let values = entries.map { record[graph[$0].name.spelling] ?? .expression(graph.name($0)) }
    if let numbers = values.numbers {
      return .value(.tensor(Tensor(shape: shape, entries: numbers)), steps: system.steps)
    }
    let nodes = zip(values, entries).map { call.evaluator.node(for: $0, as: graph.name($1)) }
    let solution = try graph.stacked(nodes, shape: shape)
    let line = [Link(.equal, graph.name(unknown)), Link(.equal, solution)]
    return .derived(solution, steps: system.steps + [.aligned([line])])
  }

  /// Left minus right, entry by entry.
  private func differences(
    _ sides: (left: Node, right: Node), _ there: Evaluator
  ) throws(Failure) -> [Node] {
    let graph = call.graph
    let left = there.node(for: try there.value(of: sides.left), as: sides.left)
    let right = there.node(for: try there.value(of: sides.right), as: sides.right)
    let difference = try graph.subtract(left, right)
    if graph.shape(of: difference).isScalar { return [there.scalarWrittenOut(difference)] }
    if let entries = graph.entriesWrittenOut(of: difference, countsValues: true) {
      return entries.map { there.simplified($0) }
    }
    guard let shape = graph.shape(of: difference).known else {
      throw Failure(
        "not-solvable",
        "the equations cannot be written entry by entry in '\(graph[unknown].name.spelling)'")
    }
    return try TensorUnknown.positions(shape).map { place throws(Failure) in
      there.simplified(try graph.entry(of: difference, at: place))
    }
  }

  /// The places of the entries, row by row, counted from 1.
  private static func positions(_ shape: [Int]) -> [[Int]] {
    shape.reduce([[]]) { places, extent in
      places.flatMap { place in (0..<extent).map { place + [$0 + 1] } }
    }
  }
}

extension [Value] {
  /// The numbers, where all of them are.
  fileprivate var numbers: [Real]? {
    var numbers: [Real] = []
    for value in self {
      guard case .number(let number) = value else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
