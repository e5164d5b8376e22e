import ArgumentParser

@main
struct Notebook: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Worked solutions from Markdown notebooks.")
}
