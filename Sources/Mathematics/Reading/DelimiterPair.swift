internal import Source

/// The delimiters of a command that `\DeclarePairedDelimiter` of mathtools made.
///
/// `\abs{x}` puts them around its argument as they are, `\abs*{x}` lets them grow with it, and
/// `\abs[\big]{x}` gives them a size.
struct DelimiterPair: Hashable, Sendable {
  let open: Formula.Delimiter
  let close: Formula.Delimiter

  /// The pair of two arguments, each one delimiter; nil when one of them is something else.
  init?(open: [TeXToken], close: [TeXToken]) {
    let ends = [open, close].compactMap { argument -> Formula.Delimiter? in
      let solid = argument.filter { !$0.isSpace }
      return solid.count == 1 ? solid.first.flatMap { Formula.Delimiter(token: $0) } : nil
    }
    guard ends.count == 2 else { return nil }
    (self.open, self.close) = (ends[0], ends[1])
  }

  /// The pair that the body of a macro defines, with or without the macro's name; nil when the body
  /// is no such definition.
  init?(definition tokens: [TeXToken], of name: String) throws(TeXError) {
    let solid = tokens.filter { !$0.isSpace }
    guard let command = solid.first, command.isCommand(Self.command) else { return nil }
    var arguments: [[TeXToken]] = []
    var rest = solid.dropFirst()
    while let token = rest.popFirst() {
      guard token.isCharacter("{") else {
        arguments.append([token])
        continue
      }
      let inner = rest.prefix { !$0.isCharacter("}") }
      rest = rest.dropFirst(inner.count + 1)
      arguments.append(Array(inner))
    }
    if arguments.count == 3, arguments[0].first?.isCommand(name) == true {
      arguments.removeFirst()
    }
    guard arguments.count == 2, let pair = DelimiterPair(open: arguments[0], close: arguments[1])
    else {
      throw TeXError(
        reason: .badDefinition(name), span: Span(Int(command.start), Int(command.end)))
    }
    self = pair
  }

  static let command = "DeclarePairedDelimiter"

  /// The macro of one argument that stands for the pair.
  var macro: Macros.Macro {
    Macros.Macro(parameters: 1, fallback: nil, body: [], pair: self)
  }

  /// The two arguments as LaTeX.
  var arguments: String {
    [open, close].map { delimiter in
      "{" + (Self.token(delimiter.name).map { TeXToken.source(of: [$0]) } ?? ".") + "}"
    }.joined()
  }

  /// How the delimiters around an argument are set.
  enum Size {
    case natural, growing
    case fixed(Formula.SizedDelimiter.Size)
  }

  /// What a call becomes, with the place of its argument.
  func body(_ size: Size) -> [TeXToken] {
    let argument = TeXToken(kind: .parameter(1), start: 0, end: 0)
    switch size {
    case .natural:
      let sides = [open.openingName, close.closingName].map { Self.token($0).map { [$0] } ?? [] }
      return sides[0] + [argument] + sides[1]
    case .growing: return grown("left", "right", around: argument)
    case .fixed(let size):
      return grown(size.rawValue + "l", size.rawValue + "r", around: argument)
    }
  }

  private func grown(_ left: String, _ right: String, around argument: TeXToken) -> [TeXToken] {
    let point = TeXToken(kind: .character("."), start: 0, end: 0)
    return [
      TeXToken(kind: .command(left), start: 0, end: 0), Self.token(open.name) ?? point, argument,
      TeXToken(kind: .command(right), start: 0, end: 0), Self.token(close.name) ?? point,
    ]
  }

  /// The token of a delimiter; nil for none.
  private static func token(_ name: String) -> TeXToken? {
    guard name != ".", let first = name.unicodeScalars.first else { return nil }
    let isPlain = name.unicodeScalars.count == 1 && first != "{" && first != "}"
    return TeXToken(kind: isPlain ? .character(first) : .command(name), start: 0, end: 0)
  }
}

extension TokenStream {
  /// Passes the star or the size between a call and its argument, and gives what the call becomes.
  mutating func tokens(of pair: DelimiterPair) throws(TeXError) -> [TeXToken] {
    skipSpaces()
    if rawToken?.isCharacter("*") == true {
      advance()
      return pair.body(.growing)
    }
    let place = rawToken
    guard let bracketed = try rawBracketed() else { return pair.body(.natural) }
    let text = TeXToken.source(of: bracketed.filter { !$0.isSpace })
    guard text.utf8.first == UInt8(ascii: "\\"),
      let size = Formula.SizedDelimiter.Size(rawValue: String(text.dropFirst()))
    else { throw error(.badSize(text), at: place) }
    return pair.body(.fixed(size))
  }
}
