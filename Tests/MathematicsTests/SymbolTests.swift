import Testing

@testable import Mathematics

@Suite("Symbols")
struct SymbolTests {
  /// One line of the facts.
  struct Fact {
    let name: String
    let character: String
    let atomClass: String
  }

  static let facts = SymbolFacts.symbols.words.compactMap { word -> Fact? in
    let parts = word.split(separator: ":").map(String.init)
    guard parts.count == 3, let code = UInt32(parts[1], radix: 16),
      let scalar = Unicode.Scalar(code)
    else { return nil }
    return Fact(name: parts[0], character: String(scalar), atomClass: parts[2])
  }

  @Test("of amsmath and amssymb are all known")
  func areKnown() {
    #expect(Self.facts.count == SymbolFacts.symbols.words.count && Self.facts.count > 340)
    let names = Self.facts.map(\.name) + SymbolFacts.names.words
    #expect(names.count > 450)
    #expect(names.filter { Command.named($0) == nil } == [])
  }

  /// What we draw, where that is not the character of the table, and why.
  static let drawnOtherwise = [
    // MathML makes the italic letter of these.
    "imath": "ı", "jmath": "ȷ",
    // Fonts and browsers know these better, and they mean the same.
    "setminus": "∖", "models": "⊨", "varnothing": "⌀",
    // The triangles of one size.
    "blacktriangle": "▲", "blacktriangledown": "▼", "vartriangle": "△", "triangledown": "▽",
  ]

  @Test("have the character that Unicode has for them")
  func haveTheirCharacter() throws {
    for fact in Self.facts {
      let wanted = Self.drawnOtherwise[fact.name] ?? fact.character
      let math = try Formula(tex: "\\" + fact.name).mathML(display: false, source: "")
      let texts = try XMLChecker.element(math).descendants
        .filter { ["mi", "mo", "mn", "mtext"].contains($0.name) }.map(\.text)
      #expect(texts == [wanted], "\(fact.name)")
    }
  }

  /// Dots are made of a box in TeX, and open up the row around them as amsmath's other dots do.
  static let classedOtherwise: [String: Formula.AtomClass] = ["vdots": .inner, "ddots": .inner]

  @Test("are spaced as TeX spaces them")
  func haveTheirClass() throws {
    let classes: [String: Formula.AtomClass] = [
      "ord": .ordinary, "alpha": .ordinary, "bin": .binary, "rel": .relation, "op": .operation,
      "open": .opening, "close": .closing, "punct": .punctuation, "fence": .ordinary,
    ]
    for fact in Self.facts {
      let wanted = try #require(classes[fact.atomClass], "\(fact.atomClass)")
      let formula = try Formula(tex: "\\" + fact.name)
      #expect(formula.atomClass == Self.classedOtherwise[fact.name] ?? wanted, "\(fact.name)")
    }
  }
}
