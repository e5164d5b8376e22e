/// What a node does with its operands; the operands are in the graph, not here.
///
/// Closed: every pass switches over it without `default:`. What is more than a word stands apart
/// (`indirect`), so that looking at an operation copies one word.
public enum Operation: Hashable, Sendable {
  /// A number as written. No operands.
  indirect case number(Literal)
  /// A tensor known by value, made when values are put in; no author writes one. No operands.
  indirect case constant(Tensor)
  /// `true` or `false`. No operands.
  case truth(Bool)
  /// A text. No operands.
  indirect case text(String)
  /// A reference to a quantity, by identity. No operands.
  case name(Quantity.ID)

  /// Entry by entry on two operands of one shape.
  case add, subtract, multiply, divide, power
  /// The opposite, entry by entry.
  case negate
  /// A function of one number, entry by entry.
  case elementwise(ElementaryFunction)
  /// Entry by entry the larger (or smaller) of two operands; the first where they tie.
  case larger, smaller
  /// One operand repeated to the node's own shape: a scalar to every entry, a vector [m] to every column of [m, n].
  case spread

  /// [m, k] with [k, n], or [m, k] with [k], as a matrix product.
  case matrixProduct
  /// The sum of the products of corresponding entries of two operands of one shape.
  case inner
  /// [m] and [n] to [m, n].
  case outer
  /// [m, n] to [n, m]; [n] to [1, n].
  case transpose
  /// [n] to the [n, n] matrix with these entries on its diagonal.
  case diagonal
  /// Of a square matrix.
  case inverse, determinant, trace, rank
  /// Along the entries of a vector or the rows of a matrix: exp(z) over its sum, and its logarithm.
  case softmax, logSoftmax
  /// All entries to one.
  case reduce(Reduction)
  /// The same entries in the node's own shape, row by row.
  case reshape

  /// Operands of one shape as the entries of a new first axis: `[a, b]`.
  case stack
  /// Vectors, or tensors of equal inner extents, one behind the other along the first axis.
  case concatenate
  /// `x[i, j]`: the first operand at the positions given by the others, counted from 1.
  case index
  /// `x[a...b]`: along the first axis, both ends included.
  case slice

  /// Two scalars or shapes compared; `==` on tensors compares whole.
  case compare(Comparison)
  /// Truth values.
  case and, or, not
  /// Condition, value if true, value if false; entry by entry when the condition has a shape.
  case choose
  /// The body for each value of a bound quantity: operands are low, high and body.
  case over(Binder)
  /// An opaque function applied to its arguments, differentiated so often by each.
  indirect case opaque(Quantity.ID, orders: [Int])

  /// A built-in function with its options; operands are the arguments in the order of the call.
  indirect case call(Call)
  /// A function of the author's: its arguments, then its body with the arguments put in.
  indirect case apply(Name)

  /// `x -> y`.
  case sample
  /// `a...b`.
  case interval
  /// A list of things that are no numbers.
  case list
  /// `{name: value, …}`.
  indirect case record([String])
  /// The named part of a structured value.
  indirect case field(String)
  /// Quantities handed over by name (`wrt:`), not by value.
  indirect case names([Quantity.ID])
}

/// How the entries of a tensor become one number; ties go to the first.
public enum Reduction: String, Hashable, Sendable {
  case sum, product, max, min, argmax, argmin
}

/// The relations between two values.
public enum Comparison: String, Hashable, Sendable {
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
}

/// How the values of a body under a bound name are collected.
public struct Binder: Hashable, Sendable {
  /// What becomes of the values.
  public enum Collector: String, Hashable, Sendable {
    case sum, product, list
  }

  /// What becomes of the values.
  public let collector: Collector
  /// The quantity that runs over the range.
  public let bound: Quantity.ID

  /// Collects what the body gives while `bound` runs.
  public init(_ collector: Collector, bound: Quantity.ID) {
    self.collector = collector
    self.bound = bound
  }
}

/// The call of a built-in: its name and what each operand was called.
public struct Call: Hashable, Sendable {
  /// The built-in's name.
  public let name: String
  /// The label of each operand; nil for a positional one.
  public let labels: [String?]

  /// Whether it names a layer, where a function has the same name.
  public let isLayer: Bool

  /// A call whose operands carry these labels.
  public init(_ name: String, labels: [String?], isLayer: Bool = false) {
    self.name = name
    self.labels = labels
    self.isLayer = isLayer
  }
}
