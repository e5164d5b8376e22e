/// Where an expression is zero, and how that was found.
public struct Solutions: Hashable, Sendable {
  /// What can be said about an equation.
  public enum Kind: Hashable, Sendable {
    /// The roots are all real solutions; there may be none of them.
    case finite
    /// Every value is a solution.
    case everything
    /// The equation is a false statement without the unknown: `0 = 3`.
    case none
    /// No polynomial in the unknown, or its degree is too high for a formula.
    case notPolynomial
    /// The budget ran out.
    case exhausted
  }

  /// A solution.
  public struct Root: Hashable, Sendable {
    /// The solution as an expression: a number, a closed form such as `(1 + sqrt(5))/2`, or one of other names.
    public let node: Node
    /// Its value if there are no other names: exact for a fraction, else the nearest double.
    public let number: Real?
    /// How often it is a root.
    public let multiplicity: Int
    /// Whether the expression is Cardano's.
    public internal(set) var isByCardano = false

    /// A solution.
    public init(node: Node, number: Real?, multiplicity: Int = 1) {
      self.node = node
      self.number = number
      self.multiplicity = multiplicity
    }
  }

  /// The polynomial whose roots were looked for.
  public struct Working: Hashable, Sendable {
    /// The polynomial with like terms together: `4*H^2 + 16*H - 180`.
    public let collected: Node
    /// By power of the unknown, the constant first.
    public let coefficients: [Node]
    /// The number in front of all terms, taken out of `divided`: 4.
    public let content: Real
    /// The polynomial without it: `H^2 + 4*H - 45`.
    public let divided: Node
    /// b² - 4ac of `divided`, for degree 2.
    public let discriminant: Node?
    /// `divided` as a product, where it has exact roots: `(H + 9)*(H - 5)`.
    public let factorisation: Node?
    /// What must not be zero for the solution to hold, such as a symbolic leading coefficient.
    public let nonzero: [Node]
  }

  /// What can be said.
  public let kind: Kind
  /// In ascending order where they are numbers.
  public let roots: [Root]
  /// Roots of the numerator at which a denominator of the equation is zero.
  public let rejected: [Root]
  /// The polynomial; nil if there is none.
  public let working: Working?

  init(
    _ kind: Kind, roots: [Root] = [], rejected: [Root] = [], working: Working? = nil
  ) {
    self.kind = kind
    self.roots = roots
    self.rejected = rejected
    self.working = working
  }
}
