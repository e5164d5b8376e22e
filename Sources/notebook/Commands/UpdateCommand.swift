import ArgumentParser
import DocTests
import Source

/// `notebook update PATHS… [--check] [--force]`: regenerates stored outputs.
struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Store what every block gives under it.",
    discussion: """
      Outputs stand between two comments right under their block; nothing else in a file changes. An \
      output that was edited by hand is left alone and named.
      """)

  @Argument(help: "Notebooks, or folders of them; - is standard input.")
  var paths: [String]

  @Flag(help: "Write nothing; exit with 1 where something would be written.")
  var check = false

  @Flag(help: "Overwrite outputs that were edited by hand.")
  var force = false

  func run() throws {
    let (files, code) = try Files.notebooks(at: paths)
    guard !files.isEmpty else { throw code > 0 ? ExitCode(code) : Files.nothingFound(paths) }
    do {
      try Files.forEach(files) { try update($0) }
    } catch let exit as ExitCode {
      throw ExitCode(max(code, exit.rawValue))
    }
    if code > 0 { throw ExitCode(code) }
  }

  private func update(_ file: String) throws -> Int32 {
    let source = try Files.read(file)
    let inspection = Inspection(source)
    let update = Update(inspection, isForced: force)
    let told = inspection.otherDiagnostics + inspection.blocks.flatMap(\.diagnostics)
    let hidden = Set(update.refusals)
    Terminal.write(told.filter { !hidden.contains($0) } + update.refusals, of: source)
    guard source.problems.isEmpty else { return 2 }
    for change in update.changes {
      let kind = check ? "would be \(change.kind.rawValue)" : change.kind.rawValue
      Terminal.complain("\(file):\(change.line): \(change.name): \(kind)\n")
    }
    if !check {
      if file == "-" {
        Terminal.write(update.bytes)
      } else if update.isNeeded {
        try Files.replace(source, with: update.bytes)
      }
    }
    let hasFailed =
      !update.refusals.isEmpty || told.contains { $0.severity == .error }
    return hasFailed || check && update.isNeeded ? 1 : 0
  }
}
