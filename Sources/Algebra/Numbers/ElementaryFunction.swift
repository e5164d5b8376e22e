/// The functions of one real that the core knows by itself.
///
/// Angles are radians, logarithms natural.
public enum ElementaryFunction: String, Hashable, Sendable, CaseIterable {
  case exp, log, sqrt, abs, sign, floor, ceil, round
  /// 1/(1 + e⁻ˣ).
  case sigmoid
  case tanh
  /// max(x, 0).
  case relu
  /// 1 from 0 on, 0 below.
  case step
  /// log(1 + eˣ).
  case softplus
  case sin, cos, tan, sinh, cosh
  /// The error function.
  case erf
}
