import Manuscripts
import Source
import Testing

@Suite("Marks")
struct MarksTests {
  @Test(
    "are whole and half, exactly",
    arguments: [
      ("4", 8, "4"), ("1.5", 3, "1½"), ("½", 1, "½"), ("2½", 5, "2½"), ("0.5", 1, "½"),
      ("1/2", 1, "½"), ("2 1/2", 5, "2½"), ("2 ½", 5, "2½"), (" 1 ", 2, "1"),
      ("1+1+2", 8, "4"), ("1 + ½", 3, "1½"), ("3.0", 6, "3"), ("0", 0, "0"),
    ])
  func readsWholeAndHalf(_ text: String, _ halves: Int, _ shown: String) throws {
    let marks = try #require(Marks(text))
    #expect(marks.halves == halves)
    #expect(marks.description == shown)
  }

  @Test(
    "reject what is neither",
    arguments: [
      "", "x", "-1", "1.25", "1+", "+", "1e3", "10001", "٣", "1,5", "½½", ".5.5", "21/2", "3/2",
      "1 1", "1 .5",
    ])
  func rejectsOthers(_ text: String) {
    #expect(Marks(text) == nil)
  }

  @Test("show their terms")
  func showsTerms() {
    #expect(Marks("1+1+2")?.sum == "1 + 1 + 2 = 4")
    #expect(Marks("2.5")?.sum == "2½")
  }

  @Test("of parts must add up to the question's")
  func comparesWithParts() {
    let manuscript = read(
      """
      ## One {marks=4}
      ### {marks=1}
      ### {marks=½}
      ### {marks=9 bonus}
      ## Two {marks=3}
      ### {marks="1+1"}
      ### {marks=1}
      """)
    #expect(manuscript.findings == ["1:15 marks-differ"])
    #expect(manuscript.diagnostics.first?.message.text == "the parts add up to 1 + ½ = 1½, not 4")
  }

  @Test("of questions must add up to the front matter's")
  func comparesWithFrontMatter() {
    let text = "---\nmarks: 10\n---\n## A {marks=4}\n## B {marks=5}\n## C {marks=1 bonus}\n"
    #expect(read(text).findings == ["2:8 marks-differ"])
    let right = text.replacing("marks: 10", with: "marks: 9")
    #expect(read(right).findings == [])
  }

  @Test("awarded in a marking section must add up to the question's")
  func comparesWithMarkingItems() {
    let text = "## A {marks=2}\n### Marking\n- [1] formula\n- [½] number\n"
    #expect(read(text).findings == ["2:1 marks-differ"])
    #expect(read(text.replacing("[½]", with: "[1]")).findings == [])
  }

  @Test("awarded may be halves however they are written, in any list")
  func readsAwards() {
    let text =
      "## A {marks=4}\n### Marking\n1. [0.5] a\n2. [1/2] b\\_c\n\n- [ 1 ] c\n- [1½] d\n- [½] e\n"
    #expect(read(text).findings == [])
    #expect(read(text.replacing("[½]", with: "[1]")).findings == ["2:1 marks-differ"])
  }

  @Test(
    "awarded that cannot be read are told at their item",
    arguments: ["[2 marks]", "[two]", "[0.25]", "[1 mark]", "[1,5]", "[half]"])
  func reportsBadAwards(_ award: String) {
    let text = "## A {marks=3}\n### Marking\n- [1] a\n- \(award) b\n- [see the key] c\n"
    let manuscript = read(text)
    #expect(manuscript.findings == ["4:3 bad-marks"])
    #expect(manuscript.diagnostics.first?.message.text == "'\(award)' says no marks")
  }

  @Test("that cannot be read are told at their place")
  func reportsBadMarks() {
    #expect(read("## A {marks=four}\n").findings == ["1:13 bad-option"])
  }
}
