public import Algebra
public import Figures

/// What a binding holds.
public indirect enum Value: Hashable, Sendable {
  /// A number, exact until a transcendental function touched it.
  case number(Real)
  /// A truth value.
  case truth(Bool)
  /// A text.
  case text(String)
  /// Numbers in a shape.
  case tensor(Tensor)
  /// An expression with free symbols; its shape is the node's.
  case expression(Node)
  /// From a low to a high end, both included.
  case interval(Real, Real)
  /// An input and what it should give.
  case sample(Sample)
  /// Samples.
  case dataSet([Sample])
  /// Named values in their order.
  case record(Record)
  /// Values in their order.
  case list([Value])
  /// A function of the author's.
  case function(FunctionValue)
  /// A table of one row a step.
  case trace(Trace)
  /// Layers, with or without an input.
  case network(Network)
  /// A vector graphic.
  case figure(Figure)
  /// Source code.
  case listing(Listing)
  /// Quantities handed over by name.
  case names([Quantity.ID])
}

/// `x -> y`: an input and what it should give.
public struct Sample: Hashable, Sendable {
  /// The input: a number or a vector.
  public let input: Value
  /// The label or target.
  public let target: Value

  /// A sample.
  public init(input: Value, target: Value) {
    self.input = input
    self.target = target
  }
}

/// Named values in the order they were written.
public struct Record: Hashable, Sendable {
  /// One named value.
  public struct Field: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: Value

    /// A named value.
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// The fields, in order.
  public let fields: [Field]

  /// A record of these fields; names differ.
  public init(_ fields: [Field]) {
    self.fields = fields
  }

  /// The value of a field; nil where there is none of this name.
  public subscript(name: String) -> Value? {
    fields.first { $0.name == name }?.value
  }
}

/// Source code in some programming language.
public struct Listing: Hashable, Sendable {
  /// The language's usual lower-case name, such as `python`; `text` for pseudo-code.
  public let language: String
  /// The code.
  public let source: String

  /// A listing.
  public init(language: String, source: String) {
    self.language = language
    self.source = source
  }
}

/// A function of the author's, by the name of its definition.
public struct FunctionValue: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// The names of its parameters.
  public let parameters: [String]
  /// The definition as `dl` text.
  public let text: String
  /// Tells functions of one name apart.
  public let identity: Int

  /// A function with the text of its definition.
  public init(name: String, parameters: [String], text: String, identity: Int) {
    self.name = name
    self.parameters = parameters
    self.text = text
    self.identity = identity
  }
}
