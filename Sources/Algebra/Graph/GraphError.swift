/// Why a node cannot be made; whoever asked knows the place in the source.
public enum GraphError: Error, Hashable, Sendable {
  /// Two operands whose shapes do not go together.
  case shapes(operation: String, Shape, Shape)
  /// The inner extents of a matrix product differ.
  case innerExtents(Shape, Shape)
  /// An operand that is no number (or truth value) where one is needed.
  case wrongSort(operation: String, found: Sort, wanted: String)
  /// An operand of a shape that the operation does not take.
  case wrongShape(operation: String, Shape, wanted: String)
  /// Rows of different lengths in one tensor.
  case ragged(first: Shape, other: Shape)
  /// More axes than a tensor may have.
  case rankLimit(Int)
}
