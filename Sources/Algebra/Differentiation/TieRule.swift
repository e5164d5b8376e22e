/// Which of several operands that tie for a maximum or minimum takes the derivative.
public enum TieRule: String, Hashable, Sendable, CaseIterable {
  /// The first of them, as in PyTorch's pooling.
  case first
  /// The last of them.
  case last
  /// Each the same share, as in PyTorch's `amax`.
  case split
  /// A number that stands among them, such as the zeros around a padded map; else the first.
  case padding
}
