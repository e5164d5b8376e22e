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
    var code: Int32 = 0
    for file in files {
      do {
        code = max(code, try check(file))
      } catch let exit as ExitCode {
        code = max(code, exit.rawValue)
      }
    }
    if code != 0 { throw ExitCode(code) }
  }

  private func check(_ file: String) throws -> Int32 {
    let source = try Files.read(file)
    let check = NotebookCheck(source)
    Terminal.write(check.diagnostics, of: source)
    guard source.problems.isEmpty else { return 2 }
    return check.hasFailed ? 1 : 0
  }
}
