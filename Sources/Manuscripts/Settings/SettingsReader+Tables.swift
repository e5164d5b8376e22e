import Algebra
import DeepLearning
import Language
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
        report(
          .badParameterName(name), at: parameter.key.span,
          hint: Self.isWord(name) ? "'dl' has another use for that word" : nil)
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
      guard Macros.isName(macro.key.text) else {
        report(
          .badMacroName(macro.key.text), at: macro.key.span,
          hint: "name it with letters only, such as 'R'")
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
      switch Self.convention(choice.key.text, Self.value(of: choice.value)) {
      case .success(let convention): settings.conventions.append(convention)
      case .failure(.name):
        report(.badConvention(choice.key.text), at: choice.key.span, hint: Self.near(choice.key))
      case .failure(.value(let wanted)):
        report(.badValue(choice.key.text, wanted), at: choice.value.span)
      }
    }
  }

  /// What is wrong with a choice of a built-in's parameter.
  enum ConventionProblem: Error {
    /// There is no such parameter.
    case name
    /// It takes something else.
    case value(String)
  }

  /// The choice of a parameter written as `mse.reduction`.
  static func convention(
    _ key: String, _ value: Value?
  ) -> Result<Convention, ConventionProblem> {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let builtIn = BuiltInTable.standard.named(parts[0]),
      let parameter = builtIn.parameters.first(where: { $0.label == parts[1] && $0.isLabelled })
    else { return .failure(.name) }
    guard let value else { return .failure(.value("one value")) }
    if let wanted = parameter.accepts.complaint(about: value) { return .failure(.value(wanted)) }
    return .success(Convention(parts[0], parts[1], value))
  }

  private static func near(_ key: YAML.Scalar) -> String? {
    let known = BuiltInTable.standard.entries.flatMap { builtIn in
      builtIn.parameters.filter(\.isLabelled).map { "\(builtIn.name).\($0.label)" }
    }
    return Suggestion.nearest(to: key.text, among: known).map { "did you mean '\($0)'?" }
  }

  /// `notation`: how names are written, and the letters of optimizers' states.
  mutating func notation(_ entry: YAML.Entry) {
    for choice in entries(entry, "choices such as {layers: superscript}") {
      if choice.key.text == "layers" {
        layers(choice)
      } else if let letters = Optimizers.letters(of: choice.key.text) {
        self.letters(choice, known: letters)
      } else {
        let known =
          ["layers"]
          + BuiltInTable.standard.names.filter {
            Optimizers.letters(of: $0) != nil
          }
        let near = Suggestion.nearest(to: choice.key.text, among: known)
        report(
          .unknownNotation(choice.key.text), at: choice.key.span,
          hint: near.map { "did you mean '\($0)'?" } ?? "use 'layers' or the name of an optimizer")
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

  /// `adam: {m: s, v: r}`: the letters of a book, as `names:` of every call.
  private mutating func letters(_ choice: YAML.Entry, known: [String]) {
    var fields: [Record.Field] = []
    for letter in entries(choice, "letters such as {m: s, v: r}") {
      guard known.contains(letter.key.text) else {
        report(
          .unknownNotation(letter.key.text), at: letter.key.span,
          hint: known.isEmpty
            ? "'\(choice.key.text)' has no states"
            : "its states are \(known.joined(separator: ", "))")
        continue
      }
      guard case .scalar(let scalar) = letter.value, !scalar.text.isEmpty else {
        report(.badValue(letter.key.text, "a letter"), at: letter.value.span)
        continue
      }
      fields.append(Record.Field(letter.key.text, .text(scalar.text)))
    }
    settings.letters.append(Convention(choice.key.text, "names", .record(Record(fields))))
  }

  /// A number, a truth value, a text, or a vector of numbers.
  static func value(of yaml: YAML) -> Value? {
    switch yaml {
    case .scalar(let scalar):
      if scalar.isQuoted { return .text(scalar.text) }
      if let truth = Bool(scalar.text) { return .truth(truth) }
      if let number = YAMLNumber.value(of: scalar.text) { return .number(.exact(number)) }
      let isNothing = scalar.text.isEmpty || YAMLNumber.nothings.contains(scalar.text)
      return isNothing ? nil : .text(scalar.text)
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

  /// Whether `dl` takes it for a name that a quantity may have.
  static func isName(_ text: String) -> Bool {
    isWord(text) && !Run(depth: .names).execute("\(text) = 1").hasFailed
  }

  private static func isWord(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter || first == "_" else { return false }
    let stem = text.drop { $0 != "'" }.allSatisfy { $0 == "'" }
    return stem && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "'" }
  }
}

extension Diagnostic.Message {
  static func badParameterName(_ name: String) -> Self {
    Self("bad-parameter-name", "'\(name)' is no name of a quantity")
  }

  static func badMacroName(_ name: String) -> Self {
    Self("bad-macro-name", "'\(name)' can name no command of a formula")
  }

  static func unknownNotation(_ name: String) -> Self {
    Self("unknown-notation", "'\(name)' names nothing whose notation could be chosen")
  }

  static func badConvention(_ name: String) -> Self {
    Self("bad-convention", "'\(name)' names no parameter of a built-in, such as 'mse.reduction'")
  }
}
