import Algebra
import Language
import Source
import Manuscripts
import Mathematics
import Testing
import Workings

@Suite("Conventions, notation and seeds")
struct ConventionTests {
  private func dl(_ text: String, _ options: String = "") -> String {
    "```dl \(options)\n\(text)\n```\n\n"
  }

  @Test("of a call beat its block, a block the front matter")
  func precedence() {
    let text =
      "---\nconventions: {mse.reduction: sum}\n---\n" + dl("expect mse([1, 2], [3, 5]) == 13")
      + dl(
        """
        expect mse([1, 2], [3, 5]) == 6.5
        expect mse([1, 2], [3, 5], reduction: "sum") == 13
        """, "{mse.reduction=mean}")
    #expect(read(text).execute().findings == [])
  }

  @Test("that a parameter does not take are told at their place")
  func wrongConventions() {
    #expect(
      read("---\nconventions: {mse.reduction: average}\n---\n").findings == ["2:30 bad-value"])
    #expect(read(dl("1", "{mse.reduction=average}")).findings == ["1:22 bad-option"])
    #expect(read(dl("1", "{mse.reducton=sum}")).findings == ["1:8 bad-convention"])
    #expect(
      read("---\nnotation: {layer: superscript}\n---\n").findings == ["2:12 unknown-notation"])
    #expect(read("---\nnotation: {adam: {q: s}}\n---\n").findings == ["2:19 unknown-notation"])
    #expect(read("---\nseed: -1\n---\n").findings == ["2:7 bad-value"])
  }

  @Test("of layers put their number above the letter")
  func layers() throws {
    let text = "---\nnotation: {layers: superscript}\n---\n" + dl("W1 = 2\nb_out = 3\nW1 + b_out")
    let executed = read(text).execute()
    let steps = try #require(executed.results.values.first).outputs.flatMap(\.steps)
    let typesetter = Typesetter(executed.run.graph, rounding: .significant(4))
    guard case .chain(_, let links)? = steps.first, let link = links.first else {
      Issue.record("no chain")
      return
    }
    #expect(typesetter.formula(of: link).tex == "W^{[1]} + b_{\\mathrm{out}}")
  }

  @Test("of an optimizer's letters name its columns")
  func letters() {
    let text =
      "---\nnotation: {adam: {m: s, v: r}}\n---\n"
      + dl(
        "w = 3\nrun = adam(w^2, wrt: w, eta: 0.1)\nexpect run[1].s_w ≈ 0.6\nexpect run[1].r_w ≈ 0.036"
      )
    #expect(read(text).execute().findings == [])
  }

  @Test("of a seed hold for every call that has none of its own")
  func seeds() {
    let text =
      "---\nseed: 7\n---\n"
      + dl("expect normal(3) == normal(3, seed: 7)\nexpect normal(3) != normal(3, seed: 8)")
    #expect(read(text).execute().findings == [])
    #expect(read(dl("x = normal(3)")).execute().findings == ["2:5 missing-argument"])
  }

  @Test("of an overridden parameter leave checks against literals out, and count them")
  func skipping() {
    let manuscript = read(
      "---\nparams: {eta: 0.1}\n---\n"
        + dl(
          """
          expect eta == 0.1
          expect eta ≈ 0.1
          expect 2*eta == eta + eta
          expect eta < 1
          published eta = 0.1 from "key"
          """))
    #expect(manuscript.execute().skippedChecks == 0)
    #expect(manuscript.execute(overriding: ["eta": .number(0)]).findings == [])
    #expect(manuscript.execute(overriding: ["eta": .number(0)]).skippedChecks == 3)
    #expect(
      manuscript.execute(overriding: ["eta": .number(2)]).findings == ["8:1 expectation-failed"])
  }

  @Test("let a question read an earlier one's names, but no solution leaks")
  func otherQuestions() {
    let curves =
      "# A {#curves marks=1}\n" + dl("training = [1, 2, 3]") + "## Solution\n" + dl("s = 7")
    let later = curves + "# B {marks=1}\n"
    #expect(read(later + dl("expect mean(curves.training) == 2")).execute().findings == [])
    #expect(
      read(later + dl("x = curves.trainin")).execute().diagnostics.map(\.hint)
        == ["did you mean 'training'?"])
    #expect(read(later + dl("x = curve.training")).execute().findings == ["13:5 unknown-name"])
    let leak = read(later + "`dl curves.s`\n").execute()
    #expect(leak.findings == [])
    #expect(leak.weave(for: .paper).diagnostics.map(\.message.code) == ["reveals-solution"])
  }

  @Test("tell the line of the file on which a name was defined first")
  func lines() {
    let text = "Words.\n\n" + dl("x = 1\nx = 2") + dl("x = 3")
    #expect(
      read(text).execute().diagnostics.map(\.hint)
        == Array(repeating: "line 4 defines it; give it another name", count: 2))
  }
}
