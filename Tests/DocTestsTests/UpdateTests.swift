import Source
import Testing

@testable import DocTests

/// What an update writes, and that it touches nothing else.
@Suite("Updating stored outputs")
struct UpdateTests {
  static func inspect(_ text: String) -> Inspection {
    Inspection(SourceText(name: "exam.md", text))
  }

  static func updated(_ text: String, isForced: Bool = false) -> String {
    String(decoding: Update(inspect(text), isForced: isForced).bytes, as: UTF8.self)
  }

  /// The text without everything from a first comment's line to a last one's.
  static func stripped(_ text: String) -> String {
    var kept = ""
    var isInside = false
    for line in text.linesWithEnds {
      if line.contains("<!-- dl:output ") { isInside = true }
      if !isInside { kept += line }
      if line.contains("<!-- dl:end -->") { isInside = false }
    }
    return kept
  }

  @Test("a result stands right under its block, between two comments")
  func writesRegion() {
    let text = "# Sum\n\n```dl\nx = 2\ny = x + 1\ny\n```\n\nAfter.\n"
    let content = "$$\ny = x + 1 = 2 + 1 = 3\n$$\n"
    #expect(
      Self.updated(text) == """
        # Sum

        ```dl
        x = 2
        y = x + 1
        y
        ```
        <!-- dl:output 1 sum=\(Checksum.text(of: content)) -->

        \(content)
        <!-- dl:end -->

        After.

        """)
  }

  /// Files whose bytes outside of regions are easily damaged.
  static let files: [String] = [
    "```dl\n1 + 1\n```\n", "```dl\n1 + 1\n```", "```dl\r\n1 + 1\r\n```\r\n\r\nb  \r\n",
    "\u{FEFF}# T\r\n\r\n```dl\r\n1 + 1\r\n```\r\nnext\r\n", "a\r\r```dl\r1 + 1\r```\r\rb\r",
    "text  \n\n```dl {#sum}\n1 + 1\n```   \n\t\nmore\t \n\n\n",
    "~~~dl\n1 + 1\n~~~\n~~~dl\n2 + 2\n~~~\n",
    "- item\n\n  ```dl\n  1 + 1\n  ```\n\n  more\n- next\n",
    "> quoted\n>\n> ```dl\n> 1 + 1\n> ```\n>\n> more\n",
    "1. a\n   - b\n\n     ```dl\n     1 + 1\n     ```\n\nend\n",
    "a[^1]\n\n[^1]: Note.\n\n    ```dl\n    1 + 1\n    ```\n",
    "   ```dl\n   1 + 1\n   ```\nend\n", "> - ```dl\n>   1 + 1\n>   ```\n",
    "```dl\n1 + 1\n```\n$$\nx\n$$\n",
    "---\ntitle: T\n---\n```dl\n1 + 1\n```\n## H\n", "```dl\r\n1 + 1\n```\r\nmixed\n",
    "Café 日本 🎓\n\n```dl\n1 + 1\n```\n\u{2028}é\n",
    "- ```dl\n  1 + 1\n  ```\n- ```dl\n  2 + 2\n  ```",
  ]

  @Test("everything else stays as it is, twice is once, and then the test passes", arguments: files)
  func keepsTheRest(_ text: String) {
    let once = Self.updated(text)
    #expect(once.contains("dl:output"), "\(once)")
    let kept = Self.stripped(once)
    // Behind a last line without an end, one has to be written.
    #expect(kept == text || kept.dropLastLineEnd == text, "\(kept.debugDescription)")
    #expect(Self.updated(once) == once)
    let inspection = Self.inspect(once)
    #expect(
      inspection.orphans.isEmpty
        && inspection.blocks.allSatisfy { $0.stored != nil && !$0.isEdited })
    #expect(NotebookTest(inspection).hasPassed)
  }

  @Test("regions take the line ends of their file")
  func keepsLineEnds() {
    for text in ["```dl\r\n1 + 1\r\n```\r\n", "\u{FEFF}```dl\r\n1 + 1\r\n```"] {
      let bytes = Array(Self.updated(text).utf8)
      let feeds = bytes.indices.filter { bytes[$0] == 0x0A }
      #expect(feeds.count > 5 && feeds.allSatisfy { $0 > 0 && bytes[$0 - 1] == 0x0D })
    }
    #expect(!Self.updated("```dl\r1 + 1\r```\r").utf8.contains(0x0A))
  }

  @Test("a file whose line ends were converted is still up to date")
  func survivesConversion() {
    let once = Self.updated("a\n\n```dl\n1 + 1\n```\n\nb\n")
    let converted = once.split(separator: "\n", omittingEmptySubsequences: false).joined(
      separator: "\r\n")
    #expect(Self.updated(converted) == converted)
    #expect(NotebookTest(Self.inspect(converted)).hasPassed)
  }

  @Test("a block put in the middle disturbs no other region")
  func insertsInTheMiddle() {
    let first = Self.updated(
      "```dl\n1 + 1\n```\n\n```dl {#b caption=\"Rows\"}\ntable(x^2, x in [1, 2])\n```\n")
    let place = first.firstRange(of: "\n```dl {#b")?.lowerBound ?? first.endIndex
    let more = first[..<place] + "\n```dl\n3 + 3\n```\n" + first[place...]
    let second = Self.updated(String(more))
    for region in first.regions { #expect(second.contains(region)) }
    #expect(second.regions.count == 3)
    #expect(NotebookTest(Self.inspect(second)).hasPassed)
  }

  @Test("an edited region is left alone and named, unless it is to be overwritten")
  func refusesEdits() {
    let once = Self.updated("```dl {#sum}\n1 + 1\n```\n\n```dl\n2 + 2\n```\n")
    let edited = once.replacingFirst("= 2\n", with: "= 5\n")
    let update = Update(Self.inspect(edited))
    #expect(String(decoding: update.bytes, as: UTF8.self) == edited)
    #expect(update.refusals.map(\.message.text) == ["the stored output 'sum' was edited by hand"])
    #expect(Self.updated(edited, isForced: true) == once)
    // The other block is not held up.
    let both = edited.replacingFirst("2 + 2\n```", with: "2 + 3\n```")
    #expect(Self.updated(both).contains("2 + 3 = 5"))
    #expect(Self.updated(both).contains("1 + 1 = 5"))
  }

  @Test("an orphan is removed, an edited one only by force")
  func removesOrphans() {
    let once = Self.updated("a\n\n```dl\n1 + 1\n```\n\nb\n")
    let orphaned = once.replacingFirst("```dl\n1 + 1\n```\n", with: "")
    let update = Update(Self.inspect(orphaned))
    #expect(update.changes.map(\.kind) == [.removed])
    #expect(String(decoding: update.bytes, as: UTF8.self) == "a\n\n\nb\n")
    let edited = orphaned.replacingFirst("= 2", with: "= 3")
    #expect(Self.updated(edited) == edited)
    #expect(Self.updated(edited, isForced: true) == "a\n\n\nb\n")
    // Words between block and region part them.
    let parted = once.replacingFirst("```\n<!--", with: "```\n\nword\n\n<!--")
    #expect(Update(Self.inspect(parted)).changes.map(\.kind) == [.added, .removed])
    // The second of two belongs to no block.
    let doubled = once.replacingFirst("<!-- dl:output", with: once.regions[0] + "\n<!-- dl:output")
    #expect(Self.inspect(doubled).orphans.count == 1)
  }

  @Test("an output that shows nothing any more goes, one that shows nothing never comes")
  func emptyOutputs() {
    #expect(Self.updated("```dl\nx = 1\n```\n") == "```dl\nx = 1\n```\n")
    let once = Self.updated("```dl\nx = 1\nx\n```\n")
    let less = once.replacingFirst("x = 1\nx\n", with: "x = 1\n")
    #expect(NotebookTest(Self.inspect(less)).entries.map(\.status) == [.drifted])
    #expect(Self.updated(less) == "```dl\nx = 1\n```\n")
  }

  @Test("a region without its end is the author's to mend: nothing in the file is written")
  func refusesOpenRegions() {
    let once = Self.updated("```dl\n1 + 1\n```\n\n```dl\n2 + 2\n```\n")
    for mark in [
      "<!-- dl:end -->", "<!-- dl:output 2 sum=\(Checksum.text(of: "$$\n2 + 2 = 4\n$$\n")) -->",
    ] {
      let broken = once.replacingFirst(mark, with: "")
      #expect(broken != once)
      let update = Update(Self.inspect(broken), isForced: true)
      #expect(!update.isNeeded && !update.refusals.isEmpty, "\(mark)")
    }
  }

  @Test("a block that fails keeps what is stored")
  func keepsOutputOfFailures() {
    let once = Self.updated("```dl\nx = 1\nx + 1\n```\n")
    let broken = once.replacingFirst("x + 1\n", with: "x + y1\n")
    #expect(Self.updated(broken) == broken)
    #expect(NotebookTest(Self.inspect(broken)).entries.map(\.status) == [.failed])
    let failing = "```dl {fails}\nlog(0)\n```\n"
    #expect(Self.updated(failing).contains("> **Error:**"))
    #expect(NotebookTest(Self.inspect(Self.updated(failing))).hasPassed)
  }

  @Test("a name of the author's is kept up, a number stays for the reader")
  func keepsNamesUp() {
    let once = Self.updated("```dl {#old}\n1 + 1\n```\n")
    #expect(
      Self.updated(once.replacingFirst("#old", with: "#new")).contains("<!-- dl:output new sum="))
  }

  @Test("comments that are shown as code, or hold words, are no regions")
  func leavesExamplesAlone() {
    let shown = "````\n<!-- dl:output 1 sum=0 -->\n<!-- dl:end -->\n````\n\n    <!-- dl:end -->\n"
    #expect(Self.updated(shown + "\n```dl\nx = 1\n```\n") == shown + "\n```dl\nx = 1\n```\n")
  }

  @Test("what a stored output holds is no part of the notebook")
  func hidesContent() {
    let text =
      "```dl\n1\n```\n<!-- dl:output 1 sum=0 -->\n\n# H {#h marks=3}\n\n@nothing $\\frac$ [^x] `dl y`\n\n<!-- dl:end -->\n"
    let inspection = Self.inspect(text)
    #expect(inspection.otherDiagnostics.isEmpty && inspection.blocks.count == 1)
  }

  @Test("chance: notebooks made of many pieces in every order", arguments: 0..<60)
  func survivesChance(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func pick(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    let pieces = [
      "```dl\na\(seed) = 3\na\(seed)\n```", "word  ", "",
      "- item\n\n  ~~~~dl {#i\(pick(1000))}\n  [1, 2]\n  ~~~~",
      "> ```dl\n> 1/3\n> ```", "$$\nx\n$$", "| a |\n| - |\n| b |", "<!-- note -->",
      "```\ncode\n```",
      "```dl\nexpect 1 < 2\n```", "\t", "```dl {digits=7}\ntanh(0.3)\n```",
      "```dl\nx\(pick(9999)) = \"<!-- dl:end -->\"\n```",
    ]
    var text = ""
    for _ in 0..<(1 + pick(12)) {
      text += pieces[pick(pieces.count)] + "\n"
      if pick(3) > 0 { text += "\n" }
    }
    let lineEnd = ["\n", "\r\n", "\r"][pick(3)]
    text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
    if pick(4) == 0 { text = String(text.dropLastLineEnd) }
    let once = Self.updated(text)
    let kept = Self.stripped(once)
    #expect(kept == text || kept.dropLastLineEnd == text, "seed \(seed): \(text.debugDescription)")
    #expect(Self.updated(once) == once, "seed \(seed): \(text.debugDescription)")
    let entries = NotebookTest(Self.inspect(once)).entries
    #expect(
      !entries.contains { [.drifted, .missing, .orphaned].contains($0.status) }, "seed \(seed)")
  }
}

