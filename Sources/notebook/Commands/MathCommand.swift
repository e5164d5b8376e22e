import ArgumentParser
import Mathematics
import Rendering
import Source

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `notebook math [--json]`: the math layer alone, TeX in and MathML out.
struct MathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "math", abstract: "Write TeX from standard input as MathML.")

  @Flag(help: "Set it as a display.")
  var display = false

  @Flag(help: "Read [{\"tex\", \"display\", \"macros\"}], write [{\"mathml\"} or {\"error\"}].")
  var json = false

  func validate() throws {
    guard !(json && display) else {
      throw ValidationError("with --json every formula says itself whether it is a display.")
    }
  }

  func run() throws {
    let source = try Files.read("-")
    guard source.problems.isEmpty else {
      Terminal.write(source.problems, of: source)
      throw ExitCode(2)
    }
    if json { return try answer(Array(source.bytes[source.start...])) }
    var tex = source.text(in: Span(source.start, source.bytes.count))
    while tex.last?.isNewline == true { tex.removeLast() }
    do throws(TeXError) {
      let formula = try Formula(tex: tex, macros: Macros())
      Terminal.write(Array((formula.mathML(display: display, source: tex) + "\n").utf8))
    } catch {
      Terminal.write([error.diagnostic.relocated { $0 + source.start }], of: source)
      throw ExitCode(1)
    }
  }

  /// One formula of the machine interface.
  private struct Question: Decodable {
    let tex: String
    let display: Bool?
    let macros: [String: String]?
  }

  /// Answers every formula, the wrong ones with their error.
  private func answer(_ bytes: [UInt8]) throws {
    let questions: [Question]
    do {
      questions = try JSONDecoder().decode([Question].self, from: Data(bytes))
    } catch {
      Terminal.complain("standard input: error: no list of {\"tex\", \"display\", \"macros\"}\n")
      throw ExitCode(2)
    }
    let answers = questions.map { question -> JSON in
      do throws(TeXError) {
        let macros = try Macros(question.macros ?? [:])
        let formula = try Formula(tex: question.tex, macros: macros)
        let text = formula.mathML(display: question.display ?? false, source: question.tex)
        return .object([JSON.Member("mathml", .text(text))])
      } catch {
        return .object([JSON.Member("error", .text(error.description))])
      }
    }
    Terminal.write(JSON.array(answers).bytes + [UInt8(ascii: "\n")])
  }
}
