import Source
import Testing
import Workings

@testable import Manuscripts

@Suite("Weaving")
struct WeavingTests {
  private let exam = """
    ---
    title: Exam
    ---
    ## Neuron {marks=3}
    Given `dl 40 + 2`.[^n]

    - [ ] wrong
    - [x] right

    Fill in `blank 4*1111`.
    ### {marks=3}
    ### Solution {#secret-place}
    The secret word.[^m]
    ```dl {#secret-block}
    secret = 7*1111
    secret
    expect secret == 7777
    published secret = 7776 from "secret source"
    ```
    [^m]: A secret note.
    ### Marking
    A secret for those who mark.
    ### Hint
    A friendly hint.

    [^n]: A note.
    """

  @Test("leaves no trace of a solution in the paper")
  func prunesSolutions() {
    let executed = read(exam).execute()
    #expect(executed.findings == [])
    let paper = executed.weave(for: .paper).everything.lowercased()
    for trace in ["secret", "7777", "7776", "4444", "isright: optional", "solution", "those who"] {
      #expect(!paper.contains(trace), "the paper holds '\(trace)'")
    }
    #expect(paper.contains("friendly hint"))
    #expect(paper.contains("a note"))
  }

  @Test("gives each audience what it may see")
  func distinguishesAudiences() {
    let executed = read(exam).execute()
    let key = executed.weave(for: .key).everything
    #expect(key.contains("The secret word"))
    #expect(key.contains("7777"))
    #expect(!key.contains("7776"))
    #expect(!key.contains("those who mark"))
    let marking = executed.weave(for: .marking).everything
    #expect(marking.contains("7776"))
    #expect(marking.contains("those who mark"))
  }

  @Test("refuses a paper that would show what a solution works out")
  func refusesToReveal() {
    let text = """
      ## A {marks=1}
      ### Solution
      ```dl
      answer = 42
      ```
      ## B {marks=1}
      ### Solution
      ```dl
      other = 4321
      ```
      ### More {marks=1}
      We know `dl other`, $\\dl{other}$.
      ```dl
      copied = other
      copied
      ```
      `dl copied`
      """
    let executed = read(text).execute()
    #expect(executed.findings == [])
    let paper = executed.weave(for: .paper)
    #expect(
      paper.diagnostics.map { $0.place(in: executed.manuscript.source) } == [
        "12:9 reveals-solution", "12:22 reveals-solution", "13:1 reveals-solution",
        "17:1 reveals-solution",
      ])
    #expect(!paper.everything.contains("4321"))
    #expect(executed.weave(for: .key).diagnostics == [])
  }

  @Test(
    "takes no label, field, text, comment or bound name for a reference to a solution",
    arguments: [
      ("a + b", ["a", "b"]), ("f(wrt: a)", ["f", "a"]), ("run.a", ["run"]), ("1...a", ["1", "a"]),
      ("\"a\" b # a", ["b"]), ("sum(a*b, a in 1...3)", ["sum", "b", "in", "1", "3"]),
      ("η⊙x'", ["η", "x'"]), ("{a: b}", ["b"]), ("\"a", []), ("", []),
    ])
  func findsNames(_ text: String, _ names: [String]) {
    #expect(Names.all(in: text) == names)
  }

  @Test("shows failed expectations and errors in place")
  func showsFailures() {
    let document = weave("```dl\nexpect 1 == 2\nsigmodi(2)\n```\n")
    guard case .computed(let computed)? = document.blocks.first,
      case .verdict(let finding)? = computed.blocks.first,
      case .problem(let problem)? = computed.blocks.last
    else {
      Issue.record("there is no verdict or no problem")
      return
    }
    #expect(finding.verdict.finding == .failed)
    #expect(problem.message == "unknown name 'sigmodi'")
    #expect(problem.line == 3)
  }

  @Test("keeps the last step for answers and for results")
  func keepsLastStep() {
    let block = "```dl OPTIONS\nx = 2\ny = 3*x\ny\n```\n"
    func steps(_ options: String) -> Int {
      weave(block.replacing("OPTIONS", with: options)).blocks.reduce(0) { count, block in
        guard case .computed(let computed) = block else { return count }
        return computed.blocks.reduce(count) { count, block in
          guard case .working(let shown) = block else { return count }
          return count + shown.count
        }
      }
    }
    #expect(steps("{show=nothing}") == 0)
    #expect(steps("{show=result}") == 1)
    #expect(steps("{show=all}") > 1)
  }

  @Test("numbers what is referred to, and reports references to nothing")
  func resolvesReferences() {
    let text = """
      See @eq-a, @tbl-t, @q and @nothing.

      $$x$$ {#eq-a}

      | a |
      |---|
      | 1 |
      {#tbl-t caption="C"}

      ## Q {#q marks=1}
      """
    let executed = read(text).execute()
    let document = executed.weave()
    #expect(executed.findings == [])
    #expect(
      document.diagnostics.map { $0.place(in: executed.manuscript.source) } == [
        "1:27 unknown-reference"
      ])
    let words = document.everything
    for text in ["(1)", "Table 1", "Question 1"] { #expect(words.contains("\"\(text)\"")) }
  }

  @Test("reports links to nothing")
  func reportsDeadLinks() {
    let document = weave("[a](#here) [b](#there)\n\n## Here\n")
    #expect(document.diagnostics.map(\.message.text) == ["the link '#there' leads to nothing"])
  }

  @Test("puts formulas of a title into words")
  func namesTheWindow() {
    #expect(weave("# On $x^2$ and `dl 1/3`\n").head.plainTitle == "On x² and 1/3")
  }

  @Test("reports choices that read the same")
  func reportsEqualChoices() {
    let document = weave("## Q {marks=1}\n- [ ] same\n- [x] same\n")
    #expect(document.diagnostics.map(\.message.code) == ["equal-choices"])
  }

  @Test("leaves stored outputs out")
  func dropsStoredOutputs() {
    let text =
      "```dl\n1 + 1\n```\n\n<!-- dl:output 1 sum=0 -->\n\nstored words\n\n<!-- dl:end -->\n\nafter\n"
    let words = weave(text).everything
    #expect(!words.contains("stored words"))
    #expect(words.contains("after"))
    let open = "<!-- dl:output 1 -->\n\nkept\n"
    #expect(read(open).findings == ["1:1 open-output"])
    #expect(weave(open).everything.contains("kept"))
    #expect(read("<!-- dl:end -->\n").findings == ["1:1 stray-output-end"])
  }

  @Test(
    "lets no link lead anywhere that runs",
    arguments: ["javascript:a()", "JAVA\u{1}SCRIPT:a()", "data:text/html,a", "vbscript:a"])
  func refusesSchemes(_ destination: String) {
    let document = weave("[a](<\(destination)>)")
    #expect(document.diagnostics.map(\.message.code) == ["bad-scheme"])
    #expect(!document.everything.contains("destination:"))
  }
}
