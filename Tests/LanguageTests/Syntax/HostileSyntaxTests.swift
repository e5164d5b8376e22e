import Source
import Testing

@testable import Language

/// A long text that shows only how it begins.
struct LongText: CustomTestStringConvertible {
  let text: String

  init(_ first: String, repeating part: String, _ count: Int, closing: String = "") {
    text =
      first + String(repeating: part, count: count) + String(repeating: closing, count: count)
  }

  var testDescription: String { String(text.prefix(12)).debugDescription }
}

@Suite("Hostile texts")
struct HostileSyntaxTests {
  @Test(
    "nested beyond the limit are refused",
    arguments: [
      LongText("", repeating: "(", 15_000, closing: ")"),
      LongText("", repeating: "[", 257, closing: "]"),
      LongText("", repeating: "f(", 15_000, closing: ")"),
      LongText("1", repeating: "[1", 15_000, closing: "]"),
      LongText("", repeating: "-", 15_000),
      LongText("", repeating: "not ", 15_000),
      LongText("1", repeating: "^2", 15_000),
      LongText("1", repeating: " + 1", 15_000),
      LongText("a", repeating: ".b", 15_000),
      LongText("a", repeating: ".T", 15_000),
      LongText("a", repeating: " |> b", 15_000),
      LongText("", repeating: "if a then ", 15_000, closing: "1 else 2 "),
      LongText("", repeating: "if a then 1 else ", 15_000),
      LongText("", repeating: "{a: ", 15_000, closing: "}"),
      LongText("", repeating: "(a or not a + 2*f[-", 15_000, closing: "])"),
    ])
  func refusesDepth(_ long: LongText) {
    let (program, diagnostics) = Parser.parse(long.text + "\nx = 1")
    #expect(diagnostics.map(\.message.code) == ["nested-too-deeply"])
    #expect(program.statements.count == 2)
  }

  @Test(
    "nested up to the limit are read",
    arguments: [
      LongText("a", repeating: "[1", 256, closing: "]"),
      LongText("", repeating: "[", 256, closing: "]"),
      LongText("0", repeating: " + 1", 500),
      LongText("0", repeating: " < 1", 15_000),
      LongText("show 0", repeating: ", 1", 15_000),
    ])
  func readsDepth(_ long: LongText) {
    #expect(Parser.parse(long.text).diagnostics.isEmpty)
  }

  @Test(
    "are read to their end, quickly",
    arguments: [
      ("(", 15_000), (")", 15_000), ("([{", 15_000), ("([)]", 15_000), ("[1\n", 15_000),
      ("(\n]", 15_000), ("\"", 15_001), ("\"\n", 15_000), ("\u{0}", 15_000), ("+", 50_000),
      ("+ - * / ^ @\n", 15_000), ("x", 1_000_000), ("1", 100_000), ("a ", 50_000),
      (";", 50_000), ("f(a, ", 15_000), ("f(a,\n", 15_000), ("|>", 50_000),
      ("#", 100_000), ("\u{1F600}", 20_000), ("= ", 50_000), ("a = ", 25_000),
      ("symbols ", 15_000), ("3x", 40_000), ("show a,\n", 15_000), ("(a = 1;", 15_000),
      ("...", 30_000), (" ", 100_000), ("\r\n", 50_000), ("e\u{301}", 30_000),
      ("(a or not a + 2*f[-", 15_000),
      ("symbols W: 3x3 ", 15_000),
    ].map { LongText("", repeating: $0, $1) }
      + [LongText("symbols W: 3", repeating: "x3", 40_000)])
  func staysQuick(_ long: LongText) {
    let (program, diagnostics) = Parser.parse(long.text)
    #expect(program.statements.count >= diagnostics.count)
    #expect(diagnostics.allSatisfy { $0.span.end <= long.text.utf8.count })
    _ = Parser.parseExpression(long.text)
  }

  @Test("made of random tokens never bring the parser down", arguments: 0..<20)
  func survivesRandomTokens(_ seed: UInt64) {
    let pieces = [
      "(", ")", "[", "]", "{", "}", ",", ":", ";", "\n", " ", "=", "==", "<", "...", ".", "T", "x",
      "f", "1", "2.5", "\"t\"", "\"", "+", "-", "*", "/", "^", "@", "·", "×", "|>", "->", "if ",
      "then ", "else ", "and ", "or ", "not ", " in ", "symbols ", "assume ", "show ", "expect ",
      "published ", " within ", " from ", " as ", "true", "#", "\n  ", "η", "$", "\u{0}",
    ]
    var random = SplitMix(seed: seed)
    for _ in 0..<200 {
      let text = (0..<random.below(60)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let (program, diagnostics) = Parser.parse(text)
      let invalid = program.statements.filter { if case .invalid = $0.kind { true } else { false } }
      #expect(invalid.count == diagnostics.count, "\(text)")
    }
  }
}
