public import Algebra
public import Mathematics

/// Typesets names: `eta` is η, `w1` and `w_out` carry subscripts, `qhat` an accent, words stand upright.
public enum NameFormula {
  /// The formula of a name: the author's own where there is one, else that of its spelling.
  public static func formula(of name: Name) -> Formula {
    name.tex.flatMap { try? Formula(tex: $0, macros: Macros()) } ?? formula(of: name.spelling)
  }

  /// What is wrong with the TeX that a name is to be shown by.
  ///
  /// - Parameter tex: What stands between the quotes behind `as`.
  /// - Returns: The words, the bytes that are meant, and a hint; nil where it is a formula.
  public static func mistake(
    inTeX tex: String
  ) -> (text: String, bytes: Range<Int>, hint: String?)? {
    do throws(TeXError) {
      let formula = try Formula(tex: tex, macros: Macros())
      guard formula == .empty else { return nil }
      return (
        "the text behind 'as' shows nothing", 0..<tex.utf8.count, "write TeX, as in \"\\hat{q}\""
      )
    } catch {
      return (error.description, error.bytes.clamped(to: 0..<tex.utf8.count), error.hint)
    }
  }

  /// The formula of a name as spelt.
  public static func formula(of spelling: String) -> Formula {
    if let formula = plain(spelling) { return formula }
    let bytes = spelling.utf8
    let primes = bytes.reversed().prefix { $0 == UInt8(ascii: "'") }.count
    var parts = bytes.dropLast(primes).split(separator: UInt8(ascii: "_"))
      .map { String(Substring($0)) }
    guard var head = parts.first else { return .word(spelling) }
    // `y_hat` and `y_hat1` are written like `yhat` and `yhat1`: the accent belongs to the letter.
    if parts.count > 1 {
      let ((letter, number), (accent, count)) = (split(head), split(parts[1]))
      if accents.contains(accent), base(letter) != nil, number.isEmpty || count.isEmpty {
        head = letter + accent + number + count
        parts.replaceSubrange(..<2, with: [head])
      }
    }
    let (stem, digits) = split(head)
    let name: Formula
    if let base = base(stem) {
      let sub = (digits.isEmpty ? [] : [digits]) + subscripts(parts.dropFirst())
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
    let rest = subscripts(parts.dropFirst())
    let layer = Formula.fenced("[", .number(digits), "]")
    let name = Formula.scripts(base, sub: rest.isEmpty ? nil : subscripted(rest), sup: layer)
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

  /// The parts of a name below its letter: numbers one by one, words together.
  private static func subscripts(_ parts: ArraySlice<String>) -> [String] {
    var subscripts: [String] = []
    var isOpen = false
    for part in parts {
      let isNumber = part.utf8.allSatisfy(\.isDigit)
      if isOpen, !isNumber, let last = subscripts.popLast() {
        subscripts.append(last + " " + part)
      } else {
        subscripts.append(part)
      }
      isOpen = !isNumber
    }
    return subscripts
  }

  private static func subscripted(_ parts: [String]) -> Formula {
    var formulas: [Formula] = []
    for part in parts {
      if !formulas.isEmpty { formulas.append(.symbol(",")) }
      formulas.append(part.utf8.allSatisfy(\.isDigit) ? .number(part) : formula(of: part))
    }
    return .row(formulas)
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
