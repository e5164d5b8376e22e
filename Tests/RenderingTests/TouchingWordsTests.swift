import Testing

@testable import Rendering

@Suite("Words that touch a formula")
struct TouchingWordsTests {
  private static let texts = [
    "", " ", "a", ", and", ".", "is", "abcdefghijkl", "abcdefghijklm", "abcdefghijk m",
    "abcdefghijkl\u{301}m", "x\u{301}, y", " \u{301}x", "é, è", "a\u{A0}b", "a\r\nb", "ab\r\n",
    "日本語の文章はこのように長く続きます。", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦 and 👩‍👩‍👧‍👦", "a\u{1}b c\u{7F}d", "\tx\t",
    "one two three four five", "onetwothreefourfive six", "six onetwothreefourfive",
    "\u{600}abcdefghijkl",
  ]

  @Test("are counted like Swift's characters at the start", arguments: texts)
  func start(_ words: String) {
    let expected = words.prefix { !$0.isWhitespace }.prefix(12).utf8.count
    #expect(TouchingWords.startCount(of: words) == expected)
  }

  @Test("are counted like Swift's characters at the end", arguments: texts)
  func end(_ words: String) {
    let touching = words.suffix(12).reversed().prefix { !$0.isWhitespace }
    #expect(TouchingWords.endCount(of: words, from: 0) == String(touching).utf8.count)
    let start = TouchingWords.startCount(of: words)
    let rest = words.utf8.dropFirst(start)
    let behind = Substring(rest).suffix(12).reversed().prefix { !$0.isWhitespace }
    #expect(TouchingWords.endCount(of: words, from: start) == String(behind).utf8.count)
  }
}
