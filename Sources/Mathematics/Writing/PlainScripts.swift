/// The small characters of Unicode that stand for scripts in a plain text.
enum PlainScripts {
  /// The script in small characters; `nil` when Unicode lacks one of them.
  static func small(_ text: String, isSub: Bool) -> String? {
    var small = ""
    if text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      for digit in text.utf8 {
        small += (isSub ? lowerDigits : upperDigits)[Int(digit - UInt8(ascii: "0"))]
      }
      return small
    }
    for scalar in text.unicodeScalars {
      guard let found = isSub ? lower(scalar) : upper(scalar) else { return nil }
      small.unicodeScalars.append(found)
    }
    return small
  }

  private static let upperDigits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  private static let lowerDigits = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]

  /// The plain characters of a run of small ones; `nil` when `scalar` is no script.
  static func plain(_ scalar: Unicode.Scalar) -> (scalar: Unicode.Scalar, isSub: Bool)? {
    switch scalar {
    case "¹": ("1", false)
    case "²": ("2", false)
    case "³": ("3", false)
    case "⁰", "⁴"..."⁹": (Unicode.Scalar(UInt8(scalar.value - 0x2070 + 0x30)), false)
    case "₀"..."₉": (Unicode.Scalar(UInt8(scalar.value - 0x2080 + 0x30)), true)
    case "⁺": ("+", false)
    case "⁻": ("-", false)
    case "ⁿ": ("n", false)
    case "ⁱ": ("i", false)
    case "ᵀ": ("T", false)
    case "₊": ("+", true)
    case "₋": ("-", true)
    case "ᵢ": ("i", true)
    case "ⱼ": ("j", true)
    case "ₙ": ("n", true)
    case "ₜ": ("t", true)
    default: nil
    }
  }

  private static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "0"..."9": upperDigits[Int(scalar.value - 0x30)].unicodeScalars.first
    case "+": "⁺"
    case "−": "⁻"
    case "n": "ⁿ"
    case "⊤", "T": "ᵀ"
    default: nil
    }
  }

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "0"..."9": Unicode.Scalar(0x2080 + scalar.value - 0x30)
    default: nil
    }
  }
}

extension Formula {
  /// Whether the formula needs no parentheses as a base or below a fraction's slash.
  var isPlainAtom: Bool {
    switch self {
    case .digits, .letter, .word, .named, .glyph, .radical, .accented, .fence, .alphabet, .prose,
      .delimiter, .reference, .hole, .choice, .layered, .space, .numbering, .rule, .phantom,
      .negated:
      true
    case .scripted(let scripts): scripts.base.isPlainAtom
    case .group(let content), .colored(_, let content), .styled(_, let content),
      .classed(_, let content), .decorated(_, let content):
      content.isPlainAtom
    case .table(let table): table.kind.fences != nil
    case .sequence(let items): items.isEmpty
    case .ratio, .arrow, .modulo: false
    }
  }

  /// Whether a factor on one line would be read as a part of the one before it: of a fraction's
  /// denominator, of a subscript's word; or a fraction's numerator as one with what stands before.
  func runsInto(_ previous: Formula) -> Bool {
    let isFactor =
      switch atomClass {
      case .ordinary, .operation, .opening, .inner: true
      case .binary, .relation, .punctuation, .closing, nil: false
      }
    let follows =
      switch previous.atomClass {
      case .ordinary, .closing, .inner: true
      case .binary, .relation, .punctuation, .opening, .operation, nil: false
      }
    guard isFactor, follows else { return false }
    if case .ratio = self { return true }
    if case .ratio = previous { return true }
    if case .scripted(let scripts) = previous, let below = scripts.sub, scripts.sup == nil,
      atomClass == .ordinary
    {
      return below.plainText.count > 1 && !below.isDigits
    }
    return false
  }

  private var isDigits: Bool {
    if case .digits = self { return true }
    return false
  }

  /// Whether the formula needs no parentheses above a fraction's slash.
  var isPlainFactor: Bool {
    guard case .sequence(let items) = self else { return isPlainAtom }
    return items.allSatisfy { item in
      switch item.atomClass {
      case .binary, .relation, .punctuation: false
      case .ordinary, .operation, .opening, .closing, .inner, nil: item.isPlainAtom
      }
    }
  }
}

extension Formula.Phantom {
  var isVisible: Bool {
    switch self {
    case .phantom, .hphantom, .vphantom: false
    case .smash, .smashTop, .smashBottom, .leftOverlap, .rightOverlap, .centredOverlap: true
    }
  }
}

extension Formula.Accent {
  /// The combining character for a single letter; `nil` for what is left out of a plain text.
  var combining: String? {
    switch self {
    case .hat, .widehat: "\u{0302}"
    case .bar, .overline: "\u{0304}"
    case .tilde, .widetilde: "\u{0303}"
    case .vec, .overrightarrow: "\u{20D7}"
    case .dot: "\u{0307}"
    case .ddot: "\u{0308}"
    case .dddot: "\u{20DB}"
    case .ddddot: "\u{20DC}"
    case .check, .widecheck: "\u{030C}"
    case .breve: "\u{0306}"
    case .acute: "\u{0301}"
    case .grave: "\u{0300}"
    case .mathring: "\u{030A}"
    case .underline: "\u{0332}"
    case .undertilde: "\u{0330}"
    case .overbrace, .underbrace, .overbracket, .underbracket, .overleftarrow, .overleftrightarrow,
      .underrightarrow, .underleftarrow, .underleftrightarrow, .overrightharpoon, .overleftharpoon,
      .overdoublearrow, .overparen, .underparen, .overgroup, .undergroup:
      nil
    }
  }
}
