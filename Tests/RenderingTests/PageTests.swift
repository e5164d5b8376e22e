import Manuscripts
import Source
import Testing

@testable import Rendering

/// The page of a notebook; without a font, whose letters may spell anything.
private func page(_ text: String, for audience: Audience = .key) -> String {
  let executed = Manuscript.read(SourceText(name: "test.md", text)).execute()
  let bytes = HTMLPage.render(executed.weave(for: audience), mathFont: nil)
  return String(decoding: bytes, as: UTF8.self)
}

/// What stands in the page's `main` element.
private func body(_ text: String, for audience: Audience = .key) -> String {
  let page = page(text, for: audience)
  guard let start = page.firstRange(of: "<main>"), let end = page.firstRange(of: "</main>") else {
    return page
  }
  return String(page[start.upperBound..<end.lowerBound].filter { $0 != "\n" })
}

@Suite("Pages")
struct PageTests {
  @Test("are self-contained and allow no script")
  func areSelfContained() {
    let page = page("# T\n[a](https://example.org/a?b&c)\n")
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'"))
    #expect(page.contains("<title>T</title>"))
    #expect(page.contains("href=\"https://example.org/a?b&amp;c\""))
    for trace in ["<script", "<link", "src=", "@import", "url("] {
      #expect(!page.contains(trace), "the page holds '\(trace)'")
    }
  }

  @Test("are the same bytes every time")
  func areDeterministic() {
    let text =
      "# T\n## A {marks=1}\n```dl\na = exp(1)\nshow a, sigmoid(a)\n```\n| a | b |\n|---|---|\n| 1 | $x$ |\n"
    let first = page(text)
    for _ in 0..<5 { #expect(page(text) == first) }
  }

  @Test("number footnotes and lead back to every mention")
  func linkFootnotes() {
    let page = page("a[^x] b[^x]\n\n[^x]: c\n")
    for id in ["note-mark-1", "note-mark-1-2", "note-1"] {
      #expect(page.ranges(of: "id=\"\(id)\"").count == 1)
      #expect(page.contains("href=\"#\(id)\""))
    }
  }

  @Test("hold their images, letter by letter as RFC 4648 has it")
  func holdImages() {
    #expect(ImageHTML.base64([]) == "")
    #expect(ImageHTML.base64(Array("f".utf8)) == "Zg==")
    #expect(ImageHTML.base64(Array("fo".utf8)) == "Zm8=")
    #expect(ImageHTML.base64(Array("foobar".utf8)) == "Zm9vYmFy")
    #expect(ImageHTML.base64([0xFB, 0xFF, 0xFE]) == "+//+")
    var options = WeavingOptions()
    options.loadsImage = { _ in .bytes(Array("GIF89a".utf8)) }
    let document = Manuscript.read(SourceText(name: "a.md", "![a \"b\" & c](d)")).execute()
      .weave(options: options)
    let page = String(decoding: HTMLPage.render(document), as: UTF8.self)
    #expect(
      page.contains(
        "<img class=\"picture\" alt=\"a &quot;b&quot; &amp; c\" src=\"data:image/gif;base64,R0lGODlh\">"
      ))
  }

  @Test(
    "let nothing escape its element",
    arguments: [
      "# </title><script>a</script>", "`</code><script>`",
      "```\"><script>\n</code></pre><script>\n```",
      "$</annotation><script>$", "$\\text{</math><script>}$", "[a](<https://a/\"onclick=>)",
      "## A {#\"><script>}", "## A {#a\" onclick=b}", "![</span><script>](a)",
      "---\ntitle: '</title><script>'\ncourse: '<script>'\nfields: ['<script>']\n---\n",
      "```dl\nx = \"</code><script>\"\n</main><script>\n```", "<script>a</script>",
      "a<script>b</script>",
      "```dl {caption=\"<script>\" echo=true}\ny = 1\n```", "| <script> |\n|---|\n| `<script>` |",
      "`dl </code><script>`", "@\"><script>", "[^\"><script>]: a\n\n[^\"><script>]",
    ])
  func escapeEverything(_ text: String) {
    for audience in Audience.allCases {
      let page = page(text, for: audience)
      #expect(!page.contains("<script"))
      #expect(!page.contains("\" onclick"))
      #expect(!page.contains("\"onclick"))
    }
  }

