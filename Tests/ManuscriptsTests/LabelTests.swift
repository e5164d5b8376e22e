import Manuscripts
import Source
import Testing

@Suite("Labels of formulas")
struct LabelTests {
  private func findings(_ text: String, for audience: Audience = .key) -> [String] {
    let executed = read(text).execute()
    return executed.weave(for: audience).diagnostics.map {
      $0.place(in: executed.manuscript.source)
    }
  }

  @Test("share their numbers with ids, in the order of the document")
  func areNumbered() {
    let text = """
      See $\\eqref{b}$, $\\ref{c}$, @eq-a, @eq-d and $x + \\eqref{t}$.

      $$x$$ {#eq-a}

      \\begin{align}
      a &= b \\label{b} \\\\
      c &= d \\label{c} \\\\
      e &= f \\tag{3a} \\label{t} \\\\
      g &= h
      \\end{align}

      $$y \\label{eq-d}$$

      $$z$$
      """
    let document = weave(text)
    #expect(findings(text) == [])
    let words = document.everything
    // The two that are only a reference lead there; the one in a sum is part of a formula.
    for text in ["(2)", "3", "(1)", "(4)"] { #expect(words.contains("\"\(text)\""), "\(text)") }
    #expect(words.contains("number: Optional(\"3a\")"))
    #expect(!words.contains("\"5\"") && !words.contains("(5)"))
  }

  @Test("of subequations share a number and differ by letters")
  func areLettered() {
    let text = """
      $$x$$ {#eq-x}

      \\begin{subequations}\\label{all}
      \\begin{align}
      a &= b \\label{a} \\\\
      c &= d \\\\
      e &= f \\label{f}
      \\end{align}
      \\end{subequations}

      See $\\eqref{all}$, $\\eqref{a}$, @f, @all and $\\ref{z}$.

      ```math
      \\begin{subequations} \\begin{gather} p \\\\ q \\end{gather} \\end{subequations}
      ```

      $$z \\label{z}$$
      """
    #expect(findings(text) == [])
    let words = weave(text).everything
    for text in ["(2)", "(2a)", "(2c)", "4"] { #expect(words.contains("\"\(text)\""), "\(text)") }
    for part in ["2b", "3a", "3b"] { #expect(words.contains("part(\"\(part)\")"), "\(part)") }
  }

  @Test(
    "that are used twice or refer to nothing are errors at their place",
    arguments: [
      ("$$x \\label{a}$$\n\n$$y \\label{a}$$\n", ["3:1 duplicate-label"]),
      ("Now $a + \\eqref{nothing}$.\n", ["1:17 unknown-reference"]),
      ("$$x \\label{loss}$$\n\n$\\ref{los}$\n", ["3:7 unknown-reference"]),
      ("See @eq-x.\n", ["1:5 unknown-reference"]),
      ("---\nmacros:\n  e: '\\eqref{#1}'\n---\n\n$\\e{x}$\n", ["6:2 unknown-reference"]),
    ])
  func areChecked(_ text: String, _ places: [String]) {
    #expect(findings(text) == places)
  }

  @Test("have the same number in the paper and the key, and hidden ones cannot be referred to")
  func areCountedAlways() {
    let text = """
      ## Q {marks=1}

      $$a$$ {#eq-a}

      ### Solution

      $$x \\label{hidden}$$

      ## P {marks=1}

      $$b$$ {#eq-b}

      See @eq-b.
      """
    for audience in [Audience.paper, .key] {
      #expect(findings(text, for: audience) == [])
      #expect(weave(text, for: audience).everything.contains("\"(3)\""))
    }
    let leak = text + " And $\\eqref{hidden}$.\n"
    #expect(findings(leak, for: .paper) == ["13:24 unknown-reference"])
    #expect(findings(leak, for: .key) == [])
  }

  @Test(
    "and dollars without a partner are warned of, prices are not",
    arguments: [
      ("Let $x = 1 be.\n", ["1:5 unclosed-formula"]),
      ("$$\nx = 1\n\nText.\n", ["1:1 unclosed-formula"]),
      ("a $x$$ b\n", ["1:6 unclosed-formula"]),
      ("\\begin{align}\na &= b\n\nText.\n", ["1:1 unclosed-formula"]),
      ("It costs $5 or 5$, or \\$x, or US$ 3.\n", []), ("`$x` and \\\\begin{align}\n", []),
      ("\\begin{subequations}\nText.\n", ["1:1 unclosed-formula"]),
      ("- a\n- b $\\alpha\n", ["2:5 unclosed-formula"]),
    ])
  func findUnclosed(_ text: String, _ places: [String]) {
    #expect(findings(text) == places)
  }
}
