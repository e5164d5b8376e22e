internal import Source

/// The commands that a document defines for its formulas.
public struct Macros: Hashable, Sendable {
  /// One definition.
  struct Macro: Hashable, Sendable {
    /// How many arguments follow a call.
    var parameters: Int
    /// What stands for the first argument when no `[…]` follows the call.
    var fallback: [TeXToken]?
    /// What a call becomes.
    var body: [TeXToken]
    /// The delimiters around the argument, for a command that `\DeclarePairedDelimiter` made.
    var pair: DelimiterPair?

    /// Whether a call becomes the same, wherever the definition stands.
    func isEqual(to other: Macro) -> Bool {
      parameters == other.parameters && pair == other.pair
        && body.map(\.kind) == other.body.map(\.kind)
        && fallback?.map(\.kind) == other.fallback?.map(\.kind)
    }
  }

  private(set) var table: [String: Macro] = [:]
  /// Whether one of them may name a label, so that formulas with it have to be looked through.
  public private(set) var nameLabels = false

  /// No macros.
  public init() {}

  /// The macros of a dictionary such as `["\\R": "\\mathbb{R}", "\\norm": "\\|#1\\|"]`.
  ///
  /// A name may lack its backslash. The number of arguments is the greatest `#n` of the body; a body
  /// `\DeclarePairedDelimiter{\lvert}{\rvert}` makes a pair of delimiters.
  ///
  /// - Throws: The first definition, by name, that cannot be read; its span lies in the body.
  public init(_ definitions: [String: String]) throws(TeXError) {
    for (name, body) in definitions.sorted(by: { $0.key < $1.key }) {
      try define(name, as: body)
    }
  }

  /// Defines one macro by its name, with or without the backslash, and its body.
  ///
  /// - Throws: ``TeXError`` with a span in `body` when it cannot be read.
  public mutating func define(_ name: String, as body: String) throws(TeXError) {
    guard let name = Self.commandName(name) else {
      throw TeXError(reason: .badMacroName(name), span: Span(0, 0))
    }
    let tokens = try TeXLexer.tokens(of: body)
    if let pair = try DelimiterPair(definition: tokens, of: name) {
      return define(name, pair.macro)
    }
    let known = try MacroReader.body(of: tokens, name: name)
    define(name, Macro(parameters: known.parameters, fallback: nil, body: known.tokens))
  }

  /// Whether TeX can read a command of that name, with or without the backslash: letters, or one
  /// other character.
  public static func isName(_ name: String) -> Bool { commandName(name) != nil }

  private static func commandName(_ name: String) -> String? {
    let bare =
      name.utf8.first == UInt8(ascii: "\\") && name.utf8.count > 1
      ? String(name.dropFirst()) : name
    guard case .command(bare)? = (try? TeXLexer.tokens(of: "\\" + bare))?.first?.kind,
      bare != " "
    else { return nil }
    return bare
  }

  /// Whether nothing is defined.
  public var isEmpty: Bool { table.isEmpty }

  /// The definitions as LaTeX, one a line, sorted by name.
  public var preamble: String {
    table.sorted { $0.key < $1.key }.map { name, macro in
      if let pair = macro.pair {
        return "\\let\\\(name)\\relax\\DeclarePairedDelimiter{\\\(name)}\(pair.arguments)\n"
      }
      let count = macro.parameters > 0 ? "[\(macro.parameters)]" : ""
      let fallback = macro.fallback.map { "[\(TeXToken.source(of: $0))]" } ?? ""
      return "\\providecommand{\\\(name)}{}\\renewcommand{\\\(name)}\(count)\(fallback){"
        + TeXToken.source(of: macro.body) + "}\n"
    }.joined()
  }

  subscript(name: String) -> Macro? {
    table[name]
  }

  /// Puts an earlier definition back, or takes the present one away.
  mutating func restore(_ name: String, _ old: Macro?) {
    table[name] = old
  }

  mutating func define(_ name: String, _ macro: Macro) {
    table[name] = macro
    nameLabels =
      nameLabels
      || macro.body.contains {
        $0.isCommand("label") || $0.isCommand("ref") || $0.isCommand("eqref")
      }
  }
}
