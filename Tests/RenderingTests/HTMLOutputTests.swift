import Testing

@testable import Rendering

@Suite("HTML output")
struct HTMLOutputTests {
  private func text(_ html: HTML) -> String {
    String(decoding: [html].bytes, as: UTF8.self)
  }

  @Test("lets no text end its element or attribute")
  func escapes() {
    let hostile = "</p><script>\"'&\u{1}\u{7F}\r"
    let escaped = "&lt;/p&gt;&lt;script&gt;&quot;&#39;&amp;\u{FFFD}\u{FFFD}\n"
    #expect(
      text(.element(.span, [.title: hostile], .text(hostile)))
        == "<span title=\"\(escaped)\">\(escaped)</span>")
  }

  @Test("keeps attributes in their order and leaves out those without value")
  func ordersAttributes() {
    #expect(
      text(.element(.a, [.href: "#b", .class: nil, .id: "a"])) == "<a href=\"#b\" id=\"a\"></a>")
  }

  @Test("gives void elements neither content nor end")
  func writesVoidElements() {
    #expect(text(.element(.p, [:], .text("a"), .element(.br), .text("b"))) == "<p>a<br>b</p>\n")
    #expect(text(.element(.hr, [:], .text("lost"))) == "<hr>\n")
  }
}
