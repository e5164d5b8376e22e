import Source

/// What an author wrote where a value is meant, with its place in the text.
///
/// Brackets the author wrote are kept as ``Kind/parenthesised(_:)``, so that an expression can be
/// quoted as written.
struct Expression: Hashable, Sendable {
  /// What it is.
  let kind: Kind
  /// From its first to its last byte.
  let span: Span
  /// The number of nodes on the longest way down, at least 1; the parser keeps it below
  /// ``Parser/maximalHeight``, so that walking a tree by recursion is safe.
  let height: Int

  init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
    self.height = kind.heightBelow + 1
  }

  /// The forms of an expression; the operands of an operator are in the order they are written.
  indirect enum Kind: Hashable, Sendable {
    /// `3`, `3.5`, `1e-8`, `204_928`, as written.
    case number(String)
    /// What stands between the quotes, taken as it stands.
    case text(String)
    /// `true` or `false`.
    case truth(Bool)
    /// A quantity, a symbol, a parameter or a built-in.
    case name(String)
    /// `-e`.
    case negate(Expression)
    /// `l + r` and the other arithmetic operators.
    case binary(BinaryOperator, Expression, Expression)
    /// `a < b <= c`: the first operand, then each operator with the operand on its right.
    case comparison(Expression, [Comparison])
    /// `l and r`.
    case and(Expression, Expression)
    /// `l or r`.
    case or(Expression, Expression)
    /// `not e`.
    case not(Expression)
    /// `if c then a else b`.
    case choice(condition: Expression, then: Expression, otherwise: Expression)
    /// `f(a, label: b, x in 0...1)`.
    case call(Expression, [Argument])
    /// `e.name`, except `.T`.
    case field(Expression, Name)
    /// `e[i, j]`; at least one index, each may be a range or a text.
    case index(Expression, [Expression])
    /// `e.T`.
    case transpose(Expression)
    /// `x -> y`.
    case sample(Expression, Expression)
    /// `a |> b`.
    case pipe(Expression, Expression)
    /// `a...b`.
    case range(Expression, Expression)
    /// `[a, b]`; may be empty.
    case list([Expression])
    /// `[e, j in 1...6]`.
    case comprehension(Expression, Binder)
    /// `(1, 1, 0)`: a vector; `(1,)` has one entry.
    case tuple([Expression])
    /// `{name: e, …}`; may be empty.
    case record([RecordField])
    /// `(e)`.
    case parenthesised(Expression)
  }

  /// One link of a comparison chain: an operator and the operand on its right.
  struct Comparison: Hashable, Sendable {
    let comparison: ComparisonOperator
    let right: Expression
  }

  /// One `name: value` of a record.
  struct RecordField: Hashable, Sendable {
    let name: Name
    let value: Expression
  }

  /// The expression inside all the brackets that the author put around it.
  var withoutParentheses: Expression {
    var inner = self
    while case .parenthesised(let next) = inner.kind { inner = next }
    return inner
  }
}

extension Expression.Kind {
  /// The height of the tallest operand; 0 without operands.
  fileprivate var heightBelow: Int {
    switch self {
    case .number, .text, .truth, .name: 0
    case .negate(let inner), .not(let inner), .field(let inner, _), .transpose(let inner),
      .parenthesised(let inner):
      inner.height
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right),
      .sample(let left, let right), .pipe(let left, let right), .range(let left, let right):
      max(left.height, right.height)
    case .comparison(let first, let rest):
      rest.reduce(first.height) { max($0, $1.right.height) }
    case .choice(let condition, let then, let otherwise):
      max(condition.height, then.height, otherwise.height)
    case .call(let callee, let arguments):
      arguments.reduce(callee.height) { max($0, $1.expression.height) }
    case .index(let base, let indices):
      indices.reduce(base.height) { max($0, $1.height) }
    case .list(let entries), .tuple(let entries):
      entries.reduce(0) { max($0, $1.height) }
    case .comprehension(let entry, let binder):
      max(entry.height, binder.domain.height)
    case .record(let fields):
      fields.reduce(0) { max($0, $1.value.height) }
    }
  }
}
