public import Algebra

extension Value {
  /// The numbers of a number (without axes) or of a tensor; nil for every other value.
  public var numbers: Tensor? {
    switch self {
    case .number(let number): Tensor(scalar: number)
    case .tensor(let tensor): tensor
    case .truth, .text, .expression, .interval, .sample, .dataSet, .record, .list, .function,
      .trace, .network, .figure, .listing, .names:
      nil
    }
  }
}

extension Graph {
  /// The node of a number, a tensor or an expression; nil for every other value.
  public func node(of value: Value) -> Node? {
    switch value {
    case .number(let number): self.number(number)
    case .tensor(let tensor): constant(tensor)
    case .expression(let node): node
    case .truth, .text, .interval, .sample, .dataSet, .record, .list, .function, .trace, .network,
      .figure, .listing, .names:
      nil
    }
  }
}
