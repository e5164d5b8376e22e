@testable import Language

/// Trees as nested lists in round brackets, without places: two trees are the same exactly when
/// their outlines are.
struct Outline {
  /// Whether brackets of the author's are part of the outline.
  var keepsBrackets = true

  static func of(_ program: Program) -> String { Outline().of(program) }

  static func of(_ expression: Expression) -> String { Outline().of(expression) }

  func of(_ program: Program) -> String {
    program.statements.map { of($0) }.joined(separator: "\n")
  }

  func of(_ statement: Statement) -> String {
    switch statement.kind {
    case .define(let definition): of(definition)
    case .defineFunction(let function): of(function)
    case .symbols(let symbols): list("symbols", symbols.map { of($0) })
    case .assume(let fact): list("assume", [of(fact)])
    case .show(let items): list("show", items.map { of($0) })
    case .expect(let condition, let tolerance):
      list("expect", [of(condition)] + (tolerance.map { ["within", of($0)] } ?? []))
    case .published(let quantity, let value, let source):
      list("published", [of(quantity), of(value), "\"\(source.text)\""])
    case .expression(let expression): of(expression)
    case .invalid(let names): list("invalid", names.map(\.text))
    }
  }

  func of(_ expression: Expression) -> String {
    switch expression.kind {
    case .number(let digits): digits
    case .text(let text): "\"\(text)\""
    case .truth(let isTrue): "\(isTrue)"
    case .name(let name): name
    case .negate(let inner): list("neg", [inner])
    case .binary(let operation, let left, let right): list(operation.rawValue, [left, right])
    case .comparison(let first, let links):
      list("chain", [of(first)] + links.flatMap { [$0.comparison.rawValue, of($0.right)] })
    case .and(let left, let right): list("and", [left, right])
    case .or(let left, let right): list("or", [left, right])
    case .not(let inner): list("not", [inner])
    case .choice(let condition, let then, let otherwise): list("if", [condition, then, otherwise])
    case .call(let callee, let arguments):
      list("call", [of(callee)] + arguments.map { of($0) })
    case .field(let base, let name): list("field", [of(base), name.text])
    case .index(let base, let indices): list("index", [base] + indices)
    case .transpose(let base): list("T", [base])
    case .sample(let left, let right): list("->", [left, right])
    case .pipe(let left, let right): list("|>", [left, right])
    case .range(let low, let high): list("...", [low, high])
    case .list(let entries): list("list", entries)
    case .comprehension(let entry, let binder): list("each", [of(entry), of(binder)])
    case .tuple(let entries): list("tuple", entries)
    case .record(let fields): list("record", fields.map { "\($0.name.text): \(of($0.value))" })
    case .parenthesised(let inner): keepsBrackets ? list("paren", [inner]) : of(inner)
    }
  }

  private func of(_ item: ShownItem) -> String {
    switch item {
    case .definition(let definition): of(definition)
    case .function(let function): of(function)
    case .expression(let expression): of(expression)
    }
  }

  private func of(_ definition: Definition) -> String {
    list("define", [definition.name.text] + tex(definition.tex) + [of(definition.value)])
  }

  private func of(_ function: FunctionDefinition) -> String {
    let parameters = "[\(function.parameters.map(\.text).joined(separator: " "))]"
    return list(
      "function", [function.name.text, parameters] + tex(function.tex) + [of(function.body)])
  }

  private func of(_ symbol: SymbolDeclaration) -> String {
    var parts = [symbol.name.text]
    if let parameters = symbol.parameters {
      parts.append("[\(parameters.map(\.text).joined(separator: " "))]")
    }
    parts += tex(symbol.tex) + symbol.shape.map { of($0) }
    if let kind = symbol.kind { parts.append("is \(kind.text)") }
    return parts.count == 1 ? parts[0] : "(\(parts.joined(separator: " ")))"
  }

  private func of(_ argument: Argument) -> String {
    let content =
      switch argument.content {
      case .value(let value): of(value)
      case .binder(let binder): of(binder)
      }
    return argument.label.map { "\($0.text): \(content)" } ?? content
  }

  private func of(_ binder: Binder) -> String {
    list("in", [binder.name.text, of(binder.domain)])
  }

  private func tex(_ tex: Name?) -> [String] {
    tex.map { ["as \"\($0.text)\""] } ?? []
  }

  private func list(_ head: String, _ parts: [Expression]) -> String {
    list(head, parts.map { of($0) })
  }

  private func list(_ head: String, _ parts: [String]) -> String {
    "(\(([head] + parts).joined(separator: " ")))"
  }
}
