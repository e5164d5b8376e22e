extension TeXReader {
  /// What a command makes of its arguments; `nil` for a command that leaves nothing.
  mutating func formula(
    of command: Command, name: String, token: TeXToken
  ) throws(TeXError) -> Formula? {
    switch command {
    case .leaf(let formula): return formula
    case .enclosed(let open, let close):
      guard stream.rawToken?.isCharacter("*") == true else {
        return .row([.glyph(open), try argument(of: token), .glyph(close)])
      }
      stream.advance()
      let fence = Formula.Fence(
        open: Formula.Delimiter(open), parts: [try argument(of: token).withoutBraces], middles: [],
        close: Formula.Delimiter(close))
      return .fence(fence)
    case .accent, .layering, .overUnder, .arrow, .fraction, .generalFraction, .root, .phantom,
      .decoration, .classed, .negation, .modulo, .substack, .choice:
      return try construction(of: command, name: name, token: token)
    case .alphabet(let alphabet): return try lettering(alphabet, command: token)
    case .operatorName: return try operatorName(command: token)
    case .text(let font): return try prose(font, command: token)
    case .left, .sized, .begin, .length, .rule, .raised:
      return try extent(of: command, name: name, token: token)
    case .colour, .colourName, .ground, .frame, .textBox:
      return try coloured(command, token: token)
    case .tag, .label, .noNumber, .reference, .hole:
      return try numbered(command, token: token)
    case .definition(let definition):
      try stream.define(definition, command: token)
      return nil
    case .ignored(let count, let hasOption):
      if hasOption { _ = try stream.rawBracketed() }
      for _ in 0..<count {
        guard try stream.rawArgument() != nil else {
          throw stream.error(.missingArgument(of: "\\" + name), at: token)
        }
      }
      return nil
    case .macro:
      guard let macro = BuiltInMacros.macro(name) else {
        throw stream.error(.unknownCommand(name), at: token)
      }
      try stream.expand(macro, name: name, call: token)
      return try atom()
    case .forbidden: throw stream.error(.forbiddenCommand(name), at: token)
    case .end: throw stream.error(.unexpectedEnd(name), at: token)
    case .plainRoot: return try plainRoot(command: token)
    case .infixFraction, .describedFraction, .interlude, .alphabetSwitch, .style, .right, .middle,
      .newLine, .placement,
      .colourSwitch, .rowRule, .partialRule, .spanning:
      throw misplaced(token)
    }
  }

  /// Commands whose arguments are formulas.
  private mutating func construction(
    of command: Command, name: String, token: TeXToken
  ) throws(TeXError) -> Formula? {
    if case .accent(let accent) = command { return .accented(accent, try argument(of: token)) }
    if case .layering(let layering) = command {
      let label = try argument(of: token)
      return .layered(layering, label: label, base: try argument(of: token))
    }
    if case .overUnder = command {
      let over = try argument(of: token)
      let under = try argument(of: token)
      let base = Formula.layered(.underset, label: under, base: try argument(of: token))
      return .layered(.overset, label: over, base: base)
    }
    if case .arrow = command {
      let under = try optionalArgument()
      return .arrow(name, over: try argument(of: token), under: under)
    }
    if case .root = command {
      let index = try optionalArgument()
      return .radical(try argument(of: token), index: index)
    }
    if case .phantom(let phantom) = command {
      let kept = try phantom == .smash ? smash() : phantom
      return .phantom(kept, try argument(of: token))
    }
    if case .decoration(let decoration) = command {
      return .decorated(decoration, try argument(of: token))
    }
    if case .classed(let atomClass) = command {
      return .classed(atomClass, try argument(of: token))
    }
    if case .negation = command { return Negations.negated(try argument(of: token)) }
    if case .modulo(let modulus) = command { return .modulo(modulus, try argument(of: token)) }
    if case .substack = command { return try substack(command: token) }
    if case .choice = command {
      var formulas: [Formula] = []
      for _ in 0..<4 { formulas.append(try argument(of: token)) }
      return .choice(
        Formula.Choice(
          display: formulas[0], text: formulas[1], script: formulas[2], scriptscript: formulas[3]))
    }
    return try fraction(command, token: token)
  }

  /// Which part of its content `\smash` makes weightless: `[t]`, `[b]` or all.
  @inline(never)
  private mutating func smash() throws(TeXError) -> Formula.Phantom {
    stream.skipSpaces()
    let place = stream.rawToken
    guard let option = try stream.rawBracketed() else { return .smash }
    switch TeXToken.source(of: option.filter { !$0.isSpace }) {
    case "t": return .smashTop
    case "b": return .smashBottom
    case "tb", "bt": return .smash
    case let other: throw stream.error(.unexpectedBracket(other), at: place)
    }
  }

  /// `\frac` and its family.
  private mutating func fraction(
    _ command: Command, token: TeXToken
  ) throws(TeXError) -> Formula? {
    if case .generalFraction = command {
      return try fraction(.fraction(generalForm(command: token)), token: token)
    }
    try skipContinuation(command)
    let numerator = try argument(of: token)
    let denominator = try argument(of: token)
    return Self.ratio(command, numerator, denominator)
  }

  /// Passes the alignment of `\cfrac`.
  @inline(never)
  private mutating func skipContinuation(_ command: Command) throws(TeXError) {
    guard case .fraction(let form) = command, form.isContinued else { return }
    _ = try stream.rawBracketed()
  }

  @inline(never)
  private static func ratio(
    _ command: Command, _ numerator: Formula, _ denominator: Formula
  ) -> Formula? {
    guard case .fraction(let form) = command else { return nil }
    return .ratio(Formula.Fraction(numerator: numerator, denominator: denominator, form: form))
  }

  /// The first four arguments of `\genfrac`: delimiters, thickness, style.
  @inline(never)
  private mutating func generalForm(
    command: TeXToken
  ) throws(TeXError) -> Formula.Fraction.Form {
    var form = Formula.Fraction.Form.plain
    var texts: [String] = []
    for _ in 0..<4 {
      guard let argument = try stream.rawArgument() else {
        throw stream.error(.missingArgument(of: "\\genfrac"), at: command)
      }
      texts.append(TeXToken.source(of: argument.filter { !$0.isSpace }))
    }
    let delimiters = texts.prefix(2).map { text in
      text.isEmpty ? Formula.Delimiter.none : Formula.Delimiter(tex: text)
    }
    guard let open = delimiters.first, let open, let close = delimiters.last, let close else {
      throw stream.error(.missingDelimiter(after: "genfrac"), at: command)
    }
    form.open = open
    form.close = close
    let thickness = texts.dropFirst(2).first ?? ""
    if !thickness.isEmpty { form.thickness = try length(thickness, isMath: false, at: command) }
    let styles: [String: Formula.Style] = [
      "0": .display, "1": .text, "2": .script, "3": .scriptscript,
    ]
    form.style = texts.last.flatMap { styles[$0] }
    return form
  }

  /// `\root n \of x`, read as `\sqrt[n]x`.
  @inline(never)
  private mutating func plainRoot(command: TeXToken) throws(TeXError) -> Formula? {
    var index: [TeXToken] = []
    while let token = stream.rawToken, !token.isCommand("of") {
      stream.advance()
      index.append(token)
    }
    guard stream.rawToken != nil else { throw missingArgument(of: command) }
    stream.advance()
    let kinds: [TeXToken.Kind] =
      [.command("sqrt"), .character("["), .character("{")] + index.map(\.kind)
      + [.character("}"), .character("]")]
    stream.prepend(kinds.map { TeXToken(kind: $0, start: command.start, end: command.end) })
    return try atom()
  }

  /// The form of an infix fraction, its delimiters and its rule passed; nil for other commands.
  @inline(never)
  mutating func infixForm(
    _ command: Command, name: String, token: TeXToken
  ) throws(TeXError) -> Formula.Fraction.Form? {
    if case .infixFraction(let form) = command {
      stream.advance()
      return form
    }
    guard case .describedFraction(let hasDelimiters, let rule) = command else { return nil }
    stream.advance()
    var form = Formula.Fraction.Form.plain
    if hasDelimiters {
      form.open = try delimiter(after: name, command: token)
      form.close = try delimiter(after: name, command: token)
    }
    switch rule {
    case .usual: break
    case .none: form.thickness = .zero
    case .measured: form.thickness = try length(bareLength(), isMath: false, at: token)
    }
    return form
  }

  /// `\pmod` and the commands for a formula's number and for the values of others.
  @inline(never)
  private mutating func numbered(
    _ command: Command, token: TeXToken
  ) throws(TeXError) -> Formula? {
    if case .noNumber = command { return .numbering(.none) }
    var isStarred = false
    if case .tag = command, stream.rawToken?.isCharacter("*") == true {
      stream.advance()
      isStarred = true
    }
    guard let argument = try stream.rawArgument() else {
      throw missingArgument(of: token)
    }
    let text = TeXToken.source(of: argument)
    if case .label = command { return .numbering(.label(text)) }
    if case .tag = command {
      return .numbering(.tag(Formula.Numbering.plainTag(text), bare: isStarred))
    }
    if case .reference(let parenthesised) = command {
      return .reference(text, parenthesised: parenthesised)
    }
    return .hole(text)
  }
}

extension Formula.Numbering {
  /// The characters of a tag as they are shown: a text with formulas in one line.
  static func plainTag(_ source: String) -> String {
    if source.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "$") }),
      let text = try? Formula(tex: "\\text{" + source + "}")
    {
      return text.plainText
    }
    return source.filter { $0 != "$" && $0 != "\\" && $0 != "{" && $0 != "}" && $0 != "\n" }
  }
}
