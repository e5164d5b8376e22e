import Manuscripts
import Source
import Testing

@Suite("Attributes")
struct AttributeTests {
  private func told(_ text: String) -> [String] {
    let executed = read(text).execute()
    let found = (executed.diagnostics + executed.weave(for: .marking).diagnostics).sortedByPlace()
    return found.map { "\($0.place(in: executed.manuscript.source)): \($0.message.text)" }
  }

  @Test(
    "of a heading that are not closed or not at its end are told",
    arguments: [
      ("## A {marks=2", ["1:6 attribute-syntax: the attributes are never closed"]),
      ("## A {marks=2 and more", ["1:6 attribute-syntax: the attributes are never closed"]),
      (
        "## A {marks=2} trailing words",
        ["1:6 attribute-syntax: attributes stand at the end of a heading"]
      ),
      (
        "A {.hint} b\n---",
        ["1:3 attribute-syntax: attributes stand at the end of a heading"]
      ),
      ("## A {marks = 2}", ["1:12 attribute-syntax: no blank may stand around '='"]),
      ("## A {marks= 2}", ["1:12 attribute-syntax: no blank may stand around '='"]),
      ("## The set {x=1} of $a {mm=2} b$ c", []), ("## On $f {a=1} x$ and `x {k1=2}` b", []),
      ("## \\{marks=2} b", []), ("## {a, b} and {c}d", []),
    ] as [(String, [String])])
  func headings(_ heading: String, _ expected: [String]) {
    #expect(told(heading + "\n") == expected)
    let first = read(heading + "\n").pieces.first
    guard heading.contains("marks"), heading.hasPrefix("## A"), case .section(let section)? = first
    else { return }
    #expect(section.marks?.halves == 4)
  }

  @Test(
    "without a value, or with one too many, are told once",
    arguments: [
      ("alt", "1:8 bad-option: 'alt' needs a value", "write 'alt=\"…\"'"),
      ("caption", "1:8 bad-option: 'caption' needs a value", "write 'caption=\"…\"'"),
      ("digits", "1:8 bad-option: 'digits' needs a value", "write 'digits=\"…\"'"),
      (
        "#a zzz", "1:11 unknown-option: unknown option 'zzz' of a 'dl' block",
        "use 'digits', 'decimals', 'show', 'echo', 'tolerance', 'fails', 'caption' or 'alt'"
      ),
    ])
  func values(_ options: String, _ message: String, _ hint: String) {
    let text = "```dl {\(options)}\n1\n```\n"
    #expect(told(text) == [message])
    #expect(read(text).diagnostics.first?.hint == hint)
    #expect(
      told("## A {marks=1 bonus=true}\n") == ["1:15 bad-option: 'bonus' takes no value"])
  }

  @Test("behind an image alone in its paragraph make it a figure")
  func figures() throws {
    let text = """
      See @fig-cat and @dog.

      ![A cat](cat.png){#fig-cat width=50% caption="A $c$ of `dl 1+1`"}

      > ![A dog](dog.png "t")
      > {#dog}
      """
    let document = weave(text)
    #expect(told(text) == [])
    guard case .figure(let cat)? = document.blocks.dropFirst().first,
      case .quote(let quoted)? = document.blocks.last, case .figure(let dog)? = quoted.first
    else {
      Issue.record("there are no figures")
      return
    }
    #expect(cat.id == "fig-cat" && cat.width?.text == "50%")
    #expect(cat.image.alternativeText == "A cat")
    #expect(cat.caption.words == "Figure 1. A c of 2")
    #expect(dog.id == "dog" && dog.width == nil && dog.caption.isEmpty)
    #expect(
      document.everything.contains("\"Figure 1\"") && document.everything.contains("\"A dog\""))
  }

  @Test(
    "of an image are checked",
    arguments: [
      ("{width=50}", "1:14 bad-option: 'width' is '50', expected a width such as 50% or 6cm"),
      ("{width=120%}", "1:14 bad-option: 'width' is '120%', expected a width such as 50% or 6cm"),
      ("{witdh=5cm}", "1:8 unknown-option: unknown option 'witdh' of an image"),
      (
        "{width=\"1em;x\"}",
        "1:14 bad-option: 'width' is '1em;x', expected a width such as 50% or 6cm"
      ),
    ])
  func imageOptions(_ attributes: String, _ message: String) {
    #expect(told("![](a)\(attributes)\n") == [message])
  }

  @Test(
    "where nothing takes them are told",
    arguments: [
      ("$y$ {#eq-d}", "1:5"), ("a cat ![A](a.png){width=50%}", "1:18"), ("{newpage}", "1:1"),
      ("Some words. {#id}", "1:13"), ("some words {space=6cm}", "1:12"),
      ("- item {.class}", "1:8"), ("*a*{key=\"two words\"} b", "1:4"), ("a\n{bonus}\nb", "2:1"),
    ])
  func stray(_ text: String, _ place: String) {
    #expect(told(text + "\n") == ["\(place) stray-attributes: attributes mean nothing here"])
  }

  @Test(
    "are not seen in other braces",
    arguments: [
      "the set {a, b}", "{x=1, y=2}", "where {x=1} holds", "a \\{#b}", "`{#b}` c", "$\\{a\\}$ {b}",
      "{word}", "a {newpage} b", "{.5, 1}", "{#1}", "{}", "{ }",
    ])
  func otherBraces(_ text: String) {
    #expect(told(text + "\n") == [])
  }

  @Test("of a title make it a target")
  func title() {
    let document = weave("# Top of `dl 1/2` {#top}\n\nSee @top and [it](#top).\n")
    #expect(document.diagnostics.isEmpty && document.head.id == "top")
    #expect(read("# Top {#a}\n## B {#a}\n").findings == ["2:7 duplicate-id"])
  }

  @Test("a reference to a heading reads as the heading does")
  func headingWords() {
    let text = """
      See @part, @block and @self.

      ## Part $\\frac{a}{b}$ and `dl 1/3`[^1] of [x](https://a.b) with @self {#part}

      ## On @self {#self}

      ```dl {#block caption="All of $x$"}
      show [1, 2]
      ```

      [^1]: note
      """
    let document = weave(text.replacing("show [1, 2]", with: "table([x^2], x in [1, 2])"))
    #expect(told(text.replacing("show [1, 2]", with: "table([x^2], x in [1, 2])")) == [])
    guard case .paragraph(let inlines)? = document.blocks.first else {
      Issue.record("there is no paragraph")
      return
    }
    let links = inlines.compactMap { inline -> String? in
      guard case .reference(let inner, _) = inline else { return nil }
      #expect(!inner.contains { if case .note = $0 { true } else { false } })
      return inner.words
    }
    #expect(links == ["Part a/b and 1/3 of x with On @self", "All of x", "On On @self"])
    #expect(document.notes.first?.mentionCount == 1)
  }
}
