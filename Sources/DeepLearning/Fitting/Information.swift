import Algebra
import Workings

/// Entropy and what is made of it; natural logarithms unless a base is given.
enum Information {
  static let all: [BuiltIn] = [entropy, divergence, gain]

  private static let base = Parameter.labelled("base", .scalar, or: .none)

  private static let entropy = BuiltIn(
    "entropy", parameters: [.positional("p", .numbers), base],
    summary: "-Σ p log p, with 0 log 0 = 0", source: "Shannon 1948",
    example: .init("round(entropy([1/2, 1/4, 1/4], base: 2), places: 9)", gives: "3/2")
  ) { call throws(Failure) in
    try check("p", call)
    return .formula(try entropy(of: try call.numbers("p"), call))
  }

  private static let divergence = BuiltIn(
    "kl",
    parameters: [
      .positional("p", .numbers), .positional("q", .numbers), base,
      .labelled("log0", .scalar, or: .none),
    ],
    summary: "the Kullback-Leibler divergence Σ p log(p/q)", source: "Kullback and Leibler 1951",
    example: .init("kl([1/2, 1/2], [1/2, 1/2])", gives: "0")
  ) { call throws(Failure) in
    let graph = call.graph
    try check("p", call)
    try check("q", call)
    let (p, q) = (try call.numbers("p"), try call.numbers("q"))
    let (own, other) = (try call.value("p"), try call.value("q"))
    let hasZero = own.hasZero || other.hasZero
    if other.isZeroWhere(own), call.operand("log0") == nil {
      throw Failure(
        "log-of-zero",
        "logarithm of zero: '\(NodeText(graph).text(of: q))' is 0 where '\(NodeText(graph).text(of: p))' is not",
        at: q,
        hint: "give the convention log0: to say what log(0) stands for")
    }
    guard hasZero else {
      let ratio = try graph.apply(.log, to: try graph.divide(p, q))
      return .formula(try scaled(try graph.inner(p, ratio), call))
    }
    // Where p is 0 the term is 0, whatever q is.
    let logarithms = Logarithms(call)
    let ownTerms = try logarithms.term(weight: p, of: p) ?? p
    let otherTerms = try logarithms.term(weight: p, of: q) ?? p
    let sum = try graph.reduce(.sum, try graph.subtract(ownTerms, otherTerms))
    return .formula(try scaled(sum, call))
  }

  private static let gain = BuiltIn(
    "information_gain",
    parameters: [.positional("parent", .numbers), .positional("children", .numbers), base],
    summary: "the entropy of the parent's classes less the mean entropy of the children's",
    source: "Quinlan 1986",
    example: .init(
      "round(information_gain([4, 4], [[4, 0], [0, 4]], base: 2), places: 9)", gives: "1")
  ) { call throws(Failure) in
    let graph = call.graph
    let (parent, children) = (try call.numbers("parent"), try call.numbers("children"))
    let sizes = try call.sizes(of: "children")
    guard sizes.count == 2, try call.sizes(of: "parent") == [sizes[1]] else {
      throw Failure(
        "shape-mismatch",
        "'information_gain' needs a row of class counts for every child, as long as the parent's",
        at: try call.node("children"))
    }
    try checkCounts(call)
    let total = try graph.reduce(.sum, children)
    var rest: [Node] = []
    for row in 1...max(sizes[0], 1) {
      let counts = try WindowEntries.entry(of: children, [row - 1], graph)
      let size = try graph.reduce(.sum, counts)
      if case .number(let number)? = try? call.evaluator.value(of: size), number.isZero { continue }
      let inner = try entropy(of: try graph.divide(counts, size), call)
      rest.append(try graph.multiply(try graph.divide(size, total), inner))
    }
    let whole = try graph.divide(parent, try graph.reduce(.sum, parent))
    return .formula(
      try graph.subtract(try entropy(of: whole, call), try graph.total(rest)))
  }

  /// Counts with values must not be negative, and the children's add up to the parent's.
  private static func checkCounts(_ call: CallContext) throws(Failure) {
    guard case .tensor(let parent) = try call.value("parent"),
      case .tensor(let children) = try call.value("children")
    else { return }
    let isNegative = (parent.entries + children.entries).contains { $0.isNegative }
    let classes = parent.count
    let sums = (0..<classes).map { place in
      stride(from: place, to: children.count, by: classes).reduce(Real(0)) {
        $0 + children[flat: $1]
      }
    }
    guard !isNegative, zip(sums, parent.entries).allSatisfy({ $0.isEqual(to: $1) }) else {
      throw Failure(
        "no-distribution",
        isNegative
          ? "a class count is negative"
          : "the children's counts add up to \(NodeText.text(of: Tensor(sums))), and the parent has \(NodeText.text(of: parent))",
        at: call.operand("children"))
    }
  }

  private static func entropy(of p: Node, _ call: CallContext) throws(Failure) -> Node {
    let graph = call.graph
    let terms = try Logarithms(call).term(weight: p, of: p) ?? graph.number(0)
    return try scaled(try graph.negate(try graph.reduce(.sum, terms)), call)
  }

  /// Natural logarithms made those to a base.
  private static func scaled(_ sum: Node, _ call: CallContext) throws(Failure) -> Node {
    guard call.operand("base") != nil else { return sum }
    return try call.graph.divide(sum, try call.graph.apply(.log, to: try call.number("base")))
  }

  /// Probabilities that are numbers must not be negative, and add up to 1.
  private static func check(_ label: String, _ call: CallContext) throws(Failure) {
    guard case .tensor(let p) = try call.value(label) else { return }
    let isNegative = p.entries.contains { $0.isNegative }
    let sum = p.entries.reduce(Real(0)) { $0 + $1 }
    guard isNegative || abs(sum.double - 1) > 1e-6 else { return }
    throw Failure(
      "no-distribution",
      isNegative
        ? "'\(label)' has a negative probability"
        : "the probabilities of '\(label)' add up to \(sum), not to 1",
      at: call.operand(label))
  }
}

extension Value {
  /// Whether a number or an entry is 0.
  fileprivate var hasZero: Bool {
    numbers?.entries.contains { $0.isZero } ?? false
  }

  /// Whether an entry is 0 where that of `weights` is not.
  fileprivate func isZeroWhere(_ weights: Value) -> Bool {
    guard case .tensor(let mine) = self, case .tensor(let weights) = weights,
      mine.count == weights.count
    else { return false }
    return (0..<mine.count).contains { mine[flat: $0].isZero && !weights[flat: $0].isZero }
  }
}
