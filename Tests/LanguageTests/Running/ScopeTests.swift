import Language
import Source
import Testing
import Workings

@Suite("Scopes")
struct ScopeTests {
  @Test("a name ends with its question, and questions never see each other's")
  func questions() {
    let run = Run()
    #expect(run.execute("shared = 1").diagnostics.isEmpty)
    run.beginQuestion()
    #expect(run.execute("x = shared + 1").diagnostics.isEmpty)
    run.endQuestion()
    run.beginQuestion()
    #expect(run.execute("y = x").diagnostics.map(\.message.code) == ["unknown-name"])
    #expect(run.execute("x = shared + 2").diagnostics.isEmpty)
    run.endQuestion()
  }

  @Test("a later part may define a name anew, one section may not")
  func parts() {
    let run = Run()
    run.beginQuestion()
    #expect(run.execute("w = 1").diagnostics.isEmpty)
    #expect(run.execute("w = 2").diagnostics.map(\.message.code) == ["redefinition"])
    run.beginSection()
    #expect(run.execute("w = 3\nexpect w == 3").hasFailed == false)
  }

  @Test("a function keeps the meaning that names had where it was defined")
  func functions() throws {
    let run = Run()
    run.beginQuestion()
    _ = run.execute("a = 2\nf(x) = a*x")
    run.beginSection()
    #expect(run.execute("a = 10\nexpect f(1) == 2\nexpect a == 10").hasFailed == false)
  }

  @Test("what was published in one question does not follow into the next")
  func published() {
    let run = Run()
    run.beginQuestion()
    _ = run.execute("a = 6\npublished a = 7 from \"key\"")
    run.endQuestion()
    run.beginQuestion()
    let result = run.execute("b = 7\npublished b = 8 from \"key\"")
    #expect(result.checks.map(\.verdict.finding) == [.disagrees])
  }
}

@Suite("Names of ranges and those outside")
struct OuterNameTests {
  @Test(
    "a body that reaches the name outside is warned of",
    arguments: [
      ("symbols x; m = 2*x; sum(m, x in 1...3)", ["outer-name"]),
      ("symbols x; m = 2*x; [m, x in [1, 2]]", ["outer-name"]),
      ("symbols x; m = 2*x; sum(m*k, k in 1...3)", []),
      ("symbols x; m(x) = 2*x; sum(m(x), x in 1...3)", []),
      ("x = 5; sum(x, x in 1...3)", []),
    ])
  func warns(_ source: String, _ codes: [String]) {
    #expect(Run().execute(source).diagnostics.map(\.message.code) == codes)
  }
}
