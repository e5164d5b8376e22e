import Algebra
import Markdown
public import Workings

extension Settings.Parameter {
  /// The value that `text` stands for, in place of the default and of its type.
  ///
  /// Numbers as in YAML, `true` or `false`, any text, or numbers with commas between them, perhaps in
  /// brackets.
  ///
  /// - Returns: Nil for a text that is nothing of the kind; ``expectation`` says what would be.
  public func value(from text: String) -> Value? {
    switch value {
    case .truth: return Bool(text).map { .truth($0) }
    case .number: return YAMLNumber.value(of: text).map { .number(.exact($0)) }
    case .tensor:
      var inner = text[...]
      if inner.first == "[", inner.last == "]" { inner = inner.dropFirst().dropLast() }
      let parts = inner.split(separator: ",", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { part in
        YAMLNumber.value(of: part.filter { $0 != " " }).map { Real.exact($0) }
      }
      return numbers.count == parts.count ? .tensor(Tensor(numbers)) : nil
    case _: return .text(text)
    }
  }

  /// What a value must be to take the place of the default.
  public var expectation: String {
    switch value {
    case .truth: "'true' or 'false'"
    case .number: "a number"
    case .tensor: "numbers with commas between them"
    case _: "a text"
    }
  }
}

/// Numbers as YAML 1.2 writes them.
enum YAMLNumber {
  /// `4`, `-0.5`, `.5`, `5.`, `1e-8`, `0x1F` or `0o17`; nil for anything else.
  static func value(of text: String) -> Rational? {
    if let number = Rational(decimal: text) { return number }
    for (prefix, radix) in [("0x", 16), ("0o", 8)] where text.hasPrefix(prefix) {
      let digits = text.dropFirst(2)
      guard digits.first?.isHexDigit == true else { return nil }
      return Int(digits, radix: radix).map { Rational($0) }
    }
    let sign = text.first == "-" || text.first == "+" ? text.prefix(1) : ""
    let rest = text.dropFirst(sign.count)
    let whole = rest.prefix { $0.isASCII && $0.isNumber }
    guard rest.dropFirst(whole.count).first == "." else { return nil }
    let decimals = rest.dropFirst(whole.count + 1)
    let hasDecimals = decimals.first?.isNumber == true
    guard hasDecimals || !whole.isEmpty else { return nil }
    return Rational(
      decimal: sign + (whole.isEmpty ? "0" : whole) + "." + (hasDecimals ? "" : "0") + decimals)
  }

  /// Words that stand for nothing, or for no finite number.
  static let nothings: Set<String> = [
    "~", "null", "Null", "NULL", ".inf", ".Inf", ".INF", "+.inf", "-.inf", ".nan", ".NaN", ".NAN",
  ]
}
