import Source

/// One entry of a `symbols` statement: `x`, `W: 3×4`, `v: n`, `H: integer` or `R(x)`.
struct SymbolDeclaration: Hashable, Sendable {
  /// The symbol.
  let name: Name
  /// How the name is typeset, if the author says so: `yhat as "\hat{y}": 3`.
  let tex: Name?
  /// The names between the brackets of an opaque function; `nil` for a quantity.
  let parameters: [Name]?
  /// The sizes, each an integer literal, a name or an expression in brackets; empty for a scalar.
  let shape: [Expression]
  /// A kind of number in place of a shape: one of ``kinds``.
  let kind: Name?
  /// From the name to the end of the entry.
  let span: Span

  /// The words behind a `:` that are a kind, not the name of a size.
  static let kinds: Set<String> = ["integer", "natural", "positive", "real"]
}
