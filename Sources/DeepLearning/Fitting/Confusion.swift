import Algebra
import Workings

/// `confusion` and `accuracy`: how often a classifier is right, and how it errs.
enum Confusion {
  static let all: [BuiltIn] = [accuracy, confusion]

  private static let accuracy = BuiltIn(
    "accuracy", parameters: [.positional("f", .function), .positional("data", .data)],
    summary: "the share of samples x -> y with f(x) == y",
    example: .init("f(x) = step(x); accuracy(f, [-1 -> 0, 1 -> 1, 2 -> 0])", gives: "2/3")
  ) { call throws(Failure) in
    let classified = try Classified(call)
    let right = classified.pairs.count { Classified.areSame($0.actual, $0.predicted) }
    let total = classified.pairs.count
    let share = try call.graph.divide(
      call.graph.number(Real(right)), call.graph.number(Real(total)))
    let words = "\(right) of \(total) samples get the right label."
    return .formula(share, steps: [.sentence([.words(words)])])
  }

  private static let confusion = BuiltIn(
    "confusion",
    parameters: [
      .positional("f", .function, or: .none), .positional("data", .data, or: .none),
      .labelled("tp", .integer(atLeast: 0), or: .none),
      .labelled("fp", .integer(atLeast: 0), or: .none),
      .labelled("fn", .integer(atLeast: 0), or: .none),
      .labelled("tn", .integer(atLeast: 0), or: .none),
      .convention("rows", .choice(["actual", "predicted"]), or: .text("actual")),
    ],
    summary: "accuracy, precision, recall, specificity and F1 of a classifier",
    source: "scikit-learn.org, sklearn.metrics",
    example: .init("confusion(tp: 30, fp: 10, fn: 20, tn: 40).precision", gives: "3/4")
  ) { call throws(Failure) in
    if call.operand("tp") != nil || call.operand("f") == nil { return try binary(call) }
    if call.operand("data") != nil {
      let classified = try Classified(call)
      let (labels, counts) = try classified.counts()
      let measures = ConfusionMeasures(counts: counts, labels: labels, in: call)
      return .value(.record(measures.record), steps: measures.steps)
    }
    let measures = try ConfusionMeasures(matrix: try matrix(call), in: call)
    return .value(.record(measures.record), steps: measures.steps)
  }

  /// From the four counts of two classes.
  private static func binary(_ call: CallContext) throws(Failure) -> Expansion {
    var counts: [Int] = []
    for label in ["tp", "fn", "fp", "tn"] { counts.append(try call.integer(label)) }
    let measures = ConfusionMeasures(
      counts: [[counts[0], counts[1]], [counts[2], counts[3]]],
      labels: [.text("positive"), .text("negative")], in: call, isBinary: true)
    return .value(.record(measures.record), steps: measures.steps)
  }

  /// A matrix of counts, turned so that its rows are the actual classes.
  private static func matrix(_ call: CallContext) throws(Failure) -> [[Int]] {
    let node = try call.node("f")
    guard case .tensor(let tensor) = try call.evaluator.value(of: node), tensor.rank == 2,
      tensor.shape[0] == tensor.shape[1], tensor.shape[0] > 0
    else {
      throw Failure(
        "wrong-type", "'confusion' needs a function and data, a square matrix, or tp: fp: fn: tn:",
        at: node)
    }
    let size = tensor.shape[0]
    var counts = Array(repeating: Array(repeating: 0, count: size), count: size)
    let isTurned = try call.text("rows") == "predicted"
    for row in 0..<size {
      for column in 0..<size {
        let entry = tensor.entry([row, column])
        guard entry.isInteger, !entry.isNegative, let count = entry.exactValue?.integer else {
          throw Failure("wrong-type", "a count is a whole number from 0 on, not \(entry)", at: node)
        }
        counts[isTurned ? column : row][isTurned ? row : column] = count
      }
    }
    return counts
  }
}

/// Samples with what a function says of them.
struct Classified {
  /// The label of every sample, and the function's.
  let pairs: [(actual: Value, predicted: Value)]
  private static let classLimit = 50

  init(_ call: CallContext) throws(Failure) {
    guard case .dataSet(let samples) = try call.value("data"), !samples.isEmpty else {
      throw Failure(
        "wrong-type", "'\(call.builtIn.name)' needs a list of samples", at: call.operand("data"))
    }
    let function = try call.function("f")
    var pairs: [(actual: Value, predicted: Value)] = []
    for sample in samples {
      pairs.append((sample.target, try function.value(at: sample.input)))
    }
    self.pairs = pairs
  }

  static func areSame(_ left: Value, _ right: Value) -> Bool {
    if case .number(let a) = left, case .number(let b) = right { return a.isEqual(to: b) }
    return left == right
  }

  /// The classes in rising order, and how often each actual one (row) was called each (column).
  func counts() throws(Failure) -> (labels: [Value], counts: [[Int]]) {
    var labels: [Value] = []
    for pair in pairs {
      for label in [pair.actual, pair.predicted]
      where !labels.contains(where: { Self.areSame($0, label) }) {
        labels.append(label)
      }
    }
    guard labels.count <= Self.classLimit else {
      throw Failure(
        "too-many-classes", "the function gives \(labels.count) different values: are they classes?"
      )
    }
    labels.sort { Self.order($0) < Self.order($1) }
    var counts = Array(repeating: Array(repeating: 0, count: labels.count), count: labels.count)
    for pair in pairs {
      let row = labels.firstIndex { Self.areSame($0, pair.actual) } ?? 0
      let column = labels.firstIndex { Self.areSame($0, pair.predicted) } ?? 0
      counts[row][column] += 1
    }
    return (labels, counts)
  }

  private static func order(_ label: Value) -> Double {
    if case .number(let number) = label { return number.double }
    return .infinity
  }
}
