/// How much work a rewrite may still do, counted in terms touched; what runs out is reported, never hidden.
public struct Budget: Hashable, Sendable {
  /// Operations left; never negative.
  public private(set) var remaining: Int

  /// A budget of so many operations.
  public init(_ remaining: Int = 1_000_000) {
    self.remaining = max(0, remaining)
  }

  /// Takes `operations` out, or ends the work.
  mutating func charge(_ operations: Int) throws(Exhausted) {
    guard operations <= remaining else {
      remaining = 0
      throw Exhausted()
    }
    remaining -= operations
  }
}

/// The budget ran out; caught by every public entry of this directory.
struct Exhausted: Error {}
