import Testing

@Suite("Reading Swift code")
struct SwiftCodeTests {
  @Test(
    arguments: [
      ("a // {\nb", "a     \nb"),
      ("a /* { /* } */ { */ b", "a" + blanks(19) + "b"),
      (#"f("{\"}")"#, "f(\"" + blanks(4) + "\")"),
      (#"f("a\(g { "}" })b")"#, #"f("  (g { " " }) ")"#),
      ("f(#\"a\"\\(b)\"#)", "f(#\"" + blanks(6) + "\"#)"),
      ("f(#\"\\#(b)\"#)", "f(#\"  (b)\"#)"),
      ("\"\"\"\n  \"{\"\n\"\"\" }", "\"\"\"\n     \n\"\"\" }"),
      ("#if a\n#endif", "#if a\n#endif"),
    ])
  func blanksCommentsAndStrings(_ text: String, _ code: String) {
    #expect(String(decoding: SwiftCode(text).bytes, as: UTF8.self) == code)
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  @Test(
    arguments: [
      ("func f() {\n}\nfunc g() { h { } }", [2, 1]),
      ("protocol P {\n  func f()\n  func g()\n}\nstruct S {\n}", []),
      ("init(a: () -> Int = { 1 }) {\n\n}", [3]),
      ("x = .init(\n)\ny {\n}", []),
      ("func f(\n  a: Int\n)\n  -> [Int] where A: B\n{\n  \"}\"\n}", [7]),
      ("var a: Int {\n  1\n}\nvar b: Int\nfunc c() {\n}", [3, 2]),
      ("subscript(i: Int) -> Int {\n  get {\n  }\n}\ndeinit { }", [4, 1]),
    ])
  func measuresFunctions(_ text: String, _ counts: [Int]) {
    #expect(FunctionLength.all(in: SwiftCode(text)).map(\.count) == counts)
  }

  @Test(
    arguments: [
      ("switch a {\ncase .b: 1\ndefault: 2\n}", [3]),
      ("switch a {\ncase let .b(c) where c:\n  d { 1 }\ndefault: 2\n}", [4]),
      ("switch (a, b) {\ncase (_, .c): 1\ndefault: 2\n}", [3]),
      ("switch a {\ncase .b(.c)?, nil: 1\ncase .d: 2\n}", []),
      ("switch a.map({ $0 }) {\ncase 1, ...0: 1\ncase \".b\": 1\ndefault: 2\n}", []),
      (
        "switch a {\ncase 1:\n  if case .b = c { }\n  guard d, case .e = f else { }\ndefault: 2\n}",
        []
      ),
      ("switch a {\ncase 1:\n  switch b {\n  case .c: 1\n  default: 2\n  }\ndefault: 3\n}", [5]),
      ("switch a {\ncase .b:\n  switch c {\n  case 1: 1\n  default: 2\n  }\ncase .d: 3\n}", []),
    ])
  func findsADefaultAmongCasesOfAnEnum(_ text: String, _ lines: [Int]) {
    #expect(EnumDefault.lines(in: SwiftCode(text)) == lines)
  }
}
