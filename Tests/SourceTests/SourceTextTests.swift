import Source
import Testing

@Suite("Source text")
struct SourceTextTests {
  @Test(
    "finds the line and column of every offset",
    arguments: [
      ("abc\ndef", 0, 1, 1), ("abc\ndef", 2, 1, 3), ("abc\ndef", 3, 1, 4), ("abc\ndef", 4, 2, 1),
      ("abc\ndef", 7, 2, 4), ("a\r\nb\rc\n", 3, 2, 1), ("a\r\nb\rc\n", 5, 3, 1),
      ("a\r\nb\rc\n", 7, 4, 1), ("é∑x", 5, 1, 3), ("e\u{301}x", 3, 1, 2), ("", 0, 1, 1),
      ("\u{FEFF}abc", 3, 1, 1), ("\u{FEFF}abc", 4, 1, 2), ("👩‍🔬 x", 12, 1, 3),
    ])
  func findsPosition(text: String, offset: Int, line: Int, column: Int) {
    let source = SourceText(name: "a.md", text)
    #expect(source.position(at: offset) == SourceText.Position(line: line, column: column))
  }

  @Test(
    "gives lines without their ends",
    arguments: [
      ("a\nb\n", ["a", "b", ""]), ("a\r\nb", ["a", "b"]), ("a\rb\r", ["a", "b", ""]), ("", [""]),
      ("\n\r\n\r", ["", "", "", ""]), ("\u{FEFF}x\n", ["x", ""]),
    ])
  func givesLines(text: String, lines: [String]) {
    let source = SourceText(name: "a.md", text)
    #expect(source.lineCount == lines.count)
    #expect((1...source.lineCount).map(source.text(ofLine:)) == lines)
  }

  @Test("answers for places that do not exist")
  func answersOutside() {
    let source = SourceText(name: "a.md", "ab\nc")
    #expect(source.text(ofLine: 0) == "")
    #expect(source.text(ofLine: 9) == "")
    #expect(source.text(in: Span(-4, 99)) == "ab\nc")
    #expect(source.position(at: 99) == SourceText.Position(line: 2, column: 2))
    #expect(source.line(at: -1) == 1)
  }

  @Test(
    "says why bytes are no text",
    arguments: [
      ([0x61, 0xFF, 0x62], "not-utf8", 1), ([0xC3], "not-utf8", 0),
      ([0xED, 0xA0, 0x80], "not-utf8", 0),
      ([0x61, 0x00], "nul-character", 1),
    ] as [([UInt8], String, Int)])
  func reportsNoText(bytes: [UInt8], code: String, offset: Int) {
    let source = SourceText(name: "a.md", bytes: bytes)
    #expect(source.problems.map(\.message.code) == [code])
    #expect(source.problems.first?.span.start == offset)
  }

  @Test("refuses more than 64 MiB")
  func refusesHugeFiles() {
    let bytes = [UInt8](repeating: 0x61, count: SourceText.sizeLimit + 1)
    let source = SourceText(name: "a.md", bytes: bytes)
    #expect(source.problems.map(\.message.code) == ["file-too-large"])
    #expect(source.bytes.isEmpty)
  }
}
