import Mathematics
import Testing

@Suite("The formulas of a document")
struct FormulaReaderTests {
  @Test("are read anew when a macro changes")
  func macros() throws {
    var reader = FormulaReader()
    func expect(_ tex: String, _ expected: Formula) throws {
      let formula = try reader.formula(tex)
      #expect(formula == expected)
    }
    #expect(throws: TeXError.self) { _ = try reader.formula(#"\x"#) }
    try expect(#"\def\x{a}"#, .empty)
    try expect(#"\x"#, .variable("a"))
    try expect(#"\x"#, .variable("a"))
    try expect(#"\def\x{b}\x"#, .variable("b"))
    try expect(#"\x"#, .variable("b"))
    #expect(throws: TeXError.self) { _ = try reader.formula(#"\def\x{c}{"#) }
    try expect(#"\x"#, .variable("b"))
    try expect(#"\def\x{d}\x"#, .variable("d"))
    try expect(#"\x"#, .variable("d"))
  }

  @Test("keep their own bytes where Unicode calls them equal")
  func canonicalEquivalence() throws {
    var reader = FormulaReader()
    for accent in ["\u{E9}", "e\u{301}"] {
      let formula = try reader.formula(#"\text{"# + accent + "}")
      #expect(Array(formula.plainText.utf8) == Array(accent.utf8))
    }
    // The sign of the kelvin is equal to a K.
    for letter in ["K", "\u{212A}"] {
      let formula = try reader.formula(letter)
      let alone = try Formula(tex: letter)
      #expect(Array(formula.tex.utf8) == Array(alone.tex.utf8))
    }
  }

  @Test("are the same as read alone, however many there are")
  func many() throws {
    var reader = FormulaReader()
    for number in 0..<5_000 {
      let tex = "x_{\(number % 4_500)}"
      let formula = try reader.formula(tex)
      let alone = try Formula(tex: tex)
      #expect(formula == alone)
    }
  }
}
