public import Algebra
public import Markdown
import Source
public import Workings

/// How a `dl` block is executed and shown; every one may stand in the front matter as the default.
public struct BlockOptions: Hashable, Sendable {
  /// What a block shows.
  public enum Shown: String, Hashable, Sendable, CaseIterable {
    /// The working of what it shows.
    case steps
    /// The last step of it.
    case result
    /// The working of definitions too.
    case all
    /// Nothing but what fails.
    case nothing
  }

  /// How numbers are rounded.
  public var rounding: Rounding = .significant(4)
  /// What is shown.
  public var shown: Shown = .steps
  /// Whether the source is shown too.
  public var echoes = false
  /// Whether it must fail.
  public var mustFail = false
  /// The slack with which stored numbers are compared.
  public var tolerance: Rational?
  /// What stands with its first table or figure; empty keeps theirs.
  public var caption: [Inline] = []
  /// What its first figure is to those who cannot see it.
  public var alternativeText: String?

  /// Choices of built-ins' parameters, such as `mse.reduction=sum`.
  public var conventions: [Convention] = []

  /// Steps in four significant digits.
  public init() {}

  /// The options that may stand in the front matter.
  static let defaults = ["digits", "decimals", "show", "echo", "tolerance"]
  static let keys = defaults + ["fails", "caption", "alt"]
  /// Those that may stand without a value.
  static let flags = ["echo", "fails"]

  /// Takes one option over.
  ///
  /// - Returns: What would have been right; nil when the option was.
  mutating func set(_ key: String, to text: String) -> String? {
    switch key {
    case "digits":
      guard let count = Int(text), (1...50).contains(count) else { return "1 to 50 digits" }
      rounding = .significant(count)
    case "decimals":
      guard let count = Int(text), (0...50).contains(count) else { return "0 to 50 decimals" }
      rounding = .decimals(count)
    case "show":
      guard let shown = Shown(rawValue: text) else {
        return Shown.allCases.map(\.rawValue).quotedList
      }
      self.shown = shown
    case "echo", "fails":
      guard let truth = Bool(text) else { return "'true' or 'false'" }
      if key == "echo" { echoes = truth } else { mustFail = truth }
    case "tolerance":
      guard let slack = Rational(decimal: text), slack >= 0 else { return "a number such as 1e-6" }
      tolerance = slack
    case "alt": alternativeText = text
    default: break
    }
    return nil
  }

  /// The choice of a built-in's parameter, such as `mse.reduction=sum`.
  private static func convention(
    of pair: Attributes.Pair, _ diagnostics: inout [Diagnostic]
  ) -> Convention? {
    let value: Value
    if let truth = Bool(pair.value) {
      value = .truth(truth)
    } else if let number = Rational(decimal: pair.value) {
      value = .number(.exact(number))
    } else {
      value = .text(pair.value)
    }
    switch SettingsReader.convention(pair.key.text, value) {
    case .success(let convention): return convention
    case .failure(.name):
      diagnostics.append(Diagnostic(.error, .badConvention(pair.key.text), at: pair.key.span))
    case .failure(.value(let wanted)):
      diagnostics.append(
        Diagnostic(
          .error, .badOption(pair.key.text, pair.value, wanted), at: pair.valueSpan))
    }
    return nil
  }

  /// The options of one block on top of the defaults; what is wrong with them goes to `diagnostics`.
  static func reading(
    _ code: CodeBlock, defaults: BlockOptions, _ diagnostics: inout [Diagnostic]
  ) -> BlockOptions {
    var options = defaults
    let attributes = code.attributes
    let choices = attributes.pairs.filter { $0.key.text.contains(".") }
    let check = AttributeCheck(
      place: "a 'dl' block", keys: keys + choices.map(\.key.text), flags: flags)
    diagnostics += check.problems(in: attributes)
    options.conventions = choices.compactMap { convention(of: $0, &diagnostics) }
    for pair in attributes.pairs where !pair.key.text.contains(".") {
      if pair.key.text == "caption" {
        let (inlines, problems) = MarkdownDocument.inlines(of: pair.excerpt)
        options.caption = inlines
        diagnostics += problems
      }
      guard let expected = options.set(pair.key.text, to: pair.value) else { continue }
      diagnostics.append(
        Diagnostic(
          .error, .badOption(pair.key.text, pair.value, expected), at: pair.valueSpan,
          hint: pair.key.text == "show"
            ? Suggestion.nearest(to: pair.value, among: Shown.allCases.map(\.rawValue))
              .map { "did you mean '\($0)'?" } : nil))
    }
    if attributes["digits"] != nil, let decimals = attributes["decimals"] {
      diagnostics.append(
        Diagnostic(.error, .digitsAndDecimals, at: decimals.span, hint: "keep one of them"))
    }
    for flag in attributes.flags where flags.contains(flag.text) {
      _ = options.set(flag.text, to: "true")
    }
    if let remark = code.remark {
      diagnostics.append(
        Diagnostic(
          .error, .optionsOutsideBraces(remark.text), at: remark.span,
          hint: "write '{\(remark.text)}'"))
    }
    return options
  }
}

extension Diagnostic.Message {
  static let digitsAndDecimals = Self(
    "conflicting-options", "'digits' and 'decimals' exclude each other")

  static func optionsOutsideBraces(_ text: String) -> Self {
    Self("options-outside-braces", "options of a 'dl' block stand in braces, '\(text)' does not")
  }
}
