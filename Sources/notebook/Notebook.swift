import ArgumentParser

/// The program: its commands are in `Commands`, and hold no logic that a test needs.
@main
struct Notebook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook", abstract: "Worked solutions from Markdown notebooks.",
    discussion: """
      Exit codes: 0 good; 1 something was found (an error, a failed check); 2 a file could not be \
      read or written; 64 usage.
      """,
    version: "0.1.0",
    subcommands: [
      RenderCommand.self, TestCommand.self, UpdateCommand.self, AuditCommand.self,
      CheckCommand.self, EvalCommand.self, DocCommand.self, MathCommand.self,
    ])
}
