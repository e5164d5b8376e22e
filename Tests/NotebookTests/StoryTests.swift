import Foundation
import Testing

/// The commands of `docs/testing.md` print what the page says.
@Suite("The story of the documentation")
struct StoryTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A fenced listing of a page.
  struct Listing {
    let head: String
    let lines: [String]
    /// The line behind the head, from 0.
    let start: Int
  }

  static func listings(of page: [String]) -> [Listing] {
    var found: [Listing] = []
    var at = 0
    while at < page.count {
      let fence = page[at].prefix { $0 == "`" }
      guard fence.count > 2 else {
        at += 1
        continue
      }
      let end = page[(at + 1)...].firstIndex { $0 == fence } ?? page.count
      found.append(
        Listing(
          head: String(page[at].dropFirst(fence.count)), lines: Array(page[(at + 1)..<end]),
          start: at + 1))
      at = end + 1
    }
    return found
  }

  /// Runs a line of a shell in a folder; output and complaints as they come.
  static func run(_ command: String, in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1; " + command]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    let programs = CommandTests.program.deletingLastPathComponent().path
    environment["PATH"] = programs + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// With `RECORD=1` in the environment the page is written anew, and the test fails.
  @Test("every command prints what the page says")
  func storyIsTrue() throws {
    let file = Self.root.appendingPathComponent("docs/testing.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    var lines = page.components(separatedBy: "\n")
    let folder = try CommandTests().folder
    defer { try? FileManager.default.removeItem(at: folder) }
    var commandCount = 0
    var replacements: [(Range<Int>, [String])] = []
    for listing in Self.listings(of: lines) {
      if listing.head.hasPrefix("markdown {caption=\"") {
        let name = listing.head.components(separatedBy: "\"")[1]
        let text = listing.lines.map { $0 + "\n" }.joined()
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
      guard listing.head == "console" else { continue }
      var printed: [String] = []
      for command in listing.lines where command.hasPrefix("$ ") {
        commandCount += 1
        printed.append(command)
        let output = try Self.run(String(command.dropFirst(2)), in: folder)
        printed += output.components(separatedBy: "\n").dropLast()
      }
      #expect(printed == listing.lines, "\(printed.joined(separator: "\n"))")
      replacements.append((listing.start..<(listing.start + listing.lines.count), printed))
    }
    #expect(commandCount > 10)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      for (range, printed) in replacements.reversed() {
        lines.replaceSubrange(range, with: printed)
      }
      try Data(lines.joined(separator: "\n").utf8).write(to: file)
    }
  }

  @Test("the workflow of the README runs, and tells GitHub where")
  func workflowRuns() throws {
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let command = try #require(
      readme.components(separatedBy: "\n").first { $0.contains("run: notebook test") })
    let folder = try CommandTests().folder
    defer { try? FileManager.default.removeItem(at: folder) }
    let exams = folder.appendingPathComponent("exams")
    try FileManager.default.createDirectory(at: exams, withIntermediateDirectories: true)
    let notebook = exams.appendingPathComponent("a.md")
    try Data("```dl\nx = 1\nx\n```\n".utf8).write(to: notebook)
    _ = try Self.run("notebook update exams", in: folder)
    let line = String(command.drop { $0 != "r" }.dropFirst(5))
    #expect(try Self.run(line, in: folder).contains("1 block: 1 passed"))
    _ = try Self.run("sed -i.bak '2s/1/2/' exams/a.md", in: folder)
    let output = try Self.run(line, in: folder)
    #expect(
      output.contains(
        "::error file=exams/a.md,line=1,title=1%3A drifted::x: 1 was stored, 2 now%0A"))
    let report = try String(
      contentsOf: folder.appendingPathComponent("notebooks.xml"), encoding: .utf8)
    #expect(report.contains("failures=\"1\""))
  }
}
