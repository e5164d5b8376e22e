public import Algebra

extension Evaluator {
  /// `and` and `or` look at the right side only where it matters; lists of truths go entry by entry.
  func logic(_ operation: Operation, _ node: Node) throws(Failure) -> Value {
    let operands = graph.operands(of: node)
    guard let first = try truths(operands[0]) else { return try rebuilt(node) }
    if operation == .not { return Evaluator.map(first) { !$0 } }
    if case .truth(let truth) = first {
      if operation == .and && !truth { return try spread(false, over: operands[1]) }
      if operation == .or && truth { return try spread(true, over: operands[1]) }
      guard let second = try truths(operands[1]) else { return try rebuilt(node) }
      return second
    }
    guard let second = try truths(operands[1]) else { return try rebuilt(node) }
    if case .truth(let truth) = second {
      return Evaluator.map(first) { operation == .and ? $0 && truth : $0 || truth }
    }
    let (a, b) = (Evaluator.flattened([first]), Evaluator.flattened([second]))
    guard a.count == b.count else {
      throw Failure(
        "shape-mismatch", "the conditions in '\(text(of: node))' have different shapes", at: node)
    }
    let truths = zip(a, b).map { operation == .and ? $0 && $1 : $0 || $1 }
    return Evaluator.nested(truths, shape: Evaluator.shape(of: first))
  }

  /// A decided condition in the shape of the other one, which need not be worked out.
  private func spread(_ truth: Bool, over other: Node) throws(Failure) -> Value {
    guard let shape = graph.sort(of: other).shape, !shape.isScalar else { return .truth(truth) }
    guard let found = try truths(other) else { return .truth(truth) }
    return Evaluator.map(found) { _ in truth }
  }

  /// A truth value or a list of them; nil while it is symbolic.
  private func truths(_ node: Node) throws(Failure) -> Value? {
    let value = try value(of: node)
    if value.isExpression { return nil }
    guard value.truth != nil else {
      throw Failure(
        "wrong-type",
        "'\(text(of: node))' is \(value.description), not a condition (a truth value)", at: node)
    }
    return value
  }

  private static func map(_ value: Value, _ change: (Bool) -> Bool) -> Value {
    if case .truth(let truth) = value { return .truth(change(truth)) }
    guard case .list(let items) = value else { return value }
    return .list(items.map { map($0, change) })
  }

  private static func shape(of value: Value) -> [Int] {
    guard case .list(let items) = value else { return [] }
    return [items.count] + (items.first.map { shape(of: $0) } ?? [])
  }

  /// The chosen branch alone is worked out; entry by entry where the condition has a shape.
  func choose(_ node: Node) throws(Failure) -> Value {
    let operands = graph.operands(of: node)
    switch try value(of: operands[0]) {
    case .truth(let condition): return try value(of: operands[condition ? 1 : 2])
    case .expression: return try rebuilt(node)
    case .list(let conditions):
      let flat = Evaluator.flattened(conditions)
      let (yes, no): (Value, Value)
      do throws(Failure) {
        (yes, no) = (try value(of: operands[1]), try value(of: operands[2]))
      } catch {
        // A branch may have entries without a value, such as log(0), where the other one is chosen.
        guard let chosen = try chosenEntries(flat, node) else { throw error }
        return chosen
      }
      let shape = Evaluator.shape(of: .list(conditions))
      for branch in [yes, no] {
        guard let numbers = branch.numbers, numbers.rank > 0, numbers.shape != shape else {
          continue
        }
        throw differentShapes(Shape(shape), Shape(numbers.shape), node)
      }
      guard let a = Evaluator.filled(yes, shape), let b = Evaluator.filled(no, shape) else {
        return try rebuilt(node)
      }
      let entries = flat.indices.map { flat[$0] ? a[flat: $0] : b[flat: $0] }
      return .tensor(Tensor(shape: a.shape, entries: entries))
    case let other:
      throw Failure(
        "wrong-type",
        "'\(text(of: operands[0]))' is \(other.description), not a condition (a truth value)",
        at: operands[0])
    }
  }

