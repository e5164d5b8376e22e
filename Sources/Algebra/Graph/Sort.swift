/// What a node stands for, known when the node is made.
public enum Sort: Hashable, Sendable {
  /// Numbers of this shape.
  case number(Shape)
  /// Truth values of this shape.
  case truth(Shape)
  /// A text.
  case text
  /// Something with structure: a data set, a trace, a network, a figure, …
  case data(DataKind)
  /// Known only once it is evaluated, such as the field of a trace that depends on a bound name.
  case unknown

  /// A single number.
  public static let scalar = Sort.number(.scalar)

  /// The shape of numbers or truth values; nil for everything else.
  public var shape: Shape? {
    switch self {
    case .number(let shape), .truth(let shape): shape
    case .text, .data, .unknown: nil
    }
  }
}

/// The kinds of structured values.
public enum DataKind: String, Hashable, Sendable {
  case interval, sample, dataSet = "data set", record, list, function, trace, network, figure
  case listing, names
}
