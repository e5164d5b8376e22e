extension Formula {
  /// Nothing at all.
  public static let empty = Formula.sequence([])

  /// An unsigned number such as `3.5` or `1,000`; a sign in front becomes a symbol of its own.
  ///
  /// Anything else is taken apart into symbols and letters, so that nothing is lost.
  public static func number(_ text: String) -> Formula {
    if isNumber(text.utf8) { return .digits(text) }
    if let sign = text.utf8.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+"),
      isNumber(text.utf8.dropFirst())
    {
      return .sequence([.glyph(text.hasPrefix("-") ? "-" : "+"), .digits(String(text.dropFirst()))])
    }
    return .row(text.map { .character(String($0)) })
  }

  /// One letter, italic unless it is an upper-case Greek one; several become a ``word(_:)``.
  public static func variable(_ name: String) -> Formula {
    name.unicodeScalars.count == 1 ? .character(name) : .word(name)
  }

  /// Letters in upright bold, Greek ones in bold italic, as vectors and matrices are set.
  public static func bold(_ name: String) -> Formula {
    let isGreek = name.unicodeScalars.contains { $0.value > 0x370 }
    return .alphabet(isGreek ? .boldItalic : .bold, .row(name.map { .character(String($0)) }))
  }

  /// An upright identifier of one or several letters; spaces in it are kept.
  public static func word(_ name: String) -> Formula {
    isWord(name) ? .word(name, .roman) : .text(name)
  }

  /// A named operator: `\log` where TeX knows it, `\operatorname{softmax}` otherwise.
  ///
  /// Names that TeX sets with limits (`max`, `lim`), and `argmax` and `argmin`, take theirs.
  public static func function(_ name: String) -> Formula {
    guard isWord(name) else { return .classed(.operation, .text(name)) }
    return .named(OperatorNames.spelled(name), limits: OperatorNames.takesLimits(name))
  }

  /// A symbol by the name of its TeX command, or by its character.
  ///
  /// Names of letters and spaces (`alpha`, `quad`) are known as well. An unknown name becomes an
  /// upright word.
  public static func symbol(_ name: String) -> Formula {
    if let letter = GreekLetters.letter(name) { return .letter(letter) }
    if name.utf8.count > 1, let space = Space(command: name) { return .space(space) }
    if name.utf8.count > 1, let usual = Command.spellings[name] { return .symbol(usual) }
    if SymbolTable.shared[name] != nil { return .glyph(name) }
    return name.unicodeScalars.count == 1 ? .character(name) : .word(name)
  }

  /// Formulas side by side; rows among them are joined to one row.
  public static func row(_ items: [Formula]) -> Formula {
    var flat: [Formula] = []
    flat.reserveCapacity(items.count)
    for item in items {
      if case .sequence(let inner) = item {
        flat.append(contentsOf: inner)
      } else {
        flat.append(item)
      }
    }
    for index in flat.indices.dropLast() {
      if case .styled = flat[index] { flat[index] = .group(flat[index]) }
    }
    guard flat.count == 1, let only = flat.first else { return .sequence(flat) }
    return only
  }

  /// A fraction with a rule.
  public static func fraction(_ numerator: Formula, _ denominator: Formula) -> Formula {
    .ratio(Fraction(numerator: numerator, denominator: denominator, form: .plain))
  }

  /// A base with a subscript and a superscript; a row in parentheses carries them on the last one.
  public static func scripts(_ base: Formula, sub: Formula?, sup: Formula?) -> Formula {
    guard sub != nil || sup != nil else { return base }
    return attaching(to: base, primes: 0, sub: sub, sup: sup)
  }

  /// A base with `count` primes.
  public static func prime(_ base: Formula, _ count: Int = 1) -> Formula {
    count > 0 ? attaching(to: base, primes: min(count, 9), sub: nil, sup: nil) : base
  }

  /// A root; without an index, the square root.
  public static func root(_ radicand: Formula, index: Formula? = nil) -> Formula {
    .radical(radicand, index: index.map(\.withoutBraces))
  }

  /// An accent by the name of its TeX command, such as `hat`, `bar`, `vec` or `overline`.
  ///
  /// An unknown name leaves the base bare.
  public static func accent(_ name: String, _ base: Formula) -> Formula {
    Accent(rawValue: name).map { .accented($0, base) } ?? base
  }

  /// Content between delimiters written as in TeX (`(`, `[`, `\{`, `|`, `\|`, `\lfloor`, `.`).
  ///
  /// They grow with tall content; around one line they are ordinary symbols in the row.
  public static func fenced(_ open: String, _ content: Formula, _ close: String) -> Formula {
    let open = Delimiter(tex: open) ?? .none
    let close = Delimiter(tex: close) ?? .none
    if content.isTall {
      return .fence(Fence(open: open, parts: [content], middles: [], close: close))
    }
    var items: [Formula] = []
    if open != .none { items.append(.glyph(open.openingName)) }
    items.append(content)
    if close != .none { items.append(.glyph(close.closingName)) }
    return .row(items)
  }

  /// A big operator such as `sum` or `int` with its limits.
  public static func bigOperator(_ name: String, lower: Formula?, upper: Formula?) -> Formula {
    .scripts(.symbol(name), sub: lower, sup: upper)
  }

  /// Words; spaces at the ends are kept.
  public static func text(_ words: String) -> Formula {
    .prose(Prose(font: .plain, pieces: words.isEmpty ? [] : [.words(Prose.cleaned(words))]))
  }

  /// Content in a frame.
  public static func boxed(_ content: Formula) -> Formula {
    .decorated(.boxed, content)
  }

  /// Content in a colour by its CSS name or `#rrggbb`; an unknown colour changes nothing.
  public static func colored(_ colour: String, _ content: Formula) -> Formula {
    Colour(colour).map { .colored($0, content) } ?? content
  }

  /// A label set small above a base.
  public static func over(_ label: Formula, _ base: Formula) -> Formula {
    .layered(.overset, label: label, base: base)
  }

  /// A label set small below a base.
  public static func under(_ label: Formula, _ base: Formula) -> Formula {
    .layered(.underset, label: label, base: base)
  }

  /// A brace below a formula, with a label below the brace.
  public static func underbrace(_ content: Formula, label: Formula?) -> Formula {
    .scripts(.accented(.underbrace, content), sub: label, sup: nil)
  }
}

