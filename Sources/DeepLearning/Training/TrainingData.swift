import Algebra
import Workings

/// The samples of a training, those held out, and the batches of every epoch.
struct TrainingData {
  let training: [Sample]
  let heldOut: [Sample]
  private let batchSize: Int
  private let shuffles: Bool
  private var generator: SeededGenerator

  init(_ call: CallContext) throws(Failure) {
    guard case .dataSet(let samples) = try call.value("data") else {
      throw Failure("wrong-type", "'train' needs a list of samples", at: call.operand("data"))
    }
    switch try call.value("validation") {
    case .dataSet(let held): (training, heldOut) = (samples, held)
    case .number(let share) where share >= 0 && share < 1:
      // As Keras's validation_split: the last samples, before any shuffling.
      let kept = ((Real(1) - share) * Real(samples.count)).floor.exactValue?.integer ?? 0
      guard kept > 0 else {
        throw Failure(
          "no-training-data", "a validation share of \(share) leaves no sample to train on",
          at: call.operand("validation"))
      }
      (training, heldOut) = (Array(samples[..<kept]), Array(samples[kept...]))
    case let other:
      throw Failure(
        "wrong-type",
        "'validation' is a list of samples, or a share from 0 to below 1, not \(other.description)",
        at: call.operand("validation"))
    }
    batchSize = try TrainingData.batchSize(call, of: training.count)
    shuffles = try call.truth("shuffle")
    generator = SeededGenerator(seed: try call.integer("seed"))
  }

  private static func batchSize(_ call: CallContext, of count: Int) throws(Failure) -> Int {
    switch try call.value("batch") {
    case .text("all"): return count
    case .number(let number):
      guard number.isInteger, let size = number.exactValue?.integer, size >= 1 else {
        throw Failure(
          "wrong-type", "a batch holds a whole number of samples from 1 on, not \(number)",
          at: call.operand("batch"))
      }
      return min(size, count)
    case let other:
      throw Failure(
        "wrong-type", "'batch' is a number of samples, or all, not \(other.description)",
        at: call.operand("batch"))
    }
  }

  /// The positions of the samples of each batch of the next epoch; the last may be smaller.
  mutating func nextEpoch() -> [[Int]] {
    let order =
      shuffles ? generator.permutation(of: training.count) : Array(training.indices)
    return stride(from: 0, to: order.count, by: batchSize).map {
      Array(order[$0..<min($0 + batchSize, order.count)])
    }
  }
}
