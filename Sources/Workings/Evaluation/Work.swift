public import Algebra

/// The work that a block may do, counted in operations, so that the same text ends the same way on every machine.
public final class Work {
  /// Operations left; a class, since all evaluators of one block draw on the same.
  public private(set) var remaining: Int
  private let limit: Int

  /// What a block may do if nothing else is said.
  public static var operationsOfABlock: Int { 200_000_000 }

  /// Work for so many operations a block.
  public init(_ operations: Int = Work.operationsOfABlock) {
    limit = operations
    remaining = operations
  }

  /// Gives the next block as much as every block has.
  public func beginBlock() {
    remaining = limit
  }

  /// Spends some of it.
  ///
  /// - Throws: `work-limit` when nothing is left.
  public func charge(_ operations: Int) throws(Failure) {
    remaining -= operations
    if remaining < 0 { throw .workLimit }
  }
}

extension Failure {
  static let workLimit = Failure(
    "work-limit", "the block needs more work than its limit allows",
    hint: "fewer steps, or smaller tensors")
}
