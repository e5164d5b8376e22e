import Algebra
import Workings

/// `updates`: how often a training moves the parameters.
enum Updates {
  static let builtIn = BuiltIn(
    "updates",
    parameters: [
      .labelled("samples", .scalar), .labelled("batch", .anything, or: .value(.number(1))),
      .labelled("epochs", .scalar, or: .value(.number(1))),
      .convention("drop_last", .truth, or: .truth(false)),
    ],
    summary: "the number of updates: epochs times batches, the last of which may be smaller",
    source: "torch.utils.data.DataLoader",
    example: .init("updates(samples: 120, batch: 50, epochs: 1)", gives: "3")
  ) { call throws(Failure) in
    let graph = call.graph
    for label in ["samples", "batch", "epochs"] { try check(label, call) }
    let samples = try call.node("samples")
    let epochs = try call.number("epochs")
    if case .text("all") = try call.value("batch") { return .formula(epochs) }
    let quotient = try graph.divide(samples, try call.number("batch"))
    let batches = try graph.apply(try call.truth("drop_last") ? .floor : .ceil, to: quotient)
    return .formula(try graph.multiply(epochs, batches))
  }

  private static func check(_ label: String, _ call: CallContext) throws(Failure) {
    switch try call.value(label) {
    case .number(let number) where number.isInteger && number >= 1: return
    case .expression, .text("all"): return
    case .number(let number):
      throw Failure(
        "wrong-type", "'\(label)' of 'updates' is a whole number from 1 on, not \(number)",
        at: call.operand(label))
    case let other:
      throw Failure(
        "wrong-type", "'\(label)' of 'updates' is a whole number, not \(other.description)",
        at: call.operand(label))
    }
  }
}
