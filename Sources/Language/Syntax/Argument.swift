import Source

/// One argument of a call: a value or a binder, with or without a label.
struct Argument: Hashable, Sendable {
  /// What stands before the `:`; any word, keywords too.
  let label: Name?
  /// What is passed.
  let content: Content
  /// The label, if there is one, to the end of the content.
  let span: Span

  /// What an argument passes.
  enum Content: Hashable, Sendable {
    /// `eta: 0.1` or plain `w^2`.
    case value(Expression)
    /// `x in -3...3`, as in `plot(f(x), x in -3...3)` and `over: x in 0...1`.
    case binder(Binder)
  }

  /// The value, or the domain of the binder.
  var expression: Expression {
    switch content {
    case .value(let value): value
    case .binder(let binder): binder.domain
    }
  }
}

/// `x in a...b` or `x in [-3, 0, 2]`: a name and the values it runs through.
struct Binder: Hashable, Sendable {
  /// The name that runs.
  let name: Name
  /// What it runs through: a range, a list or a name of either.
  let domain: Expression
  /// From the name to the end of the domain.
  let span: Span
}
