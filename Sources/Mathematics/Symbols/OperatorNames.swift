/// The operators that TeX knows by name.
enum OperatorNames {
  /// Operators whose scripts stand beside them.
  static let plain: Set<String> = [
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim", "exp",
    "hom", "ker", "lg", "ln", "log", "sec", "sin", "sinh", "tan", "tanh",
  ]

  /// Operators whose scripts stand below and above them in display, with the text that is drawn.
  static let withLimits: [String: String] = [
    "det": "det", "gcd": "gcd", "inf": "inf", "injlim": "inj lim", "lim": "lim",
    "liminf": "lim inf", "limsup": "lim sup", "max": "max", "min": "min", "Pr": "Pr",
    "projlim": "proj lim", "sup": "sup",
  ]

  /// Names that only web renderers know: they are written with `\operatorname`.
  static let web: [String: (text: String, limits: Bool)] = [
    "argmax": ("arg max", true), "argmin": ("arg min", true), "plim": ("plim", true),
    "arcctg": ("arcctg", false), "arctg": ("arctg", false), "ch": ("ch", false),
    "cotg": ("cotg", false), "ctg": ("ctg", false), "cth": ("cth", false), "sh": ("sh", false),
    "tg": ("tg", false), "th": ("th", false), "cosec": ("cosec", false),
  ]

  /// The command that sets `text`, if there is one.
  static func command(for text: String, limits: Bool) -> String? {
    if !limits { return plain.contains(text) ? text : nil }
    let name = text.filter { $0 != " " }
    return withLimits[name] == text ? name : nil
  }

  /// Whether the operator of that name takes limits.
  static func takesLimits(_ name: String) -> Bool {
    withLimits[name] != nil || web[name]?.limits == true
      || withLimits[name.filter { $0 != " " }] == name
  }

  /// The text that is drawn for a name.
  static func spelled(_ name: String) -> String {
    withLimits[name] ?? web[name]?.text ?? name
  }
}
