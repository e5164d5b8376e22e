import Source
import Testing

@Suite("Suggestions")
struct SuggestionTests {
  @Test(
    "guesses what was meant",
    arguments: [
      ("sigmodi", "sigmoid"), ("Sigmoid", "sigmoid"), ("sofmax", "softmax"),
      ("perceptrn", "perceptron"),
      ("relu6", "relu"), ("tahn", "tanh"), ("SGD", "sgd"), ("tna", "tan"),
    ])
  func guesses(typed: String, meant: String) {
    let names = ["tanh", "tan", "relu", "perceptron", "softmax", "sigmoid", "sgd", "x"]
    #expect(Suggestion.nearest(to: typed, among: names) == meant)
    #expect(Suggestion.nearest(to: typed, among: names.reversed()) == meant)
  }

  @Test("keeps silent when nothing is close", arguments: ["y", "convolution", "ab", "", "sigmoid"])
  func keepsSilent(typed: String) {
    #expect(Suggestion.nearest(to: typed, among: ["x", "sigmoid", "cd"]) == nil)
  }

  @Test("answers the same for any order of equally near names")
  func isDeterministic() {
    #expect(Suggestion.nearest(to: "rato", among: ["rate", "ratio"]) == "rate")
    #expect(Suggestion.nearest(to: "rato", among: ["ratio", "rate"]) == "rate")
  }

  @Test("gives up on very long names")
  func givesUpOnLongNames() {
    let long = String(repeating: "a", count: 100_000)
    #expect(Suggestion.nearest(to: long, among: [long + "b"]) == nil)
    #expect(Suggestion.nearest(to: "aaaa", among: [long]) == nil)
  }
}
