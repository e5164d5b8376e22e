import Algebra
import Language
import Testing
import Workings

/// Linear regression on four samples, two epochs of eta 1/20 from w = b = 0: loss, w and b after
/// them, worked out with Python 3 fractions.
struct TrainingFact: CustomTestStringConvertible, Sendable {
  let batch: String
  let after: [String]

  var testDescription: String { "batches of \(batch)" }

  static let start = """
    data = [1 -> 2, 2 -> 3, 3 -> 5, 4 -> 8]
    symbols x, y
    w = 0
    b = 0
    loss = (w*x + b - y)^2/2

    """

  static let all = [
    TrainingFact(
      batch: "1",
      after: [
        "4339428785372402809/13107200000000000000", "576467601/320000000", "1532763257/2560000000",
      ]),
    TrainingFact(
      batch: "2", after: ["640775420349/2621440000000", "501687/320000", "51963/102400"]),
    TrainingFact(
      batch: "3", after: ["13067518061/41472000000", "65773/36000", "74579/144000"]),
    TrainingFact(batch: "all", after: ["67922907/40960000", "697/640", "1129/3200"]),
  ]
}

@Suite("Training on a data set")
struct TrainingTests {
  private static let call = "wrt: [w, b], data: data, inputs: x, targets: y"

  @Test("batches give exactly what fractions give", arguments: TrainingFact.all)
  func batches(_ fact: TrainingFact) {
    let run =
      "run = train(loss, \(Self.call), batch: \(fact.batch), epochs: 2, optimizer: sgd(eta: 0.05))\n"
    let start = TrainingFact.start + run
    #expect(Fact(start + "run[2].loss", "").found() == fact.after[0])
    #expect(Fact(start + "run.w", "").found() == fact.after[1])
    #expect(Fact(start + "run.b", "").found() == fact.after[2])
  }

  @Test(
    "options do what they say",
    arguments: [
      // Momentum on w alone, worked out with Python 3 fractions.
      Fact(
        "b0 = 0; train((w*x - y)^2/2, wrt: w, data: data, inputs: x, targets: y, batch: 2, epochs: 2, optimizer: momentum(eta: 0.01)).w",
        "157617/160000"),
      Fact("train(loss, \(call), batch: 3, optimizer: sgd(eta: 0)).updates", "2"),
      Fact("train(loss, \(call), validation: 1/4, optimizer: sgd(eta: 0)).validation", "[32]"),
      Fact("train(loss, \(call), validation: [0 -> 2], optimizer: sgd(eta: 0)).validation", "[2]"),
      Fact(
        "train(loss, \(call), batch: 2, rows: \"update\", optimizer: sgd(eta: 0)).loss",
        "[13/4, 89/4]"),
      Fact(
        "train(loss, \(call), batch: 2, rows: \"update\", optimizer: sgd(eta: 0)).grad_w",
        "[-4, -47/2]"),
      Fact(
        "train(loss, \(call), batch: 1, epochs: 3, shuffle: true, seed: 7, optimizer: sgd(eta: 0.1)).w == train(loss, \(call), batch: 1, epochs: 3, shuffle: true, seed: 7, optimizer: sgd(eta: 0.1)).w",
        "true"),
      Fact(
        "train(loss, \(call), batch: 1, epochs: 3, shuffle: true, seed: 7, optimizer: sgd(eta: 0.1)).w == train(loss, \(call), batch: 1, epochs: 3, optimizer: sgd(eta: 0.1)).w",
        "false"),
      Fact(
        "symbols u: 2; v = [0, 0]; train((dot(v, u) - y)^2/2, wrt: v, data: [(1, 2) -> 3], inputs: u, targets: y, optimizer: sgd(eta: 1/10)).v",
        "[3/10, 3/5]"),
    ])
  func options(_ fact: Fact) {
    #expect(Fact(TrainingFact.start + fact.source, "").found() == fact.result)
  }

