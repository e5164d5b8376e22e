import Source

/// One statement with its place in the text.
struct Statement: Hashable, Sendable {
  /// What it is.
  let kind: Kind
  /// From its first to its last byte, without the separator and without comments around it.
  let span: Span

  /// The forms of a statement.
  enum Kind: Hashable, Sendable {
    /// `name = expression`.
    case define(Definition)
    /// `f(x) = expression`.
    case defineFunction(FunctionDefinition)
    /// `symbols x, W: 3×4, R(x)`; at least one.
    case symbols([SymbolDeclaration])
    /// `assume p > 0`.
    case assume(Expression)
    /// `show z = w*x + b`, `show z, loss`; at least one.
    case show([ShownItem])
    /// `expect a ≈ b within 0.001`.
    case expect(Expression, within: Expression?)
    /// `published loss = 4.0076 from "key, 4(a)"`.
    case published(Expression, value: Expression, source: Name)
    /// An expression to be shown.
    case expression(Expression)
    /// A statement with a syntax error, which has been reported; it would have defined these
    /// names, so that whoever uses them need not be told again.
    case invalid(defining: [Name])
  }
}

/// One entry of a `show` statement.
enum ShownItem: Hashable, Sendable {
  case definition(Definition)
  case function(FunctionDefinition)
  case expression(Expression)

  /// The whole entry.
  var span: Span {
    switch self {
    case .definition(let definition): definition.span
    case .function(let function): function.span
    case .expression(let expression): expression.span
    }
  }
}
