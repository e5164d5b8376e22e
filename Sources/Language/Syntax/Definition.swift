import Source

/// `name = expression` or `name as "\hat{q}" = expression`.
struct Definition: Hashable, Sendable {
  /// The quantity that is defined.
  let name: Name
  /// How the name is typeset, if the author says so.
  let tex: Name?
  /// What stands on the right of the `=`.
  let value: Expression
  /// From the name to the end of the value.
  let span: Span
}

/// `f(x, y) = expression`, perhaps with `as "…"` before the `=`.
struct FunctionDefinition: Hashable, Sendable {
  /// The function that is defined.
  let name: Name
  /// The names of its parameters, in order; may be empty.
  let parameters: [Name]
  /// How the name is typeset, if the author says so.
  let tex: Name?
  /// What stands on the right of the `=`.
  let body: Expression
  /// From the name to the end of the body.
  let span: Span
}
