import ArgumentParser
import Rendering
import Source

/// The folder that `--template` names.
enum PageFolder {
  /// The page that the files of a folder make, or the program's own without one.
  ///
  /// - Throws: Exit code 2 after saying why, when a file is wrong or there is none.
  static func page(in folder: String?, math: MathForm) throws -> HTMLPage {
    let template = try folder.flatMap { try text(of: $0 + "/page.html") }
    let styleSheet = try folder.flatMap { try text(of: $0 + "/page.css") }
    if let folder, template == nil, styleSheet == nil {
      Terminal.complain("\(folder): error: there is neither a page.html nor a page.css\n")
      throw ExitCode(2)
    }
    do throws(TemplateError) {
      return try HTMLPage(template: template, styleSheet: styleSheet, math: math)
    } catch {
      let name = error.isInStyleSheet ? "page.css" : "page.html"
      throw failure(error, in: folder.map { $0 + "/" + name } ?? name)
    }
  }

  /// Says what is wrong with a template, and gives exit code 2.
  static func failure(_ error: TemplateError, in file: String) -> ExitCode {
    Terminal.complain("\(file):\(error.line): error: \(error)\n")
    return ExitCode(2)
  }

  /// The text of a file; nil where there is none.
  private static func text(of path: String) throws -> String? {
    guard Files.exists(path) else { return nil }
    let source = try Files.read(path)
    guard source.problems.isEmpty else {
      Terminal.write(source.problems, of: source)
      throw ExitCode(2)
    }
    return source.text(in: Span(source.start, source.bytes.count))
  }
}
