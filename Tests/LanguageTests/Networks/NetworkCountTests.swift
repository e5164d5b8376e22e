import Algebra
import DeepLearning
import Language
import Source
import Testing
import Workings

/// A block and the number or vector that its last statement gives.
struct NetworkFact: CustomTestStringConvertible, Sendable {
  let source: String
  let result: String

  init(_ source: String, _ result: String) {
    self.source = source
    self.result = result
  }

  var testDescription: String { source }

  /// The exact value as text, or the diagnostics.
  func found() -> String {
    let run = Run()
    let text = "result = " + source
    let block = run.execute(text)
    guard block.diagnostics.isEmpty, let value = block.bindings.last?.value else {
      return block.diagnostics.map(\.message.text).joined(separator: "; ")
    }
    switch value {
    case .number(let number): return NodeText.text(of: number)
    case .tensor(let tensor): return NodeText.text(of: tensor)
    case .expression(let node): return NodeText(run.graph).text(of: node)
    default: return value.description
    }
  }
}

@Suite("Counting in networks")
struct NetworkCountTests {
  @Test(
    "every layer's and count's example gives what its declaration says",
    arguments: BuiltInTable.standard.entries.map(\.example)
      .filter { $0.source.contains("input(") && !$0.result.hasPrefix("a ") }
      .map { NetworkFact($0.source, $0.result) })
  func examples(_ fact: NetworkFact) {
    #expect(fact.found() == fact.result)
  }

  @Test(
    "counts are those of the frameworks and of hand-worked keys",
    arguments: [
      NetworkFact("params(input(7, 16, 16) |> conv(8, 5, bias: false))", "1400"),
      NetworkFact("products(input(7, 16, 16) |> flatten |> dense(8*12^2))", "2064384"),
      NetworkFact("params(input(8, 10, 10) |> conv(4, 3, groups: 2))", "148"),
      NetworkFact("params(input(1, 20) |> conv(2, 5))", "12"),
      NetworkFact("params(input(3, 8, 8, 8) |> conv(2, 3))", "164"),
      NetworkFact("shape(input(3, 8, 8, 8) |> conv(2, 3))", "[2, 6, 6, 6]"),
      NetworkFact(
        "shape(input(3, 256, 256) |> conv(12, 5, stride: (1, 3), dilation: 2))", "[12, 248, 83]"),
      NetworkFact(
        "products(input(3, 256, 256) |> conv(12, (5, 3), stride: (1, 3), dilation: (2, 1)))",
        "11383200"),
      NetworkFact(
        "params(input(3, 32, 32) |> conv(10, 5) |> maxpool(2) |> conv(5, 3) |> maxpool(2) |> flatten |> dense(10))",
        "3025"),
      NetworkFact(
        "params(input(50) |> dense(64) |> dense(128) |> dense(256) |> dense(1))", "44865"),
      NetworkFact("params(input(steps: 10, features: 4) |> lstm(3) |> dense(1))", "100"),
      NetworkFact("params(input(steps: 10, features: 4) |> lstm(3, biases: 2))", "108"),
      NetworkFact(
        "params(input(steps: 10, features: 4) |> lstm(8, projection: 3) |> dense(1))", "284"),
      NetworkFact(
        "params(input(steps: 10, features: 4) |> lstm(8, projection: 3, biases: 2))", "312"),
      NetworkFact("shape(input(steps: 7, features: 3) |> lstm(5, sequences: true))", "[7, 5]"),
      NetworkFact("shape([[1, 2, 3], [4, 5, 6]])", "[2, 3]"),
      NetworkFact("shape(3)", "[]"),
      NetworkFact(
        "shape(input(3, 64, 64) |> conv(4, 3, stride: 2, padding: \"same\"))", "[4, 32, 32]"),
    ])
  func counts(_ fact: NetworkFact) {
    #expect(fact.found() == fact.result)
  }
}
