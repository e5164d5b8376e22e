import Algebra
import DeepLearning
import Language
import Source
import Testing
import Workings

/// A block and what its last statement shows, as `dl` text, or as its kind where it has no text.
struct Fact: CustomTestStringConvertible, Sendable {
  let source: String
  let result: String

  init(_ source: String, _ result: String) {
    self.source = source
    self.result = result
  }

  var testDescription: String { source }

  /// The value as text; the messages, if there are any.
  func found() -> String {
    let run = Run()
    let block = run.execute(source)
    guard block.diagnostics.isEmpty, let value = block.outputs.last?.value else {
      return block.diagnostics.map(\.message.text).joined(separator: "; ")
    }
    switch value {
    case .number(let number): return NodeText.text(of: number)
    case .tensor(let tensor): return NodeText.text(of: tensor)
    case .expression(let node): return NodeText(run.graph).text(of: node)
    case .truth(let truth): return "\(truth)"
    case .text(let text): return text
    default: return value.description
    }
  }

  /// The numbers of the last output; empty where it has none.
  func numbers() -> [Double] {
    switch Run().execute(source).outputs.last?.value {
    case .number(let number): [number.double]
    case .tensor(let tensor): tensor.doubles
    default: []
    }
  }
}

@Suite("Examples of the reference")
struct BuiltInExampleTests {
  @Test(
    "every built-in's example gives what its declaration says",
    arguments: BuiltInTable.standard.entries
      .map { Fact($0.example.source, $0.example.result) })
  func examples(_ fact: Fact) {
    let found = fact.found()
    // A double that is whole prints with a point, and a decimal stands for a fraction.
    let isSameNumber = !fact.numbers().isEmpty && fact.numbers() == Fact(fact.result, "").numbers()
    #expect(found == fact.result || isSameNumber, "\(found)")
  }
}
