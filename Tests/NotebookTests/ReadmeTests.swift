import Foundation
import Testing

/// The example in the README is what the program prints.
@Suite("The README")
struct ReadmeTests {
  private static let readme: String = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("README.md")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  /// The text without what only spaces or breaks lines.
  private func bare(_ tex: Substring) -> String {
    var text = String(tex)
    for noise in ["\\begin{aligned}", "\\end{aligned}", "\\\\", "&", " ", "\n", "> "] {
      text = text.replacingOccurrences(of: noise, with: "")
    }
    return text
  }

  @Test("every formula of its example is on the page")
  func exampleIsTrue() throws {
    let parts = Self.readme.components(separatedBy: "````")
    try #require(parts.count >= 3)
    let notebook = parts[1].drop { $0 != "\n" }.dropFirst()
    let outcome = try CommandTests().call("render", "-", input: Array(notebook.utf8))
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let page = outcome.output.replacingOccurrences(of: "&amp;", with: "&")
    let annotations = page.components(separatedBy: "<annotation encoding=\"application/x-tex\">")
      .dropFirst().map { bare($0.prefix { $0 != "<" }) }
    let quoted = parts[2].split(separator: "\n").filter { $0.hasPrefix(">") }
      .map { $0.dropFirst().trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    let formulas = quoted.components(separatedBy: "$$").enumerated()
      .filter { $0.offset % 2 == 1 }.map { bare($0.element[...]) }
    #expect(formulas.count >= 4)
    for formula in formulas {
      #expect(annotations.contains(formula), "\(formula)\n\(annotations.joined(separator: "\n"))")
    }
  }
}
