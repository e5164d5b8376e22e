extension Printer {
  /// A program with one statement a line; statements with a syntax error are left out.
  static func text(of program: Program) -> String {
    program.statements.compactMap { text(of: $0) }.map { $0 + "\n" }.joined()
  }

  /// A statement on one line; `nil` for one with a syntax error.
  static func text(of statement: Statement) -> String? {
    var printer = Printer()
    switch statement.kind {
    case .define(let definition): printer.write(definition)
    case .defineFunction(let function): printer.write(function)
    case .symbols(let declarations):
      printer.write("symbols ")
      printer.writeList(declarations) { $0.write($1) }
    case .assume(let fact):
      printer.write("assume ")
      printer.write(fact)
    case .show(let items):
      printer.write("show ")
      printer.writeList(items) { $0.write($1) }
    case .expect(let condition, let tolerance):
      printer.write("expect ")
      printer.write(condition)
      guard let tolerance else { break }
      printer.write(" within ")
      printer.write(tolerance)
    case .published(let quantity, let value, let source):
      printer.write("published ")
      printer.write(quantity)
      printer.write(" = ")
      printer.write(value)
      printer.write(" from \"\(source.text)\"")
    case .expression(let expression): printer.write(expression)
    case .invalid: return nil
    }
    return printer.output
  }

  private mutating func write(_ item: ShownItem) {
    switch item {
    case .definition(let definition): write(definition)
    case .function(let function): write(function)
    case .expression(let expression): write(expression)
    }
  }

  private mutating func write(_ definition: Definition) {
    write(definition.name.text)
    writeDisplayName(definition.tex)
    write(" = ")
    write(definition.value)
  }

  private mutating func write(_ function: FunctionDefinition) {
    write(function.name.text)
    write(function.parameters)
    writeDisplayName(function.tex)
    write(" = ")
    write(function.body)
  }

  private mutating func write(_ declaration: SymbolDeclaration) {
    write(declaration.name.text)
    if let parameters = declaration.parameters { write(parameters) }
    writeDisplayName(declaration.tex)
    if let kind = declaration.kind { write(": \(kind.text)") }
    for (index, size) in declaration.shape.enumerated() {
      write(index == 0 ? ": " : "×")
      writeSize(size)
    }
  }

  private mutating func writeSize(_ size: Expression) {
    switch size.kind {
    case .number, .name, .parenthesised: write(size)
    case .text, .truth, .negate, .binary, .comparison, .and, .or, .not, .choice, .call, .field,
      .index, .transpose, .sample, .pipe, .range, .list, .comprehension, .tuple, .record:
      write("(")
      write(size)
      write(")")
    }
  }

  private mutating func write(_ parameters: [Name]) {
    write("(")
    writeList(parameters) { $0.write($1.text) }
    write(")")
  }

  private mutating func writeDisplayName(_ tex: Name?) {
    if let tex { write(" as \"\(tex.text)\"") }
  }
}
