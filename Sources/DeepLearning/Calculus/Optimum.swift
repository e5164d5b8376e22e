import Algebra
import Workings

/// The largest or smallest value of a function of one variable between two ends.
///
/// Exact where the derivative is a polynomial with fractions as roots; otherwise its zeros are
/// bracketed by a scan and bisected in doubles, and marked ≈.
struct Optimum {
  /// A place where the extremum may lie.
  struct Candidate {
    let place: Real
    let value: Real
    let kind: String
  }

  let evaluator: Evaluator
  let variable: Quantity.ID
  let body: Node
  let low: Real
  let high: Real
  let isMaximum: Bool

  /// The record `x, value` with its working: derivative, zeros, ends, comparison.
  func expansion(after introduction: [Step] = []) throws(Failure) -> Expansion {
    let graph = evaluator.graph
    let shape = graph.shape(of: body)
    guard shape.isScalar else { throw .noExtremum(NodeText(graph).text(of: body), shape, body) }
    guard low <= high else {
      throw Failure(
        "empty-range", "the range \(low)...\(high) has no extent",
        hint: "write the smaller end first")
    }
    try checkNames()
    let chain = try Gradient(evaluator).chain(of: body, by: [variable])
    let slope = chain.result(by: variable)
    var steps = introduction + chain.working
    let inner = try criticalPlaces(slope, &steps)
    var candidates: [Candidate] = []
    let places = [(low, "end")] + inner.map { ($0, "critical") } + [(high, "end")]
    for (place, kind) in places {
      if let value = value(at: place), !candidates.contains(where: { $0.place == place }) {
        candidates.append(Candidate(place: place, value: value, kind: kind))
      }
    }
    guard var best = candidates.first else {
      throw Failure(
        "no-value", "'\(NodeText(graph).text(of: body))' has no value in \(low)...\(high)")
    }
    for candidate in candidates.dropFirst()
    where isMaximum ? candidate.value > best.value : candidate.value < best.value {
      best = candidate
    }
    steps.append(.table(table(candidates, best)))
    let name = graph[variable].name.spelling
    let record = Record([
      Record.Field(name, .number(best.place)), Record.Field("value", .number(best.value)),
    ])
    return .value(.record(record), steps: steps)
  }

  /// Everything but the variable must have a value: numbers are compared.
  private func checkNames() throws(Failure) {
    let there = evaluator.evaluator(overriding: [variable: .number(low)])
    guard case .expression(let rest)? = try? there.value(of: body) else { return }
    let graph = evaluator.graph
    let names = graph.names(in: rest).map { "'\(graph[$0].name.spelling)'" }
    throw Failure(
      "needs-value",
      "the largest and smallest values need numbers: \(names.joined(separator: ", ")) has no value",
      at: body, hint: "give it a value, or solve(derive(…) == 0, for: …)")
  }

  /// Zeros of the derivative strictly between the ends, in ascending order.
  private func criticalPlaces(_ slope: Node, _ steps: inout [Step]) throws(Failure) -> [Real] {
    let graph = evaluator.graph
    var budget = Budget()
    let solutions = graph.roots(
      of: slope, for: variable, knowing: evaluator.facts, budget: &budget)
    switch solutions.kind {
    case .finite:
      steps += zeros(solutions)
      return solutions.roots.compactMap(\.number).filter { low < $0 && $0 < high }
    case .everything:
      steps.append(.sentence([.words("The derivative is 0 everywhere: the function is constant.")]))
      return []
    case .none:
      steps.append(.sentence([.words("The derivative is never 0.")]))
      return []
    case .notPolynomial, .exhausted:
      if let found = zerosOfFactors(slope, &steps) ?? inverted(slope, &steps) { return found }
      let found = SlopeScan.findings(
        of: slope, by: variable, between: low.double, and: high.double, evaluator)
      steps += scanned(found)
      return (found.places + found.flats.flatMap { [$0.low, $0.high] })
        .filter { low < $0 && $0 < high }.sorted { $0 < $1 }
    }
  }

  /// Zeros of a slope whose functions can be undone; nil for others, and where it may have kinks.
  private func inverted(_ slope: Node, _ steps: inout [Step]) -> [Real]? {
    let graph = evaluator.graph
    let isSmooth = !graph.contains(in: slope) { operation in
      switch operation {
      case .elementwise(let function): !function.isSmooth
      case .choose, .larger, .smaller, .compare: true
      case .number, .constant, .truth, .text, .name, .add, .subtract, .multiply, .divide, .power,
        .negate, .spread, .matrixProduct, .inner, .outer, .transpose, .diagonal, .inverse,
        .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape, .stack,
        .concatenate, .index, .slice, .and, .or, .not, .over, .opaque, .call, .apply, .sample,
        .interval, .list, .record, .field, .names:
        false
      }
    }
    guard isSmooth else { return nil }
    var inversion = RootInversion(evaluator, variable)
    guard let found = inversion.roots(of: slope, graph.number(0)), inversion.period == nil,
      !inversion.mayBringIn
    else { return nil }
    let numbers = found.compactMap(\.number)
    guard numbers.count == found.count else { return nil }
    steps += inversion.steps.all
    steps += roots(found)
    return numbers.filter { low < $0 && $0 < high }.sorted { $0 < $1 }
  }

