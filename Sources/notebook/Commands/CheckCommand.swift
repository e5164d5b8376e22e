import ArgumentParser
import DocTests
import Source

/// `notebook check PATHS…`: reads, and checks names, shapes, marks and options.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong with notebooks; write nothing.")

  @Argument(help: "Notebooks; - is standard input.")
  var files: [String]

  func run() throws {
    try Files.forEach(files) { try check($0) }
  }

  private func check(_ file: String) throws -> Int32 {
    let source = try Files.read(file)
    let check = NotebookCheck(source)
    Terminal.write(check.diagnostics, of: source)
    guard source.problems.isEmpty else { return 2 }
    return check.hasFailed ? 1 : 0
  }
}
