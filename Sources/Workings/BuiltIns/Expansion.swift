public import Algebra

/// What a call stands for, and how it came about.
public struct Expansion: Sendable {
  /// What a call stands for.
  public enum Result: Sendable {
    /// A formula: values, derivatives and working come from it.
    case node(Node)
    /// A value that has no formula: a table, a figure, a root.
    case value(Value)
  }

  /// What the call stands for.
  public let result: Result
  /// Steps that lead to it and that the formula itself does not show.
  public let steps: [Step]
  /// Whether the formula was worked out (a derivative, a solution) and stands for itself.
  public let isDerived: Bool
  /// Whether the steps show the formula better than it shows itself: every window of a convolution.
  public let isShownBySteps: Bool

  private init(result: Result, steps: [Step], isDerived: Bool, isShownBySteps: Bool = false) {
    self.result = result
    self.steps = steps
    self.isDerived = isDerived
    self.isShownBySteps = isShownBySteps
  }

  /// A formula, as a loss or a count has one.
  public static func formula(_ node: Node, steps: [Step] = []) -> Expansion {
    Expansion(result: .node(node), steps: steps, isDerived: false)
  }

  /// A formula that was worked out, with the steps that led to it.
  public static func derived(_ node: Node, steps: [Step]) -> Expansion {
    Expansion(result: .node(node), steps: steps, isDerived: true)
  }

  /// A formula of many entries, which `steps` show one by one.
  public static func worked(_ node: Node, steps: [Step]) -> Expansion {
    Expansion(result: .node(node), steps: steps, isDerived: false, isShownBySteps: true)
  }

  /// A value without a formula.
  public static func value(_ value: Value, steps: [Step] = []) -> Expansion {
    Expansion(result: .value(value), steps: steps, isDerived: true)
  }
}