  /// Zeros of a product whose factors are polynomials, but for those that are never zero.
  private func zerosOfFactors(_ slope: Node, _ steps: inout [Step]) -> [Real]? {
    let graph = evaluator.graph
    var factors: [Node] = []
    var stack = [slope]
    while let node = stack.popLast() {
      let operands = graph.operands(of: node)
      let operation = graph.operation(of: node)
      if operation == .multiply {
        stack += operands.reversed()
      } else if operation == .negate || operation == .divide {
        stack.append(operands[0])
      } else if operation != .elementwise(.exp), operation != .elementwise(.sigmoid) {
        factors.append(node)
      }
    }
    var found: [Real] = []
    var working: [Step] = []
    for factor in factors {
      var budget = Budget()
      let solutions = graph.roots(
        of: factor, for: variable, knowing: evaluator.facts, budget: &budget)
      guard solutions.kind == .finite || solutions.kind == .none else { return nil }
      working += solutions.kind == .none ? [] : zeros(solutions)
      found += solutions.roots.compactMap(\.number)
    }
    steps += working
    return found.filter { low < $0 && $0 < high }.sorted { $0 < $1 }
  }

  private func zeros(_ solutions: Solutions) -> [Step] {
    let graph = evaluator.graph
    let zero = graph.number(0)
    var steps: [Step] = []
    if let product = solutions.working?.factorisation ?? solutions.working?.divided {
      steps.append(.chain(rule: "zeros", [Link(.equal, product), Link(.equal, zero)]))
    }
    return steps + roots(solutions.roots)
  }

  /// A line for each root, and which of them do not count.
  private func roots(_ roots: [Solutions.Root]) -> [Step] {
    let graph = evaluator.graph
    var lines: [[Link]] = []
    for root in roots {
      var line = [Link(.equal, graph.name(variable)), Link(.equal, root.node)]
      if case .approximate? = root.number, let number = root.number {
        line.append(Link(.approximate, graph.number(number), .value))
      }
      lines.append(line)
    }
    guard !lines.isEmpty else {
      return [.sentence([.words("The derivative has no real zero.")])]
    }
    var steps: [Step] = [.aligned(lines)]
    for root in roots {
      guard let number = root.number, number < low || number > high else { continue }
      steps.append(
        .sentence([.formula(Link(.equal, root.node)), .words(" lies outside: left out.")]))
    }
    return steps
  }

  private func scanned(_ found: SlopeScan.Findings) -> [Step] {
    let graph = evaluator.graph
    func value(_ number: Real) -> Phrase {
      .formula(Link(number.isExact ? .equal : .approximate, graph.number(number), .value))
    }
    var steps = found.flats.map { flat in
      Step.sentence([
        .words("The derivative is 0 all the way from "), value(flat.low), .words(" to "),
        value(flat.high), .words(": the function is constant there."),
      ])
    }
    guard !found.places.isEmpty else {
      if found.flats.isEmpty {
        steps.append(
          .sentence([.words("No change of sign of the derivative was found between the ends.")]))
      }
      return steps
    }
    var phrases: [Phrase] = [.words("The derivative changes its sign at ")]
    for (index, place) in found.places.enumerated() {
      if index > 0 { phrases.append(.words(", ")) }
      phrases.append(value(place))
    }
    return steps + [.sentence(phrases + [.words(" (found numerically).")])]
  }

  /// The value at a place; nil where there is none, such as log(0).
  private func value(at place: Real) -> Real? {
    let there = evaluator.evaluator(overriding: [variable: .number(place)])
    guard case .number(let number)? = try? there.value(of: body), !number.isNaN else { return nil }
    return number
  }

  private func table(_ candidates: [Candidate], _ best: Candidate) -> ResultTable {
    let name = evaluator.graph[variable].name.spelling
    return ResultTable(
      caption: isMaximum ? "The largest value is marked" : "The smallest value is marked",
      headings: [.name(Name(name)), .words("value"), .words("place")],
      rows: candidates.map { candidate in
        ResultTable.Row(
          [.number(candidate.place), .number(candidate.value), .text(candidate.kind)],
          isMarked: candidate.value == best.value)
      })
  }
}

extension Failure {
  fileprivate static func noExtremum(_ text: String, _ shape: Shape, _ node: Node) -> Failure {
    Failure(
      "not-scalar", "'\(text)' has the shape \(shape); only a scalar has a largest value", at: node)
  }
}
