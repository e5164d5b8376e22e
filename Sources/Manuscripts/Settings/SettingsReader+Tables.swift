import Algebra
import DeepLearning
import Markdown
import Mathematics
import Source
import Workings

extension SettingsReader {
  /// The entries of a mapping; anything else is a diagnostic.
  private mutating func entries(_ entry: YAML.Entry, _ expected: String) -> [YAML.Entry] {
    guard case .mapping(let entries, _) = entry.value else {
      self.expected(expected, of: entry)
      return []
    }
    return entries
  }

  /// `params`: quantities of the outermost scope.
  mutating func parameters(_ entry: YAML.Entry) {
    for parameter in entries(entry, "names with their values, such as {eta: 0.1}") {
      let name = parameter.key.text
      guard Self.isName(name) else {
        report(.badParameterName(name), at: parameter.key.span)
        continue
      }
      guard let value = Self.value(of: parameter.value) else {
        report(
          .badValue(name, "a number, a text, 'true', 'false' or a list of numbers"),
          at: parameter.value.span)
        continue
      }
      settings.parameters.append(Settings.Parameter(name: name, value: value))
    }
  }

  /// `macros`: commands and what they stand for.
  mutating func macros(_ entry: YAML.Entry) {
    let example = "commands with what they stand for, such as {'\\R': '\\mathbb{R}'}"
    for macro in entries(entry, example) {
      guard case .scalar(let body) = macro.value else {
        report(.badValue(macro.key.text, "TeX"), at: macro.value.span)
        continue
      }
      do throws(TeXError) {
        try settings.macros.define(macro.key.text, as: body.text)
      } catch {
        diagnostics.append(body.excerpt.relocated(error.diagnostic))
      }
    }
  }

  /// `conventions`: choices such as `mse.reduction: sum`.
  mutating func conventions(_ entry: YAML.Entry) {
    for choice in entries(entry, "choices such as {mse.reduction: sum}") {
      let parts = choice.key.text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, let builtIn = BuiltInTable.standard.named(String(parts[0])),
        builtIn.parameters.contains(where: { $0.label == parts[1] })
      else {
        report(.badConvention(choice.key.text), at: choice.key.span, hint: Self.near(choice.key))
        continue
      }
      guard let value = Self.value(of: choice.value) else {
        report(.badValue(choice.key.text, "one value"), at: choice.value.span)
        continue
      }
      settings.conventions.append(Convention(String(parts[0]), String(parts[1]), value))
    }
  }

  private static func near(_ key: YAML.Scalar) -> String? {
    let known = BuiltInTable.standard.entries.flatMap { builtIn in
      builtIn.parameters.filter(\.isLabelled).map { "\(builtIn.name).\($0.label)" }
    }
    return Suggestion.nearest(to: key.text, among: known).map { "did you mean '\($0)'?" }
  }

  /// `notation`: how names are written; the letters of an optimizer's states are its `names:`.
  mutating func notation(_ entry: YAML.Entry) {
    for choice in entries(entry, "choices such as {layers: superscript}") {
      let key = choice.key.text
      if key == "layers" {
        layers(choice)
      } else if let builtIn = BuiltInTable.standard.named(key),
        builtIn.parameters.contains(where: { $0.label == "names" })
      {
        letters(choice)
      } else {
        report(
          .unknownNotation(key), at: choice.key.span,
          hint: "it takes 'layers', and optimizers such as adam: {m: s, v: r}")
      }
    }
  }

  private mutating func layers(_ choice: YAML.Entry) {
    guard case .scalar(let scalar) = choice.value,
      let layers = Notation.Layers(rawValue: scalar.text)
    else {
      report(.badValue("layers", "'subscript' or 'superscript'"), at: choice.value.span)
      return
    }
    settings.notation.layers = layers
  }

  private mutating func letters(_ choice: YAML.Entry) {
    var fields: [Record.Field] = []
    for letter in entries(choice, "letters such as {m: s, v: r}") {
      guard case .scalar(let scalar) = letter.value, !scalar.text.isEmpty else {
        report(.badValue(letter.key.text, "a letter"), at: letter.value.span)
        continue
      }
      fields.append(Record.Field(letter.key.text, .text(scalar.text)))
    }
    settings.conventions.append(Convention(choice.key.text, "names", .record(Record(fields))))
  }

  /// A number, a truth value, a text, or a vector of numbers.
  static func value(of yaml: YAML) -> Value? {
    switch yaml {
    case .scalar(let scalar):
      if scalar.isQuoted { return .text(scalar.text) }
      if let truth = Bool(scalar.text) { return .truth(truth) }
      if let number = Rational(decimal: scalar.text) { return .number(.exact(number)) }
      return scalar.text.isEmpty ? nil : .text(scalar.text)
    case .sequence(let items, _):
      let numbers = items.compactMap { item -> Real? in
        guard case .number(let number)? = value(of: item) else { return nil }
        return number
      }
      guard numbers.count == items.count, !numbers.isEmpty else { return nil }
      return .tensor(Tensor(numbers))
    case .mapping: return nil
    }
  }

  /// Whether `dl` takes it for a name.
  static func isName(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter || first == "_" else { return false }
    let stem = text.drop { $0 != "'" }.allSatisfy { $0 == "'" }
    return stem && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "'" }
  }
}

extension Diagnostic.Message {
  static func badParameterName(_ name: String) -> Self {
    Self("bad-parameter-name", "'\(name)' is no name of a quantity")
  }

  static func badConvention(_ name: String) -> Self {
    Self("bad-convention", "'\(name)' names no parameter of a built-in, such as 'mse.reduction'")
  }
}
