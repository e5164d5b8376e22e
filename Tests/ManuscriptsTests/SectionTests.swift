import Manuscripts
import Source
import Testing

@Suite("Sections")
struct SectionTests {
  @Test("are numbered 1, (a), (i), and again in each question")
  func numbers() {
    let document = weave(
      """
      # Exam
      ## Warm up {marks=4}
      ### {marks=1}
      ### Title {marks=3}
      #### {marks=1}
      #### {marks=2}
      ## Remarks
      ## Second {marks=2}
      ### {marks=2}
      """)
    #expect(
      document.outline == """
        1 Warm up 4
          (a) 1
          (b) Title 3
            (i) 1
            (ii) 2
        Remarks
        2 Second 2
          (a) 2

        """)
    #expect(document.head.plainTitle == "Exam")
  }

  @Test("count on from a number of the author's, or show any other as it stands")
  func overridesNumbers() {
    let document = weave(
      """
      ## {marks=1 number=7}
      ## {marks=1}
      ### {marks=½ number=c}
      ### {marks=½}
      ## {marks=1 number="B*"}
      ## {marks=1}
      """)
    #expect(document.outline == "7 1\n8 1\n  (c) ½\n  (d) ½\nB* 1\n9 1\n")
  }

  @Test("with a solution keep it, also on their own level")
  func attachesSolutions() {
    let document = weave(
      """
      ## A {marks=2}
      ### {marks=1}
      ### Solution
      ### {marks=1}
      ### Lösung {.solution}
      ## Solution
      ## B {marks=1}
      """)
    #expect(
      document.outline
        == "1 A 2\n  (a) 1\n    Solution\n  (b) 1\n    Lösung\n  Solution\n2 B 1\n")
  }

  @Test("leave out no level of headings")
  func skipsNoLevel() {
    let document = weave("---\ntitle: T\n---\n### A\n###### B\n")
    guard case .section(let a)? = document.blocks.first,
      case .section(let b)? = a.blocks.first
    else {
      Issue.record("there are no sections")
      return
    }
    #expect(a.level == 2)
    #expect(b.level == 3)
  }

  @Test("have ids that nobody shares")
  func makesUniqueIDs() {
    let document = weave("## Same\n## Same\n## Other {#same}\n## Q {marks=1}\n### {marks=1}\n")
    let ids = document.contents.map(\.id)
    #expect(ids == ["same-2", "same-3", "same", "question-1"])
    #expect(read("## A {#x}\n## B {#x}\n").findings == ["2:7 duplicate-id"])
  }

  @Test("report what nobody reads, with what was meant")
  func reportsUnknownAttributes() {
    let manuscript = read("## A {mark=4 bonnus .solutoin}\n")
    #expect(
      manuscript.findings == ["1:7 unknown-option", "1:14 unknown-option", "1:21 unknown-class"])
    #expect(
      manuscript.diagnostics.map(\.hint) == [
        "did you mean 'marks'?", "did you mean 'bonus'?", "did you mean 'solution'?",
      ])
  }

  @Test("side by side with one number are told")
  func reportsEqualNumbers() {
    let text = "## A {number=3 marks=1}\n## B {marks=1 number=3}\n## C {marks=1}\n## D {number=4}\n"
    let manuscript = read(text)
    #expect(manuscript.findings == ["2:15 duplicate-number", "4:7 duplicate-number"])
    #expect(manuscript.diagnostics.map(\.severity) == [.warning, .warning])
    let restarted = "# A\n## Q {marks=1}\n# B\n## Q {marks=1 number=1}\n### {marks=1}\n"
    #expect(read("---\ntitle: T\n---\n" + restarted).findings == [])
  }

  @Test("leave room on the paper only")
  func leavesRoom() {
    let text = "## A {marks=1 space=6cm}\n## B {marks=1 space=\"8 lines\"}\n"
    #expect(read(text).findings == [])
    #expect(weave(text, for: .paper).everything.contains("lines(8)"))
    #expect(!weave(text, for: .key).everything.contains("lines(8)"))
    #expect(read("## A {marks=1 space=6miles}\n").findings == ["1:21 bad-option"])
  }
}
