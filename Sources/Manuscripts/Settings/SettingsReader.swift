import Markdown
import Mathematics
import Source

/// Reads the front matter: every key is known, every value of its type, or there is a diagnostic.
struct SettingsReader {
  var settings = Settings()
  var diagnostics: [Diagnostic] = []
  /// Where the front matter's marks stand, for the check of the sum.
  var marksSpan: Span?

  mutating func read(_ frontMatter: FrontMatter) {
    for entry in frontMatter.entries { read(entry) }
    let keys = frontMatter.entries.map(\.key.text)
    if keys.contains("digits"), let index = keys.firstIndex(of: "decimals") {
      report(
        .digitsAndDecimals, at: frontMatter.entries[index].key.span, hint: "keep one of them")
    }
  }

  private mutating func read(_ entry: YAML.Entry) {
    let key = entry.key.text
    switch key {
    case "title": settings.title = inlines(entry)
    case "course": settings.course = text(entry)
    case "institution": settings.institution = text(entry)
    case "date": settings.date = text(entry)
    case "author": settings.authors = texts(entry).map(\.text)
    case "lang": language(entry)
    case "marks": marks(entry)
    case "duration": settings.duration = text(entry)
    case "instructions": settings.instructions = texts(entry).map { blocks($0) }
    case "fields": settings.fields = texts(entry).map(\.text)
    case "totals": settings.showsTotals = truth(entry) ?? false
    case "seed": seed(entry)
    case "params": parameters(entry)
    case "macros": macros(entry)
    case "conventions": conventions(entry)
    case "notation": notation(entry)
    case _ where BlockOptions.defaults.contains(key): option(entry)
    case _ where key.hasPrefix("x-"): break
    default:
      let near = Suggestion.nearest(to: key, among: Settings.keys)
      report(
        .unknownKey(key), at: entry.key.span,
        hint: near.map { "did you mean '\($0)'?" } ?? "call a key of your own 'x-\(key)'")
    }
  }

  mutating func report(_ message: Diagnostic.Message, at span: Span, hint: String? = nil) {
    diagnostics.append(Diagnostic(.error, message, at: span, hint: hint))
  }

  mutating func expected(_ what: String, of entry: YAML.Entry) {
    report(.badValue(entry.key.text, what), at: entry.value.span)
  }

  // MARK: - Single values

  mutating func text(_ entry: YAML.Entry) -> String? {
    guard case .scalar(let scalar) = entry.value, !scalar.text.isEmpty else {
      expected("a text", of: entry)
      return nil
    }
    return scalar.text
  }

  /// One text, or several in a sequence.
  private mutating func texts(_ entry: YAML.Entry) -> [YAML.Scalar] {
    switch entry.value {
    case .scalar(let scalar) where !scalar.text.isEmpty: return [scalar]
    case .sequence(let items, _):
      let scalars = items.compactMap { item -> YAML.Scalar? in
        guard case .scalar(let scalar) = item, !scalar.text.isEmpty else { return nil }
        return scalar
      }
      for item in items {
        if case .scalar = item { continue }
        report(
          .badValue(entry.key.text, "a text or a list of texts"), at: item.span,
          hint: "put a text with ': ' in it in quotes")
      }
      return scalars
    case .scalar, .mapping:
      expected("a text or a list of texts", of: entry)
      return []
    }
  }

  private mutating func truth(_ entry: YAML.Entry) -> Bool? {
    if case .scalar(let scalar) = entry.value, !scalar.isQuoted, let truth = Bool(scalar.text) {
      return truth
    }
    expected("'true' or 'false'", of: entry)
    return nil
  }

  private mutating func seed(_ entry: YAML.Entry) {
    guard let seed = integer(entry) else { return }
    guard seed >= 0 else { return expected("a whole number from 0 on", of: entry) }
    settings.seed = seed
  }

  private mutating func integer(_ entry: YAML.Entry) -> Int? {
    if case .scalar(let scalar) = entry.value, !scalar.isQuoted, let number = Int(scalar.text) {
      return number
    }
    expected("a whole number", of: entry)
    return nil
  }

  private mutating func language(_ entry: YAML.Entry) {
    guard let tag = text(entry) else { return }
    let isTag = tag.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
      default: false
      }
    }
    guard isTag, (2...35).contains(tag.utf8.count), tag.utf8.first != 0x2D else {
      return expected("a language tag such as 'en' or 'pt-BR'", of: entry)
    }
    settings.language = tag
  }

  private mutating func marks(_ entry: YAML.Entry) {
    guard case .scalar(let scalar) = entry.value, let marks = Marks(scalar.text) else {
      return expected("marks such as 4, 1.5 or 1+1+2", of: entry)
    }
    settings.marks = marks
    marksSpan = scalar.span
  }

  private mutating func option(_ entry: YAML.Entry) {
    guard case .scalar(let scalar) = entry.value else { return expected("one value", of: entry) }
    if let right = settings.options.set(entry.key.text, to: scalar.text) {
      expected(right, of: entry)
    }
  }

  // MARK: - Markdown in values

  private mutating func inlines(_ entry: YAML.Entry) -> [Inline] {
    guard text(entry) != nil, case .scalar(let scalar) = entry.value else { return [] }
    let (inlines, problems) = MarkdownDocument.inlines(of: scalar.excerpt)
    diagnostics += problems
    return inlines
  }

  private mutating func blocks(_ scalar: YAML.Scalar) -> [Block] {
    let (blocks, problems) = MarkdownDocument.blocks(of: scalar.excerpt)
    diagnostics += problems
    return blocks
  }
}

extension Diagnostic.Message {
  static func unknownKey(_ key: String) -> Self {
    Self("unknown-key", "unknown key '\(key)' in the front matter")
  }

  static func badValue(_ key: String, _ expected: String) -> Self {
    Self("bad-value", "'\(key)' takes \(expected)")
  }
}
