import Algebra
import Workings

/// The perceptron's training, row by row.
///
/// Rosenblatt, doi:10.1037/h0042519; a mistake is a margin y·(w·x) that is not positive, and moves w
/// by η·y·x.
enum Perceptron {
  static let builtIn = BuiltIn(
    "perceptron",
    parameters: [
      .positional("data", .data),
      .labelled("epochs", .integer(atLeast: 1), or: .value(.number(10))),
      .labelled("eta", .scalar, or: .value(.number(1))),
      .labelled("start", .numbers, or: .value(.number(0))),
      .convention("bias", .choice(["augment", "separate", "none"]), or: .text("augment")),
      .convention("update_when", .choice(["<=0", "<0"]), or: .text("<=0")),
      .convention("rule", .choice(["margin", "threshold"]), or: .text("margin")),
      .labelled("threshold", .scalar, or: .value(.number(0))),
      .convention("fires", .choice([">=", ">"]), or: .text(">=")),
      .labelled("labels", .numbers, or: .none),
    ],
    summary: "perceptron training: a trace of every sample of every epoch",
    source: "Rosenblatt 1958",
    example: .init("perceptron([1 -> 1, -1 -> -1], bias: \"none\").updates", gives: "1")
  ) { call throws(Failure) in
    var training = try PerceptronTraining(call)
    return .value(.trace(try training.run()), steps: training.working)
  }
}

/// One training: the quantities of a step, and the rows so far.
struct PerceptronTraining {
  private let call: CallContext
  private let samples: [(x: Tensor, y: Real)]
  private let step: PerceptronStep
  private let epochs: Int
  private var rows: [[Value]] = []
  private var updates: [Int] = []
  private(set) var working: [Step] = []

  init(_ call: CallContext) throws(Failure) {
    self.call = call
    guard case .dataSet(let data) = try call.value("data") else {
      throw Failure("wrong-type", "'perceptron' needs a list of samples")
    }
    let isAugmented = try call.text("bias") == "augment"
    samples = try PerceptronTraining.samples(data, isAugmented: isAugmented)
    epochs = try call.integer("epochs")
    let labels = try PerceptronTraining.labels(samples.map(\.y), call)
    step = try PerceptronStep(call, inputs: samples[0].x.count, low: labels.low, high: labels.high)
    working = step.working
  }

  /// The two labels: as the call says, else -1 and 1 where a label is negative, 0 and 1 elsewhere.
  private static func labels(
    _ labels: [Real], _ call: CallContext
  ) throws(Failure) -> (low: Real, high: Real) {
    var pair = (low: Real(labels.contains { $0.isNegative } ? -1 : 0), high: Real(1))
    if let node = call.operand("labels") {
      guard case .tensor(let given) = try call.value("labels"), given.count == 2,
        given[flat: 0] < given[flat: 1]
      else {
        throw Failure(
          "wrong-shape", "'labels' takes the low and the high label", at: node,
          hint: "write labels: (0, 1)")
      }
      pair = (given[flat: 0], given[flat: 1])
    }
    for label in labels where !label.isEqual(to: pair.low) && !label.isEqual(to: pair.high) {
      throw Failure(
        "wrong-label", "the label \(label) is neither \(pair.low) nor \(pair.high)",
        at: call.operand("data"))
    }
    return pair
  }

  /// The samples as vectors, with a 1 behind for the bias where it is absorbed.
  private static func samples(
    _ data: [Sample], isAugmented: Bool
  ) throws(Failure) -> [(x: Tensor, y: Real)] {
    var samples: [(x: Tensor, y: Real)] = []
    for sample in data {
      guard case .number(let y) = sample.target else {
        throw Failure("wrong-type", "the label of a sample is a number for 'perceptron'")
      }
      let entries: [Real]
      if case .number(let x) = sample.input {
        entries = [x]
      } else if case .tensor(let x) = sample.input, x.rank == 1 {
        entries = x.entries
      } else {
        throw Failure("wrong-type", "the input of a sample is a vector for 'perceptron'")
      }
      let x = Tensor(entries + (isAugmented ? [1] : []))
      if let first = samples.first, first.x.count != x.count {
        throw Failure(
          "sample-lengths",
          "the samples have inputs of different lengths: \(first.x.count - (isAugmented ? 1 : 0)) and \(entries.count)"
        )
      }
      samples.append((x, y))
    }
    return samples
  }

  mutating func run() throws(Failure) -> Trace {
    var runner = RecurrenceRunner(
      step.recurrence, from: try step.start(call, inputs: samples[0].x.count), in: call.evaluator)
    let overridden = call.overriddenCells
    var converged = false
    var epoch = 0
    while epoch < epochs, !converged {
      epoch += 1
      var mistakes = 0
      for sample in samples {
        let inputs: [Quantity.ID: Value] = [
          step.x: .tensor(sample.x), step.y: .number(sample.y),
        ]
        let patches = step.patches(overridden.filter { $0.row == rows.count })
        let values = try runner.advance(inputs: inputs, overridden: patches)
        if values[step.updatedIndex] == .truth(true) { mistakes += 1 }
        rows.append(
          [
            .number(Real(rows.count + 1)), .number(Real(epoch)), .tensor(sample.x),
            .number(sample.y),
          ]
            + values)
      }
      updates.append(mistakes)
      converged = mistakes == 0
    }
    return trace(runner.state, epochs: epoch, converged: converged)
  }

  private func trace(_ state: [Quantity.ID: Value], epochs: Int, converged: Bool) -> Trace {
    let total = updates.reduce(0, +)
    var fields = step.fields(state)
    fields += [
      Record.Field("updates", .number(Real(total))),
      Record.Field("updates_per_epoch", .tensor(Tensor(updates.map { Real($0) }))),
      Record.Field("converged", .truth(converged)), Record.Field("epochs", .number(Real(epochs))),
    ]
    var layout = Trace.Layout()
    layout.groupedBy = "epoch"
    layout.markedBy = "updated"
    layout.headings = step.headings
    let epochs = "\(epochs) epoch\(epochs == 1 ? "" : "s")"
    let ending =
      converged
      ? "The last of \(epochs) has no mistake: training has converged after "
      : "Not converged after \(epochs): "
    layout.summary = [
      .words("\(ending)\(total) update\(total == 1 ? "" : "s"), with "),
      .formula(Link(.equal, step.result(state, in: call.graph), .value)), .words("."),
    ]
    return Trace(
      columns: ["t", "epoch", "x", "y"] + step.columns, rows: rows, fields: Record(fields),
      recurrence: step.recurrence, layout: layout)
  }
}
