/// Writes trees as `dl` text that parses to the same tree.
///
/// Brackets are written where the author wrote them and where a tree made by the program needs
/// them; line breaks, comments and aliases of operators are not kept.
struct Printer {
  private(set) var output = ""

  /// An expression on one line.
  static func text(of expression: Expression) -> String {
    var printer = Printer()
    printer.write(expression)
    return printer.output
  }

  mutating func write(_ text: String) {
    output += text
  }

  /// Writes an expression, in brackets where it binds looser than its place allows.
  mutating func write(_ expression: Expression, atLeast minimum: Precedence = .pipe) {
    guard expression.kind.precedence < minimum else { return write(expression.kind) }
    // A minus needs no brackets as an exponent: `2^-1`.
    if case .negate = expression.kind, minimum == .power { return write(expression.kind) }
    write("(")
    write(expression.kind)
    write(")")
  }

  /// Writes things with a comma between them.
  mutating func writeList<Entry>(_ entries: [Entry], _ writeEntry: (inout Printer, Entry) -> Void) {
    for (index, entry) in entries.enumerated() {
      if index > 0 { write(", ") }
      writeEntry(&self, entry)
    }
  }

  private mutating func writeList(_ entries: [Expression]) {
    writeList(entries) { $0.write($1) }
  }

  private mutating func write(_ kind: Expression.Kind) {
    switch kind {
    case .number(let digits): write(digits)
    case .text(let text): write("\"\(text)\"")
    case .truth(let isTrue): write(isTrue ? "true" : "false")
    case .name(let name): write(name)
    case .negate(let inner):
      write("-")
      write(inner, atLeast: .negation)
    case .binary(let operation, let left, let right):
      write(operation, left, right)
    case .comparison(let first, let links):
      write(first, atLeast: .range)
      for link in links {
        write(" \(link.comparison.rawValue) ")
        write(link.right, atLeast: .range)
      }
    case .and(let left, let right): write(left, "and", right, .and)
    case .or(let left, let right): write(left, "or", right, .or)
    case .not(let inner):
      write("not ")
      write(inner, atLeast: .not)
    case .choice(let condition, let then, let otherwise):
      write("if ")
      write(condition)
      write(" then ")
      write(then)
      write(" else ")
      write(otherwise, atLeast: .choice)
    case .sample(let left, let right):
      write(left, atLeast: .choice)
      write(" -> ")
      write(right, atLeast: .choice)
    case .pipe(let left, let right): write(left, "|>", right, .pipe)
    case .range(let low, let high):
      write(low, atLeast: .sum)
      write("...")
      write(high, atLeast: .sum)
    case .call, .field, .index, .transpose, .list, .comprehension, .tuple, .record,
      .parenthesised:
      writeBracketed(kind)
    }
  }

  private mutating func writeBracketed(_ kind: Expression.Kind) {
    switch kind {
    case .call(let callee, let arguments):
      writeCallee(callee)
      write("(")
      writeList(arguments) { $0.write($1) }
      write(")")
    case .field(let base, let name):
      write(base, atLeast: .postfix)
      write(".\(name.text)")
    case .index(let base, let indices):
      write(base, atLeast: .postfix)
      write("[")
      writeList(indices)
      write("]")
    case .transpose(let base):
      write(base, atLeast: .postfix)
      write(".T")
    case .list(let entries):
      write("[")
      writeList(entries)
      write("]")
    case .comprehension(let entry, let binder):
      write("[")
      write(entry)
      write(", ")
      write(binder)
      write("]")
    case .tuple(let entries):
      write("(")
      writeList(entries)
      write(entries.count == 1 ? ",)" : ")")
    case .record(let fields):
      write("{")
      writeList(fields) { printer, field in
        printer.write("\(field.name.text): ")
        printer.write(field.value)
      }
      write("}")
    case .parenthesised(let inner):
      write("(")
      write(inner)
      write(")")
    case .number, .text, .truth, .name, .negate, .binary, .comparison, .and, .or, .not, .choice,
      .sample, .pipe, .range:
      write(kind)
    }
  }

  private mutating func write(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) {
    let precedence = operation.precedence
    switch operation {
    case .add, .subtract, .matrixProduct, .innerProduct:
      write(left, operation.rawValue, right, precedence)
    case .multiply, .divide:
      write(left, atLeast: precedence)
      write(operation.rawValue)
      write(right, atLeast: precedence.tighter)
    case .power:
      write(left, atLeast: .postfix)
      write(operation.rawValue)
      write(right, atLeast: .power)
    }
  }

  /// Writes a left-associative operator with blanks around it.
  private mutating func write(
    _ left: Expression, _ operation: String, _ right: Expression, _ precedence: Precedence
  ) {
    write(left, atLeast: precedence)
    write(" \(operation) ")
    write(right, atLeast: precedence.tighter)
  }

  private mutating func writeCallee(_ callee: Expression) {
    // `2(x)` would be a forgotten `*`.
    if case .number = callee.kind {
      write("(")
      write(callee.kind)
      write(")")
    } else {
      write(callee, atLeast: .postfix)
    }
  }

  private mutating func write(_ argument: Argument) {
    if let label = argument.label { write("\(label.text): ") }
    switch argument.content {
    case .value(let value): write(value)
    case .binder(let binder): write(binder)
    }
  }

  private mutating func write(_ binder: Binder) {
    write("\(binder.name.text) in ")
    write(binder.domain)
  }
}

extension Expression.Kind {
  /// How tightly this form binds.
  fileprivate var precedence: Precedence {
    switch self {
    case .pipe: .pipe
    case .sample: .sample
    case .choice: .choice
    case .or: .or
    case .and: .and
    case .not: .not
    case .comparison: .comparison
    case .range: .range
    case .binary(let operation, _, _): operation.precedence
    case .negate: .negation
    case .number, .text, .truth, .name, .call, .field, .index, .transpose, .list, .comprehension,
      .tuple, .record, .parenthesised:
      .postfix
    }
  }
}
