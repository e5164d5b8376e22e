import ArgumentParser
import Manuscripts
import Source
import Workings

/// `name=value` for a parameter of the front matter.
struct Override: ExpressibleByArgument {
  let name: String
  let text: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    (name, text) = (String(parts[0]), String(parts[1]))
  }

  /// What makes the call wrong.
  struct Usage: Error {
    let text: String
  }

  /// The value in place of the default of one of a notebook's parameters.
  func value(
    among parameters: [Settings.Parameter], of file: String
  ) -> Result<Value, Usage> {
    guard let parameter = parameters.first(where: { $0.name == name }) else {
      let near = Suggestion.nearest(to: name, among: parameters.map(\.name))
      let hint = near.map { "; did you mean '\($0)'?" } ?? ""
      return .failure(Usage(text: "\(file) has no parameter '\(name)'\(hint)"))
    }
    guard let value = parameter.value(from: text) else {
      return .failure(
        Usage(text: "'\(name)' of \(file) takes \(parameter.expectation), not '\(text)'"))
    }
    return .success(value)
  }
}
