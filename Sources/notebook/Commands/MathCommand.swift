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
    var reader = FormulaReader()
    do throws(TeXError) {
      let formula = try reader.formula(tex)
      Terminal.write(Array((formula.mathML(display: display, source: tex) + "\n").utf8))
    } catch {
      Terminal.write([error.diagnostic.relocated { $0 + source.start }], of: source)
      throw ExitCode(1)
    }
    Terminal.write(reader.findings.map { $0.relocated { $0 + source.start } }, of: source)
    if reader.findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  /// One formula of the machine interface; a key that means nothing is refused.
  private struct Question: Decodable {
    let tex: String
    let display: Bool?
    let macros: [String: String]?

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: Key.self)
      let known = ["tex", "display", "macros"]
      if let other = members.allKeys.map(\.stringValue).sorted().first(where: {
        !known.contains($0)
      }) {
        throw DecodingError.dataCorruptedError(
          forKey: Key(stringValue: other), in: members, debugDescription: "is no key of a formula")
      }
      tex = try members.decode(String.self, forKey: Key(stringValue: "tex"))
      display = try members.decodeIfPresent(Bool.self, forKey: Key(stringValue: "display"))
      macros = try members.decodeIfPresent(
        [String: String].self, forKey: Key(stringValue: "macros"))
    }
  }

  /// Where in the input something is wrong: ` at [2].display`, from 0.
  private static func place(of error: any Error) -> String {
    let path: [any CodingKey] =
      switch error {
      case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
        DecodingError.dataCorrupted(let context):
        context.codingPath
      case DecodingError.keyNotFound(let key, let context): context.codingPath + [key]
      default: []
      }
    guard !path.isEmpty else { return "" }
    return " at " + path.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
  }

  /// Answers every formula, the wrong ones with their error.
  private func answer(_ bytes: [UInt8]) throws {
    let questions: [Question]
    do {
      questions = try JSONDecoder().decode([Question].self, from: Data(bytes))
    } catch {
      Terminal.complain(
        "standard input: error: no list of {\"tex\", \"display\", \"macros\"}\(Self.place(of: error))\n"
      )
      throw ExitCode(2)
    }
    let answers = questions.map { question -> JSON in
      do throws(TeXError) {
        var reader = FormulaReader(macros: try Macros(question.macros ?? [:]))
        let formula = try reader.formula(question.tex)
        if let error = reader.findings.first(where: { $0.severity == .error }) {
          return .object([JSON.Member("error", .text(error.message.text))])
        }
        let text = formula.mathML(display: question.display ?? false, source: question.tex)
        return .object([JSON.Member("mathml", .text(text))])
      } catch {
        return .object([JSON.Member("error", .text(error.description))])
      }
    }
    Terminal.write(JSON.array(answers).bytes + [UInt8(ascii: "\n")])
  }
}
