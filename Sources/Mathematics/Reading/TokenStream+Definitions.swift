internal import Source

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
    let old = macros[name]
    try define(name, by: definition, isStarred: isStarred, command: command)
    try settle(definition, of: name, old: old, at: first)
  }

  /// Passes what follows the name of a definition, and keeps the macro.
  private mutating func define(
    _ name: String, by definition: Command.Definition, isStarred: Bool, command: TeXToken
  ) throws(TeXError) {
    switch definition {
    case .new, .renew: try defineCounted(name, keepsOld: false, command: command)
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

  /// Takes back a definition that LaTeX refuses, and says so; an equal one changes nothing.
  private mutating func settle(
    _ definition: Command.Definition, of name: String, old: Macros.Macro?, at place: TeXToken
  ) throws(TeXError) {
    if name == "arraystretch" { return try stretchRows(old: old, at: place) }
    switch definition {
    case .new, .mathOperator, .pairedDelimiter:
      guard let new = macros[name] else { return }
      let isRefused = if let old { !old.isEqual(to: new) } else { Command.isStandard(name) }
      guard isRefused else { return }
      macros.restore(name, old)
      let isNew = if case .new = definition { true } else { false }
      note(
        .error, .macroExists(name), at: place,
        hint: isNew ? "use '\\renewcommand' to change it" : "choose another name")
    case .renew:
      guard old == nil, Command.named(name) == nil, !Command.layoutNames.contains(name) else {
        return
      }
      note(.error, .macroMissing(name), at: place, hint: "use '\\newcommand' to define it")
    case .provide, .plain, .alias, .prefix: break
    }
  }

  /// `\renewcommand{\arraystretch}{1.5}`, which holds to the end of the formula.
  private mutating func stretchRows(old: Macros.Macro?, at place: TeXToken) throws(TeXError) {
    let text = macros["arraystretch"].map { TeXToken.source(of: $0.body) } ?? ""
    macros.restore("arraystretch", old)
    guard let stretch = Decimal.thousandths(Array(text.utf8.filter { $0 != 0x20 })),
      (100...10_000).contains(stretch)
    else { throw error(.badLength(text), at: place) }
    rowStretch = stretch
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
    if keepsOld && (macros[name] != nil || Command.isStandard(name)) { return }
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

extension Diagnostic.Message {
  static let barePercent = Self(
    "bare-percent", "a '%' that begins no comment is shown as a percent sign")

  static func macroExists(_ name: String) -> Self {
    Self("macro-exists", "the command '\\\(name)' exists already, and stays as it is")
  }

  static func macroMissing(_ name: String) -> Self {
    Self("macro-missing", "there is no command '\\\(name)' to change")
  }
}
