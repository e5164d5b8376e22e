import ArgumentParser
import Mathematics
import Rendering
import Source

/// `notebook math`: the math layer alone, TeX in and MathML out.
struct MathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "math", abstract: "Write TeX from standard input as MathML.")

  @Flag(help: "Set it as a display.")
  var display = false

  func run() throws {
    let source = try Files.read("-")
    guard source.problems.isEmpty else {
      Terminal.write(source.problems, of: source)
      throw ExitCode(2)
    }
    var tex = source.text(in: Span(source.start, source.bytes.count))
    while tex.last?.isNewline == true { tex.removeLast() }
    do throws(TeXError) {
      let formula = try Formula(tex: tex, macros: Macros())
      Terminal.write(Array((formula.mathML(display: display, source: tex) + "\n").utf8))
    } catch {
      let diagnostic = error.diagnostic
      Terminal.write([diagnostic.relocated { $0 + source.start }], of: source)
      throw ExitCode(1)
    }
  }
}
