import Manuscripts
import Source
import Testing

/// What would print a solution on the paper without a word.
@Suite("What would leak")
struct LeakTests {
  private func findings(_ text: String, for audience: Audience = .marking) -> [String] {
    let executed = read(text).execute()
    let woven = executed.weave(for: audience).diagnostics
    return (executed.diagnostics + woven).sortedByPlace().map {
      $0.place(in: executed.manuscript.source)
    }
  }

  // MARK: - Options

  @Test(
    "an option without a box is told, and no tick is printed",
    arguments: [
      ("- [x] 64\n- [ ] 32\n- none of these", ["4:1 choice-without-box"]),
      ("- [x]64\n- [ ] 32", ["2:1 choice-without-box"]),
      ("- [x]64\n- 32", ["2:1 choice-without-box", "3:1 choice-without-box"]),
      ("- [x] 64\n- [] 32", ["3:1 choice-without-box"]),
      ("- [ x ] 64\n- [ ] 32", ["2:1 choice-without-box"]),
      ("1. [✓] 64\n2. [ ] 32", ["2:1 choice-without-box"]),
      ("- [x]\n\n  64\n- [ ] 32", ["2:1 choice-without-box"]),
      ("> - [x] 64\n> - 32", ["3:3 choice-without-box"]),
      ("- **[x] 64**\n- *[ ] 32*", ["2:1 choice-without-box", "3:1 choice-without-box"]),
      ("text\n[x] 64\n[ ] 32", ["3:1 choice-without-box"]),
      ("- [x] 64\n- [ ] 32", []), ("- [] is empty\n- [1] is not", []),
      ("- [x](#q) a\n- b", []),
    ] as [(String, [String])])
  func options(_ list: String, _ expected: [String]) {
    for text in ["## Q {#q marks=1}\n\(list)\n", "## Q {#q marks=1}\n### Hint\n\(list)\n"] {
      let shift = text.contains("Hint") ? 1 : 0
      let moved = expected.map { finding -> String in
        let parts = finding.split(separator: ":", maxSplits: 1)
        return "\((Int(parts[0]) ?? 0) + shift):\(parts[1])"
      }
      #expect(findings(text) == moved)
      #expect(findings(text, for: .paper) == moved)
      let paper = "\(weave(text, for: .paper).blocks)"
      #expect(!paper.contains("isRight: Optional(") && !paper.contains("isDone: Optional(true)"))
      #expect(!paper.contains("[x]") && !paper.contains("x ]") && !paper.contains("✓"))
    }
  }

  @Test("the key marks what is right also where a box was only meant")
  func marksInKey() {
    let key = "\(weave("## Q {marks=1}\n- [x]64\n- 32\n").blocks)"
    #expect(key.contains("isRight: Optional(true)") && key.contains("isRight: Optional(false)"))
    #expect(key.contains("\"64\"") && !key.contains("[x]"))
  }

  @Test("lists of things to do keep their ticks, but not on paper")
  func listsOfThings() {
    let text = "- [x] bring a pen\n- a ruler\n\n## Q {marks=1}\n### Solution\n- [x] a\n- b\n"
    #expect(findings(text) == [])
    #expect(weave(text).everything.contains("isDone: Optional(true)"))
    #expect(!weave(text, for: .paper).everything.contains("isDone: Optional(true)"))
  }

