import Foundation
import Testing

/// The program as its users call it: exit codes, messages and files.
@Suite("Commands")
struct CommandTests {
  /// What a call of the program gave.
  struct Outcome {
    let status: Int32
    let output: String
    let complaints: String
  }

  /// The program stands beside the tests that were built with it.
  static let program: URL = {
    let runner = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return runner.deletingLastPathComponent().appendingPathComponent("notebook")
  }()

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("notebook-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ bytes: [UInt8], as name: String = "exam.md") throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }

  func call(
    _ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = Self.program
    process.arguments = arguments
    let (standardInput, output, complaints) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
    try standardInput.fileHandleForWriting.close()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let said = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
      complaints: String(decoding: said, as: UTF8.self))
  }

  @Test("a pipe that a page is written to stays a pipe")
  func writesIntoPipes() throws {
    let file = try write(Array("# Hello\n".utf8))
    let pipe = folder.appendingPathComponent("pipe").path
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let reader = try #require(FileHandle(forUpdatingAtPath: pipe))
    #expect(try call("render", file, "-o", pipe).status == 0)
    let type = try FileManager.default.attributesOfItem(atPath: pipe)[.type]
    try #require(type as? FileAttributeType != .typeRegular)
    #expect(String(decoding: reader.availableData, as: UTF8.self).hasPrefix("<!DOCTYPE html>"))
  }

