import Manuscripts
import Source
import Templates
import Testing

@testable import Rendering

@Suite("The font of formulas")
struct MathFontTests {
  private static let formulas = [
    "A $x$ b.", "$$\nx\n$$", "# T $x$\n", "## A $x$ {marks=1}\n## B {marks=1}\n",
    "---\ninstructions:\n  - Use $x$.\n---\n", "a[^n]\n\n[^n]: A $x$.\n", "| $x$ |\n|---|\n| b |\n",
    "```dl\na = 1\nshow a\n```\n",
  ]

  private func document(_ text: String) -> Document {
    Manuscript.read(SourceText(name: "test.md", text)).execute().weave(for: .key)
  }

  private func faceCount(_ page: [UInt8]) -> Int {
    String(decoding: page, as: UTF8.self).ranges(of: "@font-face").count
  }

  @Test("comes once with every page that has one", arguments: formulas)
  func comesOnce(_ text: String) {
    let page = HTMLPage.render(document(text), mathFont: "AAAA")
    #expect(faceCount(page) == 1)
    #expect(String(decoding: page, as: UTF8.self).contains(";base64,AAAA) format(\"woff2\")}\n"))
  }

  @Test("stays away where the build had none", arguments: formulas)
  func staysAway(_ text: String) {
    let page = HTMLPage.render(document(text), mathFont: nil)
    #expect(faceCount(page) == 0)
    #expect(!String(decoding: page, as: UTF8.self).contains("url("))
  }

  @Test(
    "stays away where there is none",
    arguments: ["Words.", "`<math>`", "\\<math> &lt;math", "<math>", "$\\frac$", "# <math>\n"])
  func isNotNeeded(_ text: String) {
    #expect(faceCount(HTMLPage.render(document(text), mathFont: "AAAA")) == 0)
    #expect(faceCount(HTMLPage.render(document(text))) == 0)
  }

  @Test("is the one that the program was built with")
  func isBuiltIn() {
    let document = document("A $x$ b.")
    let page = HTMLPage.render(document)
    #expect(faceCount(page) == (Templates.mathFont == nil ? 0 : 1))
    #expect(page == HTMLPage.render(document, mathFont: Templates.mathFont))
  }

  @Test("is WOFF2 where there is one")
  func isWOFF2() {
    // "wOF2", then the kind of outlines, in base 64.
    #expect(Templates.mathFont?.hasPrefix("d09GMk9UVE8") ?? true)
    let letters = (Templates.mathFont ?? "").utf8
    #expect(letters.count % 4 == 0)
    #expect(!letters.contains(UInt8(ascii: "<")))
  }
}
