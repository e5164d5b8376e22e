import Language
import Testing

/// One input through layers with given weights, against PyTorch 1.13 in double precision.
///
/// There the parameters of a module, in their order, are filled with ((7k) mod 11 − 5)/10 for
/// k = 0, 1, …, running statistics with (j + 1)/4, and the input with ((5i) mod 7 − 3)/2; the
/// module's output, row by row, is the fact.
@Suite("Forward through every kind of layer")
struct ForwardTests {
  struct Case: CustomTestStringConvertible {
    let net: String
    let input: [Int]
    var layer = ""
    /// Names and shapes of the weights, in the module's order.
    var weights: [(String, [Int])] = []
    var statistics: [(String, [Int])] = []
    let facts: [Double]

    var testDescription: String { net }

    var source: String {
      var count = 0
      var fields: [String] = []
      for (name, shape) in weights {
        fields.append("\(name): " + Case.text(shape, from: count) { "\(($0 * 7) % 11 - 5)/10" })
        count += shape.reduce(1, *)
      }
      for (name, shape) in statistics {
        fields.append("\(name): " + Case.text(shape, from: 0) { "\($0 + 1)/4" })
      }
      let x = Case.text(input, from: 0) { "\(($0 * 5) % 7 - 3)/2" }
      let given = fields.isEmpty ? "" : "\(layer): {\(fields.joined(separator: ", "))}"
      return "y = forward(\(net), \(x), weights: {\(given)}).output"
    }

    private static func text(_ shape: [Int], from start: Int, _ entry: (Int) -> String) -> String {
      guard let size = shape.first else { return entry(start) }
      let inner = Array(shape.dropFirst())
      let width = inner.reduce(1, *)
      let parts = (0..<size).map { text(inner, from: start + $0 * width, entry) }
      return "[" + parts.joined(separator: ", ") + "]"
    }
  }

