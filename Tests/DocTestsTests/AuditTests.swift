import Source
import Testing

@testable import DocTests

/// The table of published values, and what a check finds without working out.
@Suite("Audits and checks")
struct AuditTests {
  static let text = """
    ```dl
    x = 14/3
    run = 2*x
    published x = 4.67 from "key, 1"
    published run = 9.33 from "key, 2"
    published run = 7 from "key, 3"
    published x = "much" from "key, 4"
    ```

    """

  @Test("each published value has a row with both values and the verdict")
  func rows() {
    var table = AuditTable()
    #expect(table.add(SourceText(name: "exam.md", Self.text)).isEmpty)
    #expect(table.rows.map(\.line) == [4, 5, 6, 7])
    #expect(
      table.rows.map(\.verdict) == [
        "agrees after rounding", "agrees after rounding", "disagrees", "not compared",
      ])
    #expect(table.rows[2].printed == "7" && table.rows[2].recomputed == "28/3")
    #expect(table.rows[2].statement == "run" && table.rows[2].source == "key, 3")
    #expect(
      table.totals.map { "\($0.count) \($0.verdict)" } == [
        "2 agrees after rounding", "1 disagrees", "1 not compared",
      ])
    let lines = table.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 9 && lines[0].hasPrefix("where      what  source"))
    #expect(lines[7] == "4 published: 2 agrees after rounding, 1 disagrees, 1 not compared")
  }

  @Test("a printed vector of another length can be no slip that others follow from")
  func otherLengths() {
    let block = """
      ```dl
      run = perceptron([(1, 1) -> 1, (1, 0) -> -1], epochs: 2)
      published run[1].w = (1, 1, 9, 4) from "key"
      published run[2].w = (0, 1, 8, 7) from "key"
      ```

      """
    var table = AuditTable()
    #expect(table.add(SourceText(name: "exam.md", block)).isEmpty)
    #expect(table.rows.map(\.verdict) == ["disagrees", "disagrees"])
  }

  static let wrong: [(String, String)] = [
    ("x = y1", "unknown-name"), ("[1, 2] + [1, 2, 3]", "shape"),
    ("x = 1\nx = 2", "redefinition"),
    ("expect y1 == 2", "unknown-name"), ("published y1 = 2 from \"key\"", "unknown-name"),
    ("show sigmoid(1, 2)", "too-many-arguments"),
    ("params(input(3, 4, 4) |> conv(2, 9))", "kernel"),
    ("log(", ""),
  ]

  @Test("a check finds what can be known without working out", arguments: wrong)
  func checks(_ block: String, _ code: String) {
    let check = NotebookCheck(SourceText(name: "exam.md", "```dl\n\(block)\n```\n"))
    #expect(check.hasFailed)
    let codes = check.diagnostics.map(\.message.code)
    #expect(code.isEmpty || codes.contains { $0.contains(code) }, "\(codes)")
    // What a check finds, a test finds as well.
    let inspection = UpdateTests.inspect("```dl\n\(block)\n```\n")
    #expect(inspection.blocks.contains { $0.isBroken })
  }

  @Test("a check works nothing out: an expectation is a test's affair")
  func worksNothingOut() {
    let text = "```dl\nx = 2\nexpect x == 3\npublished x = 4 from \"key\"\n```\n"
    #expect(NotebookCheck(SourceText(name: "exam.md", text)).diagnostics.isEmpty)
    #expect(!NotebookTest(UpdateTests.inspect(text)).hasPassed)
    let failing = "```dl {fails}\nlog(0)\n```\n"
    #expect(NotebookCheck(SourceText(name: "exam.md", failing)).diagnostics.isEmpty)
    let wrong = "```dl {fails}\nlog(1)\n```\n"
    #expect(NotebookCheck(SourceText(name: "exam.md", wrong)).hasFailed)
  }

  @Test("a folder's search finds notebooks by their blocks alone")
  func findsBlocks() {
    func holds(_ text: String) -> Bool { NotebookCheck.holdsBlocks(SourceText(name: "a.md", text)) }
    #expect(holds("```dl\n```\n") && holds("- ~~~  dl {#a}\n  ~~~\n") && holds("> ````dl\n> x\n"))
    #expect(!holds("```python\ndl\n```\n") && !holds("") && !holds("````\n```dl\n```\n````\n"))
    #expect(!holds("``dl``\n") && !holds(String(repeating: "`", count: 100_000)))
  }
}
