import Algebra
import Source
import Workings

extension BlockExecution {
  /// `expect a == b`, `expect a ≈ b within t`, `expect condition`.
  mutating func expect(
    _ claim: Expression, within tolerance: Expression?, _ elaborator: inout Elaborator, _ span: Span
  ) throws(Stop) {
    let statement = source(tolerance.map { claim.span.union($0.span) } ?? claim.span)
    if let tolerance, !claim.isApproximation {
      throw elaborator.stop(.misplaced("'within'", where: "behind 'a ≈ b'"), at: tolerance.span)
    }
    guard run.depth == .everything else { return try checkNames(claim, tolerance, &elaborator) }
    guard case .comparison(let left, let rest) = claim.withoutParentheses.kind, rest.count == 1
    else {
      let node = try elaborator.node(claim)
      let value = try value(of: node, elaborator, claim.span)
      guard let holds = value.truth else {
        if case .expression(let open) = value {
          guard let known = run.evaluator.decided(open) else {
            throw elaborator.stop(.undecided(statement), at: claim.span)
          }
          return record(
            known.holds ? .passed : .failed, statement, .truth(known.holds), .truth(true), span)
        }
        throw elaborator.stop(
          .needsCondition(statement, value), at: claim.span,
          hint: "compare it, as in expect \(statement) == 1")
      }
      record(holds ? .passed : .failed, statement, value, .truth(true), span)
      return
    }
    let link = rest[0]
    let sides = (try elaborator.node(left), try elaborator.node(link.right))
    let ours = try value(of: sides.0, elaborator, left.span)
    let theirs = try value(of: sides.1, elaborator, link.right.span)
    let holds: Bool?
    switch link.comparison {
    case .approximatelyEqual:
      let slack = try tolerance.map { (expression) throws(Stop) in
        try number(expression, &elaborator)
      }
      if let slack, slack < .zero {
        throw elaborator.stop(.negativeSlack, at: tolerance?.span ?? claim.span)
      }
      holds =
        ours.isSymbolic || theirs.isSymbolic
        ? run.evaluator.areEqual(ours, theirs)
        : Closeness(graph: run.graph, right: sides.1, slack: slack).holds(ours, theirs)
    case .equal: holds = run.evaluator.areEqual(ours, theirs)
    case .notEqual: holds = run.evaluator.areEqual(ours, theirs).map { !$0 }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let node = try elaborator.node(claim)
      let value = try value(of: node, elaborator, claim.span)
      if case .expression(let open) = value {
        holds = run.evaluator.decided(open)?.holds
      } else {
        holds = value.truth
      }
    }
    guard let holds else {
      if !ours.isSymbolic, !theirs.isSymbolic {
        throw elaborator.stop(.incomparable(ours, theirs), at: claim.span)
      }
      throw elaborator.stop(.undecided(statement), at: claim.span)
    }
    record(holds ? .passed : .failed, statement, ours, theirs, span)
  }

  /// What can be said of a claim without working it out.
  private func checkNames(
    _ claim: Expression, _ tolerance: Expression?, _ elaborator: inout Elaborator
  ) throws(Stop) {
    if let tolerance { _ = try elaborator.node(tolerance) }
    guard case .comparison(let left, let rest) = claim.withoutParentheses.kind, rest.count == 1
    else {
      _ = try elaborator.node(claim)
      return
    }
    _ = try elaborator.node(left)
    _ = try elaborator.node(rest[0].right)
  }

  private mutating func number(
    _ expression: Expression, _ elaborator: inout Elaborator
  ) throws(Stop) -> Real {
    let node = try elaborator.node(expression)
    guard case .number(let number) = try value(of: node, elaborator, expression.span) else {
      throw elaborator.stop(.needsNumber("within"), at: expression.span)
    }
    return number
  }

  private mutating func record(
    _ finding: Verdict.Finding, _ statement: String, _ ours: Value, _ theirs: Value, _ span: Span
  ) {
    let verdict = Verdict(finding, statement: statement, ours: ours, theirs: theirs)
    result.events.append(.check(BlockResult.Check(span: span, verdict: verdict)))
  }
}

/// `a ≈ b`: within a slack, to the digits that a literal `b` is written with, or to 1e-6 relative.
struct Closeness {
  let graph: Graph
  /// The right side as written.
  let right: Node
  /// What `within` says.
  let slack: Real?

  /// Whether two values are close; nil where that has no meaning.
  func holds(_ ours: Value, _ theirs: Value) -> Bool? {
    if case .number(let a) = ours, case .number(let b) = theirs {
      return isClose(a, b, literal: right)
    }
    guard case .tensor(let a) = ours, case .tensor(let b) = theirs else { return nil }
    guard a.shape == b.shape else { return false }
    let literals = graph.entryLiterals(of: right)
    return (0..<a.count).allSatisfy { position in
      let literal = literals.indices.contains(position) ? literals[position] : right
      return isClose(a[flat: position], b[flat: position], literal: literal)
    }
  }

  private func isClose(_ a: Real, _ b: Real, literal: Node) -> Bool {
    if let slack { return distance(a, b) <= slack }
    if let places = graph.writtenPlaces(of: literal), let rounded = try? a.rounded(places: places) {
      return rounded.isEqual(to: b) || distance(a, b) <= halfUnit(places)
    }
    let size = max(abs(a.double), abs(b.double))
    return abs(a.double - b.double) <= 1e-6 * size
  }

  private func halfUnit(_ places: Int) -> Real {
    guard let scale = try? Rational(10).power(places) else { return .zero }
    return .exact(Rational(1, 2) / scale)
  }

  private func distance(_ a: Real, _ b: Real) -> Real {
    guard let x = a.exactValue, let y = b.exactValue else {
      return .approximate(abs(a.double - b.double))
    }
    return .exact((x - y).magnitude)
  }
}

extension Expression {
  /// Whether it is `a ≈ b`.
  fileprivate var isApproximation: Bool {
    guard case .comparison(_, let rest) = withoutParentheses.kind, rest.count == 1 else {
      return false
    }
    return rest[0].comparison == .approximatelyEqual
  }
}

extension Value {
  /// Whether free symbols are left anywhere in it.
  fileprivate var isSymbolic: Bool {
    switch self {
    case .expression: true
    case .list(let items): items.contains(where: \.isSymbolic)
    case .record(let record): record.fields.contains { $0.value.isSymbolic }
    case .number, .truth, .text, .tensor, .interval, .sample, .dataSet, .function, .trace,
      .network, .figure, .listing, .names:
      false
    }
  }
}

extension Diagnostic.Message {
  static func undecided(_ text: String) -> Self {
    Self("undecided", "'\(text)' can be neither confirmed nor refuted")
  }

  static func needsCondition(_ text: String, _ value: Value) -> Self {
    Self("wrong-type", "'\(text)' is \(value.description), and 'expect' needs a condition")
  }

  static var negativeSlack: Self {
    Self("wrong-type", "'within' needs a number that is not negative")
  }

  static func incomparable(_ ours: Value, _ theirs: Value) -> Self {
    Self("wrong-type", "\(ours.description) and \(theirs.description) cannot be compared")
  }

  static func needsNumber(_ place: String) -> Self {
    Self("wrong-type", "'\(place)' needs a number")
  }
}
