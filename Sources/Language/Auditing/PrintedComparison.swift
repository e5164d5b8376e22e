import Algebra
import Workings

/// Compares values with a printed one, to the digits it was printed with.
struct PrintedComparison {
  /// How two values compare.
  enum Outcome: Hashable {
    case equal
    case rounded(String?)
    case different
  }

  let evaluator: Evaluator
  /// The printed value as written.
  let printed: Node

  func compare(_ ours: Value, _ theirs: Value) -> Outcome {
    if case .number(let b) = theirs {
      if case .number(let a) = ours { return compare(a, b, literal: printed) }
      if case .tensor(let a) = ours, a.count == 1 {
        return compare(a[flat: 0], b, literal: printed)
      }
    }
    if case .tensor(let b) = theirs {
      if case .tensor(let a) = ours { return compare(a, b) }
      if case .list = ours { return compare(ours, .list(b.entries.map(Value.number))) }
    }
    if case .list = ours {
      return evaluator.areEqual(ours, theirs) == true ? .equal : .different
    }
    if ours.isExpression || theirs.isExpression {
      return evaluator.areEqual(ours, theirs) == true ? .equal : .different
    }
    return ours == theirs ? .equal : .different
  }

  private func compare(_ a: Tensor, _ b: Tensor) -> Outcome {
    guard a.shape == b.shape else { return .different }
    let literals = evaluator.graph.entryLiterals(of: printed)
    var isRounded = false
    for position in 0..<a.count {
      let literal = literals.indices.contains(position) ? literals[position] : printed
      switch compare(a[flat: position], b[flat: position], literal: literal) {
      case .equal: continue
      case .rounded: isRounded = true
      case .different: return .different
      }
    }
    return isRounded ? .rounded(nil) : .equal
  }

  private func compare(_ ours: Real, _ theirs: Real, literal: Node) -> Outcome {
    if ours.isEqual(to: theirs) { return .equal }
    if let places = evaluator.graph.writtenPlaces(of: literal),
      let unit = try? Rational(10).power(-places), let a = ours.exactValue,
      let b = theirs.exactValue
    {
      guard (a - b).magnitude <= unit / Rational(2) else { return .different }
      guard places <= 0 else { return .rounded(nil) }
      return .rounded(
        places == 0 ? "to 0 places behind the point" : "to \(-places) places before the point")
    }
    // A printed product or fraction of exact numbers has no last digit; doubles may differ in theirs.
    guard !ours.isExact || !theirs.isExact else { return .different }
    let size = max(abs(ours.double), abs(theirs.double))
    return abs(ours.double - theirs.double) <= 1e-12 * size ? .equal : .different
  }
}
