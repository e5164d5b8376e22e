public import Source

/// Why a piece of TeX is no formula, and where.
public struct TeXError: Error, Hashable, Sendable {
  /// What is wrong.
  public let reason: Reason
  /// The bytes of the TeX source that are meant; inside a macro, the call.
  public let span: Span

  /// What can be wrong with a formula.
  public enum Reason: Hashable, Sendable {
    case unknownCommand(String)
    case unknownEnvironment(String)
    case forbiddenCommand(String)
    case missingArgument(of: String)
    case missingBrace
    case unexpectedBrace
    case unexpectedBracket(String)
    case missingEnd(of: String)
    case unexpectedEnd(String)
    case missingRight
    case unexpectedCommand(String)
    case missingDelimiter(after: String)
    case unexpectedAmpersand
    case doubleScript(isSuper: Bool)
    case unexpectedDollar
    case missingDollar
    case unexpectedParameter
    case unreadableCharacter(Unicode.Scalar)
    case badColour(String)
    case badLength(String)
    case badDefinition(String)
    case badMacroName(String)
    case badColumns(String)
    case badSize(String)
    case ambiguousFraction
    case tooDeep
    case tooLong
    case tooManyExpansions
    case tooManyCells
    case lengthTooGreat
  }

  /// The byte offset of the error in the TeX source.
  public var position: Int { span.start }

  /// The bytes of the TeX source that are meant, as offsets.
  public var bytes: Range<Int> { span.start..<max(span.start, span.end) }
}

extension TeXError: CustomStringConvertible {
  /// The reason as a clause without a full stop.
  public var description: String { reason.text }

  /// The finding for a list of diagnostics, relative to the TeX source.
  public var diagnostic: Diagnostic {
    Diagnostic(.error, Diagnostic.Message("bad-formula", reason.text), at: span, hint: hint)
  }

  /// A suggestion for a mistyped command.
  public var hint: String? {
    if case .unknownCommand(let name) = reason {
      return Spelling.nearest(to: name, among: Command.allNames)
        .map { "did you mean '\\\($0)'?" }
    }
    guard case .unknownEnvironment(let name) = reason else { return nil }
    return Spelling.nearest(to: name, among: Formula.Table.Kind.allCases.map(\.rawValue))
      .map { "did you mean '\($0)'?" }
  }
}

extension TeXError.Reason {
  /// The reason as a lower-case clause that quotes the author in single quotes.
  var text: String {
    switch self {
    case .unknownCommand(let name): "unknown command '\\\(name)'"
    case .unknownEnvironment(let name): "unknown environment '\(name)'"
    case .forbiddenCommand(let name): "command '\\\(name)' is not allowed in a notebook"
    case .missingArgument(let name): "'\(name)' lacks an argument"
    case .missingBrace: "a brace '{' is not closed"
    case .unexpectedBrace: "a brace '}' closes nothing"
    case .unexpectedBracket(let text): "'\(text)' is out of place"
    case .missingEnd(let name): "'\\begin{\(name)}' has no '\\end{\(name)}'"
    case .unexpectedEnd(let name): "'\\end{\(name)}' closes nothing"
    case .missingRight: "'\\left' has no '\\right'"
    case .unexpectedCommand(let name): "command '\\\(name)' is out of place"
    case .missingDelimiter(let name): "'\\\(name)' needs a delimiter such as '(' or '.'"
    case .unexpectedAmpersand: "'&' outside a matrix or an alignment"
    case .doubleScript(let isSuper): isSuper ? "double superscript" : "double subscript"
    case .unexpectedDollar: "'$' inside a formula"
    case .missingDollar: "a '$' in a text is not closed"
    case .unexpectedParameter: "'#' outside a definition"
    case .unreadableCharacter(let scalar):
      "the character U+\(String(scalar.value, radix: 16, uppercase: true)) cannot be set"
    case .badColour(let text): "'\(text)' is no colour"
    case .badLength(let text): "'\(text)' is no length"
    case .badDefinition(let name): "the definition with '\\\(name)' cannot be read"
    case .badMacroName(let name): "'\(name)' can name no command"
    case .badColumns(let text): "'\(text)' names no columns"
    case .badSize(let text): "'\(text)' is no size such as '\\big'"
    case .ambiguousFraction: "two infix fractions in one group"
    case .tooDeep: "more than \(TeXLimits.depth) levels of nesting"
    case .tooLong: "more than \(TeXLimits.bytes) bytes of TeX"
    case .tooManyExpansions: "the macros expand to too much"
    case .tooManyCells:
      "a table of more than \(TeXLimits.rows) rows or \(TeXLimits.columns) columns"
    case .lengthTooGreat: "a length beyond 50em"
    }
  }
}

/// What a formula may cost.
enum TeXLimits {
  /// Bytes of one formula's source.
  static let bytes = 20_000
  /// Levels of braces, arguments and environments.
  static let depth = 200
  /// Calls of macros in one formula.
  static let expansions = 1_000
  /// Bytes that macros may put into one formula.
  static let expandedBytes = 100_000
  /// Rows of a table.
  static let rows = 200
  /// Cells of a row.
  static let columns = 50
}
