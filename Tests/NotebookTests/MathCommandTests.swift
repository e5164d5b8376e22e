import Foundation
import Testing

/// The machine interface of the math layer, from outside.
@Suite("notebook math --json")
struct MathCommandTests {
  private func answers(_ input: String) throws -> [[String: String]] {
    let outcome = try CommandTests().call("math", "--json", input: Array(input.utf8))
    #expect(outcome.status == 0 && outcome.complaints.isEmpty, "\(outcome.complaints)")
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(json as? [[String: String]])
  }

  @Test("answers every formula in its place, the wrong ones with their error")
  func answersEach() throws {
    let answers = try answers(
      #"[{"tex":"x^2"},{"tex":"\\foo"},{"tex":"a & b"},{"tex":"\\text{<b>}"},{"tex":""}]"#)
    #expect(answers.count == 5)
    #expect(answers.map { $0.count } == [1, 1, 1, 1, 1])
    #expect(answers[0]["mathml"]?.contains("<msup><mi>x</mi><mn>2</mn></msup>") == true)
    #expect(answers[1] == ["error": #"unknown command '\foo'"#])
    #expect(answers[2] == ["error": "'&' outside a matrix or an alignment"])
    #expect(answers[3]["mathml"]?.contains("<mtext>&lt;b&gt;</mtext>") == true)
    #expect(answers[4]["mathml"]?.hasPrefix("<math>") == true)
    #expect(try self.answers("[]") == [])
  }

  @Test("sets a display where it is asked for, and nowhere else")
  func setsDisplays() throws {
    let answers = try answers(
      #"[{"tex":"\\sum_i","display":true},{"tex":"\\sum_i","display":false},{"tex":"\\sum_i"}]"#)
    #expect(
      answers.map { $0["mathml"]?.hasPrefix("<math display=\"block\">") } == [true, false, false])
  }

  @Test("knows the macros of a formula there alone")
  func keepsMacrosApart() throws {
    let answers = try answers(
      ##"""
      [{"tex":"\\Q^n","macros":{"\\Q":"\\mathbb{Q}"}}, {"tex":"\\Q"},
       {"tex":"\\newcommand{\\q}{x}\\q"}, {"tex":"\\q"},
       {"tex":"\\p{a}{b}","macros":{"p":"\\frac{#2}{#1}"}}, {"tex":"x","macros":{"p":"#"}}]
      """##)
    #expect(answers[0]["mathml"]?.contains("ℚ") == true)
    #expect(answers[1] == ["error": #"unknown command '\Q'"#])
    #expect(answers[2]["mathml"] != nil)
    #expect(answers[3]["error"] != nil)
    #expect(answers[4]["mathml"]?.contains("<mfrac><mi>b</mi><mi>a</mi></mfrac>") == true)
    #expect(answers[5]["error"]?.contains("definition with '\\p'") == true)
  }

  @Test(
    "refuses what is no list of formulas, and says where",
    arguments: [
      ("", ""), ("{", ""), ("[", ""), (#"{"tex":"x"}"#, ""), (#"["x"]"#, "[0]"),
      (#"[{"tex":"x"},{"display":true}]"#, "[1].tex"), (#"[{"tex":1}]"#, "[0].tex"),
      (#"[{"tex":"x","display":"yes"}]"#, "[0].display"),
      (#"[{"tex":"x","macros":[]}]"#, "[0].macros"),
      (#"[{"tex":"x","displya":true}]"#, "[0].displya"),
      (String(repeating: "[", count: 100_000), ""),
    ])
  func refuses(_ input: String, _ place: String) throws {
    let outcome = try CommandTests().call("math", "--json", input: Array(input.utf8))
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    let said = outcome.complaints
    #expect(
      said.hasPrefix("standard input: error: no list of")
        && (place.isEmpty || said.contains(place)), "\(said)")
  }

  @Test("answers what is huge or deep with an error of its own", .timeLimit(.minutes(1)))
  func boundsItsWork() throws {
    let deep = String(repeating: "{", count: 200) + "x" + String(repeating: "}", count: 200)
    let bomb = #"\\def\\a{\\a\\a}\\a"#
    let long = String(repeating: "x", count: 20_001)
    let wide = #"\\begin{matrix}"# + String(repeating: "a&", count: 1_000) + #"\\end{matrix}"#
    let sources = [deep, bomb, long, wide] + Array(repeating: #"\\frac{a}{b} + c_i"#, count: 3_000)
    let input = "[" + sources.map { "{\"tex\":\"\($0)\"}" }.joined(separator: ",") + "]"
    let answers = try answers(input)
    #expect(answers.count == 3_004)
    #expect(
      answers.prefix(4).map { $0["error"] } == [
        "more than 200 levels of nesting", "the macros expand to too much",
        "more than 20000 bytes of TeX", "a table of more than 200 rows or 50 columns",
      ])
    #expect(Set(answers.dropFirst(4)).count == 1)
  }

  @Test("--json takes no --display, and without it one formula is read")
  func readsOneFormula() throws {
    #expect(try CommandTests().call("math", "--json", "--display").status == 64)
    let good = try CommandTests().call("math", "--display", input: Array("x\n".utf8))
    #expect(good.status == 0 && good.output.hasPrefix("<math display=\"block\">"))
    let bad = try CommandTests().call("math", input: Array("x + \\foo\n".utf8))
    #expect(bad.status == 1 && bad.complaints.contains("-:1:5: error: unknown command '\\foo'"))
  }
}
