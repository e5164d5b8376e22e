import Algebra
import Language
import Source
import Testing
import Workings

@Suite("Layers of networks")
struct NetworkLayerTests {
  @Test(
    "shapes and counts of further layers are those of PyTorch",
    arguments: [
      NetworkFact("params(input(8, 10, 10) |> depthwise(3) |> pointwise(16))", "224"),
      NetworkFact("shape(input(4, 7, 7) |> maxpool(2, rounding: \"ceil\"))", "[4, 4, 4]"),
      NetworkFact(
        "shape(input(1, 4, 4) |> maxpool(2, stride: 3, rounding: \"ceil\"))", "[1, 2, 2]"),
      NetworkFact(
        "shape(input(1, 3, 3) |> maxpool(1, stride: 3, rounding: \"ceil\"))", "[1, 1, 1]"),
      NetworkFact("non_trainable(input(1, 100) |> conv(64, 3) |> batchnorm)", "128"),
      NetworkFact(
        "trainable(input(1, 100) |> conv(64, 3, padding: \"same\") |> batchnorm |> flatten |> dense(128))",
        "819712"),
      NetworkFact("params(input(4) |> dense(3, frozen: true) |> dense(2))", "8"),
      NetworkFact("non_trainable(input(4) |> dense(3, frozen: true) |> dense(2))", "15"),
      NetworkFact(
        "shape(input(96, 64, 64) |> conv_transpose(3, 11, stride: 4, padding: 5, output_padding: 3))",
        "[3, 256, 256]"),
      NetworkFact(
        "params(input(20, 32, 32) |> conv_transpose(5, 4, stride: 2, padding: 1))", "1605"),
      NetworkFact("shape(input(steps: 9, features: 3) |> conv(5, 3))", "[7, 5]"),
      NetworkFact("shape(input(steps: 9, features: 3) |> dense(5))", "[9, 5]"),
      NetworkFact("products(input(steps: 9, features: 3) |> dense(5))", "135"),
      NetworkFact("shape(input(steps: 7, features: 3) |> bidirectional(lstm(5)))", "[10]"),
      NetworkFact("params(input(steps: 7, features: 3) |> gru(5, biases: 2))", "150"),
      NetworkFact("shape(input(40, 4, 4) |> global_avgpool)", "[40]"),
      NetworkFact("params(input(16, 8, 8) |> layernorm)", "2048"),
      NetworkFact("memory(input(50) |> dense(64), bits: 16)", "6528"),
      NetworkFact("weight_shape(input(8, 9, 9) |> conv(4, 3, groups: 2))", "[4, 4, 3, 3]"),
      NetworkFact("weight_shape(input(8, 9, 9) |> conv_transpose(4, 3))", "[8, 4, 3, 3]"),
      NetworkFact("weight_shape(input(1600) |> dense(640), framework: \"keras\")", "[1600, 640]"),
      NetworkFact("weight_shape(input(steps: 5, features: 3) |> lstm(4))", "[16, 3]"),
      NetworkFact(
        "receptive_field(input(3, 64, 64) |> conv(50, 4, stride: 2, padding: 1) |> maxpool(2) |> conv(100, 4, stride: 2, padding: 1) |> maxpool(2) |> flatten |> dense(640), clip: false).size",
        "74"),
      NetworkFact("summary(input(50) |> dense(64) |> dense(1)).parameters", "3329"),
    ])
  func counts(_ fact: NetworkFact) {
    #expect(fact.found() == fact.result)
  }

  @Test("sizes stay symbols where they have no value")
  func symbols() {
    let run = Run()
    let block = run.execute(
      """
      symbols H: integer, n: integer
      count = params(input(steps: 15, features: 3) |> lstm(H))
      expect count == 4*(3*H + H^2 + H)
      size = shape(input(3, n, n) |> conv(8, 5))
      expect size[2] == n - 4
      expect evaluate(count, H: 5) == 180
      """)
    #expect(block.diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect(block.checks.allSatisfy { $0.verdict.finding == .passed })
    #expect(block.checks.count == 3)
  }

