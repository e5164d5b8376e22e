/// A named place of the graph: a leaf without value, or a name for a node.
public struct Quantity: Sendable {
  /// The identity of a quantity; two quantities may share a spelling.
  public struct ID: Hashable, Comparable, Sendable {
    @usableFromInline let index: Int32

    /// Quantities compare by the order in which they were defined.
    public static func < (left: ID, right: ID) -> Bool {
      left.index < right.index
    }
  }

  /// Who gave the name.
  public enum Role: Hashable, Sendable {
    /// The author; shown by its name.
    case author
    /// A built-in, for the formula of a count or an update rule; shown by its name in that working.
    case local
    /// A parameter of the author's function: stands for its argument.
    case parameter
    /// A partial derivative, shown as ∂of/∂by; `of` is nil where the numerator has no name.
    case derivative(of: ID?, by: ID)
  }

  /// How the name is written.
  public let name: Name
  /// What it stands for.
  public let sort: Sort
  /// Where its value comes from.
  public let definition: Definition
  /// Who gave the name.
  public let role: Role
}

/// Where a quantity's value comes from.
public enum Definition: Hashable, Sendable {
  /// A leaf without a value.
  case symbol(Domain)
  /// A function of which only its name and its parameters' are known.
  case opaque(parameters: [String])
  /// Runs over a range inside a sum, a list or a plot.
  case bound
  /// What the author wrote; `w = -2.0` too.
  case formula(Node)
}

/// The values that a symbol may take.
public enum Domain: String, Hashable, Sendable {
  case real, integer
}

/// The spelling of a name and, when the author gave one, its TeX.
public struct Name: Hashable, Sendable {
  /// As in the source.
  public let spelling: String
  /// The author's own typesetting (`q as "\hat{q}"`).
  public let tex: String?

  /// A name as spelt, with its own typesetting if there is one.
  public init(_ spelling: String, tex: String? = nil) {
    self.spelling = spelling
    self.tex = tex
  }
}
