/// Every symbol: the name of its command, its character, and how it is spaced.
struct SymbolTable: Sendable {
  /// One symbol.
  struct Symbol: Sendable {
    /// The character, rarely two.
    let text: String
    /// How it is spaced.
    let atomClass: Formula.AtomClass
    /// Whether it may follow `\left`.
    var isDelimiter = false
    /// Whether scripts go below and above it in display.
    var takesLimits = false
  }

  /// The one table, made on first use from the lists in the other files.
  static let shared = SymbolTable()

  private var symbols = NameTable<Symbol>()
  private var names: [String: String] = [:]

  /// The symbol of a command name without its backslash, or of a character.
  subscript(name: String) -> Symbol? {
    symbols[name]
  }

  /// The name of the symbol that looks like `character`; the first one where several do.
  func name(of character: String) -> String? {
    names[character]
  }

  /// The name of every symbol, in no order.
  var allNames: [String] {
    symbols.all.map(\.name)
  }

  private init() {
    names.reserveCapacity(600)
    add(Self.characters(.ordinary, "| . / @ \" `"))
    add(Self.characters(.binary, "+ - *"))
    add(Self.characters(.relation, "= < > :"))
    add(Self.characters(.punctuation, ", ;"))
    add(Self.characters(.opening, "( ["))
    add(Self.characters(.closing, ") ] ! ?"))
    add(Self.ordinary, .ordinary)
    add(Self.binary, .binary)
    add(Self.relations, .relation)
    add(Self.negatedRelations, .relation)
    add(Self.arrows, .relation)
    add(Self.opening, .opening)
    add(Self.closing, .closing)
    add(Self.punctuation, .punctuation)
    add(Self.dots, .inner)
    add(Self.sums, .operation, takesLimits: true)
    add(Self.integrals, .operation)
    for name in Self.delimiters.words {
      symbols[name]?.isDelimiter = true
    }
  }

  /// A list in which every character is its own name.
  private static func characters(
    _ atomClass: Formula.AtomClass, _ list: String
  ) -> [(
    String, Symbol
  )] {
    list.words.map { character in
      let text = drawn[character] ?? character
      return (character, Symbol(text: text, atomClass: atomClass))
    }
  }

  /// The ASCII characters that are drawn as another one.
  private static let drawn = ["-": "−", "*": "∗", "`": "‘"]

  private mutating func add(_ list: [(String, Symbol)]) {
    for (name, symbol) in list {
      symbols[name] = symbol
      if names[symbol.text] == nil { names[symbol.text] = name }
    }
  }

  /// Adds a list of names, each followed by its character.
  private mutating func add(
    _ list: String, _ atomClass: Formula.AtomClass, takesLimits: Bool = false
  ) {
    var name: String?
    for word in list.words {
      guard let known = name else {
        name = word
        continue
      }
      let symbol = Symbol(text: word, atomClass: atomClass, takesLimits: takesLimits)
      add([(known, symbol)])
      name = nil
    }
  }
}

extension String {
  /// The pieces between spaces and line ends, found byte by byte, which is quick.
  var words: [String] {
    utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(Substring($0)) }
  }
}
