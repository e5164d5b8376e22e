import Foundation
import Testing

@testable import notebook

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// `update`, `test`, `check` and `audit` as their users call them.
@Suite("Commands of stored outputs")
struct DocTestCommandTests {
  let folder: URL

  init() throws {
    folder = try CommandTests().folder
  }

  private func write(_ text: String, as name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
  }

  private func call(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> CommandTests.Outcome {
    let process = Process()
    process.executableURL = CommandTests.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, complaints) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return CommandTests.Outcome(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      complaints: String(decoding: complained, as: UTF8.self))
  }

  private func setMode(_ path: String, _ mode: mode_t) -> Bool {
    unsafe chmod(path, mode) == 0
  }

  private static let block = "```dl\nx = 2\nx\n```\n"

  @Test("update writes, --check only says, test passes")
  func updates() throws {
    let file = try write(Self.block, as: "a.md")
    let check = try call("update", "--check", "a.md")
    #expect(check.status == 1 && check.complaints == "a.md:1: 1: would be added\n")
    #expect(try text(file) == Self.block)
    #expect(try call("update", "a.md").status == 0)
    #expect(try text(file).contains("<!-- dl:output 1 sum="))
    #expect(try call("update", "--check", "a.md").status == 0)
    #expect(try call("test", "a.md").status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.md"])
  }