  @Test(
    "options that read the same are told, however they are written",
    arguments: [
      ("- [ ] `dl 1+2`\n- [x] 3", true), ("- [ ] yes\n- [x] **yes**", true),
      ("- [ ] $x^2$\n- [x] `dl 1`", false), ("- [ ] a  b\n- [x] a\n  b", true),
      ("- [ ] $\\mathbf{x}$\n- [x] $x$", false),
      ("- [ ] ![](a.png)\n- [x] ![](b.png \"t\")", false),
      ("- [ ] 1 `c`\n- [x] 1c", false),
    ] as [(String, Bool)])
  func equalOptions(_ list: String, _ areEqual: Bool) {
    #expect(
      findings("## Q {marks=1}\n\(list)\n") == (areEqual ? ["3:1 equal-choices"] : []))
  }

  // MARK: - Headings

  @Test(
    "a title that nearly is one of a solution is told",
    arguments: [
      "Solutions", "Solution:", "Solution to (a)", "Model answer", "Answer", "Answers to both",
      "Marking scheme", "Soluton", "Sloution", "soltuion", "Our worked solution", "a) Solution",
      "Mark scheme", "Marks", "Rubric", "Markign", "Hints", "Lösung", "Answer key", "Key",
      "**Solutions**",
    ])
  func nearTitles(_ title: String) {
    #expect(findings("## Q {marks=1}\n### \(title)\n") == ["2:5 almost-solution"])
    #expect(findings("## Q {marks=1}\n## \(title) {#x}\n") == ["2:4 almost-solution"])
    #expect(findings("## Q {marks=1}\n### \(title) {.plain}\n") == [])
    #expect(findings("## Q {marks=1}\n### \(title) {.solution}\n") == [])
    #expect(findings("## \(title)\n") == [])
  }

  @Test(
    "other titles are not",
    arguments: [
      "Resolution", "Masking", "Margin", "Evolution", "Convolution", "Dilution", "Unit", "Point",
      "Key ideas", "Mark the true ones", "Evaluation", "Short answers", "Data", "Isolation",
    ])
  func otherTitles(_ title: String) {
    #expect(findings("## Q {marks=1}\n### \(title)\n") == [])
  }

  @Test("what stands in a solution, or has marks or a number, is no slip")
  func hiddenTitles() {
    #expect(findings("## Q {marks=1}\n### Solution\n#### Answer\n##### Solutions\n") == [])
    #expect(findings("## Q {marks=1}\n### Answer {marks=1}\n") == [])
    #expect(findings("## Q {marks=1}\n### Answers {number=a}\n") == [])
    #expect(
      findings("## Q {marks=1}\n### Solution\n### Answer\n") == ["3:5 almost-solution"])
  }

  @Test("solutions gathered behind the questions are told, too")
  func appendices() {
    #expect(findings("# E\n## Q {marks=1}\n# Model answers\n") == ["3:3 almost-solution"])
    #expect(findings("# Answers\n## Q {marks=1}\n# Hints\n# Solutions {.plain}\n") == [])
  }

  @Test("the hint says what to write")
  func hintsAtTitles() {
    let found = read("## Q {marks=1}\n### Marking scheme\n").diagnostics.first
    #expect(found?.message.text == "'Marking scheme' is no heading of a marking guide")
    #expect(
      found?.hint
        == "write 'Marking', or give it {.marking}; {.plain} if it is an ordinary title")
  }

  @Test("a heading without its space, in a quote or in a list is told")
  func brokenHeadings() {
    let question = "## Q {marks=1}\n\n"
    #expect(findings(question + "###Solution\nsecret\n") == ["3:1 almost-heading"])
    #expect(findings(question + "text\n###Model answer\n") == ["4:1 almost-heading"])
    #expect(findings(question + "####### Solution\n") == ["3:1 almost-heading"])
    #expect(findings(question + "###\u{A0}Solution\n") == ["3:1 almost-heading"])
    #expect(read(question + "#Key {.solution}\n").diagnostics.first?.severity == .error)
    #expect(findings(question + "\\###Solution\n\n#1 and #tag\n") == [])
    for text in ["> ### Solution\n", "- ### Answers\n", "> Solution\n> ---\n"] {
      let manuscript = read(question + text)
      #expect(manuscript.diagnostics.map(\.message.code) == ["heading-inside"])
      #expect(manuscript.diagnostics.map(\.severity) == [.error])
    }
    #expect(read(question + "> ### Data\n").diagnostics.map(\.severity) == [.warning])
    #expect(read("##Intro\n").diagnostics.map(\.severity) == [.warning])
  }

  @Test("a heading has one role, and of two the one that fewer see counts")
  func twoRoles() {
    let text = "## Q {marks=1}\n### More {.hint .solution}\nsecret\n"
    #expect(findings(text) == ["2:17 two-roles"])
    #expect(!weave(text, for: .paper).everything.contains("secret"))
    #expect(findings("## Q {marks=1}\n### More {.solution .solution}\n") == [])
  }

  @Test(
    "what means nothing on a solution, a guide or a hint is told",
    arguments: [
      ("Solution {marks=2}", ["2:15 misplaced-option"]),
      ("Hint {marks=1}", ["2:11 misplaced-option"]),
      (
        "Marking {marks=5 bonus number=3}",
        ["2:14 misplaced-option", "2:22 misplaced-option", "2:28 misplaced-option"]
      ),
      ("Solution {space=6cm}", ["2:15 misplaced-option"]), ("Hint {space=6cm newpage}", []),
      ("Lösung {.solution number=a #x}", ["2:23 misplaced-option"]),
    ] as [(String, [String])])
  func misplaced(_ heading: String, _ expected: [String]) {
    #expect(findings("## Q {marks=2}\n### \(heading)\n") == expected)
  }

  // MARK: - Blanks and sources

  @Test("a blank tells nothing of its answer")
  func blanks() {
    func paper(_ answer: String) -> [Document.Block] {
      weave("## Q {marks=1}\nIt is `blank \(answer)`.\n", for: .paper).blocks
    }
    #expect(paper("\"ReLU\"") == paper("\"batch normalisation\""))
    #expect(paper("1") == paper("10^40"))
  }

  @Test("no id and no alternative text is made of the answer to a blank")
  func blanksInMetadata() {
    let text = """
      ## Q {marks=1}
      ### It is `blank "secret"`
      ![a `blank "secret"`](a.png)

      See @part.
      ### Or `blank 77*101` {#part}
      """
    let paper = weave(text, for: .paper).everything
    #expect(!paper.contains("secret") && !paper.contains("77"))
    #expect(weave(text).everything.contains("7777"))
  }

  @Test("the shown source of an exam keeps audits and checks for those who mark")
  func echoes() {
    let block = """
      ```dl {echo}
      x = 2; expect x == 2 # it is
      y = [1,
        2]
      published x = 3 from "the # key"
      expect y ==
        [1, 2]
      # a remark
      show x ; published x = 3 from "k"; z = 1
      ```
      """
    let left = "x = 2\ny = [1,\n  2]\n# a remark\nshow x ; z = 1\n"
    let exam = read("## Q {marks=1}\n\(block)\n").execute()
    #expect(exam.findings == [])
    for audience in Audience.allCases {
      #expect(
        source(exam.weave(for: audience)).map { $0 == left }
          == (audience == .marking ? false : true))
    }
    #expect(source(weave("\(block)\n"))?.contains("published") == true)
    let checks = "## Q {marks=1}\n```dl {echo}\nexpect 1 == 1\n```\n"
    #expect(source(weave(checks, for: .paper)) == nil)
  }

  private func source(_ document: Document) -> String? {
    var blocks = document.blocks
    while let block = blocks.popLast() {
      switch block {
      case .section(let section): blocks += section.blocks
      case .computed(let computed): blocks += computed.blocks
      case .listing(let listing): return listing.text
      case .paragraph, .quote, .list, .choices, .table, .formula, .figure, .working, .verdict,
        .problem, .rule, .html, .room:
        break
      }
    }
    return nil
  }
}
