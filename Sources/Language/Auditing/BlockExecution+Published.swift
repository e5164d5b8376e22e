import Algebra
import Source
import Workings

extension BlockExecution {
  /// `published loss = 4.0076 from "key, 4(a)"`.
  mutating func published(
    _ expression: Expression, _ printed: Expression, _ source: String,
    _ elaborator: inout Elaborator, _ span: Span
  ) throws(Stop) {
    let node = try elaborator.node(expression)
    let value = try elaborator.node(printed)
    guard run.depth == .everything else { return }
    let audit = Audit(
      evaluator: run.evaluator, trials: run.trials, earlier: run.published)
    do throws(Failure) {
      let verdict = try audit.verdict(
        of: node, printed: value, statement: self.source(expression.span), source: source)
      result.events.append(.check(BlockResult.Check(span: span, verdict: verdict)))
      // Only what has the place of ours can be put in it.
      if let theirs = verdict.theirs, verdict.finding != .notCompared,
        theirs.sort(in: run.graph) == verdict.ours?.sort(in: run.graph)
      {
        let place = run.graph.place(of: node)
        run.published.append(PublishedPlace(place: place, value: theirs))
      }
    } catch {
      throw .problem(elaborator.diagnostic(error, at: span))
    }
  }
}