  @Test("a long training goes on in doubles and says so")
  func leavesExactness() {
    let source =
      TrainingFact.start
      + "train(loss, \(Self.call), batch: 1, epochs: 40, optimizer: sgd(eta: 1/7))"
    guard case .trace(let trace)? = Run().execute(source).outputs.last?.value else {
      Issue.record("no trace")
      return
    }
    #expect(!trace.layout.summary.isEmpty)
    #expect(trace.rows.count == 40)
  }

  @Test(
    "mistakes are named",
    arguments: [
      Fact(
        "train(loss, \(call), optimizer: 3)",
        "'optimizer:' takes an optimizer with its labels, such as sgd(eta: 0.1)"),
      Fact("train(loss, \(call), optimizer: sgd(rate: 3))", "'sgd' has no label 'rate'"),
      Fact("train(loss, \(call), optimizer: sgd())", "'sgd' is missing the label 'eta:'"),
      Fact(
        "train(loss, \(call), batch: 1/2, optimizer: sgd(eta: 1))",
        "a batch holds a whole number of samples from 1 on, not 1/2"),
      Fact(
        "symbols k; train(k*loss, \(call), optimizer: sgd(eta: 1))",
        "'train' needs a number for 'k'"
      ),
      Fact(
        "train(loss, \(call), validation: 2, optimizer: sgd(eta: 1))",
        "'validation' is a list of samples, or a share from 0 to below 1, not a number"),
      Fact("updates(samples: 1.5)", "'samples' of 'updates' is a whole number from 1 on, not 3/2"),
      Fact(
        "schedule(\"step\", eta: 1, steps: 3)", "'schedule' needs 'decay:' for the kind \"step\""),
    ])
  func mistakes(_ fact: Fact) {
    #expect(Fact(TrainingFact.start + fact.source, "").found() == fact.result)
  }

  @Test(
    "counts, schedules and stops",
    arguments: [
      Fact("updates(samples: 120, batch: 50, epochs: 10)", "30"),
      Fact("updates(samples: 120, batch: 50, epochs: 10, drop_last: true)", "20"),
      Fact("updates(samples: 120, batch: all, epochs: 4)", "4"),
      Fact("symbols n: integer; updates(samples: n, batch: 4, epochs: 2)", "2*ceil(n/4)"),
      Fact("schedule(\"exponential\", eta: 1, steps: 3, decay: 1/2)", "[1, 1/2, 1/4]"),
      Fact("schedule(\"exponential\", eta: 1, steps: 3, decay: 1/2, floor: 2/5)", "[1, 1/2, 2/5]"),
      Fact("schedule(\"inverse\", eta: 1, steps: 3, decay: 1)", "[1, 1/2, 1/3]"),
      Fact(
        "schedule(\"step\", eta: 1, steps: 4, decay: 1/2, every: 2, warmup: 2)", "[1/2, 1, 1, 1]"),
      // PyTorch's formula with T = 3, by Python's math.
      Fact("round(schedule(\"cosine\", eta: 0.1, steps: 3), places: 9)", "[1/10, 3/40, 1/40]"),
      Fact("early_stopping([1.0, 0.8, 0.9, 0.7, 0.8, 0.9, 0.6], patience: 2)", "6"),
      Fact("early_stopping([3, 2, 1], patience: 2)", "3"),
    ])
  func counts(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  @Test("labels 0 and 1 stand for the signs of the margin rule")
  func perceptronLabels() throws {
    let answers = Answers(
      """
      a = perceptron([(-2, 1) -> 0, (1, 1) -> 1, (3, -1) -> 0], epochs: 9)
      b = perceptron([(-2, 1) -> -1, (1, 1) -> 1, (3, -1) -> -1], epochs: 9)
      u = a.w
      v = b.w
      m = a.updates
      n = b.updates
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    #expect(try answers.entries("u") == answers.entries("v"))
    #expect(try answers.exact("m") == answers.exact("n"))
    #expect(try answers.exact("m") != "0")
  }
}
