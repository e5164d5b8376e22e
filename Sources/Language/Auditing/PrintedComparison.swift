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

  /// Whether the values are solutions of an equation: a set, whose order says nothing.
  var ignoresOrder = false

  func compare(_ ours: Value, _ theirs: Value) -> Outcome {
    if ignoresOrder, let outcome = compareSets(ours, theirs) { return outcome }
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

  /// Numbers in ascending order on both sides; nil where they are no lists of numbers.
  private func compareSets(_ ours: Value, _ theirs: Value) -> Outcome? {
    guard let a = ours.listedNumbers?.sorted(by: { $0 < $1 }), let b = theirs.listedNumbers,
      a.count == b.count
    else { return nil }
    let literals = evaluator.graph.entryLiterals(of: printed)
    let order = b.indices.sorted { b[$0] < b[$1] }
    var isRounded = false
    for (mine, place) in zip(a, order) {
      let literal = literals.indices.contains(place) ? literals[place] : printed
      switch compare(mine, b[place], literal: literal) {
      case .equal: continue
      case .rounded: isRounded = true
      case .different: return .different
      }
    }
    return isRounded ? .rounded(nil) : .equal
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

extension Value {
  /// The numbers of a vector, or of a list of numbers; nil for anything else.
  fileprivate var listedNumbers: [Real]? {
    if case .tensor(let tensor) = self, tensor.rank == 1 { return tensor.entries.map { $0 } }
    guard case .list(let items) = self else { return nil }
    var numbers: [Real] = []
    for item in items {
      guard case .number(let number) = item else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
