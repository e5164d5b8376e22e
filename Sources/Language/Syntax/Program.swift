/// The statements of one text, in order.
struct Program: Hashable, Sendable {
  /// Every statement, those with a syntax error too: see ``Statement/Kind/invalid(defining:)``.
  let statements: [Statement]
}