  /// The chosen entries alone worked out, one by one; nil where some of them are no numbers.
  private func chosenEntries(_ conditions: [Bool], _ node: Node) throws(Failure) -> Value? {
    let operands = graph.operands(of: node)
    guard let shape = graph.shape(of: node).known, conditions.count == shape.reduce(1, *) else {
      return nil
    }
    var entries: [Real] = []
    for (flat, condition) in conditions.enumerated() {
      var position: [Int] = []
      var rest = flat
      for extent in shape.reversed() {
        position.insert(rest % extent + 1, at: 0)
        rest /= extent
      }
      let entry = try graph.entry(of: operands[condition ? 1 : 2], at: position)
      guard case .number(let number) = try value(of: entry) else { return nil }
      entries.append(number)
    }
    return .tensor(Tensor(shape: shape, entries: entries))
  }

  /// A tensor of this shape, or a number in every entry of it; nil for anything else.
  private static func filled(_ value: Value, _ shape: [Int]) -> Tensor? {
    guard let tensor = value.numbers else { return nil }
    if tensor.rank == 0 { return Tensor.filled(shape, with: tensor[flat: 0]) }
    return tensor.shape == shape ? tensor : nil
  }

  private static func flattened(_ conditions: [Value]) -> [Bool] {
    var flat: [Bool] = []
    var stack = Array(conditions.reversed())
    while let value = stack.popLast() {
      if case .truth(let truth) = value { flat.append(truth) }
      if case .list(let inner) = value { stack.append(contentsOf: inner.reversed()) }
    }
    return flat
  }

  /// Two values compared: numbers by value, tensors whole under `==`, everything else by equality.
  func compare(_ comparison: Comparison, _ node: Node) throws(Failure) -> Value {
    let operands = graph.operands(of: node)
    let (left, right) = (try value(of: operands[0]), try value(of: operands[1]))
    if left.isExpression || right.isExpression { return try rebuilt(node) }
    if let fitted = try fitted(node) { return try value(of: fitted) }
    if case .number(let a) = left, case .number(let b) = right {
      return .truth(comparison.holds(a, b))
    }
    if case .tensor(let a) = left, case .tensor(let b) = right {
      let isEntrywise = graph.sort(of: node).shape.map { !$0.isScalar } ?? false
      if !isEntrywise || a.shape != b.shape {
        if comparison == .equal { return .truth(Evaluator.areEqual(a, b)) }
        if comparison == .unequal { return .truth(!Evaluator.areEqual(a, b)) }
      }
      guard a.shape == b.shape else { throw differentShapes(Shape(a.shape), Shape(b.shape), node) }
      let truths = (0..<a.count).map { comparison.holds(a[flat: $0], b[flat: $0]) }
      return Evaluator.nested(truths, shape: a.shape)
    }
    switch comparison {
    case .equal: return .truth(left == right)
    case .unequal: return .truth(left != right)
    case .less, .atMost, .greater, .atLeast:
      throw .noNumber(left, text: text(of: operands[0]))
    }
  }

  private func differentShapes(_ a: Shape, _ b: Shape, _ node: Node) -> Failure {
    Failure(
      "shape-mismatch", "the shapes \(a) and \(b) do not go together in '\(text(of: node))'",
      at: node)
  }

  static func areEqual(_ a: Tensor, _ b: Tensor) -> Bool {
    a.shape == b.shape && (0..<a.count).allSatisfy { a[flat: $0].isEqual(to: b[flat: $0]) }
  }

  private static func nested(_ truths: [Bool], shape: [Int]) -> Value {
    var values = truths.map(Value.truth)
    for extent in shape.dropFirst().reversed() where extent > 0 {
      values = stride(from: 0, to: values.count, by: extent).map {
        .list(Array(values[$0..<min($0 + extent, values.count)]))
      }
    }
    return .list(values)
  }
}

extension Value {
  /// A truth value, or whether all of a list of truths hold; nil for anything else.
  public var truth: Bool? {
    if case .truth(let truth) = self { return truth }
    guard case .list(let items) = self, !items.isEmpty else { return nil }
    var holds = true
    for item in items {
      guard let truth = item.truth else { return nil }
      holds = holds && truth
    }
    return holds
  }
}

extension Comparison {
  /// Whether the relation holds between two numbers.
  public func holds(_ left: Real, _ right: Real) -> Bool {
    switch self {
    case .equal: left.isEqual(to: right)
    case .unequal: !left.isEqual(to: right)
    case .less: left < right
    case .atMost: left <= right
    case .greater: left > right
    case .atLeast: left >= right
    }
  }
}
