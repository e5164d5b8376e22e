/// The solutions of a system of linear equations.
public struct LinearSolution: Hashable, Sendable {
  /// What can be said about the system.
  public enum Kind: Hashable, Sendable {
    /// Every unknown has one value.
    case unique
    /// Some unknowns are free; the others depend on them.
    case family
    /// No values fulfil all equations.
    case inconsistent
    /// An equation is not linear in the unknowns.
    case notLinear
    /// The budget ran out.
    case exhausted
  }

  /// An unknown and what it equals.
  public struct Value: Hashable, Sendable {
    /// The unknown.
    public let unknown: Quantity.ID
    /// What it equals; holds free unknowns in a family.
    public let node: Node
  }

  /// What can be said.
  public let kind: Kind
  /// In the order of the unknowns, without the free ones.
  public let values: [Value]
  /// The unknowns that may have any value.
  public let free: [Quantity.ID]
  /// The coefficients row by row, the right side last, as the equations give them.
  public let matrix: [[Node]]
  /// The same after elimination, in reduced row echelon form.
  public let reduced: [[Node]]
  /// Divisors with names in them, which must not be zero.
  public let nonzero: [Node]

  init(
    _ kind: Kind, values: [Value] = [], free: [Quantity.ID] = [], matrix: [[Node]] = [],
    reduced: [[Node]] = [], nonzero: [Node] = []
  ) {
    self.kind = kind
    self.values = values
    self.free = free
    self.matrix = matrix
    self.reduced = reduced
    self.nonzero = nonzero
  }
}
