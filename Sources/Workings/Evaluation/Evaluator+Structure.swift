public import Algebra

extension Evaluator {
  func sample(_ operands: [Node]) throws(Failure) -> Value {
    .sample(Sample(input: try value(of: operands[0]), target: try value(of: operands[1])))
  }

  func record(_ names: [String], _ operands: [Node]) throws(Failure) -> Value {
    var fields: [Record.Field] = []
    for (name, operand) in zip(names, operands) {
      fields.append(Record.Field(name, try value(of: operand)))
    }
    return .record(Record(fields))
  }

  func interval(_ node: Node) throws(Failure) -> Value {
    let operands = graph.operands(of: node)
    switch (try value(of: operands[0]), try value(of: operands[1])) {
    case (.number(let low), .number(let high)): return .interval(low, high)
    case (.expression, _), (_, .expression): return try rebuilt(node)
    case (let low, _): throw .noNumber(low, text: text(of: node))
    }
  }

  func list(_ operands: [Node]) throws(Failure) -> Value {
    var items: [Value] = []
    var samples: [Sample] = []
    for operand in operands {
      let item = try value(of: operand)
      if case .sample(let sample) = item { samples.append(sample) }
      items.append(item)
    }
    return samples.count == items.count && !items.isEmpty ? .dataSet(samples) : .list(items)
  }

  /// `[a, b]` and `concat(a, b)`.
  func assemble(_ node: Node) throws(Failure) -> Value {
    try checkSize(of: node)
    let operation = graph.operation(of: node)
    var tensors: [Tensor] = []
    for operand in graph.operands(of: node) {
      switch try value(of: operand) {
      case .number(let number): tensors.append(Tensor(scalar: number))
      case .tensor(let tensor): tensors.append(tensor)
      case .expression: return try rebuilt(node)
      case .sample, .text, .truth, .record, .list, .dataSet, .trace, .network, .figure, .listing,
        .function, .interval, .names:
        return try list(graph.operands(of: node))
      }
    }
    guard let first = tensors.first else { return .tensor(Tensor(shape: [0], entries: [])) }
    if operation == .concatenate {
      let parts = tensors.map { $0.rank == 0 ? $0.reshaped([1]) : $0 }
      guard parts.allSatisfy({ $0.shape.dropFirst() == parts[0].shape.dropFirst() }) else {
        throw Failure(
          "shape-mismatch", "'\(text(of: node))' joins rows of different shapes", at: node)
      }
      return .tensor(Tensor.concat(parts))
    }
    guard tensors.allSatisfy({ $0.shape == first.shape }) else {
      throw Failure("ragged-rows", "rows of different shapes in '\(text(of: node))'")
    }
    return .tensor(Tensor.stack(tensors))
  }

  /// The named part of a structured value.
  public func field(_ name: String, of value: Value, text: String) throws(Failure) -> Value {
    switch value {
    case .trace(let trace):
      if let field = trace.fields[name] { return field }
      if let column = trace.column(name) { return Evaluator.collected(column) }
      throw .unknownField(name, of: text, known: trace.fields.fields.map(\.name) + trace.columns)
    case .record(let record):
      if let field = record[name] { return field }
      throw .unknownField(name, of: text, known: record.fields.map(\.name))
    case .sample(let sample):
      if name == "x" { return sample.input }
      if name == "y" { return sample.target }
      throw .unknownField(name, of: text, known: ["x", "y"])
    case .interval(let low, let high):
      if name == "low" { return .number(low) }
      if name == "high" { return .number(high) }
      throw .unknownField(name, of: text, known: ["low", "high"])
    case .number, .truth, .text, .tensor, .expression, .dataSet, .list, .function, .network,
      .figure, .listing, .names:
      throw Failure("unknown-field", "'\(text)' is \(value.description): it has no field '\(name)'")
    }
  }

  /// Values of one kind and shape as a tensor, others as a list.
  static func collected(_ values: [Value]) -> Value {
    var tensors: [Tensor] = []
    for value in values {
      guard let tensor = value.numbers else { return .list(values) }
      tensors.append(tensor)
    }
    guard let first = tensors.first, tensors.allSatisfy({ $0.shape == first.shape }),
      first.rank < Graph.rankLimit
    else { return .list(values) }
    return .tensor(Tensor.stack(tensors))
  }

  func index(_ node: Node) throws(Failure) -> Value {
    let operands = graph.operands(of: node)
    let whole = try value(of: operands[0])
    if case .text(let key) = try value(of: operands[1]) {
      return try entry(key, of: whole, node)
    }
    var positions: [Int] = []
    for operand in operands.dropFirst() {
      switch try value(of: operand) {
      case .number(let number):
        guard let position = number.exactValue?.integer, number.isInteger else {
          throw Failure(
            "index-not-whole",
            "the index '\(text(of: operand))' is no whole number (it is \(NodeText.text(of: number)))",
            at: operand)
        }
        positions.append(position)
      case .expression: return try rebuilt(node)
      case let other: throw .noNumber(other, text: text(of: operand))
      }
    }
    return try entry(positions, of: whole, node)
  }

