extension TeXReader {
  /// `\mathrm{…}` and the other alphabets: one word where it holds only letters and digits.
  mutating func lettering(
    _ alphabet: Formula.Alphabet, command: TeXToken
  ) throws(TeXError) -> Formula {
    if alphabet.makesWords, let word = try word() { return .word(word, alphabet) }
    return .lettered(alphabet, try argument(of: command))
  }

  /// `\operatorname{…}` and `\operatorname*{…}`.
  mutating func operatorName(command: TeXToken) throws(TeXError) -> Formula {
    let limits =
      stream.rawToken?.isCharacter("*") == true || command.isCommand("operatornamewithlimits")
    if stream.rawToken?.isCharacter("*") == true { stream.advance() }
    if let word = try word(isName: true) { return .named(word, limits: limits) }
    let content = Formula.alphabet(.roman, try argument(of: command).withHyphens)
    guard !limits else { return .classed(.operation, content) }
    return .classed(.operation, .group(content))
  }

  /// The content of the braces that follow if it is a plain word; otherwise nothing is passed.
  ///
  /// In the name of an operator (`isName`) amsmath sets `-` as a hyphen.
  private mutating func word(isName: Bool = false) throws(TeXError) -> String? {
    guard let opening = try stream.peekSolid(), opening.isCharacter("{") else { return nil }
    var word = ""
    var distance = 1
    while let kind = stream.token(at: distance)?.kind {
      distance += 1
      switch kind {
      case .character("}"):
        guard !word.isEmpty, word != "-" else { return nil }
        for _ in 0..<distance { stream.advance() }
        return word
      case .character("~"): word += " "
      case .character("-") where isName: word += "-"
      case .character(let scalar):
        guard Formula.isWord(String(scalar)), scalar != "%", scalar != "#", scalar != "&",
          scalar != "_", scalar != " "
        else { return nil }
        word.unicodeScalars.append(scalar)
      case .command(let name):
        guard stream.macros[name] == nil, let text = Self.wordCharacter(name) else { return nil }
        word += text
      case .space: break
      case .parameter: return nil
      }
      guard distance < 200 else { return nil }
    }
    return nil
  }

  /// The character that a command stands for inside a word.
  private static func wordCharacter(_ name: String) -> String? {
    switch name {
    case " ", ",", "space", ";", ":", ">", "thinspace": " "
    case "_", "%", "#", "&": name
    default: nil
    }
  }
}

extension Formula {
  /// The row with hyphens for minus signs, as amsmath sets the name of an operator.
  fileprivate var withHyphens: Formula {
    let items = withoutBraces.rowItems.map { item -> Formula in
      if case .glyph("-") = item { return .text("-") }
      return item
    }
    return .row(items)
  }
}
