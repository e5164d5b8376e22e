import Algebra
import Workings

/// `samples`: inputs and targets side by side as a data set.
///
/// Shapes: xs and ys are [n] (numbers) or [n, d] (a row a sample).
enum SamplesCall {
  static let builtIn = BuiltIn(
    "samples",
    parameters: [.positional("xs", .numbers), .positional("ys", .numbers)],
    summary: "a data set from inputs and targets: entries of vectors, or rows of matrices",
    example: .init("samples([1, 2], [3, 5]) == [1 -> 3, 2 -> 5]", gives: "true")
  ) { call throws(Failure) in
    let (inputs, targets) = (try parts("xs", call), try parts("ys", call))
    guard inputs.count == targets.count else {
      throw Failure(
        "shape-mismatch",
        "'samples' has \(inputs.count) inputs and \(targets.count) targets",
        at: call.operand("ys"))
    }
    return .value(.dataSet(zip(inputs, targets).map { Sample(input: $0, target: $1) }))
  }

  /// The entries of a vector or the rows of a matrix.
  private static func parts(_ label: String, _ call: CallContext) throws(Failure) -> [Value] {
    let value = try call.value(label)
    guard case .tensor(let tensor) = value else {
      if case .expression(let node) = value {
        let text = NodeText(call.graph).text(of: node)
        throw Failure("needs-value", "'\(text)' has no value yet", at: call.operand(label))
      }
      throw Failure(
        "wrong-type", "'\(label)' needs a vector or a matrix, not \(value.description)",
        at: call.operand(label))
    }
    guard (1...2).contains(tensor.rank) else {
      throw Failure(
        "wrong-shape", "'\(label)' needs a vector or a matrix, not a tensor of rank \(tensor.rank)",
        at: call.operand(label))
    }
    return (0..<tensor.shape[0]).map { place in
      let part = tensor.row(place)
      return part.rank == 0 ? .number(part[flat: 0]) : .tensor(part)
    }
  }
}
