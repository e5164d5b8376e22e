import Language
import Testing

@Suite("Functions handed over by their names")
struct NamedFunctionTests {
  @Test(
    "may be built in as well as the author's",
    arguments: [
      ("v = accuracy(step, [1 -> 1, -1 -> 0, 2 -> 0])", 2.0 / 3),
      ("v = confusion(step, [1 -> 1, -1 -> 0]).accuracy", 1),
      ("v = accuracy(argmax, [[1, 2] -> 2, [3, 1] -> 1])", 1),
      ("twice(g, x) = g(g(x))\nv = twice(sqrt, 16)", 2),
      ("d = sample(abs, x in -1...1, count: 3)\nv = d[1].y + d[3].y", 2),
      ("f(x) = x^2\nd = sample(f, t in 0...2, count: 3)\nv = d[3].y", 4),
    ])
  func areHandedOver(_ text: String, _ value: Double) throws {
    let answers = Answers(text)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    #expect(try answers.number("v") == value)
  }

  @Test("are drawn and tabulated along the name that runs beside them")
  func areDrawn() throws {
    for (bare, written) in [
      ("plot(relu, x in -1...1)", "plot(relu(x), x in -1...1)"),
      ("plot([relu, tanh], x in -1...1)", "plot([relu(x), tanh(x)], x in -1...1)"),
      ("table([relu, step], x in [-1, 2])", "table([relu(x), step(x)], x in [-1, 2])"),
    ] {
      let outputs = [bare, written].map { "\(Answers($0).result.outputs.map(\.steps))" }
      #expect(!outputs[0].isEmpty && outputs[0].count == outputs[1].count)
    }
  }

  @Test(
    "are no values elsewhere",
    arguments: [
      "relu", "v = relu", "v = relu + 1", "v = [relu]", "accuracy(max, [1 -> 1])", "v = sgd",
      "relu = 3\nv = accuracy(relu, [1 -> 1])",
    ])
  func areNoValues(_ text: String) {
    #expect(Answers(text).codes == ["wrong-type"])
  }
}
