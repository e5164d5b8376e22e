import Algebra
public import DeepLearning
public import Workings

/// The reference of the language as plain text, made from the table of built-ins.
public struct Reference {
  private let table: BuiltInTable

  /// A reference of these built-ins.
  public init(_ table: BuiltInTable = .standard) {
    self.table = table
  }

  /// All names, sorted.
  public var names: [String] { table.names.filter { $0 != "|>" } }

  /// All that ``entry(_:)`` knows: built-ins, the codes of diagnostics, and `errors` for all of these.
  public var topics: [String] { names + DiagnosticCode.all.map(\.code) + ["errors"] }

  /// A line a built-in: its name and what it is.
  public var index: String {
    let width = names.map(\.count).max() ?? 0
    return names.compactMap { name in
      table.named(name).map { builtIn in
        name + String(repeating: " ", count: width - name.count + 2) + builtIn.summary + "\n"
      }
    }.joined()
  }

  /// Signature, meaning, conventions, source and example of a built-in in each role that it has;
  /// the meaning and an example of a diagnostic's code.
  public func entry(_ name: String) -> String? {
    if name == "errors" { return DiagnosticCode.all.map(\.text).joined(separator: "\n") }
    let entries = table.entries.filter { $0.name == name }
    guard !entries.isEmpty else { return DiagnosticCode.named(name)?.text }
    return entries.map { text($0) }.joined(separator: "\n")
  }

  private func text(_ builtIn: BuiltIn) -> String {
    var lines = [signature(builtIn), "", "  " + builtIn.summary]
    for parameter in builtIn.parameters where parameter.isConvention {
      let choices = parameter.alternatives.map { literal($0) }.joined(separator: ", ")
      lines.append("  Convention: \(parameter.label), which an audit tries as \(choices) too")
    }
    if !builtIn.source.isEmpty { lines.append("  Source: " + builtIn.source) }
    lines.append("  Example: \(builtIn.example.source) gives \(builtIn.example.result)")
    return lines.joined(separator: "\n") + "\n"
  }

  private func signature(_ builtIn: BuiltIn) -> String {
    let parameters = builtIn.parameters.map { parameter in
      switch parameter.fallback {
      case .required: parameter.isLabelled ? parameter.label + ":" : parameter.label
      case .none: parameter.isLabelled ? "[\(parameter.label):]" : "[\(parameter.label)]"
      case .value(let value): "\(parameter.label): \(literal(value))"
      }
    }
    return builtIn.name + "(" + parameters.joined(separator: ", ") + ")"
  }

  private func literal(_ value: Value) -> String {
    switch value {
    case .number(let number): number.description
    case .truth(let truth): truth ? "true" : "false"
    case .text(let text): "\"\(text)\""
    case .tensor, .expression, .interval, .sample, .dataSet, .record, .list, .function, .trace,
      .network, .figure, .listing, .names:
      value.description
    }
  }
}
