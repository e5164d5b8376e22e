/// A place in one `Graph`: operands always have a smaller index than the node that uses them.
public struct Node: Hashable, Comparable, Sendable {
  @usableFromInline let index: Int32

  init(_ index: Int) {
    self.index = Int32(truncatingIfNeeded: index)
  }

  /// How many nodes were made before it: a position for tables.
  @inlinable public var position: Int { Int(index) }

  /// Nodes compare by the order in which they were made.
  @inlinable public static func < (left: Node, right: Node) -> Bool {
    left.index < right.index
  }
}
