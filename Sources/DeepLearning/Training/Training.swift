import Algebra
import Workings

/// `train`: an optimizer on the mean loss of batches, epoch by epoch.
struct Training {
  static let builtIn = BuiltIn(
    "train",
    parameters: [
      .positional("loss", .expression), .labelled("wrt", .names), .labelled("data", .data),
      .labelled("inputs", .names), .labelled("targets", .names),
      .labelled("batch", .anything, or: .value(.text("all"))),
      .labelled("epochs", .integer(atLeast: 1), or: .value(.number(1))),
      .labelled("optimizer", .optimizer), .labelled("shuffle", .truth, or: .value(.truth(false))),
      .labelled("seed", .integer(atLeast: 0), or: .value(.number(0))),
      .labelled("validation", .anything, or: .value(.number(0))),
      .labelled("rows", .choice(["epoch", "update"]), or: .value(.text("epoch"))),
    ],
    summary: "training on a data set: batches, epochs, and the loss after each",
    source: "Goodfellow, Bengio and Courville, algorithm 8.1",
    example: .init(
      "symbols x, y; w = 0; train((w*x - y)^2/2, wrt: w, data: [1 -> 2, 3 -> 3], inputs: x, targets: y, optimizer: sgd(eta: 0.1)).w",
      gives: "11/20")
  ) { call throws(Failure) in
    var training = try Training(call)
    let trace = try training.run()
    return .value(.trace(trace), steps: training.working)
  }

  /// The working of at most so many updates is written out; a table shows the epochs.
  private static let updatesWorked = 2

  let call: CallContext
  private let loss: Node
  private let input: Quantity.ID
  private let target: Quantity.ID
  let rule: TrainingRule
  var data: TrainingData
  var runner: RecurrenceRunner
  var updates = 0
  var working: [Step]

  private init(_ call: CallContext) throws(Failure) {
    self.call = call
    loss = try call.node("loss")
    input = try Training.only("inputs", call)
    target = try Training.only("targets", call)
    data = try TrainingData(call)
    rule = try TrainingRule(try call.optimizer("optimizer"))
    runner = RecurrenceRunner(rule.recurrence, from: rule.start, in: call.evaluator)
    working = rule.working
  }

  private static func only(_ label: String, _ call: CallContext) throws(Failure) -> Quantity.ID {
    let ids = try call.names(label)
    guard ids.count == 1 else {
      throw Failure(
        "argument-count", "'\(label)' of 'train' is one name, not \(ids.count)",
        at: call.operand(label), hint: "declare a vector, as in symbols x: 2")
    }
    return ids[0]
  }

  private mutating func run() throws(Failure) -> Trace {
    let showsUpdates = try call.text("rows") == "update"
    let epochs = try call.integer("epochs")
    var rows: [[Value]] = []
    for epoch in 1...epochs {
      for batch in data.nextEpoch() {
        let row = try update(epoch: epoch, batch)
        if showsUpdates { rows.append(row) }
      }
      if !showsUpdates { rows.append(try epochRow(epoch)) }
    }
    return trace(rows, showsUpdates: showsUpdates)
  }

  /// One update: the batch's mean gradient, then the rule.
  private mutating func update(epoch: Int, _ batch: [Int]) throws(Failure) -> [Value] {
    updates += 1
    var losses: [Value] = []
    var slopes: [[Value]] = rule.slopes.map { _ in [] }
    for position in batch {
      let there = runner.evaluator(inputs: inputs(of: data.training[position]))
      losses.append(try number(there, loss))
      for (index, slope) in rule.slopes.enumerated() {
        slopes[index].append(try number(there, slope.ofSample))
      }
    }
    var given: [Quantity.ID: Value] = [rule.counter: .number(Real(updates))]
    var means: [Value] = []
    for (slope, values) in zip(rule.slopes, slopes) {
      let mean = try Training.mean(values)
      given[slope.ofBatch] = mean
      means.append(mean)
    }
    if updates <= Training.updatesWorked { try explain(epoch, batch, slopes, given) }
    let values = try runner.advance(inputs: given)
    let counts: [Value] = [.number(Real(updates)), .number(Real(epoch))]
    return counts + [try Training.mean(losses)] + means + values
  }

  private func inputs(of sample: Sample) -> [Quantity.ID: Value] {
    [input: sample.input, target: sample.target]
  }

  /// A value that is a number or a tensor; a training needs numbers for all but the sample.
  private func number(_ there: Evaluator, _ node: Node) throws(Failure) -> Value {
    let value = try there.value(of: node)
    switch value {
    case .number, .tensor: return value
    case .expression(let rest):
      let graph = call.graph
      let names = graph.names(in: rest).map { "'\(graph[$0].name.spelling)'" }
      throw Failure(
        "needs-value", "'train' needs a number for \(names.joined(separator: ", "))",
        at: call.operand("loss"))
    case .truth, .text, .interval, .sample, .dataSet, .record, .list, .function, .trace, .network,
      .figure, .listing, .names:
      throw Failure(
        "wrong-type", "the loss of 'train' is \(value.description)", at: call.operand("loss"))
    }
  }

  private func meanLoss(over samples: [Sample]) throws(Failure) -> Value {
    var losses: [Value] = []
    for sample in samples {
      losses.append(try number(runner.evaluator(inputs: inputs(of: sample)), loss))
    }
    return try Training.mean(losses)
  }

  private func epochRow(_ epoch: Int) throws(Failure) -> [Value] {
    var row: [Value] = [.number(Real(epoch)), try meanLoss(over: data.training)]
    if !data.heldOut.isEmpty { row.append(try meanLoss(over: data.heldOut)) }
    for slope in rule.slopes { row.append(runner.state[slope.parameter] ?? .text("–")) }
    return row
  }

  /// The mean of numbers, or of tensors entry by entry.
  private static func mean(_ values: [Value]) throws(Failure) -> Value {
    let tensors = values.compactMap(\.numbers)
    guard let first = tensors.first else { return .number(0) }
    do throws(ArithmeticError) {
      var sum = first
      for tensor in tensors.dropFirst() { sum = try Tensor.add(sum, tensor) }
      let count = Tensor(scalar: Real(tensors.count))
      let mean = try Tensor.divide(sum, count)
      return mean.rank == 0 ? .number(mean[flat: 0]) : .tensor(mean)
    } catch {
      throw Failure("number-too-large", "the numbers of the training grow too large")
    }
  }
}

extension CallContext {
  /// The optimizer of `optimizer: sgd(eta: 0.1)`, with this call's loss and parameters put in.
  func optimizer(_ label: String) throws(Failure) -> CallContext {
    let node = try self.node(label)
    guard case .call(let call) = graph.operation(of: node),
      let optimizer = evaluator.builtIns.named(call.name)
    else {
      throw Failure("wrong-type", "'\(label)' is an optimizer such as sgd(eta: 0.1)", at: node)
    }
    return try CallContext(
      call: Call(call.name, labels: [nil, "wrt"] + call.labels),
      operands: [try self.node("loss"), try self.node("wrt")] + graph.operands(of: node),
      of: optimizer, in: evaluator)
  }
}
