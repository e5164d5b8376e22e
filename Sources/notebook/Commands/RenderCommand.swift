import ArgumentParser
import Manuscripts
import Rendering
import Source
import Workings

/// `notebook render FILES… [-o PATH] [--for key] [--set k=v] [--math mathml] [--template DIR]
/// [--jobs N] [--strict] [--unsafe-html]`.
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

  @Option(
    help: "How pages hold formulas: mathml, or tex for a typesetter that the template brings.",
    transform: RenderCommand.mathForm)
  var math = MathForm.mathml

  @Option(
    help: "A folder with a page.html or a page.css, which take the place of the program's.")
  var template: String?

  @Option(help: "How many notebooks are worked on at once; as many as there are processors.")
  var jobs: Int?

  @Flag(help: "Write nothing when anything is wrong.")
  var strict = false

  @Flag(
    name: .customLong("unsafe-html"),
    help: "Keep raw HTML; only for notebooks whose author you trust.")
  var keepsRawHTML = false

  @Sendable private static func audience(_ text: String) throws -> Audience {
    try choice(text)
  }

  @Sendable private static func mathForm(_ text: String) throws -> MathForm {
    try choice(text)
  }

  private static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ text: String
  ) throws -> Choice {
    if let choice = Choice(rawValue: text) { return choice }
    let all = Choice.allCases.map(\.rawValue)
    let near = Suggestion.nearest(to: text, among: all).map { "; did you mean '\($0)'?" } ?? ""
    throw ValidationError("'\(text)' is none of \(all.joined(separator: ", "))\(near)")
  }

  func validate() throws {
    guard output == nil || files.count == 1 else {
      throw ValidationError("-o takes one notebook; \(files.count) are given.")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on.") }
  }

  func run() throws {
    let page = try PageFolder.page(in: template, math: math)
    let jobs = jobs ?? Jobs.processorCount
    var code: Int32 = 0
    // As many at a time as are worked on, so that the pages of a thousand notebooks are never held
    // at once; what is said and written has the order of the files.
    for start in stride(from: 0, to: files.count, by: jobs) {
      var sources: [(file: String, text: SourceText)] = []
      for file in files[start..<min(start + jobs, files.count)] {
        do {
          sources.append((file, try Files.read(file)))
        } catch let exit as ExitCode {
          code = max(code, exit.rawValue)
        }
      }
      let batch = sources
      let rendered = Jobs.map(batch.count, jobs: jobs) { number in
        render(batch[number].text, of: batch[number].file, as: page)
      }
      for (source, result) in zip(batch, rendered) {
        code = max(code, try finish(result, source.text, of: source.file))
        if files.count == 1 { Leaving.end(code, keeping: result) }
      }
    }
    if code != 0 { throw ExitCode(code) }
  }

  /// What became of one notebook.
  private struct Rendered: Sendable {
    var diagnostics: [Diagnostic] = []
    var hasFailed = false
    /// How many checks against printed values were left out, since a parameter is overridden.
    var skippedChecks = 0
    /// The page, what is wrong with the template for it, or nil for a text that is none.
    var page: Result<[UInt8], TemplateError>?
    /// What makes the call wrong.
    var usage: String?
    /// What was made on the way to the page.
    var trees: (Manuscript, Document)?
  }

  private func render(_ source: SourceText, of file: String, as page: HTMLPage) -> Rendered {
    var rendered = Rendered()
    guard source.problems.isEmpty else { return Rendered(diagnostics: source.problems) }
    let manuscript = Manuscript.read(source)
    var values: [String: Value] = [:]
    for override in overrides {
      switch override.value(among: manuscript.settings.parameters, of: file) {
      case .success(let value): values[override.name] = value
      case .failure(let usage): return Rendered(usage: usage.text)
      }
    }
    let executed = manuscript.execute(overriding: values)
    var options = WeavingOptions()
    options.keepsRawHTML = keepsRawHTML
    options.loadsImage = { path in Files.image(at: path, besides: file) }
    let document = executed.weave(for: audience, options: options)
    rendered.skippedChecks = executed.skippedChecks
    rendered.diagnostics = executed.diagnostics + document.diagnostics
    rendered.hasFailed =
      executed.hasFailed || document.diagnostics.contains { $0.severity == .error }
    rendered.trees = (manuscript, document)
    rendered.page = Result { () throws(TemplateError) in try page.bytes(of: document) }
    return rendered
  }

  /// Says what is wrong with a notebook, and writes its page.
  private func finish(
    _ rendered: Rendered, _ source: SourceText, of file: String
  ) throws -> Int32 {
    if let usage = rendered.usage { throw ValidationError(usage) }
    Terminal.write(rendered.diagnostics.sortedByPlace(), of: source)
    if rendered.skippedChecks > 0 {
      let count = rendered.skippedChecks
      Terminal.complain(
        "\(file): \(count) check\(count == 1 ? "" : "s") against printed values skipped, since a parameter is overridden\n"
      )
    }
    guard let page = rendered.page else { return 2 }
    do {
      let bytes = try page.get()
      if !(strict && rendered.hasFailed) {
        try Files.write(bytes, to: output ?? self.page(of: file))
      }
      return rendered.hasFailed ? 1 : 0
    } catch let error as TemplateError {
      throw PageFolder.failure(error, in: template.map { $0 + "/page.html" } ?? "page.html")
    } catch let exit as ExitCode {
      return exit.rawValue
    }
  }

  /// The page stands beside its notebook.
  private func page(of file: String) -> String {
    guard file != "-" else { return "-" }
    return (file.hasSuffix(".md") ? String(file.dropLast(3)) : file) + ".html"
  }
}
