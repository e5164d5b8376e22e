/// XML that grows at its end; the only place where text and attributes are escaped.
struct XMLText {
  private(set) var text = ""

  /// A start tag, in the order of the attributes.
  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    start(name, attributes)
    text += ">"
  }

  /// An end tag.
  mutating func close(_ name: String) { text += "</\(name)>" }

  /// An element without content.
  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    start(name, attributes)
    text += "/>"
  }

  /// An element that holds text.
  mutating func element(_ name: String, _ attributes: [(String, String)], text content: String) {
    open(name, attributes)
    write(content)
    close(name)
  }

  /// Text between tags.
  mutating func write(_ content: String) { text += Self.escaped(content) }

  /// A line end, for the reader of the source.
  mutating func line() { text += "\n" }

  /// Text that means itself, between tags and in double quotes.
  ///
  /// What XML 1.0 forbids even as a reference, such as NUL, becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n", "\u{20}"..."\u{7E}", "\u{A0}"..."\u{FFFD}", "\u{10000}"...:
        result.append(scalar)
      case "\r": result.append("\n")
      default: result.append("\u{FFFD}")
      }
    }
    return String(result)
  }

  /// A number with at most two decimals, without trailing zeros and never `-0`.
  ///
  /// What is not finite becomes 0; what is larger than ten million is cut off there.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int((min(max(value, -1e7), 1e7) * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    if rest.isMultiple(of: 10) { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  private mutating func start(_ name: String, _ attributes: [(String, String)]) {
    text += "<\(name)"
    for (name, value) in attributes { text += " \(name)=\"\(Self.escaped(value))\"" }
  }
}
