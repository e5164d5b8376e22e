extension Statement {
  /// Whether it compares with a printed value: `published`, and `expect` with a literal on one side
  /// of `==` or `≈`.
  var comparesWithLiteral: Bool {
    switch kind {
    case .published: return true
    case .expect(let claim, _):
      guard case .comparison(let left, let rest) = claim.withoutParentheses.kind, rest.count == 1
      else { return false }
      switch rest[0].comparison {
      case .equal, .approximatelyEqual: return left.isLiteral || rest[0].right.isLiteral
      case .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return false
      }
    case .define, .defineFunction, .symbols, .assume, .show, .expression, .invalid: return false
    }
  }
}

extension Expression {
  /// Whether it is written without any name: `3`, `-2/3`, `[0.1, 0.2]`, `"text"`.
  fileprivate var isLiteral: Bool {
    switch kind {
    case .number, .text, .truth: true
    case .negate(let inner), .parenthesised(let inner), .transpose(let inner): inner.isLiteral
    case .binary(_, let left, let right), .sample(let left, let right), .range(let left, let right):
      left.isLiteral && right.isLiteral
    case .list(let items), .tuple(let items): items.allSatisfy(\.isLiteral)
    case .record(let fields): fields.allSatisfy { $0.value.isLiteral }
    case .name, .comparison, .and, .or, .not, .choice, .call, .field, .index, .pipe,
      .comprehension:
      false
    }
  }
}