  private func entry(_ key: String, of whole: Value, _ node: Node) throws(Failure) -> Value {
    let name = text(of: graph.operands(of: node)[0])
    if case .trace(let trace) = whole {
      guard let column = trace.column(key) else {
        throw .unknownField(key, of: name, known: trace.columns)
      }
      return Evaluator.collected(column)
    }
    if case .network(let network) = whole {
      guard let layer = network.layers.first(where: { $0.name == key }) else {
        throw .unknownLayer(key, known: network.layers.map(\.name))
      }
      return .network(Network([layer]))
    }
    guard case .record = whole else {
      throw Failure("wrong-type", "'\(name)' is \(whole.description): it has no part \"\(key)\"")
    }
    return try field(key, of: whole, text: name)
  }

  private func entry(_ positions: [Int], of whole: Value, _ node: Node) throws(Failure) -> Value {
    let operands = graph.operands(of: node)
    func check(_ position: Int, _ count: Int, _ axis: Int) throws(Failure) {
      guard (1...max(count, 1)).contains(position), count > 0 else {
        throw .outOfRange(position, count, of: text(of: operands[0]), at: operands[axis + 1])
      }
    }
    switch whole {
    case .tensor(var tensor):
      for (axis, position) in positions.enumerated() {
        guard tensor.rank > 0 else {
          throw Failure("index-out-of-range", "'\(text(of: node))' has more indices than axes")
        }
        try check(position, tensor.shape[0], axis)
        tensor = tensor.row(position - 1)
      }
      return tensor.rank == 0 ? .number(tensor[flat: 0]) : .tensor(tensor)
    case .list(let items):
      try check(positions[0], items.count, 0)
      return items[positions[0] - 1]
    case .dataSet(let samples):
      try check(positions[0], samples.count, 0)
      return .sample(samples[positions[0] - 1])
    case .trace(let trace):
      try check(positions[0], trace.rows.count, 0)
      let cells = zip(trace.columns, trace.rows[positions[0] - 1])
      return .record(Record(cells.map { Record.Field($0, $1) }))
    case .expression(let inner): return try symbolicEntry(positions, of: inner, node)
    case let other:
      throw Failure(
        "wrong-type", "'\(text(of: operands[0]))' is \(other.description): it has no entries")
    }
  }

  private func symbolicEntry(
    _ positions: [Int], of inner: Node, _ node: Node
  ) throws(Failure) -> Value {
    var inner = inner
    // A name that stands for entries one by one is asked for the entry itself.
    if case .name(let id) = graph.operation(of: inner), let definition = graph.definition(of: id),
      case .expression(let meaning) = try value(of: definition),
      case .stack = graph.operation(of: meaning)
    {
      inner = meaning
    }
    for (axis, position) in positions.enumerated() {
      let shape = graph.shape(of: inner)
      if case .known(let count)? = shape.extents.first, !(1...max(count, 1)).contains(position) {
        throw .outOfRange(
          position, count, of: text(of: graph.operands(of: node)[0]),
          at: graph.operands(of: node)[axis + 1])
      }
      if case .stack = graph.operation(of: inner) {
        inner = graph.operands(of: inner)[position - 1]
      } else {
        inner = try graph.index(inner, at: [graph.number(position)])
      }
    }
    return .expression(inner)
  }

  func slice(_ node: Node) throws(Failure) -> Value {
    let operands = graph.operands(of: node)
    guard case .number(let low) = try value(of: operands[1]),
      case .number(let high) = try value(of: operands[2]),
      let first = low.exactValue?.integer, let last = high.exactValue?.integer
    else { return try rebuilt(node) }
    func check(_ count: Int) throws(Failure) {
      guard last >= first else {
        throw Failure(
          "index-out-of-range",
          "the range \(first)...\(last) holds no position: '\(text(of: operands[0]))' has the positions 1...\(count)",
          at: operands[1], hint: "write the lower position first")
      }
      guard first >= 1, last <= count else {
        throw .outOfRange(
          first < 1 ? first : last, count, of: text(of: operands[0]), at: operands[1])
      }
    }
    switch try value(of: operands[0]) {
    case .tensor(let tensor) where tensor.rank > 0:
      try check(tensor.shape[0])
      let rest = tensor.shape.dropFirst().map { 0..<$0 }
      return .tensor(tensor.slice([(first - 1)..<last] + rest))
    case .list(let items):
      try check(items.count)
      return .list(Array(items[(first - 1)..<last]))
    case .dataSet(let samples):
      try check(samples.count)
      return .dataSet(Array(samples[(first - 1)..<last]))
    case .trace(let trace):
      try check(trace.rows.count)
      return .trace(trace.rows((first - 1)..<last))
    case .expression: return try rebuilt(node)
    case let other:
      throw Failure(
        "wrong-type", "'\(text(of: operands[0]))' is \(other.description): it has no entries")
    }
  }
}

extension Failure {
  static func unknownField(_ name: String, of text: String, known: [String]) -> Failure {
    Failure(
      "unknown-field", "'\(text)' has no field or column '\(name)'",
      hint: "it has \(known.withoutRepeats.joined(separator: ", "))")
  }

  static func unknownLayer(_ name: String, known: [String]) -> Failure {
    Failure(
      "unknown-layer", "there is no layer '\(name)'",
      hint: "the layers are \(known.joined(separator: ", "))")
  }

  static func outOfRange(_ position: Int, _ count: Int, of text: String, at node: Node) -> Failure {
    Failure(
      "index-out-of-range",
      "the index \(position) is out of range: '\(text)' has the positions 1...\(count)", at: node,
      hint: position == 0 ? "count positions from 1" : nil)
  }
}

extension [String] {
  /// Each once, where it stands first.
  public var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
