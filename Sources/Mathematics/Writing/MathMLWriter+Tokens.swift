extension MathMLWriter {
  mutating func digits(_ text: String, _ setting: Setting) {
    let alphabet = setting.alphabet
    out.element(.mn, "", alphabet.map { Self.mapped(text, $0) } ?? text)
  }

  mutating func letter(_ text: String, _ setting: Setting) {
    let scalar = text.unicodeScalars.first ?? " "
    switch setting.alphabet {
    case .roman: out.element(.mi, Self.upright, text)
    case nil, .normal:
      out.element(.mi, GreekLetters.isUpright(scalar) ? Self.upright : "", text)
    case .bold, .italic, .boldItalic, .poorBold, .sansSerif, .typewriter, .calligraphic, .script,
      .fraktur, .blackboard, .boldScript, .boldFraktur, .boldSansSerif:
      let mapped = setting.alphabet.map { Self.mapped(text, $0) } ?? text
      out.element(.mi, mapped == text && setting.alphabet != .italic ? Self.upright : "", mapped)
    }
  }

  static let upright = " mathvariant=\"normal\""

  static func mapped(_ text: String, _ alphabet: Formula.Alphabet) -> String {
    var mapped = ""
    for scalar in text.unicodeScalars {
      mapped.unicodeScalars.append(alphabet.character(for: scalar))
    }
    return mapped
  }

  mutating func word(_ text: String, _ alphabet: Formula.Alphabet, _ setting: Setting) {
    var inner = setting
    inner.alphabet = setting.alphabet?.around(alphabet) ?? alphabet
    identifier(text, inner)
  }

  /// One token of letters and digits in the alphabet of the setting.
  mutating func identifier(_ text: String, _ setting: Setting) {
    let isNumber = Formula.isNumber(text.utf8)
    let tag = isNumber ? Markup.Tag.mn : .mi
    let isSingle = text.unicodeScalars.count == 1
    let mapped = setting.alphabet.map { Self.mapped(text, $0) } ?? text
    let isUpright = isSingle && !isNumber && mapped == text && setting.alphabet != .italic
    out.open(tag, isUpright ? Self.upright : "")
    out.spacedText(mapped)
    out.close(tag)
  }

  /// A named operator, spaced by its neighbours.
  mutating func named(_ text: String, _ setting: Setting) {
    let left = setting.hasOperandBefore ? ".1667em" : "0"
    let right = setting.hasOperandBehind ? ".1667em" : "0"
    out.raw("<mo lspace=\"\(left)\" rspace=\"\(right)\"")
    limits(setting)
    out.raw(">")
    out.spacedText(text)
    out.close(.mo)
  }

  private mutating func limits(_ setting: Setting) {
    if let moves = setting.movesLimits { out.raw(" movablelimits=\"\(moves)\"") }
  }

  mutating func glyph(_ name: String, _ setting: Setting) {
    guard let symbol = SymbolTable.shared[name] else {
      return out.element(.mi, "", name)
    }
    switch symbol.atomClass {
    case .ordinary: ordinary(name, symbol.text, setting)
    case .operation:
      out.raw("<mo")
      if let moves = setting.movesLimits, !moves { limits(setting) }
      out.raw(">")
      out.text(symbol.text)
      out.close(.mo)
    case .binary: binary(name, symbol.text, setting)
    case .relation: relation(name, symbol.text, setting)
    case .opening, .closing: fence(name, symbol, setting)
    case .punctuation: punctuation(name, symbol.text, setting)
    case .inner: dots(name, symbol.text)
    }
  }

  private mutating func ordinary(_ name: String, _ text: String, _ setting: Setting) {
    switch name {
    case "prime", "backprime": out.element(.mo, " class=\"prime\"", text)
    case "|", "vert", "Vert":
      let isOpening = Formula.AtomClass.binary.isPrefix(after: setting.previous)
      let form = isOpening ? "prefix" : "postfix"
      out.element(.mo, " stretchy=\"false\" form=\"\(form)\"", text)
    case "/", ".", "@", "\"", "`": out.element(.mo, Self.unspaced, text)
    case "backslash", "diagup", "diagdown":
      out.element(.mo, " stretchy=\"false\"" + Self.unspaced, text)
    case "_": out.element(.mo, "", text)
    case "%", "#", "$", "&": out.element(.mi, "", text)
    default:
      let mapped = setting.alphabet.map { Self.mapped(text, $0) } ?? text
      out.element(.mi, mapped == text ? Self.upright : "", mapped)
    }
  }

  static let unspaced = " lspace=\"0\" rspace=\"0\""

  private mutating func binary(_ name: String, _ text: String, _ setting: Setting) {
    var spacing = ""
    if setting.isScript {
      spacing = Self.unspaced
    } else if setting.continuesRow {
      spacing = " form=\"infix\""
    } else if Formula.AtomClass.binary.isPrefix(after: setting.previous) {
      let isSign = name == "-" || name == "+" || name == "pm" || name == "mp"
      spacing = isSign ? " form=\"prefix\"" : Self.unspaced
    } else if Formula.AtomClass.binary.isPostfix(before: setting.next) {
      spacing = Self.unspaced
    }
    switch name {
    // Browsers have these among the large operators.
    case "oplus", "ominus", "otimes", "odot", "uplus":
      out.element(.mo, " largeop=\"false\"" + spacing, text)
    default: out.element(.mo, spacing, text)
    }
  }

  private mutating func relation(_ name: String, _ text: String, _ setting: Setting) {
    let scalar = text.unicodeScalars.first?.value ?? 0
    let isStretchy =
      (0x2190...0x21FF).contains(scalar) || (0x27F0...0x27FF).contains(scalar) || name == "mid"
      || name == "parallel" || name == "shortmid" || name == "shortparallel"
    let spacing =
      if setting.isScript {
        Self.unspaced
      } else if setting.continuesRow {
        " form=\"infix\""
      } else {
        relationSpace(name, setting)
      }
    out.element(.mo, isStretchy ? " stretchy=\"false\"" + spacing : spacing, text)
  }

  /// The space around a relation where it is not the usual one: none at the end of a formula and
  /// none between two relations such as `:=`.
  private func relationSpace(_ name: String, _ setting: Setting) -> String {
    let lacksLeft = setting.previous == .relation || setting.trimsEnds && setting.previous == nil
    let lacksRight = setting.next == .relation || setting.trimsEnds && setting.next == nil
    guard lacksLeft || lacksRight || name == "mid" || name == ":" else { return "" }
    let left = lacksLeft ? "0" : "0.2778em", right = lacksRight ? "0" : "0.2778em"
    return " lspace=\"\(left)\" rspace=\"\(right)\""
  }

  private mutating func fence(
    _ name: String, _ symbol: SymbolTable.Symbol, _ setting: Setting
  ) {
    if name == "!" || name == "?" { return out.element(.mo, Self.unspaced, symbol.text) }
    let isBar = symbol.text == "|" || symbol.text == "‖"
    let form = symbol.atomClass == .opening ? "prefix" : "postfix"
    out.element(
      .mo, isBar ? " stretchy=\"false\" form=\"\(form)\"" : " stretchy=\"false\"", symbol.text)
  }

  private mutating func punctuation(_ name: String, _ text: String, _ setting: Setting) {
    if setting.isScript { return out.element(.mo, Self.unspaced, text) }
    switch name {
    case ",", ";": out.element(.mo, "", text)
    case "colon": out.element(.mo, " lspace=\"0.1111em\" rspace=\"0.3333em\"", text)
    default: out.element(.mo, " lspace=\"0\" rspace=\"0.1667em\"", text)
    }
  }

  private mutating func dots(_ name: String, _ text: String) {
    out.element(.mo, text == "…" ? " lspace=\"0\" rspace=\"0.1667em\"" : Self.unspaced, text)
  }

  /// `\dots`: on the axis before an operator, else on the baseline.
  mutating func dots(before rest: ArraySlice<Formula>, _ setting: Setting) {
    let next = rest.first { $0.atomClass != nil }?.atomClass
    switch next {
    case .binary, .relation, .operation: dots("cdots", "⋯")
    case .ordinary, .opening, .closing, .punctuation, .inner, nil: dots("ldots", "…")
    }
  }
}
