import Algebra
import ArgumentParser
import Manuscripts
import Rendering
import Source
import Workings

/// `notebook render FILES… [-o PATH] [--for key] [--set k=v] [--strict] [--unsafe-html]`.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Write a notebook as a page, its solutions worked out.")

  @Argument(help: "Notebooks; - is standard input.")
  var files: [String]

  @Option(
    name: [.short, .customLong("output")], help: "Where the page goes; - is standard output.")
  var output: String?

  @Option(
    name: .customLong("for"), help: "Who reads it: paper, key, answers or marking.",
    transform: RenderCommand.audience)
  var audience = Audience.key

  @Option(name: .customLong("set"), help: "A parameter of the front matter, as eta=0.2.")
  var overrides: [Override] = []

  @Flag(help: "Write nothing when anything is wrong.")
  var strict = false

  @Flag(
    name: .customLong("unsafe-html"),
    help: "Keep raw HTML; only for notebooks whose author you trust.")
  var keepsRawHTML = false

  @Sendable private static func audience(_ text: String) throws -> Audience {
    if let audience = Audience(rawValue: text) { return audience }
    let all = Audience.allCases.map(\.rawValue)
    let near = Suggestion.nearest(to: text, among: all).map { "; did you mean '\($0)'?" } ?? ""
    throw ValidationError("'\(text)' is none of \(all.joined(separator: ", "))\(near)")
  }

  func validate() throws {
    guard output == nil || files.count == 1 else {
      throw ValidationError("-o takes one notebook; \(files.count) are given.")
    }
  }

  func run() throws {
    try Files.forEach(files) { try render($0) }
  }

  /// Renders one notebook and says what is wrong with it.
  private func render(_ file: String) throws -> Int32 {
    let source = try Files.read(file)
    if !source.problems.isEmpty {
      Terminal.write(source.problems, of: source)
      return 2
    }
    let manuscript = Manuscript.read(source)
    let known = manuscript.settings.parameters.map(\.name)
    for override in overrides where !known.contains(override.name) {
      throw ValidationError(Override.unknown(override.name, known: known, file: file))
    }
    let values = Dictionary(overrides.map { ($0.name, $0.value) }) { _, last in last }
    let executed = manuscript.execute(overriding: values)
    var options = WeavingOptions()
    options.keepsRawHTML = keepsRawHTML
    options.loadsImage = { path in Files.image(at: path, besides: file) }
    let document = executed.weave(for: audience, options: options)
    let diagnostics = (executed.diagnostics + document.diagnostics).sortedByPlace()
    Terminal.write(diagnostics, of: source)
    if executed.skippedChecks > 0 {
      let count = executed.skippedChecks
      Terminal.complain(
        "\(file): \(count) check\(count == 1 ? "" : "s") against printed values skipped, since a parameter is overridden\n"
      )
    }
    let hasFailed = executed.hasFailed || document.diagnostics.contains { $0.severity == .error }
    if !(strict && hasFailed) {
      try Files.write(HTMLPage.render(document), to: output ?? page(of: file))
    }
    return hasFailed ? 1 : 0
  }

  /// The page stands beside its notebook.
  private func page(of file: String) -> String {
    guard file != "-" else { return "-" }
    return (file.hasSuffix(".md") ? String(file.dropLast(3)) : file) + ".html"
  }
}

/// `name=value` for a parameter of the front matter.
struct Override: ExpressibleByArgument {
  let name: String
  let value: Value

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    name = String(parts[0])
    let text = String(parts[1])
    let isNegative = text.hasPrefix("-")
    if let number = Rational(decimal: isNegative ? String(text.dropFirst()) : text) {
      value = .number(.exact(isNegative ? -number : number))
    } else if text == "true" || text == "false" {
      value = .truth(text == "true")
    } else {
      value = .text(text)
    }
  }

  static func unknown(_ name: String, known: [String], file: String) -> String {
    let near = Suggestion.nearest(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
    return "\(file) has no parameter '\(name)'\(near)"
  }
}