  @Test("images beside the notebook are embedded, those elsewhere are not")
  func embedsImages() throws {
    _ = try write(Array("GIF89a".utf8), as: "chart.png")
    let outside = FileManager.default.temporaryDirectory
      .appendingPathComponent("outside-\(UUID().uuidString).gif")
    try Data("GIF89a".utf8).write(to: outside)
    defer { try? FileManager.default.removeItem(at: outside) }
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("link.gif"), withDestinationURL: outside)
    let file = try write(Array("![a](chart.png)\n".utf8))
    let outcome = try call("render", file, "-o", "-")
    #expect(outcome.status == 0 && outcome.complaints.isEmpty, "\(outcome.complaints)")
    #expect(outcome.output.contains("src=\"data:image/gif;base64,R0lGODlh\""))
    #expect(try call("render", file, "-o", "-").output == outcome.output)
    for (path, code) in [
      ("link.gif", "is a link out of"), ("none.png", "there is no image"), (".", "cannot be read"),
      ("../\(outside.lastPathComponent)", "leads out of"), (outside.path, "absolute path"),
    ] {
      let file = try write(Array("![a](\(path))\n".utf8))
      let outcome = try call("render", file, "-o", "-")
      #expect(outcome.status == 1 && outcome.complaints.contains(code), "\(outcome.complaints)")
      #expect(!outcome.output.contains("src="))
    }
  }

  @Test("a missing image is told by check as by render")
  func checksImages() throws {
    _ = try write(Array("GIF89a".utf8), as: "chart.png")
    let file = try write(Array("![a](chart.png)\n\n![b](none.png){#fig-b}\n".utf8))
    let outcome = try call("check", file)
    #expect(outcome.status == 1 && outcome.complaints.contains(":3:1: error: there is no image"))
    #expect(!outcome.complaints.contains("chart.png'"))
  }

  @Test("a parameter takes only what its default is")
  func typesOverrides() throws {
    let file = try write(
      Array("---\nparams: {eta: 0.1, on: true, w: a}\n---\n\n`dl eta`\n".utf8))
    for (value, words) in [
      ("eta=abc", "takes a number, not 'abc'"), ("eta=", "takes a number, not ''"),
      ("on=5", "takes 'true' or 'false', not '5'"), ("et=1", "did you mean 'eta'?"),
    ] {
      let outcome = try call("render", file, "-o", "-", "--set", value)
      #expect(outcome.status == 64 && outcome.complaints.contains(words), "\(outcome.complaints)")
    }
    let outcome = try call("render", file, "-o", "-", "--set", "eta=.25", "--set", "w=5")
    #expect(outcome.status == 0 && outcome.output.contains("0.25"), "\(outcome.complaints)")
  }

  @Test("raw HTML is dropped unless it is asked for")
  func keepsRawHTML() throws {
    let file = try write(Array("a <mark>b</mark>\n".utf8))
    let dropped = try call("render", file, "-o", "-")
    #expect(dropped.status == 0 && dropped.complaints.contains("raw HTML is left out"))
    #expect(!dropped.output.contains("<mark>"))
    let kept = try call("render", file, "-o", "-", "--unsafe-html")
    #expect(kept.status == 0 && kept.complaints.isEmpty && kept.output.contains("<mark>b</mark>"))
  }

  @Test("a good notebook becomes a page beside it")
  func rendersAPage() throws {
    let file = try write(Array("# Sum\n\n```dl\nx = 2\ny = x + 1\ny\n```\n".utf8))
    let outcome = try call("render", file)
    #expect(outcome.status == 0 && outcome.complaints.isEmpty, "\(outcome.complaints)")
    let page = try String(contentsOf: folder.appendingPathComponent("exam.html"), encoding: .utf8)
    #expect(page.contains("<math") && page.contains("Content-Security-Policy"))
    #expect(!page.contains("<script"))
  }

  @Test("a block that fails is shown in place, the page is written, the exit code is 1")
  func failsInPlace() throws {
    let file = try write(Array("# Sum\n\n```dl\ny = sigmodi(1)\n```\n\nGoes on.\n".utf8))
    let outcome = try call("render", file)
    #expect(outcome.status == 1)
    #expect(outcome.complaints.contains("exam.md:4:5: error: unknown name 'sigmodi'"))
    #expect(outcome.complaints.contains("did you mean 'sigmoid'?"))
    let page = try String(contentsOf: folder.appendingPathComponent("exam.html"), encoding: .utf8)
    #expect(page.contains("unknown name") && page.contains("Goes on."))
  }

  @Test("--strict writes nothing when anything is wrong")
  func strict() throws {
    let file = try write(Array("```dl\ny = sigmodi(1)\n```\n".utf8))
    #expect(try call("render", "--strict", file).status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/exam.html"))
  }

  @Test("a file that is missing, a folder, and a page that cannot be written give exit code 2")
  func unreadable() throws {
    #expect(try call("render", folder.path + "/nothing.md").status == 2)
    let outcome = try call("render", folder.path)
    #expect(outcome.status == 2 && outcome.complaints.contains("is a folder"))
    let file = try write(Array("text\n".utf8))
    #expect(try call("render", file, "-o", folder.path + "/no/where.html").status == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["exam.md"])
  }

  struct Bytes: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let status: Int32
    let says: String
  }

  static let files = [
    Bytes(testDescription: "invalid UTF-8", bytes: [0x61, 0xFF, 0x62], status: 2, says: "UTF-8"),
    Bytes(testDescription: "NUL", bytes: [0x61, 0, 0x62], status: 2, says: "NUL"),
    Bytes(testDescription: "empty", bytes: [], status: 0, says: ""),
    Bytes(
      testDescription: "BOM and CRLF",
      bytes: [0xEF, 0xBB, 0xBF] + Array("# T\r\n\r\n```dl\r\nx = 1\r\nx\r\n```\r\n".utf8),
      status: 0,
      says: ""),
    Bytes(
      testDescription: "an error behind a BOM and CRLF has its place",
      bytes: [0xEF, 0xBB, 0xBF] + Array("# T\r\n\r\n```dl\r\nx = q1\r\n```\r\n".utf8), status: 1,
      says: ":4:5: error: unknown name 'q1'"),
    Bytes(
      testDescription: "an unterminated fence", bytes: Array("# T\n\n```dl\nx = 1\n".utf8),
      status: 1,
      says: ":3:1: error:"),
    Bytes(
      testDescription: "YAML that is none", bytes: Array("---\ntitle: [a\n---\n".utf8), status: 1,
      says: "error:"),
    Bytes(
      testDescription: "an unknown key", bytes: Array("---\ntitel: A\n---\n".utf8), status: 1,
      says: "did you mean 'title'?"),
    Bytes(
      testDescription: "an unknown option", bytes: Array("```dl {digts=3}\nx = 1\n```\n".utf8),
      status: 1, says: "did you mean 'digits'?"),
    Bytes(
      testDescription: "a huge exponent", bytes: Array("```dl\nx = 10^(10^12)\n```\n".utf8),
      status: 1,
      says: "too large"),
    Bytes(
      testDescription: "15,000 quotes",
      bytes: Array(repeating: UInt8(ascii: ">"), count: 15_000) + [0x61], status: 1, says: "nest"),
    Bytes(
      testDescription: "15,000 brackets",
      bytes: Array(repeating: UInt8(ascii: "["), count: 15_000), status: 0, says: ""),
    Bytes(
      testDescription: "15,000 parentheses in a block",
      bytes: Array("```dl\nx = ".utf8) + Array(repeating: UInt8(ascii: "("), count: 15_000)
        + Array("\n```\n".utf8), status: 1, says: "error:"),
  ]

  @Test("bad files get a message at its place and never crash", arguments: files)
  func badFiles(_ file: Bytes) throws {
    let outcome = try call("render", try write(file.bytes), "-o", "-")
    #expect(outcome.status == file.status, "\(outcome.complaints.prefix(500))")
    let isSaid =
      file.says.isEmpty ? outcome.complaints.isEmpty : outcome.complaints.contains(file.says)
    #expect(isSaid, "\(outcome.complaints.prefix(500))")
  }

  @Test("usage errors give exit code 64 and a suggestion")
  func usage() throws {
    #expect(try call("rendre", "x.md").status == 64)
    #expect(try call("render", "--frobnicate", "x.md").status == 64)
    let outcome = try call("render", "--for", "papr", "x.md")
    #expect(outcome.status == 64 && outcome.complaints.contains("did you mean 'paper'?"))
    #expect(try call("doc", "sigmodi").complaints.contains("did you mean 'sigmoid'?"))
  }

  @Test("a template of one's own takes the place of the page or of its style sheet")
  func templates() throws {
    let file = try write(Array("# T\n\n$x$\n".utf8))
    _ = try write(Array("<p>{{title}}</p>{{{body}}}".utf8), as: "page.html")
    let own = try call("render", file, "-o", "-", "--template", folder.path, "--math", "tex")
    #expect(own.status == 0 && own.output.hasPrefix("<p>T</p>"), "\(own.complaints)")
    #expect(own.output.contains(#"\(x\)"#))
    for (page, place) in [
      ("a\n{{titel}}", "page.html:2: error: unknown name 'titel'"), ("{{", ":1:"),
    ] {
      _ = try write(Array(page.utf8), as: "page.html")
      let wrong = try call("render", file, "-o", "-", "--template", folder.path)
      #expect(wrong.status == 2 && wrong.complaints.contains(place), "\(wrong.complaints)")
      #expect(wrong.output.isEmpty)
    }
    let none = try call("render", file, "-o", "-", "--template", folder.path + "/nothing")
    #expect(none.status == 2 && none.complaints.contains("neither a page.html nor a page.css"))
    #expect(
      try call("render", file, "--math", "mathm").complaints.contains("did you mean 'mathml'?"))
  }

  @Test("several notebooks are rendered at once with the same bytes and messages in their order")
  func rendersSeveral() throws {
    let files = try (1...5).map { number in
      try write(
        Array("# N\n\n```dl\ny = 3*\(number)\ny\nz = u\(number)\n```\n".utf8), as: "\(number).md")
    }
    func render(_ jobs: String) throws -> (Outcome, [String]) {
      let outcome = try call(
        "render", files[0], files[1], folder.path + "/none.md", files[2], files[3], files[4],
        "--jobs",
        jobs)
      return (
        outcome,
        try (1...5).map { try String(contentsOfFile: folder.path + "/\($0).html", encoding: .utf8) }
      )
    }
    let (one, pages) = try render("1")
    let (four, others) = try render("4")
    #expect(one.status == 2 && four.status == 2 && pages == others)
    let names = four.complaints.split(separator: "\n").filter { $0.contains("unknown name") }
    #expect(names.map { $0.suffix(17) } == (1...5).map { "'u\($0)' [unknown-name]".suffix(17) })
    #expect(try call("render", files[0], "--jobs", "0").status == 64)
  }

  @Test("eval answers in the machine interface")
  func evaluates() throws {
    let outcome = try call(
      "eval", "--json", "-", input: Array("a = 14/3\na\nexpect a ≈ 4.667\n".utf8))
    #expect(outcome.status == 0)
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let bindings = try #require(answer["bindings"] as? [String: [String: Any]])
    #expect(bindings["a"]?["exact"] as? String == "14/3")
    #expect((answer["outputs"] as? [Any])?.count == 1)
    let checks = try #require(answer["checks"] as? [[String: Any]])
    #expect(checks.first?["passed"] as? Bool == true)
    #expect(try call("eval", "-", input: Array("expect 1 == 2\n".utf8)).status == 1)
  }

  @Test("eval answers a machine in its language where the source is no text")
  func evaluatesNoText() throws {
    let outcome = try call("eval", "--json", "-", input: Array("a = 1".utf8) + [0xFF, 0x0A])
    #expect(outcome.status == 2)
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let diagnostics = try #require(answer["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["code"] as? String } == ["not-utf8"])
    #expect(diagnostics.first?["column"] as? Int == 6)
  }

  @Test("a parameter is overridden by --set, and an unknown one is refused")
  func overrides() throws {
    let file = try write(
      Array("---\nparams:\n  eta: 0.5\n---\n\nThe rate is `dl 2*eta`.\n".utf8))
    #expect(try call("render", file, "-o", "-").output.contains(">1<"))
    #expect(try call("render", file, "-o", "-", "--set", "eta=0.75").output.contains(">1.5<"))
    #expect(try call("render", file, "-o", "-", "--set", "etta=1").status == 64)
  }

  @Test("the same notebook gives the same bytes twice")
  func sameBytes() throws {
    let text =
      "```dl\nsymbols a, b, c\nf = a*b + b*c + c*a\ng = derive(f, wrt: [a, b, c])\ng\n```\n"
    let file = try write(Array(text.utf8))
    let first = try call("render", file, "-o", "-").output
    #expect(try call("render", file, "-o", "-").output == first)
  }
}
