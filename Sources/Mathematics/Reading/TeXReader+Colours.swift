extension TeXReader {
  /// `\textcolor`, `\colorbox`, `\fcolorbox` and the colours that are commands.
  mutating func coloured(_ command: Command, token: TeXToken) throws(TeXError) -> Formula? {
    if case .colourName(let name) = command {
      guard let colour = Formula.Colour(name) else {
        throw stream.error(.badColour(name), at: token)
      }
      return .colored(colour, try argument(of: token))
    }
    if case .textBox = command { return .decorated(.boxed, try boxContent(command: token)) }
    let first = try colour(of: token)
    if case .ground = command {
      return .decorated(.ground(first), try boxContent(command: token))
    }
    if case .frame = command {
      let ground = try colour(of: token)
      return .decorated(.frame(first, ground: ground), try boxContent(command: token))
    }
    return .colored(first, try argument(of: token))
  }

  /// `[model]{value}` or `{value}`.
  @inline(never)
  mutating func colour(of command: TeXToken) throws(TeXError) -> Formula.Colour {
    stream.skipSpaces()
    let model = try stream.rawBracketed().map { TeXToken.source(of: $0) }
    stream.skipSpaces()
    let place = stream.rawToken
    guard let argument = try stream.rawArgument() else {
      throw missingArgument(of: command)
    }
    let text = TeXToken.source(of: argument.filter { !$0.isSpace })
    let colour = model.map { Formula.Colour(model: $0, text) } ?? Formula.Colour(text)
    guard let colour else { throw stream.error(.badColour(text), at: place) }
    return colour
  }

  /// The content of `\colorbox` is a text, in which authors put formulas without dollars as well.
  mutating func boxContent(command: TeXToken) throws(TeXError) -> Formula {
    guard case .prose(let prose) = try prose(.plain, command: command) else { return .empty }
    if prose.pieces.count == 1, case .formula(let formula)? = prose.pieces.first { return formula }
    return .prose(prose)
  }
}
