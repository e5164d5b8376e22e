/// The HTML around formulas that is no formula itself.
public enum MathMarkup {
  /// The source of a formula that cannot be typeset, with the reason as its title.
  public static func error(source: String, display: Bool, reason: String) -> String {
    var out = Markup(bytes: [])
    out.raw("<span class=\"math-error\" data-display=\"\(display ? "block" : "inline")\" title=\"")
    out.text(reason)
    out.raw("\">")
    out.text(source)
    out.raw("</span>")
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// The source with its delimiters, for copying only.
  static func hidden(_ source: String, delimiter: String, into out: inout Markup) {
    out.raw("<span class=\"tex\" aria-hidden=\"true\">")
    out.raw(delimiter)
    out.text(source)
    out.raw(delimiter)
    out.raw("</span>")
  }
}
