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

extension ElementaryFunction {
  /// Whether it has a slope wherever it has a value: no kink and no jump.
  public var isSmooth: Bool {
    switch self {
    case .exp, .log, .sqrt, .sigmoid, .tanh, .softplus, .sin, .cos, .tan, .sinh, .cosh, .erf: true
    case .abs, .sign, .floor, .ceil, .round, .relu, .step: false
    }
  }
}
