import Algebra
import Workings

/// All numbers from one end to another, an infinite end where there is none.
struct Stretch: Hashable {
  /// −∞ where it has no lower end.
  let low: Real
  /// ∞ where it has no upper end.
  let high: Real
  /// Whether the ends belong to it.
  let includesLow: Bool
  let includesHigh: Bool

  private var hasLow: Bool { low.double.isFinite }
  private var hasHigh: Bool { high.double.isFinite }

  /// Whether it has two ends that belong to it.
  var isBounded: Bool { hasLow && hasHigh && includesLow && includesHigh }

  /// What is left of it where only positive numbers are wanted; nil where nothing is.
  func restricted(by filter: SolutionFilter) -> Stretch? {
    guard filter.wantsPositive, low < .zero || low.isZero else { return self }
    guard high > .zero else { return nil }
    return Stretch(low: .zero, high: high, includesLow: false, includesHigh: includesHigh)
  }

  /// `every x <= 0 is a solution`, or an interval.
  func value(named name: String) -> Value {
    if isBounded { return .interval(low, high) }
    var text = name
    if hasLow, !hasHigh {
      return .text(
        "every \(name) \(includesLow ? ">=" : ">") \(NodeText.text(of: low)) is a solution")
    }
    if hasLow { text = "\(NodeText.text(of: low)) \(includesLow ? "<=" : "<") \(text)" }
    if hasHigh { text += " \(includesHigh ? "<=" : "<") \(NodeText.text(of: high))" }
    return .text("every \(text) is a solution")
  }

  /// The same as a sentence.
  func phrases(of unknown: Node, _ graph: Graph) -> [Phrase] {
    func compared(_ left: Node, _ comparison: Comparison, _ right: Node) -> Node {
      graph.make(.compare(comparison), [left, right], sort: .truth(.scalar))
    }
    var conditions: [Node] = []
    if hasLow, !hasHigh {
      let sign: Comparison = includesLow ? .atLeast : .greater
      conditions.append(compared(unknown, sign, graph.number(low)))
    } else if hasLow {
      let sign: Comparison = includesLow ? .atMost : .less
      conditions.append(compared(graph.number(low), sign, unknown))
    }
    if hasHigh {
      let sign: Comparison = includesHigh ? .atMost : .less
      conditions.append(compared(unknown, sign, graph.number(high)))
    }
    guard let first = conditions.first else {
      return [.words("Every number is a solution, as far as was looked.")]
    }
    var phrases: [Phrase] = [.words("Every number with "), .formula(Link(.equal, first))]
    for condition in conditions.dropFirst() {
      phrases += [.words(" and "), .formula(Link(.equal, condition))]
    }
    return phrases + [.words(" is a solution (found numerically).")]
  }
}
