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
    var name = name[...]
    if name.utf8.first == UInt8(ascii: "\\") { name = name.dropFirst() }
    let tokens = try TeXLexer.tokens(of: body)
    if let pair = try DelimiterPair(definition: tokens, of: String(name)) {
      return define(String(name), pair.macro)
    }
    let known = try MacroReader.body(of: tokens, name: String(name))
    define(String(name), Macro(parameters: known.parameters, fallback: nil, body: known.tokens))
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

  mutating func define(_ name: String, _ macro: Macro) {
    table[name] = macro
    nameLabels =
      nameLabels
      || macro.body.contains {
        $0.isCommand("label") || $0.isCommand("ref") || $0.isCommand("eqref")
      }
  }
}
