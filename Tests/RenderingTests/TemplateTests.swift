import Testing

@testable import Rendering

@Suite("Templates")
struct TemplateTests {
  private let values: [String: Template.Value] = [
    "name": .text("a < b"), "none": .text(""), "markup": .markup(Array("<b>x</b>".utf8)),
    "list": .list([["item": .text("1")], ["item": .text("2")]]), "empty": .list([]),
  ]

  private func fill(_ text: String) throws -> String {
    String(decoding: try Template(text).filled(values), as: UTF8.self)
  }

  @Test(
    "fill their places",
    arguments: [
      ("", ""), ("plain { } text", "plain { } text"), ("{{name}}", "a &lt; b"),
      ("{{ name }}!", "a &lt; b!"), ("{{{markup}}}", "<b>x</b>"),
      ("{{#list}}[{{item}}{{name}}]{{/list}}", "[1a &lt; b][2a &lt; b]"),
      ("{{#empty}}x{{/empty}}{{^empty}}y{{/empty}}", "y"),
      ("{{#name}}x{{/name}}{{^name}}y{{/name}}", "x"), ("{{#none}}x{{/none}}", ""),
      ("{{#markup}}x{{/markup}}", "x"), ("a{{! a remark }}b", "ab"),
      ("a\n  {{#list}}\n- {{item}}\n{{/list}}\nb", "a\n- 1\n- 2\nb"),
      ("{{#list}}\n{{item}}\n{{/list}}\n", "1\n2\n"),
      ("{{#list}}{{#list}}{{item}}{{/list}};{{/list}}", "12;12;"),
    ])
  func fillPlaces(_ template: String, _ expected: String) throws {
    #expect(try fill(template) == expected)
  }

  @Test(
    "say what is wrong and on which line",
    arguments: [
      ("a\n{{nam}}", "2: unknown name 'nam', did you mean 'name'?"),
      ("{{#list}}\n{{itme}}{{/list}}", "2: unknown name 'itme', did you mean 'item'?"),
      ("\n\n{{name", "3: a '{{' is not closed"), ("{{#list}}\n", "1: '{{#list}}' is not closed"),
      ("{{/list}}", "1: '{{/list}}' closes nothing"),
      ("{{#a}}{{#b}}{{/a}}{{/b}}", "1: '{{/a}}' closes nothing"),
      ("{{a b}}", "1: 'a b' is no name"), ("{{}}", "1: '' is no name"),
      ("{{{name}}}", "1: 'name' is text: write '{{name}}'"),
      ("{{markup}}", "1: 'markup' is markup: write '{{{markup}}}'"),
      ("{{list}}", "1: 'list' is a list: write '{{#list}}…{{/list}}'"),
    ])
  func sayWhatIsWrong(_ template: String, _ expected: String) {
    let error = #expect(throws: TemplateError.self) { try fill(template) }
    #expect(error.map { "\($0.line): \($0)" } == expected)
  }

  @Test("nest only so deep")
  func limitDepth() {
    let open = String(repeating: "{{#list}}", count: 100_000)
    let error = #expect(throws: TemplateError.self) { try fill(open) }
    #expect(error?.reason == .tooDeep)
  }

  @Test("keep style sheets inside of their element")
  func refuseStyleEnds() {
    #expect(throws: TemplateError.self) {
      try HTMLPage(template: "", styleSheet: "a</STYLE ><script>")
    }
  }
}
