import ArgumentParser

/// The program: its commands are in `Commands`, and hold no logic that a test needs.
@main
struct Notebook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook", abstract: "Worked solutions from Markdown notebooks.",
    subcommands: [EvalCommand.self])
}
