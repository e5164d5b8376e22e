/// The extents of a tensor, outermost first; no extents for a scalar.
///
/// A vector of n entries has the shape [n] and counts as a column.
public struct Shape: Hashable, Sendable {
  /// One extent an axis.
  public let extents: [Extent]

  /// The shape with these extents.
  public init(_ extents: [Extent]) {
    self.extents = extents
  }

  /// A shape whose extents are all known.
  public init(_ extents: [Int]) {
    self.extents = extents.map(Extent.known)
  }

  /// The shape of a number.
  public static let scalar = Shape([Extent]())

  /// The number of axes.
  public var rank: Int { extents.count }

  /// Whether this is the shape of a number.
  public var isScalar: Bool { extents.isEmpty }

  /// The extents, when all of them are known.
  public var known: [Int]? {
    var sizes: [Int] = []
    for extent in extents {
      guard case .known(let size) = extent else { return nil }
      sizes.append(size)
    }
    return sizes
  }

  /// The product of the extents; nil when one is symbolic or the product passes `Int`.
  public var count: Int? {
    guard let known else { return nil }
    var count = 1
    for size in known {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow else { return nil }
      count = product
    }
    return count
  }
}

/// The length of one axis.
public enum Extent: Hashable, Sendable {
  /// So many entries.
  case known(Int)
  /// An integer-valued scalar of the graph, such as the symbol n.
  case symbolic(Node)
}
