public import Algebra

/// Runs a recurrence row by row.
///
/// Row k is what the step's quantities are worth in a world that overrides state and input. The
/// state goes on in doubles once an entry of it passes 60 digits.
public struct RecurrenceRunner {
  /// Digits of an exact entry beyond which the state goes on in doubles.
  public static let exactDigits = 60

  /// What is iterated.
  public let recurrence: Recurrence
  /// The state that the next row reads.
  public private(set) var state: [Quantity.ID: Value]
  /// Whether exact numbers had to be given up.
  public private(set) var hasLeftExactness = false

  private let evaluator: Evaluator

  /// A run that begins with `state`.
  public init(_ recurrence: Recurrence, from state: [Quantity.ID: Value], in evaluator: Evaluator) {
    self.recurrence = recurrence
    self.state = state
    self.evaluator = evaluator
  }

  /// The evaluator of the next row, for its working.
  public func evaluator(inputs: [Quantity.ID: Value]) -> Evaluator {
    evaluator.evaluator(overriding: state.merging(inputs) { _, input in input })
  }

  /// Works out one row and moves the state on.
  ///
  /// - Parameters:
  ///   - inputs: What this row is given.
  ///   - overridden: Values put in place of some of the step's quantities.
  /// - Returns: The values of the step's quantities, in their order.
  /// - Throws: What a step's quantity throws.
  public mutating func advance(
    inputs: [Quantity.ID: Value], overridden: [Quantity.ID: Value] = [:]
  ) throws(Failure) -> [Value] {
    let row = evaluator(inputs: inputs.merging(overridden) { _, new in new })
    var values: [Value] = []
    for id in recurrence.steps {
      values.append(try row.result(of: evaluator.graph.name(id)))
    }
    var next = state
    for carry in recurrence.carries {
      let value = try row.result(of: evaluator.graph.name(carry.next))
      next[carry.state] = shortened(value)
    }
    state = next
    return values
  }

  private mutating func shortened(_ value: Value) -> Value {
    if case .number(.exact(let number)) = value, number.digitCount > Self.exactDigits {
      hasLeftExactness = true
      return .number(.approximate(number.double))
    }
    guard case .tensor(let tensor) = value,
      tensor.entries.contains(where: { ($0.rational?.digitCount ?? 0) > Self.exactDigits })
    else { return value }
    hasLeftExactness = true
    return .tensor(
      Tensor(shape: tensor.shape, entries: tensor.doubles.map { .approximate($0) }))
  }
}
