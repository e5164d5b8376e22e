import Algebra
import ArgumentParser
import Language
import Rendering
import Source

/// `notebook eval [FILE or -] [--json]`.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Run a file of dl statements as one block.")

  @Argument(help: "A file of dl statements; - is standard input.")
  var file = "-"

  @Flag(help: "Write the machine interface: bindings, outputs, checks, diagnostics.")
  var json = false

  @Option(help: "Significant digits to show.")
  var digits = 4

  func validate() throws {
    guard (1...50).contains(digits) else {
      throw ValidationError("--digits takes a number from 1 to 50.")
    }
  }

  func run() throws {
    let source = try Files.read(file)
    var options = Run.Options()
    options.rounding = .significant(digits)
    let run = Run()
    guard source.problems.isEmpty else {
      Terminal.write(source.problems, of: source)
      if json {
        let answer = AnswerJSON(run: run, source: source, options: options)
        Terminal.write(answer.json(unread: source.problems).bytes + [UInt8(ascii: "\n")])
      }
      throw ExitCode(2)
    }
    let result = run.execute(
      source.text(in: Span(source.start, source.bytes.count)), options: options)
    let answer = AnswerJSON(run: run, source: source, options: options)
    if json {
      Terminal.write(answer.json(result).bytes + [UInt8(ascii: "\n")])
    } else {
      Terminal.write(Array(AnswerText(run: run, options: options).text(result).utf8))
      Terminal.write(result.diagnostics, of: source)
    }
    Leaving.end(result.hasFailed ? 1 : 0, keeping: (run, result))
  }
}
