import Algebra
import Language
import Source
import Testing
import Workings

/// A generated program, and what must come of it.
struct Variant: CustomTestStringConvertible, Sendable {
  let source: String
  /// `name = 1/2 3` (exact), `name ~ 0.5` (rounded), `name roots 1 2`, `verdicts agrees`,
  /// `codes unknown-name 3:5`.
  let checks: [String]

  var testDescription: String { source }

  /// One variant a line: statements, with `⏎` for their line ends, and checks, each behind a `¦`.
  static func all(_ table: String) -> [Variant] {
    table.split(separator: "\n").map { line in
      let parts = line.split(separator: "¦").map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      let source = parts[0].split(separator: "⏎", omittingEmptySubsequences: false)
      return Variant(
        source: source.joined(separator: "\n"), checks: Array(parts.dropFirst()))
    }
  }

  /// The checks that do not hold, each with what was found instead.
  func failures() -> [String] {
    let answers = Answers(source)
    return checks.compactMap { check in
      let words = check.split(separator: " ").map(String.init)
      if words[0] == "verdicts" {
        let found = answers.result.checks.map(\.verdict.finding.rawValue)
        return failure(check, "verdicts " + found.joined(separator: ", "))
      }
      if words[0] == "codes" { return failure(check, "codes " + places(of: answers.result)) }
      guard let value = try? answers.value(words[0]) else { return "\(check): not bound" }
      return failure(check, words, Variant.numbers(in: value))
    }
  }

  private func failure(_ wanted: String, _ found: String) -> String? {
    wanted == found ? nil : "\(wanted): found \(found)"
  }

  private func failure(_ check: String, _ words: [String], _ found: [Real]) -> String? {
    let wanted = Array(words.dropFirst(2))
    if words[1] == "=" {
      let texts = found.map { NodeText.text(of: $0) }
      return texts == wanted ? nil : "\(check): found \(texts.joined(separator: " "))"
    }
    let doubles = words[1] == "roots" ? found.map(\.double).sorted() : found.map(\.double)
    let agree =
      doubles.count == wanted.count
      && zip(doubles, wanted).allSatisfy { found, wanted in
        guard let wanted = Double(wanted) else { return false }
        return abs(found - wanted) <= max(1e-7 * abs(wanted), 1e-11)
      }
    return agree ? nil : "\(check): found \(doubles)"
  }

  private func places(of result: BlockResult) -> String {
    let text = SourceText(name: "variant", source)
    return result.diagnostics.filter { $0.severity == .error }.map { diagnostic in
      let place = text.position(at: diagnostic.span.start)
      return "\(diagnostic.message.code) \(place.line):\(place.column)"
    }.joined(separator: ", ")
  }

  private static func numbers(in value: Value) -> [Real] {
    if case .number(let number) = value { return [number] }
    if case .tensor(let tensor) = value { return tensor.entries }
    if case .list(let items) = value { return items.flatMap { numbers(in: $0) } }
    return []
  }
}

@Suite("Other numbers, as other programs work them out")
struct VariantTests {
  private static let learningTables = [
    LossVariants.table, NormalizationVariants.table, OptimizerVariants.table,
    RecurrentVariants.table, BackpropVariants.table, PerceptronVariants.table,
    TrainingVariants.table, MeasureVariants.table,
  ]
  private static let networksTables = [
    NetworkVariants.table, ReceptiveFieldVariants.table, RecurrentCountVariants.table,
    WindowVariants.table,
  ]
  private static let mathematicsTables = [
    ActivationVariants.table, MatrixGradientVariants.table, CalculusVariants.table,
    AlgebraVariants.table,
  ]

  @Test("of learning", arguments: learningTables.flatMap(Variant.all))
  func learning(_ variant: Variant) {
    #expect(variant.failures() == [])
  }

  @Test("of networks", arguments: networksTables.flatMap(Variant.all))
  func networks(_ variant: Variant) {
    #expect(variant.failures() == [])
  }

  @Test("of calculus and algebra", arguments: mathematicsTables.flatMap(Variant.all))
  func mathematics(_ variant: Variant) {
    #expect(variant.failures() == [])
  }

  @Test(
    "of verdicts and mistakes",
    arguments: [CheckVariants.table, MistakeVariants.table].flatMap(Variant.all))
  func judgements(_ variant: Variant) {
    #expect(variant.failures() == [])
  }
}
