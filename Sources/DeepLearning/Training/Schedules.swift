import Algebra
import Workings

/// How the learning rate falls, and when a training stops.
enum Schedules {
  static let all: [BuiltIn] = [schedule, earlyStopping]

  private static let stepLimit = 100_000

  private static let schedule = BuiltIn(
    "schedule",
    parameters: [
      .positional("kind", .choice(["step", "exponential", "inverse", "cosine"])),
      .labelled("eta", .scalar), .labelled("steps", .integer(atLeast: 1)),
      .labelled("decay", .scalar, or: .none), .labelled("every", .integer(atLeast: 1), or: .none),
      .labelled("floor", .scalar, or: .value(.number(0))),
      .labelled("warmup", .integer(atLeast: 0), or: .value(.number(0))),
    ],
    summary: "the learning rate of every step, after a linear warm-up",
    source: "torch.optim.lr_scheduler; Loshchilov and Hutter, arXiv:1608.03983",
    example: .init(
      "schedule(\"step\", eta: 1, steps: 4, decay: 1/2, every: 2)", gives: "[1, 1, 1/2, 1/2]")
  ) { call throws(Failure) in
    let rule = try ScheduleRule(call)
    let steps = try call.integer("steps")
    guard steps <= stepLimit else {
      throw Failure(
        "range-too-large", "a schedule has at most \(stepLimit) steps", at: call.operand("steps"))
    }
    var rates: [Real] = []
    for step in 0..<steps { rates.append(try rule.rate(at: step)) }
    let shown = Step.chain(rule: nil, rule.formula)
    return .value(.tensor(Tensor(rates)), steps: rule.formula.isEmpty ? [] : [shown])
  }

  private static let earlyStopping = BuiltIn(
    "early_stopping",
    parameters: [.positional("losses", .numbers), .labelled("patience", .integer(atLeast: 1))],
    summary: "the step after which a training stops: `patience` steps without a new best",
    source: "Goodfellow, Bengio and Courville, algorithm 7.1",
    example: .init("early_stopping([5, 3, 4, 4, 2], patience: 2)", gives: "4")
  ) { call throws(Failure) in
    guard case .tensor(let losses) = try call.value("losses"), losses.rank == 1, losses.count > 0
    else {
      throw Failure(
        "wrong-type", "'early_stopping' needs a list of losses", at: call.operand("losses"))
    }
    let patience = try call.integer("patience")
    var best = (step: 1, loss: losses[flat: 0])
    var last = losses.count
    for step in 1...losses.count {
      let loss = losses[flat: step - 1]
      if loss < best.loss { best = (step, loss) }
      if step - best.step >= patience {
        last = step
        break
      }
    }
    let waited = last - best.step
    let end = waited >= patience ? "it stops after step \(last)" : "the losses end before it stops"
    let words = "The best loss is \(NodeText.text(of: best.loss)), of step \(best.step); "
    let rest = "after \(waited) step\(waited == 1 ? "" : "s") without a better one \(end)."
    return .value(.number(Real(last)), steps: [.sentence([.words(words + rest)])])
  }
}

/// One rule for the learning rate; steps count from 0 after the warm-up.
struct ScheduleRule {
  private let call: CallContext
  private let kind: String
  private let eta: Real
  private let low: Real
  private let decay: Real?
  private let every: Int
  private let warmup: Int
  private let steps: Int

  init(_ call: CallContext) throws(Failure) {
    self.call = call
    kind = try call.text("kind")
    eta = try Self.number("eta", call)
    low = try Self.number("floor", call)
    decay = call.operand("decay") == nil ? nil : try Self.number("decay", call)
    every = call.operand("every") == nil ? 1 : try call.integer("every")
    warmup = try call.integer("warmup")
    steps = try call.integer("steps")
    guard kind == "cosine" || decay != nil else {
      throw Failure(
        "missing-argument", "'schedule' needs 'decay:' for the kind \"\(kind)\"",
        hint: "add decay: …")
    }
  }

  private static func number(_ label: String, _ call: CallContext) throws(Failure) -> Real {
    guard case .number(let number) = try call.value(label) else {
      throw Failure(
        "needs-value", "'schedule' needs a number for '\(label)'", at: call.operand(label))
    }
    return number
  }

  /// The rate of a step that counts from 0, not below the floor; during the warm-up its share of η.
  func rate(at step: Int) throws(Failure) -> Real {
    if step < warmup { return eta * Real(step + 1, warmup) }
    let k = step - warmup
    do throws(ArithmeticError) {
      return try Real.max(low, rate(after: k).checked())
    } catch {
      throw Failure("number-too-large", "the rate of step \(step + 1) cannot be worked out")
    }
  }

  private func rate(after k: Int) throws(ArithmeticError) -> Real {
    let decay = decay ?? 1
    switch kind {
    case "step": return eta * (try decay.power(Real(k / every)))
    case "exponential":
      // Exact powers would soon have thousands of digits.
      let base = k <= 40 ? decay : .approximate(decay.double)
      return eta * (try base.power(Real(k)))
    case "inverse": return try eta.divided(by: 1 + decay * Real(k / every))
    default:
      let length = max(steps - warmup, 1)
      let angle = Real.approximate(Double.pi * Double(k) / Double(length))
      if k == 0 { return eta }
      let share = try (1 + ElementaryFunction.cos.apply(angle)) * Real(1, 2)
      return low + (eta - low) * share
    }
  }

  /// η(k) as a formula in the number k of steps since the warm-up.
  var formula: [Link] {
    let graph = call.graph
    func letter(_ name: String, _ tex: String) -> Node {
      graph.name(graph.define(Name(name, tex: tex), as: .bound, sort: .scalar))
    }
    let (k, eta0, gamma) = (letter("k", "k"), letter("eta0", "\\eta_0"), letter("gamma", "\\gamma"))
    let left = letter("eta_k", "\\eta_k")
    let period = every == 1 ? k : try? graph.apply(.floor, to: graph.divide(k, graph.number(every)))
    guard let period else { return [] }
    let right: Node?
    switch kind {
    case "step": right = try? graph.multiply(eta0, graph.power(gamma, period))
    case "exponential": right = try? graph.multiply(eta0, graph.power(gamma, k))
    case "inverse":
      right = try? graph.divide(
        eta0, graph.add(graph.number(1), graph.multiply(gamma, period)))
    default: right = nil
    }
    return right.map { [Link(.equal, left), Link(.equal, $0)] } ?? []
  }
}
