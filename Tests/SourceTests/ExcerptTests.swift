import Source
import Testing

@Suite("Excerpts")
struct ExcerptTests {
  /// `a\nbc\n` out of `> a\r\n> bc\n`.
  private var quoted: Excerpt {
    var excerpt = Excerpt("a", at: 2)
    excerpt.append("\n", at: 3)
    excerpt.append("bc", at: 7)
    excerpt.append("\n", at: 9)
    return excerpt
  }

  @Test("maps offsets back to the file")
  func mapsOffsets() {
    #expect(quoted.text == "a\nbc\n")
    #expect((0...5).map(quoted.offset) == [2, 3, 7, 8, 9, 10])
    #expect(quoted.span(of: Span(2, 4)) == Span(7, 9))
    #expect(quoted.span(of: Span(0, 3)) == Span(2, 8))
    #expect(quoted.span == Span(2, 10))
  }

  @Test("joins pieces that touch")
  func joinsPieces() {
    var joined = Excerpt("ab", at: 5)
    joined.append("cd", at: 7)
    #expect(joined == Excerpt("abcd", at: 5))
  }

  @Test("takes excerpts of excerpts")
  func composes() {
    let inner = Excerpt("\nbc", at: 1)
    let moved = quoted.relocated(inner)
    #expect(moved.text == "\nbc")
    #expect((0..<3).map(moved.offset) == [3, 7, 8])
    #expect(quoted.relocated(Excerpt("", at: 2)).span == Span(7, 7))
  }

  @Test("moves diagnostics into the file")
  func relocatesDiagnostics() {
    let found = Diagnostic(
      .error, .init("code", "text"), at: Span(2, 4), notes: [.init("note", at: Span(0, 1))])
    let moved = quoted.relocated(found)
    #expect(moved.span == Span(7, 9))
    #expect(moved.notes == [.init("note", at: Span(2, 3))])
  }
}