extension String {
  /// The lines with their ends: LF, CRLF or CR.
  var linesWithEnds: [String] {
    var lines: [String] = [""]
    var bytes = Array(utf8)[...]
    var line: [UInt8] = []
    lines = []
    while let byte = bytes.popFirst() {
      line.append(byte)
      if byte == 0x0D, bytes.first == 0x0A { continue }
      if byte == 0x0A || byte == 0x0D {
        lines.append(String(decoding: line, as: UTF8.self))
        line = []
      }
    }
    return line.isEmpty ? lines : lines + [String(decoding: line, as: UTF8.self)]
  }

  var dropLastLineEnd: String {
    guard let last = last, last.isNewline else { return self }
    return String(dropLast())
  }

  /// From each first comment to its last one.
  var regions: [String] {
    var found: [String] = []
    var region = ""
    for line in linesWithEnds {
      if line.contains("<!-- dl:output ") { region = "" }
      region += line
      if line.contains("<!-- dl:end -->") { found.append(region) }
    }
    return found.map { text in
      text.firstRange(of: "<!-- dl:output ").map { String(text[$0.lowerBound...]) } ?? text
    }
  }

  func replacingFirst(_ text: String, with other: String) -> String {
    guard let range = firstRange(of: text) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: other)
    return copy
  }
}
