import Foundation
import Testing

/// The reference of the language is a notebook, and so are the pages of mistakes and of workings.
@Suite("The documents")
struct DocumentTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs")

  @Test("are notebooks without a fault", arguments: ["language.md", "mistakes.md", "workings.md"])
  func areNotebooks(_ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let outcome = try CommandTests().call("check", file.path)
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(outcome.complaints == "")
  }

  /// Every process hashes with a seed of its own.
  @Test("give the same bytes twice", arguments: ["language.md", "mistakes.md", "workings.md"])
  func sameBytes(_ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let pages = try (0..<2).map { _ in
      try CommandTests().call("render", file.path, "-o", "-").output
    }
    let unseeded = try CommandTests().call(
      "render", file.path, "-o", "-", environment: ["SWIFT_DETERMINISTIC_HASHING": "1"])
    #expect(pages[0] == pages[1])
    #expect(pages[0] == unseeded.output)
    #expect(pages[0].count > 10_000)
  }

  @Test("tell a dozen mistakes apart")
  func tellMistakesApart() throws {
    let file = Self.folder.appendingPathComponent("mistakes.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let blocks = text.components(separatedBy: "```dl {fails}\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(blocks.count == 10)
    for block in blocks {
      let outcome = try CommandTests().call("eval", "-", input: Array(block.utf8))
      #expect(outcome.status == 1)
      // Each message has its place and a way out.
      let count = outcome.complaints.components(separatedBy: ": error: ").count - 1
      #expect(count >= 1)
      #expect(outcome.complaints.components(separatedBy: "^").count - 1 >= count)
    }
  }
}
