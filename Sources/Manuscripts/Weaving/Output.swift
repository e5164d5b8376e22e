import Algebra
import Language
import Markdown
import Source
import Workings

/// All that one `dl` block gave, ready to be stored under it.
public struct Output: Sendable {
  /// Workings, checks, audits and problems in their order; empty when there is nothing to store.
  public let blocks: [Document.Block]
  /// Whether a statement failed, or a block that was to fail did not.
  public let isBroken: Bool
  /// Whether an `expect` does not hold.
  public let hasFailedExpectation: Bool
}

/// Weaves what blocks gave, one by one, as those who mark see it.
///
/// Numbers of captions are left out: they would change with every block put in before.
public struct OutputWeaver {
  private let executed: ExecutedManuscript
  private var weaver: Weaver

  /// A weaver of the blocks of an executed notebook.
  public init(_ executed: ExecutedManuscript) {
    self.executed = executed
    weaver = Weaver(executed, for: .marking, options: WeavingOptions())
    weaver.numbersCaptions = false
  }

  /// What a block gave.
  ///
  /// - Parameters:
  ///   - computation: The block.
  ///   - digits: The significant digits of numbers; nil for those that the block asks for.
  /// - Returns: What is to be stored under it.
  public mutating func output(of computation: Computation, digits: Int? = nil) -> Output {
    guard let result = executed.results[computation.code.span.start] else {
      return Output(blocks: [], isBroken: true, hasFailedExpectation: false)
    }
    var options = computation.options
    // The source stands right above.
    options.echoes = false
    if let digits { options.rounding = .significant(digits) }
    let shown = Computation(
      code: computation.code, options: options, number: computation.number)
    var blocks: [Document.Block] = []
    for case .computed(let computed) in weaver.computation(shown) { blocks += computed.blocks }
    let mustFail = options.mustFail
    return Output(
      blocks: blocks,
      isBroken: mustFail
        ? !result.hasFailed : result.diagnostics.contains { $0.severity == .error },
      hasFailedExpectation: !mustFail
        && result.checks.contains { $0.verdict.finding == .failed })
  }
}
