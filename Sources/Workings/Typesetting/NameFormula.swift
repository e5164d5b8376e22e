import Algebra
public import Mathematics

/// Typesets names: `eta` is η, `w1` and `w_out` carry subscripts, `qhat` an accent, words stand upright.
public enum NameFormula {
  /// The formula of a name as spelt.
  public static func formula(of spelling: String) -> Formula {
    if let formula = plain(spelling) { return formula }
    let bytes = spelling.utf8
    let primes = bytes.reversed().prefix { $0 == UInt8(ascii: "'") }.count
    var parts = bytes.dropLast(primes).split(separator: UInt8(ascii: "_"))
      .map { String(Substring($0)) }
    guard var head = parts.first else { return .word(spelling) }
    // `y_hat` is written like `yhat`: the accent belongs to the letter.
    if parts.count > 1, accents.contains(parts[1]), base(split(head).0) != nil {
      head = split(head).0 + parts[1] + split(head).1
      parts.removeFirst(2)
      parts.insert(head, at: 0)
    }
    let (stem, digits) = split(head)
    let rest = parts.dropFirst().joined(separator: " ")
    let name: Formula
    if let base = base(stem) {
      let sub = [digits, rest].filter { !$0.isEmpty }
      name = .scripts(base, sub: sub.isEmpty ? nil : subscripted(sub), sup: nil)
    } else {
      let words = .word(([stem] + parts.dropFirst()).joined(separator: " ")) as Formula
      name = digits.isEmpty ? words : .scripts(words, sub: .number(digits), sup: nil)
    }
    return primes == 0 ? name : .prime(name, primes)
  }

  /// An ASCII letter, maybe with digits behind it; nil for all other names.
  private static func plain(_ spelling: String) -> Formula? {
    let bytes = spelling.utf8
    guard let first = bytes.first, first.isLetter, bytes.dropFirst().allSatisfy(\.isDigit) else {
      return nil
    }
    if bytes.count == 1 { return .letter(spelling) }
    let digits = String(Substring(bytes.dropFirst()))
    return .scripts(.letter(String(UnicodeScalar(first))), sub: .digits(digits), sup: nil)
  }

  /// A letter and a number with the number as a layer's: `W1` as W^{[1]}; nil for other names.
  static func layered(_ spelling: String) -> Formula? {
    var letters = Substring(spelling)
    while letters.last == "'" { letters.removeLast() }
    let parts = letters.split(separator: "_", omittingEmptySubsequences: true).map(String.init)
    guard let head = parts.first else { return nil }
    let (stem, digits) = split(head)
    guard !digits.isEmpty, let base = base(stem) else { return nil }
    let rest = parts.dropFirst().joined(separator: " ")
    let layer = Formula.fenced("[", .number(digits), "]")
    let name = Formula.scripts(base, sub: rest.isEmpty ? nil : subscripted([rest]), sup: layer)
    let primes = spelling.count - letters.count
    return primes == 0 ? name : .prime(name, primes)
  }

  /// A name without its trailing digits, and the digits.
  private static func split(_ head: String) -> (String, String) {
    let bytes = head.utf8
    let count = bytes.reversed().prefix { $0.isDigit }.count
    guard count > 0, count < bytes.count else { return (head, "") }
    return (
      String(Substring(bytes.dropLast(count))), String(Substring(bytes.suffix(count)))
    )
  }

  private static func subscripted(_ parts: [String]) -> Formula {
    let formulas = parts.map { part in
      part.utf8.allSatisfy(\.isDigit) ? .number(part) : formula(of: part)
    }
    return formulas.count == 1
      ? formulas[0] : .row([formulas[0], .symbol(",")] + Array(formulas.dropFirst()))
  }

  /// A letter, a Greek name or one of either under an accent; nil for a word.
  private static func base(_ stem: String) -> Formula? {
    if let greek = greekLetters[stem] { return .variable(greek) }
    if stem.count == 1 { return .variable(stem) }
    for accent in accents where stem.hasSuffix(accent) {
      if let inner = base(String(stem.dropLast(accent.count))) { return .accent(accent, inner) }
    }
    return nil
  }

  private static let accents = ["hat", "bar", "tilde"]

  private static let greekLetters: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
    "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  ]
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether it is an ASCII letter.
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
