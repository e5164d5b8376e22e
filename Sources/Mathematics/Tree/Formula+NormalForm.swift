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
    var word = ""
    for item in content.rowItems {
      if case .letter(let text) = item, isWord(text) {
        word += text
      } else if case .digits(let text) = item, isWord(text) {
        word += text
      } else if case .space(let space) = item, space.thousandths > 0, space.thousandths < 300 {
        word += " "
      } else {
        return .alphabet(alphabet, content)
      }
    }
    return word.isEmpty ? .alphabet(alphabet, content) : .word(word, alphabet)
  }

  /// A base that is one atom, with its scripts; double scripts go around a group.
  static func attaching(
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
      .negated, .rule, .reference, .hole, .choice:
      self
    }
  }

  /// Whether it is formulas side by side.
  var isRow: Bool {
    if case .sequence = self { true } else { false }
  }

  /// The formulas of a row, or the one that it is.
  var rowItems: [Formula] {
    if case .sequence(let items) = self { items } else { [self] }
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
