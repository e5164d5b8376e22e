import Manuscripts
import Source
import Testing
import Workings

@Suite("Executing")
struct ExecutionTests {
  /// A fenced `dl` block.
  private func dl(_ text: String, _ options: String = "") -> String {
    "```dl \(options)\n\(text)\n```\n\n"
  }

  @Test("gives each question names of its own")
  func scopesByQuestion() {
    let text =
      dl("shared = 1") + "## A {marks=1}\n" + dl("x = shared + 1") + "## B {marks=1}\n"
      + dl("x = shared + 2\nx") + "### {marks=1}\n" + dl("x = 5\nexpect x == 5\n")
    #expect(read(text).execute().findings == [])
    let wrong = "## A {marks=1}\n" + dl("x = 1") + "## B {marks=1}\n" + dl("x + 1")
    #expect(read(wrong).execute().findings == ["8:1 unknown-name"])
  }

  @Test("takes the outermost sections for questions where nothing has marks")
  func scopesBySection() {
    let text = "# T\n## A\n" + dl("x = 1") + "### Deeper\n" + dl("x + 1") + "## B\n" + dl("x + 2")
    #expect(read(text).execute().findings == ["14:1 unknown-name"])
  }

  @Test("knows the front matter's parameters, which can be overridden")
  func knowsParameters() {
    let manuscript = read("---\nparams: {flag: true}\n---\n" + dl("expect flag"))
    #expect(manuscript.execute().findings == [])
    #expect(
      manuscript.execute(overriding: ["flag": .truth(false)]).findings
        == ["5:1 expectation-failed"])
  }

  @Test("reports problems in the author's file, inside quotes too")
  func relocatesDiagnostics() {
    let text = "Words.\n\n> - a\n>\n>   ```dl\n>   a = 1\n>   b = a + sigmodi(2)\n>   ```\n"
    #expect(read(text).execute().findings == ["7:13 unknown-name"])
    #expect(read("A `dl sigmodi(1)` here.").execute().findings == ["1:7 unknown-name"])
    #expect(read("A $1 + \\dl{sigmodi(1)}$.").execute().findings == ["1:12 unknown-name"])
  }

  @Test("reports an expectation that fails, and goes on")
  func reportsFailedExpectations() {
    let executed = read(dl("expect 1 == 2\nexpect 2 == 2\ny = 3") + dl("expect y == 4")).execute()
    #expect(executed.findings == ["2:1 expectation-failed", "8:1 expectation-failed"])
    #expect(executed.hasFailed)
    #expect(
      executed.diagnostics.map(\.message.text) == [
        "'1 == 2' does not hold: the left is 1, the right 2",
        "'y == 4' does not hold: the left is 3, the right 4",
      ])
  }

  @Test("wants a block that is to fail to fail")
  func honoursFails() {
    #expect(read(dl("sigmodi(1)", "{fails}")).execute().findings == [])
    #expect(read(dl("1 + 1", "{fails=true}")).execute().findings == ["1:4 no-failure"])
  }

  @Test("reports options that do not exist, with what was meant")
  func reportsUnknownOptions() {
    let manuscript = read(dl("1", "{#a digts=3 show=step tolerance=-1}"))
    #expect(manuscript.findings == ["1:11 unknown-option", "1:24 bad-option", "1:39 bad-option"])
    #expect(
      manuscript.diagnostics.compactMap(\.hint) == [
        "did you mean 'digits'?", "did you mean 'steps'?",
      ])
    #expect(read(dl("1", "{digits=3 decimals=2}")).findings == ["1:17 conflicting-options"])
    #expect(read("---\ndecimals: 1\ndigits: 2\n---\n").findings == ["2:1 conflicting-options"])
    #expect(read(dl("1", "digits=3")).findings == ["1:7 options-outside-braces"])
  }

  @Test("tells of words that nothing takes, and of ids used twice")
  func reportsUnusedWords() {
    #expect(
      read(dl("1 + 1", "{caption=A alt=B}")).execute().findings == [
        "1:8 unused-option", "1:18 unused-option",
      ])
    #expect(read(dl("1", "{#a}") + "$$x$$ {#a}\n").findings == ["5:8 duplicate-id"])
  }
}
