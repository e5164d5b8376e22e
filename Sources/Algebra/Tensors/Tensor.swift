/// An array of numbers with extents, row-major: the last index moves fastest.
///
/// `[]` is the shape of a scalar with one entry. The storage follows from the entries: all exact,
/// all doubles, or mixed; equal tensors have equal storage.
public struct Tensor: Hashable, Sendable {
  /// The entries in row-major order.
  public enum Entries: Hashable, Sendable {
    case exact([Rational])
    case approximate([Double])
    /// At least one exact and one double.
    case mixed([Real])
  }

  /// The extents; `[rows, columns]` for a matrix, `[]` for a scalar.
  public let shape: [Int]
  /// The entries as they are stored.
  public let storage: Entries

  /// A tensor whose `entries` fill `shape` in row-major order.
  public init(shape: [Int], entries: [Real]) {
    let exact = entries.count { $0.isExact }
    if exact == entries.count {
      self.init(shape: shape, exact: entries.compactMap(\.rational))
    } else if exact == 0 {
      self.init(shape: shape, approximate: entries.map(\.double))
    } else {
      self.init(shape: shape, storage: .mixed(entries), count: entries.count)
    }
  }

  /// A tensor of exact `entries` in row-major order.
  public init(shape: [Int], exact entries: [Rational]) {
    self.init(shape: shape, storage: .exact(entries), count: entries.count)
  }

  /// A tensor of doubles in row-major order; one without entries counts as exact.
  public init(shape: [Int], approximate entries: [Double]) {
    self.init(
      shape: shape, storage: entries.isEmpty ? .exact([]) : .approximate(entries),
      count: entries.count)
  }

  /// A vector.
  public init(_ entries: [Real]) {
    self.init(shape: [entries.count], entries: entries)
  }

  /// A tensor of rank 0.
  public init(scalar: Real) {
    self.init(shape: [], entries: [scalar])
  }

  private init(shape: [Int], storage: Entries, count: Int) {
    precondition(
      shape.allSatisfy { $0 >= 0 } && shape.reduce(1, *) == count,
      "\(count) entries do not fill the shape \(shape)")
    self.shape = shape
    self.storage = storage
  }

  /// The number of extents: 0 for a scalar, 2 for a matrix.
  public var rank: Int { shape.count }

  /// The number of entries.
  public var count: Int {
    switch storage {
    case .exact(let entries): entries.count
    case .approximate(let entries): entries.count
    case .mixed(let entries): entries.count
    }
  }

  /// Whether every entry is exact.
  public var isExact: Bool {
    switch storage {
    case .exact: true
    case .approximate, .mixed: false
    }
  }

  /// The entries in row-major order.
  public var entries: [Real] {
    switch storage {
    case .exact(let entries): entries.map { .exact($0) }
    case .approximate(let entries): entries.map { .approximate($0) }
    case .mixed(let entries): entries
    }
  }

  /// The entries as doubles, in row-major order.
  public var doubles: [Double] {
    switch storage {
    case .exact(let entries): entries.map(\.double)
    case .approximate(let entries): entries
    case .mixed(let entries): entries.map(\.double)
    }
  }

  /// The entry at a row-major position from 0.
  public subscript(flat position: Int) -> Real {
    switch storage {
    case .exact(let entries): .exact(entries[position])
    case .approximate(let entries): .approximate(entries[position])
    case .mixed(let entries): entries[position]
    }
  }

  /// The only entry of a tensor with one entry; `nil` for all others.
  public var scalar: Real? { count == 1 ? self[flat: 0] : nil }
}
