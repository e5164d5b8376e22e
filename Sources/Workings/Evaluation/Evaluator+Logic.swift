public import Algebra

extension Evaluator {
  /// `and` and `or` look at the right side only where it matters.
  func logic(_ operation: Operation, _ node: Node) throws(Failure) -> Value {
    let operands = graph.operands(of: node)
    guard case .some(let first) = try truth(operands[0]) else { return try rebuilt(node) }
    switch operation {
    case .not: return .truth(!first)
    case .and where !first: return .truth(false)
    case .or where first: return .truth(true)
    default:
      guard let second = try truth(operands[1]) else { return try rebuilt(node) }
      return .truth(second)
    }
  }

  /// A truth value; nil while it is symbolic.
  private func truth(_ node: Node) throws(Failure) -> Bool? {
    switch try value(of: node) {
    case .truth(let value): return value
    case .expression: return nil
    case let other:
      throw Failure(
        "wrong-type", "'\(text(of: node))' is \(other.description), not a condition (a truth value)"
      )
    }
  }

  /// The chosen branch alone is worked out; entry by entry where the condition has a shape.
  func choose(_ node: Node) throws(Failure) -> Value {
    let operands = graph.operands(of: node)
    switch try value(of: operands[0]) {
    case .truth(let condition): return try value(of: operands[condition ? 1 : 2])
    case .expression: return try rebuilt(node)
    case .list(let conditions):
      let flat = Evaluator.flattened(conditions)
      let yes = try value(of: operands[1])
      let no = try value(of: operands[2])
      guard case .tensor(let a) = yes, case .tensor(let b) = no, flat.count == a.count,
        a.shape == b.shape
      else { return try rebuilt(node) }
      let entries = flat.indices.map { flat[$0] ? a[flat: $0] : b[flat: $0] }
      return .tensor(Tensor(shape: a.shape, entries: entries))
    case let other:
      throw Failure(
        "wrong-type",
        "'\(text(of: operands[0]))' is \(other.description), not a condition (a truth value)",
        at: operands[0])
    }
  }

  private static func flattened(_ conditions: [Value]) -> [Bool] {
    var flat: [Bool] = []
    var stack = Array(conditions.reversed())
    while let value = stack.popLast() {
      switch value {
      case .truth(let truth): flat.append(truth)
      case .list(let inner): stack.append(contentsOf: inner.reversed())
      default: continue
      }
    }
    return flat
  }

  /// Two values compared: numbers by value, tensors whole under `==`, everything else by equality.
  func compare(_ comparison: Comparison, _ node: Node) throws(Failure) -> Value {
    let operands = graph.operands(of: node)
    let (left, right) = (try value(of: operands[0]), try value(of: operands[1]))
    switch (left, right) {
    case (.expression, _), (_, .expression): return try rebuilt(node)
    case (.number(let a), .number(let b)): return .truth(comparison.holds(a, b))
    case (.tensor(let a), .tensor(let b)):
      switch comparison {
      case .equal: return .truth(Evaluator.areEqual(a, b))
      case .unequal: return .truth(!Evaluator.areEqual(a, b))
      case .less, .atMost, .greater, .atLeast:
        let truths = (0..<a.count).map { comparison.holds(a[flat: $0], b[flat: $0]) }
        return Evaluator.nested(truths, shape: a.shape)
      }
    default:
      switch comparison {
      case .equal: return .truth(left == right)
      case .unequal: return .truth(left != right)
      case .less, .atMost, .greater, .atLeast:
        throw .noNumber(left, text: text(of: operands[0]))
      }
    }
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