  @Test("show numbers, titles and marks of sections")
  func showSections() {
    #expect(
      body("# T\n## A {marks=1}\n### {marks=½}\nwords\n")
        == "<section class=\"question\" id=\"question-1\"><h2><span class=\"number\">1</span> "
        + "<span class=\"title\">A</span> <span class=\"marks\">1 mark</span></h2>"
        + "<section class=\"part untitled\" id=\"question-1-a\"><h3><span class=\"number\">(a)</span> "
        + "<span class=\"marks\">½ mark</span></h3><p>words</p></section></section>")
  }

  @Test("give tables header cells with their scope")
  func giveScopes() {
    let html = body("| a | |\n|--:|:-:|\n| 1 | 2 |\n{caption=\"C *d*\"}\n")
    #expect(
      html
        == "<div class=\"scroll table\"><table><caption>C <em>d</em></caption><thead><tr>"
        + "<th class=\"right\" scope=\"col\">a</th><td class=\"center\"></td></tr></thead>"
        + "<tbody><tr><td class=\"right\">1</td><td class=\"center\">2</td></tr></tbody></table></div>"
    )
  }

  @Test("keep punctuation on the line of its formula")
  func joinPunctuation() {
    let html = body("A ($x$, $y$)-pair of $z$.")
    #expect(html.contains("A <span class=\"joined\">(<span class=\"math"))
    #expect(html.contains("</span>)-pair</span> of <span class=\"joined\">"))
    #expect(html.hasSuffix(".</span></p>"))
  }

  @Test("tick choices in the key only")
  func tickChoices() {
    let text = "## A {marks=1}\n- [ ] one\n- [x] two\n"
    #expect(body(text).contains("<li class=\"right\">"))
    let paper = body(text, for: .paper)
    #expect(paper.contains("<span class=\"letter\">B</span>"))
    #expect(!paper.contains("right"))
    #expect(!paper.contains("✓"))
  }

  @Test("list contents, fill-in fields and totals where they belong")
  func showHead() {
    let text = "---\ntitle: T\nfields: [Name]\ntotals: true\n---\n## A {marks=1}\n## B {marks=2}\n"
    let paper = page(text, for: .paper)
    #expect(paper.contains("<li><span>Name</span></li>"))
    #expect(paper.contains("Reached"))
    #expect(paper.contains("<a href=\"#question-2\">"))
    #expect(paper.contains("<li>3 marks</li>"))
    #expect(!page(text).contains("Reached"))
    #expect(page(text).contains("<title>T · Solutions</title>"))
    #expect(paper.contains("<title>T</title>"))
  }

  @Test("for the examined hold no trace of a solution")
  func pruneSolutions() {
    let text = """
      ---
      title: Exam
      ---
      ## Neuron {marks=3}
      Given $x$, fill in `blank 4*1111`.[^n]

      - [ ] wrong
      - [x] right

      ### Solution {#secret-place}
      The secret words, $\\text{secret}$ and $\\newcommand{\\secret}{1}$.
      ```dl {#secret-block caption="secret"}
      secret = 7*1111
      secret
      published secret = 7776 from "secret source"
      sigmodi(secret)
      ```
      [^m]: A secret note.
      ### Marking
      - [3] for the secret

      [^n]: A note.
      """
    let paper = page(text, for: .paper).lowercased()
    for trace in ["secret", "7777", "7776", "4444", "solution<", "sigmodi", "✓", "✗"] {
      #expect(!paper.contains(trace), "the paper holds '\(trace)'")
    }
    #expect(page(text).contains("7777"))
  }

  @Test("number labelled rows and lead to them")
  func numberRows() {
    let text = """
      \\begin{align}
      a &= b \\label{one} \\\\
      c &= d
      \\end{align}

      See $\\eqref{one}$.
      """
    let body = body(text)
    #expect(body.contains("<div id=\"one\"><div class=\"math math-display\">"))
    #expect(body.contains("<mtext>(1)</mtext>"))
    #expect(body.contains("<a href=\"#one\">(1)</a>"))
  }

  @Test(
    "say their own words in the language of the document",
    arguments: [
      ("de", ["Inhalt", "Hinweise", "Aufgabe 1", "Tabelle 1", "4 Punkte", "Lösungen"]),
      ("fr-CA", ["Sommaire", "Consignes", "Question 1", "Tableau 1", "4 points", "Corrigé"]),
      ("hi", ["विषय-सूची", "निर्देश", "प्रश्न 1", "तालिका 1", "4 अंक", "हल"]),
      ("xx", ["Contents", "Instructions", "Question 1", "Table 1", "4 marks", "Solutions"]),
    ])
  func speakTheLanguage(_ language: String, _ words: [String]) {
    let text = """
      ---
      title: T
      lang: \(language)
      instructions: [Read]
      ---
      ## A {#a marks=4}
      @a and @tbl-t

      | a |
      |---|
      | 1 |
      {#tbl-t}

      ### Solution
      ```dl
      x = 2 + 3
      x
      gradient_descent(f(w) = w^2, start: 1, rate: 0.1, steps: 2)
      ```
      ## B {marks=1}
      """
    let page = page(text)
    #expect(page.contains("<html lang=\"\(language)\">"))
    for word in words { #expect(page.contains(word), "\(word)") }
  }

  @Test("leave formulas to another typesetter where they are asked to")
  func leaveTeX() throws {
    let text = """
      ---
      macros: {R: '\\mathbb R'}
      ---
      Let $x < \\R$, see $a + \\eqref{l}$.

      $$y$$ {#eq-y}

      \\begin{align}
      a &= b \\label{l}
      \\end{align}
      """
    let document = Manuscript.read(SourceText(name: "test.md", text)).execute().weave(for: .key)
    let page = String(decoding: try HTMLPage(math: .tex).bytes(of: document), as: UTF8.self)
    #expect(!page.contains("<math"))
    #expect(page.contains(#"\(x &lt; \mathbb{R}\)"#))
    #expect(page.contains(#"\(a + \text{(2)}\)"#))
    #expect(page.contains(#"\[y\tag*{(1)}\]"#))
    #expect(page.contains(#"\tag{2}"#) && !page.contains(#"\label"#))
  }

  @Test("put displays where HTML allows them")
  func placeDisplays() {
    #expect(body("a\n$$x$$\nb").hasPrefix("<div class=\"paragraph\">a"))
    for text in ["*a $$x$$ b*", "# T\n## A $$x$$ {marks=1}", "[a $$x$$](b)"] {
      #expect(!body(text).contains("<div"))
    }
  }

  @Test("skip headings with nothing to show")
  func skipEmptyHeadings() {
    #expect(
      body("# T\n##\nwords\n")
        == "<section class=\"untitled\" id=\"section\"><p>words</p></section>")
  }
}
