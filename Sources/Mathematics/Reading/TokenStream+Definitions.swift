extension TokenStream {
  /// Reads the rest of a definition whose command was just passed, and keeps the macro.
  mutating func define(_ definition: Command.Definition, command: TeXToken) throws(TeXError) {
    if case .prefix = definition { return }
    hasDefined = true
    skipSpaces()
    let isStarred = rawToken?.isCharacter("*") == true
    if isStarred { advance() }
    guard let argument = try rawArgument(), let first = argument.first(where: { !$0.isSpace }),
      case .command(let name) = first.kind
    else {
      let name = String(TeXToken.source(of: [command]).dropFirst())
      throw error(.badDefinition(name), at: command)
    }
    switch definition {
    case .new: try defineCounted(name, keepsOld: false, command: command)
    case .provide: try defineCounted(name, keepsOld: true, command: command)
    case .plain: try definePlain(name, command: command)
    case .alias: try defineAlias(name, command: command)
    case .pairedDelimiter:
      guard let open = try rawArgument(), let close = try rawArgument(),
        let pair = DelimiterPair(open: open, close: close)
      else { throw error(.badDefinition(name), at: command) }
      macros.define(name, pair.macro)
    case .mathOperator: try defineOperator(name, isStarred: isStarred, command: command)
    case .prefix: break
    }
  }

  /// `[2][default]{body}` after the name.
  private mutating func defineCounted(
    _ name: String, keepsOld: Bool, command: TeXToken
  ) throws(TeXError) {
    skipSpaces()
    var count = 0
    if let digits = try rawBracketed() {
      guard let number = Int(TeXToken.source(of: digits)), (0...9).contains(number) else {
        throw error(.badDefinition(name), at: command)
      }
      count = number
    }
    skipSpaces()
    let fallback = try rawBracketed()
    let body = try definedBody(name, command: command)
    guard body.parameters <= count, fallback == nil || count > 0 else {
      throw error(.badDefinition(name), at: command)
    }
    if keepsOld && (macros[name] != nil || Command.named(name) != nil) { return }
    macros.define(name, Macros.Macro(parameters: count, fallback: fallback, body: body.tokens))
  }

  /// `#1#2{body}` after the name.
  private mutating func definePlain(_ name: String, command: TeXToken) throws(TeXError) {
    var count = 0
    skipSpaces()
    while rawToken?.isCharacter("#") == true {
      advance()
      count += 1
      guard count <= 9, case .character(let scalar)? = rawToken?.kind,
        scalar.value == 0x30 + UInt32(count)
      else { throw error(.badDefinition(name), at: command) }
      advance()
      skipSpaces()
    }
    guard rawToken?.isCharacter("{") == true else { throw error(.badDefinition(name), at: command) }
    let body = try definedBody(name, command: command)
    guard body.parameters <= count else { throw error(.badDefinition(name), at: command) }
    macros.define(name, Macros.Macro(parameters: count, fallback: nil, body: body.tokens))
  }

  /// `=\other` or `\other` after the name.
  private mutating func defineAlias(_ name: String, command: TeXToken) throws(TeXError) {
    skipSpaces()
    if rawToken?.isCharacter("=") == true { advance() }
    skipSpaces()
    guard let target = rawToken else { throw error(.badDefinition(name), at: command) }
    advance()
    if case .command(let other) = target.kind, let macro = macros[other] {
      macros.define(name, macro)
    } else if !target.isCommand(name) {
      macros.define(name, Macros.Macro(parameters: 0, fallback: nil, body: [target]))
    }
  }

  /// `{text}` after the name.
  private mutating func defineOperator(
    _ name: String, isStarred: Bool, command: TeXToken
  ) throws(TeXError) {
    guard let text = try rawArgument() else { throw error(.badDefinition(name), at: command) }
    let kinds: [TeXToken.Kind] =
      [.command("operatorname")] + (isStarred ? [.character("*")] : []) + [.character("{")]
      + text.map(\.kind) + [.character("}")]
    let body = kinds.map { TeXToken(kind: $0, start: command.start, end: command.end) }
    macros.define(name, Macros.Macro(parameters: 0, fallback: nil, body: body))
  }

  private mutating func definedBody(
    _ name: String, command: TeXToken
  ) throws(TeXError) -> (tokens: [TeXToken], parameters: Int) {
    guard let body = try rawArgument() else { throw error(.badDefinition(name), at: command) }
    return try MacroReader.body(of: body, name: name)
  }
}
