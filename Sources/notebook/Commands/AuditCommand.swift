import ArgumentParser
import DocTests
import Rendering
import Source

/// `notebook audit PATHS… [--json] [--fail-on disagrees]`.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "List every published value beside the recomputed one.")

  @Argument(help: "Notebooks, or folders of them; - is standard input.")
  var paths: [String]

  @Flag(help: "Write the table for machines.")
  var json = false

  @Option(
    name: .customLong("fail-on"),
    help: "Exit with 1 where a value has this verdict, such as disagrees.",
    transform: AuditCommand.verdict)
  var failOn: [String] = []

  @Sendable private static func verdict(_ text: String) throws -> String {
    let verdict = String(text.map { $0 == "-" ? " " : $0 })
    let all = AuditTable.verdicts
    if all.contains(verdict) { return verdict }
    let near = Suggestion.nearest(to: verdict, among: all).map { "; did you mean '\($0)'?" } ?? ""
    throw ValidationError("'\(text)' is none of \(all.joined(separator: ", "))\(near)")
  }

  func run() throws {
    let (files, found) = try Files.notebooks(at: paths)
    guard !files.isEmpty else { throw found > 0 ? ExitCode(found) : Files.nothingFound(paths) }
    var table = AuditTable()
    var code = found
    do {
      try Files.forEach(files) { file in
        let source = try Files.read(file)
        let diagnostics = table.add(source)
        Terminal.write(diagnostics, of: source)
        guard source.problems.isEmpty else { return 2 }
        return diagnostics.contains { $0.severity == .error } ? 1 : 0
      }
    } catch let exit as ExitCode {
      code = max(code, exit.rawValue)
    }
    Terminal.write(json ? table.json.bytes + [UInt8(ascii: "\n")] : Array(table.text.utf8))
    if table.rows.contains(where: { failOn.contains($0.verdict) }) { code = max(code, 1) }
    if code > 0 { throw ExitCode(code) }
  }
}