  @Test("a count shows its formula, what is put in, and its value")
  func working() {
    let run = Run()
    let block = run.execute("params(input(7, 16, 16) |> flatten |> dense(8*12^2))")
    guard case .chain(_, let links)? = block.outputs.first?.steps.last else {
      Issue.record("no chain")
      return
    }
    let texts = links.map { link in
      if case .numbers(let values) = link.view {
        return NodeText(run.graph).text(
          of: run.graph.substituting(
            values.compactMapValues { value in
              if case .expression(let node) = value { return node }
              return nil
            }, in: link.node))
      }
      return NodeText(run.graph).text(of: link.node)
    }
    #expect(texts.suffix(3) == ["n_out*(n_in + 1)", "8*12^2*(7*16^2 + 1)", "2065536"])
  }

  @Test("an audit tries another padding and another number of biases")
  func audits() {
    let block = Run().execute(
      """
      published params(input(1, 100) |> conv(64, 3) |> flatten |> dense(128)) = 819584 from "a key"
      published params(input(steps: 10, features: 4) |> lstm(3)) = 108 from "a key"
      """)
    let remarks = block.checks.map { $0.verdict.remark ?? "" }
    #expect(block.checks.allSatisfy { $0.verdict.finding == .agreesUnderConvention })
    #expect(remarks.first?.contains("padding") ?? false)
    #expect(remarks.last?.contains("biases") ?? false)
  }

  @Test(
    "default names are kind and count, and an author's name stands",
    arguments: [
      ("input(8) |> dense(4) |> relu |> dense(4)", ["input", "dense1", "relu1", "dense2"]),
      ("input(8) |> dense(4, name: \"dense1\") |> dense(4)", ["input", "dense1", "dense2"]),
      ("input(8) |> repeat(2, dense(8, name: \"h\"))", ["input", "h1", "h2"]),
      (
        "input(8) |> (dense(4) |> relu) |> (dense(4) |> relu)",
        ["input", "dense1", "relu1", "dense2", "relu2"]
      ),
    ])
  func names(_ source: String, _ names: [String]) {
    guard case .network(let network)? = Run().execute("net = " + source).bindings.last?.value else {
      Issue.record("no network")
      return
    }
    #expect(network.layers.map(\.name) == names)
  }

  @Test(
    "symbolic sizes go through strides, as with their values",
    arguments: [
      Fact(
        "symbols n: integer; evaluate(shape(input(3, n, n) |> conv(8, 5, stride: 2)), n: 30)",
        "[8, 13, 13]"),
      Fact(
        "symbols n: integer; evaluate(shape(input(3, n) |> conv(8, 5, stride: 3, padding: \"same\")), n: 31)",
        "[8, 11]"),
      Fact(
        "symbols p: integer; evaluate(shape(input(3, 32, 32) |> conv(8, 5, stride: 2, padding: p)), p: 2)",
        "[8, 16, 16]"),
      Fact(
        "symbols s: integer; evaluate(shape(input(3, 32, 32) |> conv(8, 5, stride: s)), s: 3)",
        "[8, 10, 10]"),
      Fact(
        "symbols n: integer; evaluate(params(input(1, n, n) |> maxpool(2) |> flatten |> dense(10)), n: 7)",
        "100"),
    ])
  func strides(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }
}

@Suite("Listings of recurrent layers")
struct RecurrentListingTests {
  /// torch.nn.GRU multiplies by r behind W·h + b: its documentation, note on n.
  @Test("a listing says where PyTorch's unit is another one", arguments: ["before", "after"])
  func resets(_ reset: String) throws {
    let source =
      "code(input(steps: 5, features: 3) |> gru(4, reset: \"\(reset)\"), framework: \"pytorch\")"
    guard case .listing(let listing)? = Run().execute(source).outputs.last?.value else {
      Issue.record("no listing")
      return
    }
    #expect(listing.source.contains("nn.GRU(3, 4, batch_first=True)"))
    #expect(listing.source.contains("# it resets behind the product") == (reset == "before"))
  }
}
