import Algebra
import Workings

/// `svm_loss`: how far the wrong classes come within a margin of the right one.
///
/// Shapes: scores [classes] with one label, or [samples, classes] with a list of labels.
enum MulticlassHinge {
  static let builtIn = BuiltIn(
    "svm_loss",
    parameters: [
      .positional("scores", .numbers), .positional("label", .numbers),
      .labelled("delta", .scalar, or: .value(.number(1))),
      .convention("squared", .truth, or: .truth(false)),
      .convention("reduction", .choice(["mean", "sum"]), or: .text("mean")),
      ClassLabels.first,
    ],
    summary: "the multi-class hinge loss: Σ max(0, s_j - s_label + delta) over the wrong classes j",
    source: "Weston and Watkins 1999; cs231n.github.io/linear-classify",
    example: .init("svm_loss([3, 5, -2], 1)", gives: "3")
  ) { call throws(Failure) in
    let graph = call.graph
    let scores = try call.numbers("scores")
    let sizes = try call.sizes(of: "scores")
    let labels = try ClassLabels(call).positions("label", classes: sizes.last ?? 1)
    switch sizes.count {
    case 1:
      guard labels.count == 1 else { throw count(labels.count, 1, call) }
      return .formula(try loss(of: scores, row: [], classes: sizes[0], label: labels[0], call))
    case 2:
      guard labels.count == sizes[0] else { throw count(labels.count, sizes[0], call) }
      var terms: [Node] = []
      for (row, label) in labels.enumerated() {
        terms.append(try loss(of: scores, row: [row], classes: sizes[1], label: label, call))
      }
      let sum = try graph.total(terms)
      guard try call.text("reduction") == "mean" else { return .formula(sum) }
      return .formula(try graph.divide(sum, graph.number(labels.count)))
    default:
      throw Failure(
        "wrong-shape",
        "'svm_loss' needs scores of one or several samples, not the shape \(Shape(sizes))")
    }
  }

  /// The sum over the wrong classes of one sample.
  private static func loss(
    of scores: Node, row: [Int], classes: Int, label: Int, _ call: CallContext
  ) throws(Failure) -> Node {
    let graph = call.graph
    let right = try WindowEntries.entry(of: scores, row + [label - 1], graph)
    var terms: [Node] = []
    for other in 1...classes where other != label {
      let wrong = try WindowEntries.entry(of: scores, row + [other - 1], graph)
      let gap = try graph.add(try graph.subtract(wrong, right), try call.number("delta"))
      let excess = try graph.larger(graph.number(0), gap)
      terms.append(
        try call.truth("squared") ? try graph.power(excess, graph.number(2)) : excess)
    }
    return try graph.total(terms)
  }

  private static func count(_ found: Int, _ wanted: Int, _ call: CallContext) -> Failure {
    Failure(
      "shape-mismatch",
      "there \(found == 1 ? "is 1 label" : "are \(found) labels") for the scores of \(wanted) sample\(wanted == 1 ? "" : "s")",
      at: call.operand("label"))
  }
}
