public import Algebra

extension Value: CustomStringConvertible {
  /// With its article, as in a message: `a number`, `a text`, `a network`.
  public var description: String {
    switch self {
    case .number: "a number"
    case .truth: "a truth value"
    case .text: "a text"
    case .tensor(let tensor): Sort.number(Shape(tensor.shape)).description
    case .expression: "an expression"
    case .interval: "an interval"
    case .sample: "a sample"
    case .dataSet: "a data set"
    case .record: "a record"
    case .list: "a list"
    case .function: "a function"
    case .trace: "a trace"
    case .network: "a network"
    case .figure: "a figure"
    case .listing: "a listing"
    case .names: "a list of names"
    }
  }

  /// What a node with this value stands for.
  public func sort(in graph: Graph) -> Sort {
    switch self {
    case .number: .scalar
    case .truth: .truth(.scalar)
    case .text: .text
    case .tensor(let tensor): .number(Shape(tensor.shape))
    case .expression(let node): graph.sort(of: node)
    case .interval: .data(.interval)
    case .sample: .data(.sample)
    case .dataSet: .data(.dataSet)
    case .record: .data(.record)
    case .list: .data(.list)
    case .function: .data(.function)
    case .trace: .data(.trace)
    case .network: .data(.network)
    case .figure: .data(.figure)
    case .listing: .data(.listing)
    case .names: .data(.names)
    }
  }
}