  @Test(
    "folders are searched in order; hidden ones, links and files without blocks are passed over")
  func searchesFolders() throws {
    for name in ["exams/b.md", "exams/a.md", "exams/deep/c.md", "exams/.git/d.md"] {
      _ = try write(Self.block, as: name)
    }
    _ = try write("words\n", as: "exams/words.md")
    _ = try write(Self.block, as: "exams/notes.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/exams/loop", withDestinationPath: folder.path + "/exams")
    let outcome = try call("test", "exams", "exams/a.md")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        exams/a.md:1: 1: passed
        exams/b.md:1: 1: passed
        exams/deep/c.md:1: 1: passed
        3 blocks: 3 passed

        """)
    for command in ["test", "update", "check", "audit"] {
      #expect(try call(command, "exams/nothing.md").status == 2, "\(command)")
    }
    _ = try write("words\n", as: "empty/words.md")
    for command in ["test", "update", "check", "audit"] {
      let none = try call(command, "empty")
      #expect(none.status == 1 && none.complaints.contains("there is no notebook with 'dl' blocks"))
    }
  }

  @Test("a filter that selects nothing is said, and exits with 1")
  func selectsNothing() throws {
    _ = try write("```dl {#sum}\n1 + 1\n```\n\n```dl {#bad}\nexpect 1 == 2\n```\n", as: "a.md")
    let none = try call("test", "a.md", "--filter", "nothing")
    #expect(none.status == 1 && none.complaints.contains("no block that --filter selects"))
    let one = try call("test", "a.md", "--filter", "sum")
    #expect(one.status == 0 && one.output == "a.md:1: sum: passed\n1 block: 1 passed\n")
    #expect(try call("test", "a.md").status == 1)
  }

  @Test("several reports go to several places at once")
  func writesReports() throws {
    _ = try write(Self.block, as: "a.md")
    let outcome = try call("test", "a.md", "--report", "tap,junit=r.xml", "--report", "json=r.json")
    #expect(outcome.status == 0 && outcome.output == "TAP version 13\n1..1\nok 1 - a.md:1 1\n")
    #expect(try text(folder.path + "/r.xml").hasPrefix("<?xml"))
    #expect(try text(folder.path + "/r.json").contains("\"passed\": true"))
    let wrong = try call("test", "a.md", "--report", "juint")
    #expect(wrong.status == 64 && wrong.complaints.contains("did you mean 'junit'?"))
    #expect(try call("test", "a.md", "--report", "tap=/nowhere/x").status == 2)
    #expect(try call("test", "a.md", "--jobs", "0").status == 64)
  }

  @Test("--accept stores what drifted and nothing else; without it no notebook is written")
  func accepts() throws {
    let file = try write("```dl {#a}\nx = 1\nx\n```\n\n```dl {#b}\ny = 5\ny\n```\n", as: "a.md")
    _ = try call("update", "a.md")
    let changed = try text(file).replacingOccurrences(of: "x = 1\nx", with: "x = 3\nx")
      .replacingOccurrences(of: "y = 5\ny\n", with: "y = 6\ny\n")
    _ = try write(changed, as: "a.md")
    #expect(try call("test", "a.md").status == 1)
    #expect(try text(file) == changed)
    #expect(try call("test", "--accept", "--filter", "a", "a.md").status == 0)
    let accepted = try text(file)
    #expect(accepted.contains("x = 3\n$$") && accepted.contains("y = 5\n$$"))
    #expect(try call("test", "a.md").output.contains("2 blocks: 1 passed, 1 drifted"))
    _ = try write(accepted.replacingOccurrences(of: "x = 3\n$$", with: "x = 9\n$$"), as: "a.md")
    let refused = try call("test", "--accept", "a.md")
    #expect(refused.status == 1 && refused.complaints.contains("'a' was edited by hand"))
    #expect(try text(file).contains("x = 9\n$$") && text(file).contains("y = 6\n$$"))
  }

  @Test("links stay links, permissions stay, a read-only file stays as it is")
  func keepsFiles() throws {
    let file = try write(Self.block, as: "deep/real.md")
    #expect(setMode(file, 0o640))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.md", withDestinationPath: "deep/real.md")
    #expect(try call("update", "link.md").status == 0)
    #expect(try text(file).contains("dl:output"))
    let link = try FileManager.default.attributesOfItem(atPath: folder.path + "/link.md")
    #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let locked = try write(Self.block, as: "locked.md")
    #expect(setMode(locked, 0o444))
    let outcome = try call("update", "locked.md")
    #expect(outcome.status == 2 && outcome.complaints.contains("it is read-only"))
    #expect(try text(locked) == Self.block)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["deep", "link.md", "locked.md"])
  }

  @Test("a folder that cannot be written keeps its notebook", .enabled(if: geteuid() != 0))
  func keepsLockedFolder() throws {
    let file = try write(Self.block, as: "locked/a.md")
    #expect(setMode(folder.path + "/locked", 0o555))
    #expect(try call("update", "locked/a.md").status == 2)
    #expect(try text(file) == Self.block)
    #expect(setMode(folder.path + "/locked", 0o755))
  }

  @Test("updates at once leave the new version, whole, and no litter")
  func updatesAtOnce() throws {
    let many = (1...60).map { "```dl\nx\($0) = \($0)\nx\($0)\n```\n\nwords\n\n" }.joined()
    let file = try write(many, as: "a.md")
    let processes = try (0..<6).map { _ in
      let process = Process()
      process.executableURL = CommandTests.program
      process.arguments = ["update", file]
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    // At every moment the file is the old one or the new one.
    var seen: Set<String> = []
    while processes.contains(where: \.isRunning) { seen.insert(try text(file)) }
    let written = try text(file)
    for process in processes {
      process.waitUntilExit()
      #expect([0, 2].contains(process.terminationStatus))
    }
    #expect(seen.union([many, written]).count == 2)
    #expect(try call("test", "a.md").status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.md"])
  }

  @Test("the audit lists what is published, and fails on what it is told to")
  func audits() throws {
    _ = try write("```dl\nx = 2\npublished x = 3 from \"key\"\n```\n", as: "a.md")
    let outcome = try call("audit", ".")
    #expect(outcome.status == 0 && outcome.output.contains("1 published: 1 disagrees"))
    #expect(outcome.output.contains("a.md:3"))
    #expect(try call("audit", "a.md", "--fail-on", "disagrees").status == 1)
    #expect(try call("audit", "a.md", "--fail-on", "agrees-after-rounding").status == 0)
    #expect(try call("audit", "a.md", "--fail-on", "disagree").complaints.contains("did you mean"))
    let json = try call("audit", "a.md", "--json").output
    let table = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((table["totals"] as? [String: Int]) == ["disagrees": 1])
  }

  @Test("outputs depend on no locale, time zone, terminal, hash seed or number of jobs")
  func isDeterministic() throws {
    let text = """
      ```dl
      symbols a, b, c
      f = a*b + b*c + c*a
      gradient(f, wrt: [a, b, c])
      x = tanh(1234.5678/1000)
      x
      table([x^2, 10^7*x], x in [1, 2])
      plot(x^2, x in 0...2)
      published x = 0.85 from "key"
      ```

      """
    var results: Set<String> = []
    let environments: [[String: String]] = [
      [:], ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"], ["LC_ALL": "tr_TR.UTF-8"],
      ["TZ": "Pacific/Kiritimati"], ["TERM": "dumb", "COLUMNS": "20"], ["NO_COLOR": "1"],
      ["SWIFT_DETERMINISTIC_HASHING": "1"], ["HOME": "/nonexistent"],
    ]
    for (number, environment) in (environments + environments).enumerated() {
      for name in ["a.md", "b.md", "c.md"] { _ = try write(text, as: name) }
      let update = try call("update", ".", environment: environment)
      let jobs = String(1 + number % 4)
      let test = try call(
        "test", ".", "--jobs", jobs, "--report", "text,json,tap,junit", environment: environment)
      let audit = try call("audit", ".", environment: environment)
      let files = try ["a.md", "b.md", "c.md"].map { try self.text(folder.path + "/" + $0) }
      results.insert(
        ([update.complaints, test.output, audit.output] + files).joined(separator: "\u{1}"))
      #expect(update.status == 0 && test.status == 0, "\(update.complaints)\(test.output)")
    }
    #expect(results.count == 1)
  }
}