  static let cases = [
    Case(
      net: "input(2, 4) |> conv(2, 3, padding: \"same\", groups: 2)", input: [2, 4],
      layer: "conv1", weights: [("weight", [2, 1, 3]), ("bias", [2])],
      facts: [-0.1, 1.35, 0.1, 0.2, 0, 0.95, 0.65, -0.4]),
    Case(
      net: "input(1, 2, 3, 3) |> conv(1, 2, stride: (1, 2, 1))", input: [1, 2, 3, 3],
      layer: "conv1", weights: [("weight", [1, 1, 2, 2, 2]), ("bias", [1])], facts: [2, -1.7]),
    Case(
      net: "input(1, 2, 2) |> conv_transpose(2, 2, stride: 2, output_padding: 1)",
      input: [1, 2, 2], layer: "conv_transpose1",
      weights: [("weight", [1, 2, 2, 2]), ("bias", [2])],
      facts: [
        0.35, -0.7, -0.9, -0.2, -0.4, -0.1, -1.15, -0.6, 0.1, -0.4, -0.4, -0.4, 0.1, -0.6, -0.4,
        -0.4, -0.4, -0.2, -0.9, -0.4, -0.4, -0.4, -0.4, -0.4, -0.4, 0.15, 0.75, 0.4, 0, 0.3,
        -0.3, 0.3, 0.7, 0.3, 0.3, 0.3, 0.3, 0.2, 0.6, 0.3, 0.3, 0.3, -0.1, 0.3, 0.3, 0.3, 0.3,
        0.3, 0.3, 0.3,
      ]),
    Case(
      net: "input(1, 4, 4) |> avgpool(2, stride: 2, padding: 1, rounding: \"ceil\")",
      input: [1, 4, 4], facts: [-0.375, 0.25, -0.25, 0.625, -0.25, 0, 0.125, -0.5, 0.25]),
    Case(net: "input(1, 5) |> adaptive_avgpool(3)", input: [1, 5], facts: [-0.25, 0, 0.25]),
    Case(
      net: "input(2, 1, 2) |> batchnorm", input: [2, 1, 2], layer: "batchnorm1",
      weights: [("weight", [2]), ("bias", [2])],
      statistics: [("running_mean", [2]), ("running_var", [2])],
      facts: [1.5499650010499648, -0.949985000449985, 0.35858005795504, 0.07574017386512]),
    Case(
      net: "input(steps: 2, features: 3) |> layernorm", input: [2, 3], layer: "layernorm1",
      weights: [("weight", [3]), ("bias", [3])],
      facts: [
        1.1488826108758574, 0.32710891380655005, -0.33244413054379285, 1.1488826108758572,
        0.32710891380655005, -0.33244413054379285,
      ]),
    Case(
      net: "input(steps: 3, features: 2) |> lstm(2, projection: 1, biases: 2, sequences: true)",
      input: [3, 2], layer: "lstm1",
      weights: [
        ("weight_ih", [8, 2]), ("weight_hh", [8, 1]), ("bias_ih", [8]), ("bias_hh", [8]),
        ("weight_hr", [1, 2]),
      ],
      facts: [0.03431625341110242, -0.03608740824519937, 0.02126496938691617]),
    Case(
      net: """
        input(steps: 3, features: 1)
          |> bidirectional(gru(2, biases: 2, reset: "after", sequences: true))
        """,
      input: [3, 1], layer: "bidirectional1",
      weights: [
        ("weight_ih", [6, 1]), ("weight_hh", [6, 2]), ("bias_ih", [6]), ("bias_hh", [6]),
        ("weight_ih_reverse", [6, 1]), ("weight_hh_reverse", [6, 2]), ("bias_ih_reverse", [6]),
        ("bias_hh_reverse", [6]),
      ],
      facts: [
        -0.12503279437901604, 0.43418958013357456, -0.12695121129513107, 0.3222708514714153,
        -0.19811738976565257, 0.23113109017550104, -0.02244273666405634, 0.1765943798546743,
        -0.2607309657347686, 0.2600470146503553, -0.05275647276178315, 0.17562870478968662,
      ]),
    Case(
      net: "input(steps: 3, features: 2) |> attention(2, 2)", input: [3, 2],
      layer: "attention1",
      weights: [
        ("in_proj_weight", [6, 2]), ("in_proj_bias", [6]), ("out_proj_weight", [2, 2]),
        ("out_proj_bias", [2]),
      ],
      facts: [
        -0.6194355927453561, 0.046511850640785696, -0.6228179309402126, 0.09429551726494685,
        -0.6267928310235203, 0.11605619711054212,
      ]),
  ]

  @Test("what leaves the layer is what PyTorch gives", arguments: cases)
  func output(_ wanted: Case) throws {
    let answers = Answers(wanted.source)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    let entries = try answers.entries("y")
    #expect(entries.count == wanted.facts.count)
    for (entry, fact) in zip(entries, wanted.facts) { #expect(abs(entry - fact) < 1e-12) }
  }

  @Test("layers inside others take their weights from a record of their own")
  func nested() throws {
    let answers = Answers(
      """
      net = input(2) |> residual(dense(2) |> relu) |> parallel(dense(1), dense(1) |> relu)
      y = forward(net, [1, -1], weights: {
        residual1: {dense1: {weight: [[1, 2], [3, 1]], bias: [2, 0]}},
        parallel1: {branch1: {dense1: {weight: [[1, 1]], bias: [0]}},
                    branch2: {dense1: {weight: [[-1, 0]], bias: [1]}}}}).output
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    // relu(1 − 2 + 2) + 1 = 2 and relu(3 − 1) − 1 = 1; then 2 + 1 = 3, and relu(−2 + 1) = 0.
    #expect(try answers.entries("y") == [3, 0])
  }

  @Test(
    "weights that no layer has, and words that are not there, are errors",
    arguments: [
      (
        "y = forward(input(2) |> dense(1), [1, 2], weights: {dense1: {wieght: [[1, 2]]}})",
        "unknown-label"
      ),
      ("y = forward(input(2) |> relu, [1, 2], weights: {relu1: {weight: [1]}})", "unknown-label"),
      (
        "y = forward(input(steps: 1) |> embedding(2, 1), [3], weights: {embedding1: [[1], [2]]})",
        "out-of-range"
      ),
    ])
  func refused(_ source: String, _ code: String) {
    #expect(Answers(source).codes == [code])
  }
}
