import ArgumentParser
import Language
import Source

/// `notebook doc [NAME]`: the reference of the language, from the table of built-ins.
struct DocCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doc", abstract: "The reference of the language.")

  @Argument(
    help: "A built-in, 'errors' or the code of one; without it all built-ins are listed.")
  var name: String?

  func run() throws {
    let reference = Reference()
    guard let name else {
      Terminal.write(Array(reference.index.utf8))
      return
    }
    guard let entry = reference.entry(name) else {
      let near = Suggestion.nearest(to: name, among: reference.topics)
      let hint = near.map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("there is no built-in and no error '\(name)'\(hint)")
    }
    Terminal.write(Array(entry.utf8))
  }
}
