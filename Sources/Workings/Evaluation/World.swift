public import Algebra

/// All that a value depends on besides the graph; the empty world is the author's notebook.
public struct World: Hashable, Sendable {
  /// Values put in place of what the graph says.
  public var overrides: [Place: Value] = [:]
  /// Conventions chosen for built-ins whose call says nothing, such as the front matter's.
  public var defaults: [Convention] = []
  /// Conventions tried in place of what calls and defaults say; an audit's question.
  public var alternatives: [Convention] = []

  /// The author's notebook.
  public init() {}
}

/// Something that can be overridden.
public enum Place: Hashable, Sendable {
  /// A named quantity.
  case quantity(Quantity.ID)
  /// A cell of a named trace; rows count from 0.
  case cell(Quantity.ID, row: Int, column: String)
  /// A field of a named trace or record.
  case field(Quantity.ID, String)
  /// A call or another expression without a name.
  case node(Node)

  /// The quantity that holds the place; nil for an expression without a name.
  public var quantity: Quantity.ID? {
    switch self {
    case .quantity(let id), .cell(let id, _, _), .field(let id, _): id
    case .node: nil
    }
  }
}

/// A choice of a built-in's parameter: `mse.reduction` is `"sum"`.
public struct Convention: Hashable, Sendable {
  /// The built-in.
  public let builtIn: String
  /// The parameter's label.
  public let label: String
  /// What is chosen.
  public let choice: Value

  /// A choice of a built-in's parameter.
  public init(_ builtIn: String, _ label: String, _ choice: Value) {
    self.builtIn = builtIn
    self.label = label
    self.choice = choice
  }
}
