import Markdown
import Source
import Testing

@Suite("Front matter")
struct FrontMatterTests {
  private func outline(_ value: YAML) -> String {
    switch value {
    case .scalar(let scalar): scalar.isQuoted ? "'\(scalar.text)'" : scalar.text
    case .sequence(let items, _): "[\(items.map(outline).joined(separator: ", "))]"
    case .mapping(let entries, _): "{\(outline(entries))}"
    }
  }

  private func outline(_ entries: [YAML.Entry]) -> String {
    entries.map { "\($0.key.text): \(outline($0.value))" }.joined(separator: ", ")
  }

  @Test(
    "reads YAML in the author's order",
    arguments: [
      ("b: 1\na: two words", "b: 1, a: two words"), ("a: \"1\"\nb: '2'", "a: '1', b: '2'"),
      ("a: [1, {b: c}]", "a: [1, {b: c}]"),
      ("a:\n  - x\n  - y: 1\n    z: 2", "a: [x, {y: 1, z: 2}]"),
      ("a:\nb: ~", "a: , b: ~"), ("a: |\n  x\n   y\n", "a: 'x\n y\n'"), ("# only a note", ""),
      ("{mse.reduction: sum, delta: 1}", "mse.reduction: sum, delta: 1"), ("", ""),
      ("a: \"x\\ny\\u00e9\"", "a: 'x\nyé'"),
    ] as [(String, String)])
  func readsYAML(yaml: String, expected: String) throws {
    for lineEnd in ["\n", "\r\n"] {
      let text = "---\n\(yaml)\n---\nx\n".split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: lineEnd)
      let (document, diagnostics) = MarkdownDocument.parse(SourceText(name: "a.md", text))
      let frontMatter = try #require(document.frontMatter)
      #expect(outline(frontMatter.entries) == expected)
      #expect(diagnostics.isEmpty)
      #expect(Outline.of(document.blocks) == "p(x)")
    }
  }

  @Test("says where keys and values stand")
  func placesValues() {
    let source = SourceText(
      name: "a.md",
      "\u{FEFF}---\nü: \"Größe\"\nlist:\n  - a b\n  - {k: v}\nt: |\n  one\n   two\n---\n")
    let entries = MarkdownDocument.parse(source).document.frontMatter?.entries ?? []
    #expect(entries.map { source.text(in: $0.key.span) } == ["ü", "list", "t"])
    #expect(
      entries.map { source.text(in: $0.value.span) } == [
        "\"Größe\"", "- a b\n  - {k: v}", "|\n  one\n   two",
      ])
    guard case .scalar(let text) = entries.last?.value else { return }
    #expect(text.text == "one\n two\n")
    #expect(source.bytes[text.excerpt.offset(of: 5)] == UInt8(ascii: "t"))
  }

  @Test(
    "is only what stands at the very start",
    arguments: [
      ("\n---\na: 1\n---\n", false), ("--- \na: 1\n---\n", true), ("----\na: 1\n---\n", false),
      ("---\na: 1\n...\n", true), ("---\na: 1\n---", true), ("x\n---\n", false),
    ])
  func standsAtStart(markdown: String, isThere: Bool) {
    let document = MarkdownDocument.parse(SourceText(name: "a.md", markdown)).document
    #expect((document.frontMatter != nil) == isThere)
  }

  @Test(
    "refuses what could blow up",
    arguments: [
      "a: &a [x]\nb: [*a, *a]", "a: \(String(repeating: "[", count: 20_000))",
      "a: \(String(repeating: "{b: ", count: 20_000))",
      (0..<3_000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
      "\(String(repeating: "- ", count: 20_000))x",
    ])
  func refusesBombs(yaml: String) {
    let source = SourceText(name: "a.md", "---\n\(yaml)\n---\nx")
    let (document, diagnostics) = MarkdownDocument.parse(source)
    #expect(diagnostics.count == 1)
    #expect(document.frontMatter?.entries.isEmpty == true)
    #expect(Outline.of(document.blocks) == "p(x)")
  }

  @Test("reads 50,000 keys without comparing each with each", .timeLimit(.minutes(1)))
  func readsManyKeys() {
    let yaml = (0..<50_000).map { "k\($0): \($0)" }.joined(separator: "\n")
    let source = SourceText(name: "a.md", "---\n\(yaml)\n---\n")
    #expect(MarkdownDocument.parse(source).document.frontMatter?.entries.count == 50_000)
  }
}
