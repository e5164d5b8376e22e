/// A number as its author wrote it: `2.0`, `0.667`, `1e-8`.
public struct Literal: Hashable, Sendable {
  /// The number.
  public let value: Real
  /// The characters in the source, without a sign; empty for a number that nobody wrote.
  public let written: String

  /// A number and the characters it was written with.
  public init(_ value: Real, written: String = "") {
    self.value = value
    self.written = written
  }
}
