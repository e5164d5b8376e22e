import Algebra
import Workings

extension Operations {
  static let constructors: [BuiltIn] = [
    filled("zeros", 0, "a tensor of zeros", "zeros(2)", "[0, 0]"),
    filled("ones", 1, "a tensor of ones", "ones(2)", "[1, 1]"),
    identity, linspace, reshape, concat, stack, oneHot,
  ]

  private static func filled(
    _ name: String, _ value: Int, _ summary: String, _ source: String, _ result: String
  ) -> BuiltIn {
    BuiltIn(
      name,
      parameters: [
        .positional("size", .integer(atLeast: 1)), .positional("more", .variadic, or: .none),
      ],
      summary: summary, example: .init(source, gives: result), isOperation: true
    ) { call throws(Failure) in
      let shape = try call.shape(["size"])
      return .formula(call.graph.spread(call.graph.number(value), to: shape))
    }
  }

  private static let identity = BuiltIn(
    "identity", parameters: [.positional("n", .integer(atLeast: 1))],
    summary: "the n×n identity matrix",
    example: .init("identity(2)", gives: "[[1, 0], [0, 1]]"), isOperation: true
  ) { call throws(Failure) in
    let n = try call.integer("n")
    try call.checkCount([n, n])
    return .formula(call.graph.constant(Tensor.identity(n)))
  }

  private static let linspace = BuiltIn(
    "linspace",
    parameters: [
      .positional("a", .scalar), .positional("b", .scalar),
      .positional("n", .integer(atLeast: 2)),
    ],
    summary: "n numbers from a to b at equal distances, both included",
    example: .init("linspace(0, 1, 3)", gives: "[0, 1/2, 1]"), isOperation: true
  ) { call throws(Failure) in
    let n = try call.integer("n")
    try call.checkCount([n])
    guard case .number(let a) = try call.value("a"), case .number(let b) = try call.value("b")
    else {
      throw Failure("needs-value", "'linspace' needs ends with values")
    }
    let entries = (0..<n).map { a + (b - a) * Real($0, n - 1) }
    return .formula(call.graph.constant(Tensor(entries)))
  }

  private static let reshape = BuiltIn(
    "reshape",
    parameters: [.positional("x", .numbers), .positional("more", .variadic, or: .none)],
    summary: "the same entries, row by row, in another shape",
    example: .init("reshape([1, 2, 3, 4], 2, 2)", gives: "[[1, 2], [3, 4]]"), isOperation: true
  ) { call throws(Failure) in
    .formula(try call.graph.reshape(try call.numbers("x"), to: try call.shape([])))
  }

  private static let concat = BuiltIn(
    "concat",
    parameters: [.positional("x", .numbers), .positional("more", .variadic, or: .none)],
    summary: "one behind the other along the first axis",
    example: .init("concat([1, 2], [3])", gives: "[1, 2, 3]"), isOperation: true
  ) { call throws(Failure) in
    .formula(try call.graph.concatenate([try call.numbers("x")] + call.variadic))
  }

  private static let stack = BuiltIn(
    "stack",
    parameters: [.positional("x", .numbers), .positional("more", .variadic, or: .none)],
    summary: "as the entries of a new first axis",
    example: .init("stack([1, 2], [3, 4])", gives: "[[1, 2], [3, 4]]"), isOperation: true
  ) { call throws(Failure) in
    .formula(try call.graph.stack([try call.numbers("x")] + call.variadic))
  }

  private static let oneHot = BuiltIn(
    "one_hot",
    parameters: [
      .positional("k", .numbers), .positional("n", .integer(atLeast: 1)), ClassLabels.first,
    ],
    summary: "n entries, 1 at the position of class k and 0 elsewhere; a row for each of a list",
    source: "torch.nn.functional.one_hot, whose classes count from 0",
    example: .init("one_hot(2, 3)", gives: "[0, 1, 0]"), isOperation: true
  ) { call throws(Failure) in
    let n = try call.integer("n")
    try call.checkCount([n])
    let places = try ClassLabels(call).positions("k", classes: n)
    let isList = graphRank(of: "k", call) == 1
    try call.checkCount(isList ? [places.count, n] : [n])
    let entries = places.flatMap { place in (1...n).map { Real($0 == place ? 1 : 0) } }
    return .formula(
      call.graph.constant(
        Tensor(shape: isList ? [places.count, n] : [n], entries: entries)))
  }

  private static func graphRank(of label: String, _ call: CallContext) -> Int {
    call.operand(label).map { call.graph.shape(of: $0).rank } ?? 0
  }
}

extension CallContext {
  /// The sizes of a shape: these parameters, then the further arguments.
  func shape(_ labels: [String]) throws(Failure) -> Shape {
    var sizes: [Int] = []
    for label in labels { sizes.append(try integer(label)) }
    for node in variadic {
      guard case .number(let number) = try evaluator.value(of: node),
        let size = number.exactValue?.integer, size > 0, number.isInteger
      else {
        let text = NodeText(graph).text(of: node)
        throw Failure("wrong-shape", "the size '\(text)' is no positive whole number", at: node)
      }
      sizes.append(size)
    }
    try checkCount(sizes)
    return Shape(sizes)
  }

  /// Refuses tensors beyond the limit before anything is made of them.
  func checkCount(_ sizes: [Int]) throws(Failure) {
    let limit = Evaluator.entryLimit
    guard sizes.count <= Graph.rankLimit else {
      throw Failure("wrong-shape", "a tensor may have \(Graph.rankLimit) axes, not \(sizes.count)")
    }
    guard let count = Shape(sizes).count, count <= limit else {
      throw Failure(
        "tensor-too-large",
        "a tensor of the shape \(Shape(sizes)) is too large: the limit is \(limit) entries")
    }
  }
}
