extension Formula {
  /// The alphabets of mathematics; the raw value is the TeX command.
  public enum Alphabet: String, Hashable, Sendable, CaseIterable {
    case roman = "mathrm"
    case bold = "mathbf"
    case italic = "mathit"
    case normal = "mathnormal"
    case boldItalic = "boldsymbol"
    case poorBold = "pmb"
    case sansSerif = "mathsf"
    case typewriter = "mathtt"
    case calligraphic = "mathcal"
    case script = "mathscr"
    case fraktur = "mathfrak"
    case blackboard = "mathbb"
    case boldScript = "mathbfcal"
    case boldFraktur = "mathbffrak"
    case boldSansSerif = "mathbfsf"

    /// Whether several letters in a row are one word instead of a product.
    var makesWords: Bool {
      switch self {
      case .roman, .italic, .sansSerif, .typewriter, .boldSansSerif: true
      case .bold, .normal, .boldItalic, .poorBold, .calligraphic, .script, .fraktur, .blackboard,
        .boldScript, .boldFraktur:
        false
      }
    }
  }
}

extension Formula.Alphabet {
  /// The alphabet of `inner` inside this one: bold stays bold where Unicode has such letters.
  func around(_ inner: Formula.Alphabet) -> Formula.Alphabet {
    guard self == .boldItalic || self == .poorBold else { return inner }
    switch inner {
    case .roman: return .bold
    case .calligraphic, .script: return .boldScript
    case .fraktur: return .boldFraktur
    case .sansSerif: return .boldSansSerif
    case .bold, .italic, .normal, .boldItalic, .poorBold, .typewriter, .blackboard, .boldScript,
      .boldFraktur, .boldSansSerif:
      return inner
    }
  }

  /// The character of Unicode's mathematical alphabets for a plain letter or digit.
  ///
  /// - Returns: The same character where Unicode has none.
  func character(for plain: Unicode.Scalar) -> Unicode.Scalar {
    if let irregular = irregular(plain) { return irregular }
    let code = plain.value
    let base: UInt32? =
      switch code {
      case 0x41...0x5A: capitals.map { $0 + code - 0x41 }
      case 0x61...0x7A: capitals.map { $0 + 26 + code - 0x61 }
      case 0x30...0x39: zero.map { $0 + code - 0x30 }
      case 0x391...0x3A9: capitalAlpha.map { $0 + code - 0x391 }
      case 0x3B1...0x3C9: capitalAlpha.map { $0 + 26 + code - 0x3B1 }
      default: nil
      }
    return base.flatMap(Unicode.Scalar.init) ?? plain
  }

  /// Where the alphabet's A stands; the small letters follow its Z.
  private var capitals: UInt32? {
    switch self {
    case .roman, .normal: nil
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic, .poorBold: 0x1D468
    case .sansSerif: 0x1D5A0
    case .typewriter: 0x1D670
    case .calligraphic, .script: 0x1D49C
    case .fraktur: 0x1D504
    case .blackboard: 0x1D538
    case .boldScript: 0x1D4D0
    case .boldFraktur: 0x1D56C
    case .boldSansSerif: 0x1D5D4
    }
  }

  /// Where the alphabet's digit 0 stands.
  private var zero: UInt32? {
    switch self {
    case .bold, .boldItalic, .poorBold: 0x1D7CE
    case .sansSerif: 0x1D7E2
    case .typewriter: 0x1D7F6
    case .blackboard: 0x1D7D8
    case .boldSansSerif: 0x1D7EC
    case .boldScript, .boldFraktur: 0x1D7CE
    case .roman, .italic, .normal, .calligraphic, .script, .fraktur: nil
    }
  }

  /// Where the alphabet's Α stands; the small letters come 26 places later.
  private var capitalAlpha: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic, .poorBold: 0x1D71C
    case .boldSansSerif: 0x1D756
    case .roman, .normal, .sansSerif, .typewriter, .calligraphic, .script, .fraktur, .blackboard,
      .boldScript, .boldFraktur:
      nil
    }
  }

  /// The letters that Unicode had before the mathematical alphabets, and the variants of Greek.
  private func irregular(_ plain: Unicode.Scalar) -> Unicode.Scalar? {
    switch self {
    case .italic: plain == "h" ? "ℎ" : Self.variant(plain, at: 0x1D6FB)
    case .bold: Self.variant(plain, at: 0x1D6C1)
    case .boldItalic, .poorBold: Self.variant(plain, at: 0x1D735)
    case .calligraphic, .script: Self.found(plain, in: "BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ")
    case .fraktur: Self.found(plain, in: "CHIRZ", "ℭℌℑℜℨ")
    case .blackboard: Self.found(plain, in: "CHNPQRZ", "ℂℍℕℙℚℝℤ")
    case .boldSansSerif: Self.variant(plain, at: 0x1D76F)
    case .roman, .normal, .sansSerif, .typewriter, .boldScript, .boldFraktur: nil
    }
  }

  private static func found(
    _ plain: Unicode.Scalar, in plains: String, _ characters: String
  ) -> Unicode.Scalar? {
    zip(plains.unicodeScalars, characters.unicodeScalars).first { $0.0 == plain }?.1
  }

  /// ∇ at `start`, then ∂ and the variant letters 26 places later.
  private static func variant(_ plain: Unicode.Scalar, at start: UInt32) -> Unicode.Scalar? {
    let distance: UInt32? =
      switch plain {
      case "∇": 0
      case "∂": 26
      case "ϵ": 27
      case "ϑ": 28
      case "ϰ": 29
      case "ϕ": 30
      case "ϱ": 31
      case "ϖ": 32
      default: nil
      }
    return distance.flatMap { Unicode.Scalar(start + $0) }
  }
}
