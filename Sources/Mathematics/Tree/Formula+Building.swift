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
    if name.utf8.count > 1 {
      if let letter = GreekLetters.letter(name) { return .letter(letter) }
      if let space = Space(command: name) { return .space(space) }
      if let usual = Command.spellings[name] { return .symbol(usual) }
    }
    if SymbolTable.shared[name] != nil { return .glyph(name) }
    return name.unicodeScalars.count == 1 ? .character(name) : .word(name)
  }

  /// Formulas side by side; rows among them are joined to one row.
  public static func row(_ items: [Formula]) -> Formula {
    // Nearly all rows are flat: they are not copied.
    var flat = items.contains(where: \.isRow) ? items.flatMap(\.rowItems) : items
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
