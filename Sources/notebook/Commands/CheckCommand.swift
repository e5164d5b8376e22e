import ArgumentParser
import DocTests
import Source

/// `notebook check PATHS…`: reads, and checks names, shapes, marks, references and options.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with notebooks, as far as reading them tells.",
    discussion: """
      Nothing is worked out that need not be, so it is fast enough for an editor; 'notebook test' works \
      everything out.
      """)

  @Argument(help: "Notebooks, or folders of them; - is standard input.")
  var paths: [String]

  func run() throws {
    let (files, code) = try Files.notebooks(at: paths)
    guard !files.isEmpty else { throw code > 0 ? ExitCode(code) : Files.nothingFound(paths) }
    do {
      try Files.forEach(files) { try check($0, isAll: files.count == 1 && code == 0) }
    } catch let exit as ExitCode {
      throw ExitCode(max(code, exit.rawValue))
    }
    if code > 0 { throw ExitCode(code) }
  }

  private func check(_ file: String, isAll: Bool) throws -> Int32 {
    let source = try Files.read(file)
    let check = NotebookCheck(source) { path in Files.image(at: path, besides: file) }
    Terminal.write(check.diagnostics, of: source)
    guard source.problems.isEmpty else { return 2 }
    let code: Int32 = check.hasFailed ? 1 : 0
    if isAll { Leaving.end(code, keeping: check) }
    return code
  }
}
