/// Why the core cannot do what was asked; whoever asked knows the place in the source.
public struct Failure: Error, Hashable, Sendable {
  /// A stable kebab-case code, such as `shape-mismatch`.
  public let code: String
  /// A lower-case clause that names the values.
  public let text: String
  /// The node that is at fault, when one is.
  public let node: Node?
  /// An imperative that helps, if there is one.
  public let hint: String?

  /// A failure with its stable code; `node` is the culprit.
  public init(_ code: String, _ text: String, at node: Node? = nil, hint: String? = nil) {
    self.code = code
    self.text = text
    self.node = node
    self.hint = hint
  }

  /// The same failure, blamed on `node` unless something inside is to blame already.
  public func located(at node: Node) -> Failure {
    Failure(code, text, at: self.node ?? node, hint: hint)
  }
}

extension Failure {
  static func wrongSort(operation: String, found: Sort, wanted: String) -> Failure {
    Failure("wrong-type", "'\(operation)' needs \(wanted), not \(found)")
  }

  static func wrongShape(operation: String, _ shape: Shape, wanted: String) -> Failure {
    Failure("wrong-shape", "'\(operation)' needs \(wanted), not the shape \(shape)")
  }

  static func ragged(first: Shape, other: Shape) -> Failure {
    Failure(
      "ragged-rows", "rows of different shapes: the first is \(first), another is \(other)")
  }

  static func rankLimit(_ limit: Int) -> Failure {
    Failure("nested-too-deeply", "a tensor may have \(limit) axes, not more")
  }
}

extension Shape: CustomStringConvertible {
  /// `3×4`; `scalar` for a number.
  public var description: String {
    guard !isScalar else { return "scalar" }
    return extents.map { extent in
      switch extent {
      case .known(let size): String(size)
      case .symbolic: "n"
      }
    }.joined(separator: "×")
  }
}

extension Sort: CustomStringConvertible {
  /// With its article, as in a message: `a number`, `a text`, `a network`.
  public var description: String {
    switch self {
    case .number(let shape):
      switch shape.rank {
      case 0: "a number"
      case 1: "a vector of \(shape)"
      case 2: "a \(shape) matrix"
      default: "a \(shape) tensor"
      }
    case .truth: "a truth value"
    case .text: "a text"
    case .data(let kind): kind == .interval ? "an interval" : "a \(kind.rawValue)"
    case .unknown: "something unknown"
    }
  }
}
