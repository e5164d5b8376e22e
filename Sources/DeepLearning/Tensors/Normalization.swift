import Algebra
import Workings

/// Batch normalization, dropout and attention by hand: formulas, so that gradients and working follow.
enum Normalization {
  static let all: [BuiltIn] = [batchNormalize, dropoutMask, attention]

  /// γ(x − μ)/√(σ² + ε) + β with the population's variance.
  private static let batchNormalize = BuiltIn(
    "batch_normalize",
    parameters: [
      .positional("x", .numbers), .labelled("gamma", .numbers, or: .value(.number(1))),
      .labelled("beta", .numbers, or: .value(.number(0))),
      .labelled("eps", .scalar, or: .value(.number(Real(1, 100_000)))),
      .convention("over", .choice(["batch", "features"]), or: .text("batch")),
    ],
    summary: "mean 0 and variance 1 over the batch (the rows of a matrix), then scaled and shifted",
    source: "Ioffe and Szegedy, arXiv:1502.03167, algorithm 1; torch.nn.BatchNorm1d",
    example: .init("round(batch_normalize([1, 3], eps: 0))", gives: "[-1, 1]"), isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let x = try call.numbers("x")
    let rank = graph.shape(of: x).rank
    guard (1...2).contains(rank) else {
      throw Failure("wrong-shape", "'batch_normalize' needs a vector or a matrix", at: x)
    }
    // One row a statistic: the batch runs along the columns of the transposed matrix.
    let over = try call.text("over")
    let isTurned = rank == 2 && over == "batch"
    let rows = isTurned ? try graph.transpose(x) : x
    let mean = try call.local("mu", tex: "\\mu", rowMeans(rows, graph))
    let centred = try graph.subtract(rows, mean)
    let squares = try graph.power(centred, graph.number(2))
    let variance = try call.local("variance", tex: "\\sigma^2", rowMeans(squares, graph))
    let eps = try call.parameter("eps", tex: "\\epsilon")
    let scale = try graph.apply(.sqrt, to: try graph.add(variance, eps))
    var result = try graph.divide(centred, scale)
    let gamma = try call.number("gamma")
    let beta = try call.number("beta")
    // A vector of γ or β has one entry a feature, and features are rows here.
    let hasVectors = [gamma, beta].contains { graph.shape(of: $0).rank == 1 }
    let isTurnedBack = rank == 2 && !isTurned && hasVectors
    if isTurnedBack { result = try graph.transpose(result) }
    if gamma != graph.number(1) { result = try graph.multiply(gamma, result) }
    if beta != graph.number(0) { result = try graph.add(result, beta) }
    return .formula(isTurned || isTurnedBack ? try graph.transpose(result) : result)
  }

  /// The mean of a vector, or of each row of a matrix as a vector.
  private static func rowMeans(_ x: Node, _ graph: Graph) throws(Failure) -> Node {
    let shape = graph.shape(of: x)
    guard shape.rank == 2 else { return try graph.mean(x) }
    let count = Shape([shape.extents[1]])
    let sums = try graph.matrixProduct(x, graph.spread(graph.number(1), to: count))
    return try graph.divide(sums, try graph.count(of: count))
  }

  private static let dropoutMask = BuiltIn(
    "dropout_mask",
    parameters: [
      .positional("x", .numbers), .positional("mask", .numbers), .labelled("rate", .scalar),
      .convention("inverted", .truth, or: .truth(true)),
    ],
    summary: "what a mask of zeros and ones leaves, scaled by 1/(1 - rate) in training",
    source: "Srivastava et al. 2014; torch.nn.Dropout",
    example: .init("dropout_mask([1, 2], [1, 0], rate: 1/2)", gives: "[2, 0]"), isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let kept = try graph.multiply(try call.numbers("x"), try call.numbers("mask"))
    guard try call.truth("inverted") else { return .formula(kept) }
    let rate = try call.parameter("rate", tex: "p")
    return .formula(try graph.divide(kept, try graph.subtract(graph.number(1), rate)))
  }

  private static let attention = BuiltIn(
    "scaled_dot_attention",
    parameters: [
      .positional("Q", .numbers), .positional("K", .numbers), .positional("V", .numbers),
      .labelled("mask", .numbers, or: .none), .convention("scale", .truth, or: .truth(true)),
    ],
    summary:
      "softmax(QKᵀ/√d)V: a record of scores, weights and output; where the mask is 0 nothing is seen",
    source: "Vaswani et al., arXiv:1706.03762, equation 1",
    example: .init(
      "scaled_dot_attention([[1, 0]], [[1, 0], [1, 0]], [[2], [4]]).output", gives: "[[3]]"),
    isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let (queries, keys) = (try call.numbers("Q"), try call.numbers("K"))
    var scores = try graph.matrixProduct(queries, try graph.transpose(keys))
    if try call.truth("scale"), let width = graph.shape(of: keys).extents.last {
      let size = try graph.count(of: Shape([width]))
      scores = try graph.divide(scores, try graph.apply(.sqrt, to: size))
    }
    if let mask = call.operand("mask") {
      let isSeen = try graph.compare(.greater, mask, graph.number(0))
      scores = try graph.choose(isSeen, scores, graph.number(-1_000_000_000))
    }
    let weights = try graph.normalized(.softmax, scores)
    let output = try graph.matrixProduct(weights, try call.numbers("V"))
    return .formula(
      graph.make(
        .record(["scores", "weights", "output"]), [scores, weights, output],
        sort: .data(.record)))
  }
}
