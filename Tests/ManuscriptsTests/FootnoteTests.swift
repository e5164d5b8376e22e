import Source
import Testing

@testable import Manuscripts

@Suite("Footnotes")
struct FootnoteTests {
  @Test("are numbered by their first mention, and count their mentions")
  func areNumbered() {
    let document = weave("a[^y] b[^x] c[^Y]\n\n[^x]: ex\n[^y]: why[^z]\n[^z]: zed\n")
    #expect(document.diagnostics.isEmpty)
    #expect(document.notes.map(\.mentionCount) == [2, 1, 1])
    #expect(
      document.blocks.first
        == .paragraph([
          .text("a"), .note(1, mention: 1), .text(" b"), .note(2, mention: 1), .text(" c"),
          .note(1, mention: 2),
        ]))
    #expect(
      document.notes.map(\.blocks) == [
        [.paragraph([.text("why"), .note(3, mention: 1)])], [.paragraph([.text("ex")])],
        [.paragraph([.text("zed")])],
      ])
  }

  @Test(
    "are checked",
    arguments: [
      ("a[^nota]\n\nb[^note]\n\n[^note]: c", ["1:2 unknown-footnote"]),
      ("a\n\n[^n]: b", ["3:1 unused-footnote"]),
      ("a[^n]\n\n[^n]: b\n[^N]: c", ["4:1 footnote-twice"]),
      ("[^a]: see[^b]\n[^b]: see[^a]", ["1:1 unused-footnote", "2:1 unused-footnote"]),
      ("x[^a]\n\n[^a]: see[^b]\n[^b]: see[^a]", []),
      ("| a |\n|---|\n{caption=\"b[^c]\"}\n\n[^c]: d", []),
      ("# T[^c]\n\n[^c]: d", []),
      ("---\ninstructions:\n  - \"Read[^c]\"\n---\n[^c]: d", []),
    ] as [(String, [String])])
  func areChecked(text: String, findings: [String]) {
    #expect(read(text).findings == findings)
  }

  @Test("with a wrong label come with a suggestion")
  func suggest() {
    let found = read("a[^nota]\n\nb[^note]\n\n[^note]: c").diagnostics
    #expect(found.map(\.hint) == ["did you mean '[^note]'?"])
  }

  @Test("of a solution leave no trace in the paper")
  func leaveNoTrace() {
    let text = """
      ## Q {marks=1}
      What?[^open]

      ### Solution
      Word[^hidden] and [^open].

      [^hidden]: the secret, see[^open]

      ## R {marks=1}
      [^open]: everybody reads this
      """
    let executed = read(text).execute()
    #expect(executed.findings == [])
    let paper = executed.weave(for: .paper)
    #expect(!paper.everything.contains("secret"))
    #expect(paper.everything.contains("everybody"))
    #expect(paper.notes.map(\.mentionCount) == [1])
    #expect(executed.weave(for: .key).everything.contains("secret"))
  }

  @Test("defined in a solution cannot be mentioned outside of it")
  func cannotLeak() {
    let text = "## Q {marks=1}\na[^n]\n### Solution\n[^n]: the secret\n"
    let paper = weave(text, for: .paper)
    #expect(paper.diagnostics.map(\.message.code) == ["hidden-footnote"])
    #expect(!paper.everything.contains("the secret"))
    #expect(weave(text).diagnostics.isEmpty)
  }

  @Test(
    "may be many", .timeLimit(.minutes(1)),
    arguments: [
      (0..<20_000).map { "a[^\($0)]\n\n[^\($0)]: see[^\($0 + 1)]\n\n" }.joined(),
      (0..<20_000).map { "a[^x\($0)]\n" }.joined() + "\n\n[^y]: b\n",
    ])
  func mayBeMany(text: String) {
    let document = weave(text)
    #expect(document.notes.count == 20_000 || document.notes.isEmpty)
  }
}
