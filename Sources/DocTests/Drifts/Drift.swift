import Algebra
import Manuscripts
import Markdown

/// How what a block gives now differs from what is stored under it.
public struct Drift: Hashable, Sendable {
  /// Value by value.
  public let values: [ValueDrift]
  /// Line by line, with the line numbers of the file.
  public let diff: UnifiedDiff
}

extension Drift {
  /// The drift of a block whose stored output is not what it gives now; nil where it is, or where a
  /// tolerance forgives what differs.
  init?(_ block: Inspection.Block, in inspection: Inspection) {
    guard let stored = block.stored, !block.isCurrent else { return nil }
    var content = stored.content
    if let slack = block.computation.options.tolerance,
      let precise = inspection.preciseText(of: block, digits: Tolerance.digits)
    {
      content = Tolerance(slack: slack.double).forgiving(
        content, now: block.fresh, precise: precise)
      guard content != block.fresh else { return nil }
    }
    values = OutputComparison(stored: content, now: block.fresh).drifts
    diff = UnifiedDiff(
      stored: stored.content, now: block.fresh, firstLine: stored.contentLine)
  }
}
