import Language
import Source
import Testing

/// A block that must fail, with the code of its first diagnostic and words of its message.
struct NetworkMistake: CustomTestStringConvertible, Sendable {
  let source: String
  let code: String
  let words: [String]

  init(_ source: String, _ code: String, _ words: String...) {
    self.source = source
    self.code = code
    self.words = words
  }

  var testDescription: String { source }
}

@Suite("Mistakes in networks")
struct NetworkErrorTests {
  @Test(
    "a network that cannot be says which layer and which sizes are at odds",
    arguments: [
      NetworkMistake(
        "net = input(3, 8, 8) |> conv(4, 5) |> conv(4, 7)", "kernel-too-large", "7", "4", "conv2"),
      NetworkMistake(
        "net = input(3, 8, 8) |> maxpool(9)", "kernel-too-large", "9", "8", "maxpool1"),
      NetworkMistake("net = input(5, 8, 8) |> conv(4, 3, groups: 2)", "groups", "2", "5"),
      NetworkMistake("net = input(4, 8, 8) |> conv(5, 3, groups: 2)", "groups", "2", "5"),
      NetworkMistake("size = shape(conv(8, 3) |> relu)", "no-input", "input"),
      NetworkMistake(
        "n = params((input(3, 8, 8) |> conv(4, 3))[\"conv9\"])", "unknown-layer", "conv9"),
      NetworkMistake("net = input(3, 8, 8) |> conv(4)", "missing-argument", "conv", "kernel"),
      NetworkMistake("n = params(3)", "wrong-type", "params", "network"),
      NetworkMistake("y = exp(input(8) |> dense(4))", "wrong-type", "exp"),
      NetworkMistake("net = input(3, 8, 8) |> dense(4)", "wrong-shape", "dense1", "3×8×8"),
      NetworkMistake("net = input(3) |> lstm(4)", "wrong-shape", "lstm1", "sequence"),
      NetworkMistake("net = input(3, 8, 8) |> conv(4, 2.5)", "wrong-size", "2.5", "conv1"),
      NetworkMistake("net = input(3, 8, 8) |> conv(0, 3)", "wrong-size", "0", "conv1"),
      NetworkMistake("net = input(3, 8, 8) |> conv(4, 3, stride: 0)", "wrong-size", "stride", "0"),
      NetworkMistake("net = input(3, 8, 8) |> conv(4, (3, 3, 3))", "shape-mismatch", "3", "2"),
      NetworkMistake("net = input(3, 8, 8) |> conv(4, 3, padding: \"full\")", "wrong-type", "full"),
      NetworkMistake("net = input(8) |> residual(dense(7))", "shape-mismatch", "8", "7"),
      NetworkMistake(
        "net = input(3, 8, 8) |> parallel(conv(4, 3), conv(4, 1))", "shape-mismatch", "6×6", "8×8"),
      NetworkMistake("net = input(640) |> reshape(40, 4, 5)", "shape-mismatch", "640", "800"),
      NetworkMistake(
        "net = input(steps: 3, features: 10) |> attention(3, 10)", "groups", "3", "10"),
      NetworkMistake("net = input(8) |> bidirectional(dense(3))", "wrong-type", "recurrent"),
      NetworkMistake("net = input(8) |> dropout(1)", "wrong-size", "rate", "1"),
      NetworkMistake(
        "net = input(8) |> dense(4, name: \"a\") |> dense(4, name: \"a\")", "name-taken", "a"),
      NetworkMistake("net = input(8) |> input(8)", "misplaced-input", "input"),
      NetworkMistake("net = conv(4, 3) |> input(3, 8, 8)", "misplaced-input", "input"),
      NetworkMistake("net = input()", "wrong-shape", "input", "0"),
      NetworkMistake("net = input(8) |> dense([1, 2])", "wrong-type", "units"),
      NetworkMistake("net = input(3, 8, 8) |> parallel(conv(1, 1), 3)", "wrong-type", "3"),
      NetworkMistake("net = input(8) |> residual(3)", "wrong-type", "residual", "3"),
      NetworkMistake("r = receptive_field(input(8) |> dense(3))", "no-input", "space"),
      NetworkMistake("w = weight_shape(input(8) |> relu)", "wrong-type", "weights"),
      NetworkMistake(
        "w = forward(input(2) |> dense(1), [1, 2])", "missing-weights", "dense1", "weight"),
      NetworkMistake(
        "w = forward(input(2) |> dense(1), [1, 2, 3])", "shape-mismatch", "2", "3"),
      NetworkMistake(
        "symbols n\nnet = input(3, n, n) |> maxpool(2, rounding: \"ceil\")", "unknown-size",
        "maxpool1", "n"),
      NetworkMistake("net = input(3, 2^60, 8) |> conv(4, 3)", "size-too-large", "input"),
      NetworkMistake("net = input(8) |> repeat(100000, relu)", "work-limit", "10000"),
      NetworkMistake("net = input(8) |> repeat(100000, dense(8))", "work-limit", "10000"),
    ])
  func mistakes(_ mistake: NetworkMistake) {
    let diagnostics = Run().execute(mistake.source).diagnostics
    #expect(diagnostics.count == 1)
    let message = diagnostics.first?.message
    #expect(message?.code == mistake.code)
    for word in mistake.words { #expect(message?.text.contains(word) ?? false, "\(word)") }
  }
}
