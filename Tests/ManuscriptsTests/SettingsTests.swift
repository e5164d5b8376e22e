import Manuscripts
import Source
import Testing
import Workings

@Suite("The front matter")
struct SettingsTests {
  @Test("is read with all its keys")
  func readsAll() {
    let manuscript = read(
      """
      ---
      title: The *title*
      course: C
      institution: I
      date: 2021-10-07
      author: [A, B]
      lang: en-GB
      marks: 2.5
      duration: 90 minutes
      instructions: Answer all.
      fields: [Name]
      totals: true
      digits: 6
      show: result
      echo: true
      seed: 7
      params: {eta: 0.1, name: text, xs: [1, 2], flag: true}
      macros: {'\\R': '\\mathbb{R}'}
      conventions: {mse.reduction: sum}
      notation: {layers: superscript}
      x-own: [anything, {at: all}]
      ---
      """)
    #expect(manuscript.findings == [])
    let settings = manuscript.settings
    #expect(settings.language == "en-GB")
    #expect(settings.authors == ["A", "B"])
    #expect(settings.marks?.halves == 5)
    #expect(settings.fields == ["Name"])
    #expect(settings.showsTotals)
    #expect(settings.options.shown == .result)
    #expect(settings.options.echoes)
    #expect(settings.seed == 7)
    #expect(settings.parameters.map(\.name) == ["eta", "name", "xs", "flag"])
    #expect(settings.conventions.count == 1)
    #expect(manuscript.execute().weave().head.plainTitle == "The title")
  }

  @Test("writes layers as superscripts, and the letters of an optimizer's states")
  func notation() {
    let manuscript = read(
      """
      ---
      title: T
      notation: {layers: superscript, adam: {m: s, v: r}}
      ---

      ```dl
      symbols W1, z2_A
      show W1, z2_A
      w = 1
      run = adam(w^2, wrt: w, eta: 0.1)
      expect run[1].s_w == 1/5
      ```
      """)
    #expect(manuscript.findings.isEmpty)
    #expect(manuscript.execute().diagnostics.isEmpty)
    #expect(manuscript.settings.notation.tex(of: "z2_A") == "z_A^{[2]}")
    let wrong = read("---\ntitle: T\nnotation: {layers: above, layer: superscript}\n---\n")
    #expect(wrong.findings == ["3:20 bad-value", "3:27 unknown-notation"])
  }

  @Test(
    "reads numbers as YAML does",
    arguments: [
      (".5", "1/2"), ("-.5", "-1/2"), ("5.", "5"), ("0x10", "16"), ("0o17", "15"), ("+3", "3"),
      ("1e-2", "1/100"), (".5e1", "5"), ("1_000", "1000"), ("0x", nil), ("0x-1", nil), ("1/3", nil),
      (".", nil), ("1.2.3", nil), ("-", nil), ("٣.", nil),
    ] as [(String, String?)])
  func numbers(_ text: String, _ number: String?) throws {
    let value = try #require(read("---\nparams: {h: \(text)}\n---\n").settings.parameters.first)
      .value
    guard let number else {
      #expect(value == .text(text))
      return
    }
    let manuscript = read("---\nparams: {h: \(text)}\n---\n```dl\nexpect h == \(number)\n```\n")
    #expect(manuscript.execute().findings == [])
  }

  @Test("takes neither nothing nor a keyword for a parameter")
  func rejectsParameters() {
    #expect(
      read("---\nparams: {n: null, m: ~, i: .inf}\n---\n").findings == [
        "2:13 bad-value", "2:22 bad-value", "2:28 bad-value",
      ])
    #expect(
      read("---\nparams: {if: 4, symbols: 5, step: 1, x': 2}\n---\n").findings == [
        "2:10 bad-parameter-name", "2:17 bad-parameter-name",
      ])
  }

  @Test(
    "types what takes the place of a parameter by its default",
    arguments: [
      ("0.1", ".2", true), ("0.1", "abc", false), ("0.1", "", false), ("0.1", "true", false),
      ("true", "false", true), ("true", "5", false), ("true", "", false), ("word", "5", true),
      ("[1, 2]", "[3, 4.5]", true), ("[1, 2]", "3,4", true), ("[1, 2]", "x", false),
      ("[1, 2]", "", false), ("[1, 2]", "[]", false),
    ])
  func overrides(_ value: String, _ text: String, _ isTaken: Bool) throws {
    let parameter = try #require(
      read("---\nparams: {p: \(value)}\n---\n").settings.parameters.first)
    #expect((parameter.value(from: text) != nil) == isTaken)
  }

  @Test("reports names that no macro can have, and definitions that LaTeX refuses")
  func reportsMacros() {
    let wrong = read("---\ntitle: T\nmacros: {2x: a, '\\R': '\\mathbb R'}\n---\n")
    #expect(wrong.findings == ["3:10 bad-macro-name"])
    let document = weave(#"$95%$ and $\newcommand{\frac}{x}$ and $\renewcommand{\loss}{L}\loss$"#)
    #expect(
      document.diagnostics.map(\.message.code) == ["bare-percent", "macro-exists", "macro-missing"])
    #expect(document.diagnostics.map(\.span.start) == [3, 23, 53])
  }

  @Test("reports unknown keys with what was meant")
  func reportsUnknownKeys() {
    let manuscript = read("---\ntitel: A\nwhatever: 1\n---\n")
    #expect(manuscript.findings == ["2:1 unknown-key", "3:1 unknown-key"])
    #expect(manuscript.diagnostics.first?.hint == "did you mean 'title'?")
    #expect(manuscript.diagnostics.last?.hint == "call a key of your own 'x-whatever'")
  }

  @Test(
    "reports values of another type at their place",
    arguments: [
      "marks: many", "totals: maybe", "seed: 1.5", "digits: 0", "digits: none", "show: everything",
      "lang: 'no language'", "title: [a, b]", "fields: {a: 1}", "echo: 1", "course: {a: b}",
      "tolerance: small",
    ])
  func reportsBadValues(_ line: String) {
    let column =
      (line.firstIndex(of: ":").map { line.distance(from: line.startIndex, to: $0) } ?? 0)
    let errors = read("---\n\(line)\n---\n").findings.filter { !$0.contains("effect") }
    #expect(errors == ["2:\(column + 3) bad-value"])
  }

  @Test("reports wrong entries of its tables")
  func reportsBadEntries() {
    let text = """
      ---
      params: {1x: 2, y: {z: 1}}
      conventions: {mse.reductoin: sum}
      macros: {'\\R': '#a'}
      ---
      """
    #expect(
      read(text).diagnostics.map(\.message.code) == [
        "bad-parameter-name", "bad-value", "bad-convention", "bad-formula",
      ])
    #expect(
      read(text).diagnostics.compactMap(\.hint).first == "did you mean 'mse.reduction'?")
  }
}
