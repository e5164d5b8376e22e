/// Symbols with a stroke that have a name of their own.
enum Negations {
  /// The formula with a stroke: the symbol of that look where there is one.
  static func negated(_ formula: Formula) -> Formula {
    guard case .glyph(let name) = formula else { return .negated(formula) }
    return names[name].map { .glyph($0) } ?? .negated(formula)
  }

  /// The symbol below the stroke, for symbols with a stroke that amssymb lacks.
  static func plainName(_ name: String) -> String? {
    switch name {
    case "nsubset": "subset"
    case "nsupset": "supset"
    case "nequiv": "equiv"
    case "napprox": "approx"
    case "notni": "ni"
    default: nil
    }
  }

  private static let names = [
    "=": "ne", "<": "nless", ">": "ngtr", "in": "notin", "ni": "notni", "le": "nleq", "leq": "nleq",
    "ge": "ngeq", "geq": "ngeq", "leqslant": "nleqslant", "geqslant": "ngeqslant",
    "subset": "nsubset", "supset": "nsupset", "subseteq": "nsubseteq", "supseteq": "nsupseteq",
    "sim": "nsim", "cong": "ncong", "equiv": "nequiv", "approx": "napprox", "mid": "nmid",
    "parallel": "nparallel", "vdash": "nvdash", "vDash": "nvDash", "models": "nvDash",
    "Vdash": "nVdash", "prec": "nprec", "succ": "nsucc", "preceq": "npreceq", "succeq": "nsucceq",
    "leftarrow": "nleftarrow", "gets": "nleftarrow", "rightarrow": "nrightarrow",
    "to": "nrightarrow", "Leftarrow": "nLeftarrow", "Rightarrow": "nRightarrow",
    "leftrightarrow": "nleftrightarrow", "Leftrightarrow": "nLeftrightarrow", "exists": "nexists",
    "vartriangleleft": "ntriangleleft", "vartriangleright": "ntriangleright",
    "trianglelefteq": "ntrianglelefteq", "trianglerighteq": "ntrianglerighteq",
  ]
}
