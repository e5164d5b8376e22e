public import Algebra

/// The declaration of one built-in: all that the language, its reference and its audit know of it.
public struct BuiltIn: Sendable {
  /// Where a name stands decides which built-in it is; a name may have one of each.
  public enum Role: String, Hashable, Sendable {
    /// In call position.
    case function
    /// On the right of `|>`, and `input` at its start.
    case layer
  }

  /// A call that shows it, with the value of its last name; run as a test.
  public struct Example: Hashable, Sendable {
    /// `dl` statements.
    public let source: String
    /// What the last statement gives, as `dl` text.
    public let result: String

    /// An example and what its last statement gives.
    public init(_ source: String, gives result: String) {
      self.source = source
      self.result = result
    }
  }

  /// Its name in the language.
  public let name: String
  /// Where it may stand.
  public let role: Role
  /// Positional parameters first, then labels, as they are listed in the reference.
  public let parameters: [Parameter]
  /// One line for an index, without a full stop.
  public let summary: String
  /// Who says so: a paper, a book, PyTorch's page.
  public let source: String
  /// A call that shows it.
  public let example: Example
  /// Whether its formula depends on its arguments' names and its options alone, not on values.
  public let isFormula: Bool
  /// Whether its formula is another one where an argument has an entry 0 or 1, as that of a loss
  /// with log(0) is.
  public let hasLimits: Bool
  /// Whether a call is nothing but its formula, as `dot(a, b)` is: it leaves no call behind.
  public let isOperation: Bool
  /// What a call stands for.
  public let expand: @Sendable (CallContext) throws(Failure) -> Expansion

  /// A declaration; `expand` gets the call with its options worked out.
  public init(
    _ name: String, role: Role = .function, parameters: [Parameter], summary: String,
    source: String = "", example: Example, isFormula: Bool = false,
    hasLimits: Bool = false, isOperation: Bool = false,
    expand: @escaping @Sendable (CallContext) throws(Failure) -> Expansion
  ) {
    self.name = name
    self.role = role
    self.parameters = parameters
    self.summary = summary
    self.source = source
    self.example = example
    self.isFormula = isFormula
    self.hasLimits = hasLimits
    self.isOperation = isOperation
    self.expand = expand
  }
}

/// One parameter of a built-in.
public struct Parameter: Sendable {
  /// What is taken if a call says nothing.
  public enum Fallback: Hashable, Sendable {
    /// The call must say it.
    case required
    /// This value.
    case value(Value)
    /// Nothing: the built-in does without.
    case none
  }

  /// Its label; a positional parameter has one too, for messages and for calls that use it.
  public let label: String
  /// What may be given.
  public let accepts: Accepts
  /// What is taken if a call says nothing.
  public let fallback: Fallback
  /// Whether it must be labelled in a call.
  public let isLabelled: Bool
  /// What other books choose, for an audit to try; empty where all agree.
  public let alternatives: [Value]

  /// Whether books differ in it.
  public var isConvention: Bool { !alternatives.isEmpty }

  private init(
    _ label: String, _ accepts: Accepts, _ fallback: Fallback, isLabelled: Bool,
    alternatives: [Value] = []
  ) {
    self.label = label
    self.accepts = accepts
    self.fallback = fallback
    self.isLabelled = isLabelled
    self.alternatives = alternatives
  }

  /// An argument without a label.
  public static func positional(
    _ label: String, _ accepts: Accepts, or fallback: Fallback = .required
  ) -> Parameter {
    Parameter(label, accepts, fallback, isLabelled: false)
  }

  /// An argument with a label.
  public static func labelled(
    _ label: String, _ accepts: Accepts, or fallback: Fallback = .required
  ) -> Parameter {
    Parameter(label, accepts, fallback, isLabelled: true)
  }

  /// A label in which books differ, with the choice that PyTorch makes.
  ///
  /// - Parameters:
  ///   - label: The label.
  ///   - accepts: What may be given.
  ///   - fallback: What is taken if a call says nothing.
  ///   - alternatives: What an audit tries; for texts and truth values all that are accepted.
  /// - Returns: The parameter.
  public static func convention(
    _ label: String, _ accepts: Accepts, or fallback: Value, alternatives: [Value] = []
  ) -> Parameter {
    let all: [Value]
    if case .choice(let texts) = accepts {
      all = texts.map(Value.text)
    } else if case .truth = accepts {
      all = [.truth(true), .truth(false)]
    } else {
      all = alternatives
    }
    return Parameter(label, accepts, .value(fallback), isLabelled: true, alternatives: all)
  }
}

extension Accepts {
  /// Whether an operand is handed over as a formula or by name, not by its value.
  var isHandedOver: Bool {
    switch self {
    case .expression, .equation, .names, .binder, .substitutions, .function: true
    case .numbers, .scalar, .integer, .truth, .text, .choice, .anything, .variadic, .optimizer,
      .trace, .record, .data, .network:
      false
    }
  }
}

/// What a parameter takes; it says too what is evaluated and what is handed over as written.
public enum Accepts: Hashable, Sendable {
  /// Numbers in any shape, symbols among them.
  case numbers
  /// A single number, perhaps symbolic.
  case scalar
  /// A whole number with a value, not below the bound.
  case integer(atLeast: Int)
  /// `true` or `false`.
  case truth
  /// A text.
  case text
  /// One of these texts.
  case choice([String])
  /// A list of samples.
  case data
  /// Layers.
  case network
  /// A table of steps.
  case trace
  /// Named values.
  case record
  /// An expression handed over as written.
  case expression
  /// An equation, or a list of them, handed over as written.
  case equation
  /// Quantities, not their values.
  case names
  /// `x in a...b`; the bound quantity and its range.
  case binder
  /// An optimizer's call without its loss, handed over as written: `sgd(eta: 0.1)`.
  case optimizer
  /// A function of the author's, by its name: its parameters and its body. Other values pass as they are.
  case function
  /// Anything.
  case anything
  /// As many more of what the first positional parameter takes as there are.
  case variadic
  /// Labels that are names of quantities: `evaluate(e, w: 2)`.
  case substitutions

  /// Whether the argument is worked out before the built-in sees it.
  var isEvaluated: Bool {
    switch self {
    case .numbers, .scalar, .integer, .truth, .text, .choice, .data, .network, .trace, .record,
      .anything, .variadic:
      true
    case .expression, .equation, .names, .binder, .substitutions, .optimizer,
      .function:
      false
    }
  }
}
