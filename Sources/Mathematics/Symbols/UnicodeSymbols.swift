/// Characters that authors type instead of a command.
enum UnicodeSymbols {
  /// The command name or ASCII character that `scalar` stands for.
  static func name(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "−", "–", "‐", "‑": "-"
    case "·", "∙", "・": "cdot"
    case "…": "ldots"
    case "’", "′": "prime"
    case "∗": "ast"
    case "∣": "mid"
    case "∥": "parallel"
    case "‖": "Vert"
    case "∕", "⁄": "/"
    case "∶": ":"
    case "µ": "mu"
    case "⟵": "longleftarrow"
    case "⊥": "perp"
    case "△": "triangle"
    case "∆": "Delta"
    case "∅": "emptyset"
    case "\u{A0}": "nobreakspace"
    case "\u{2003}": "quad"
    case "\u{2009}", "\u{202F}", "\u{200A}": "thinspace"
    default: scalar.value > 0x7F ? SymbolTable.shared.name(of: String(scalar)) : nil
    }
  }
}