extension Formula {
  /// One character as TeX would read it: a digit, a letter, or a symbol.
  static func character(_ text: String) -> Formula {
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
      return .text(text)
    }
    switch scalar {
    case "0"..."9": return .digits(text)
    case "a"..."z", "A"..."Z": return .letter(text)
    case " ": return .space(.word)
    default: break
    }
    if GreekLetters.name(of: text) != nil { return .letter(text) }
    if SymbolTable.shared[text] != nil { return .glyph(text) }
    if let name = UnicodeSymbols.name(of: scalar) { return .symbol(name) }
    return scalar.properties.isAlphabetic && !scalar.properties.isMath ? .letter(text) : .text(text)
  }

  /// Content in another alphabet; letters and digits alone are one word where words are made.
  static func lettered(_ alphabet: Alphabet, _ content: Formula) -> Formula {
    guard alphabet.makesWords else { return .alphabet(alphabet, content) }
    var items = [content]
    if case .sequence(let inner) = content { items = inner }
    var word = ""
    for item in items {
      switch item {
      case .letter(let text) where isWord(text): word += text
      case .digits(let text) where isWord(text): word += text
      case .space(.word), .space(.tie), .space(.thin), .space(.medium), .space(.thick): word += " "
      default: return .alphabet(alphabet, content)
      }
    }
    return word.isEmpty ? .alphabet(alphabet, content) : .word(word, alphabet)
  }

  /// A base that is one atom, with its scripts; double scripts go around a group.
  private static func attaching(
    to base: Formula, primes: Int, sub: Formula?, sup: Formula?
  ) -> Formula {
    if case .sequence(let items) = base, let last = items.last, isBalanced(items) {
      let scripted = attaching(to: last, primes: primes, sub: sub, sup: sup)
      return .sequence(items.dropLast() + [scripted])
    }
    let scripts = Scripts(
      base: base.asAtom, primes: primes, sub: sub, sup: sup, placement: .automatic)
    return .scripted(scripts)
  }

  /// Whether the row is one pair of delimiters and what is between them.
  private static func isBalanced(_ items: [Formula]) -> Bool {
    var depth = 0
    for (index, item) in items.enumerated() {
      switch item.atomClass {
      case .opening: depth += 1
      case .closing: depth -= 1
      case .ordinary, .operation, .binary, .relation, .punctuation, .inner, nil: break
      }
      if depth == 0 && index < items.count - 1 { return false }
    }
    guard case .glyph? = items.last, items.count > 1 else { return false }
    return depth == 0
  }

  /// The formula as something that TeX lets carry scripts.
  var asAtom: Formula {
    switch self {
    case .sequence, .scripted, .styled, .space, .numbering, .modulo: .group(self)
    case .table(let table): table.kind == .lines || table.kind.isDisplay ? .group(self) : self
    case .digits, .letter, .word, .named, .glyph, .group, .ratio, .radical, .accented, .layered,
      .arrow, .fence, .delimiter, .prose, .alphabet, .colored, .decorated, .phantom, .classed,
      .negated, .rule, .reference, .hole:
      self
    }
  }

  /// The content of a group, and every other formula as it is.
  var withoutBraces: Formula {
    if case .group(let content) = self { content } else { self }
  }

  /// Whether `bytes` are digits with single points and commas among them.
  static func isNumber(_ bytes: some Collection<UInt8>) -> Bool {
    var hasDigit = false
    var afterPoint = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigit = true
        afterPoint = false
      case UInt8(ascii: ".") where !afterPoint: afterPoint = true
      case UInt8(ascii: ",") where !afterPoint && index > 0: afterPoint = true
      default: return false
      }
    }
    return hasDigit && !afterPoint
  }

  /// Whether `name` can stand in `\mathrm` as it is: letters, digits and inner spaces.
  static func isWord(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", "_", "%", "#", "&": true
        case "\u{370}"..."\u{3FF}": false
        default: scalar.value > 0x7F && scalar.properties.isAlphabetic && !scalar.properties.isMath
        }
      }
  }
}

extension Formula.Delimiter {
  /// The name of the symbol that is spaced like an opening delimiter.
  var openingName: String {
    switch name {
    case "|", "vert": "lvert"
    case "Vert": "lVert"
    default: name
    }
  }

  /// The name of the symbol that is spaced like a closing delimiter.
  var closingName: String {
    switch name {
    case "|", "vert": "rvert"
    case "Vert": "rVert"
    default: name
    }
  }
}
