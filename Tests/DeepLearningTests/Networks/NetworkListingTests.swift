import Algebra
import DeepLearning
import Testing
import Workings

/// A chain of layer calls, put together as the language does.
private struct Chain {
  let graph = Graph()
  let evaluator: Evaluator

  init() {
    evaluator = Evaluator(graph: graph, builtIns: .standard)
  }

  func call(_ name: String, _ operands: [Node] = [], isLayer: Bool = true) -> Node {
    let labels = operands.map { _ in String?.none }
    return graph.make(
      .call(Call(name, labels: labels, isLayer: isLayer)), operands, sort: .data(.network))
  }

  func number(_ value: Int) -> Node { graph.number(value) }

  func join(_ layers: Node...) -> Node {
    layers.dropFirst().reduce(layers[0]) { call("|>", [$0, $1], isLayer: false) }
  }

  func listing(_ net: Node, _ framework: String) throws -> String {
    let text = graph.make(.text(framework), sort: .text)
    let call = graph.make(
      .call(Call("code", labels: [nil, "framework"])), [net, text], sort: .data(.listing))
    guard case .listing(let listing) = try evaluator.value(of: call) else { return "" }
    return listing.source
  }
}

@Suite("Networks as values")
struct NetworkListingTests {
  @Test(
    "a listing makes every layer and leads x through it",
    arguments: [
      (
        "pytorch",
        [
          "self.conv1 = nn.Conv2d(3, 8, 5)", "self.dense1 = nn.Linear(1152, 10)",
          "x = self.conv1(x)", "torch.zeros(1, 3, 16, 16)",
        ]
      ),
      (
        "keras",
        [
          "shape=(16, 16, 3)", "layers.Conv2D(8, 5, name=\"conv1\")",
          "layers.Dense(10, name=\"dense1\")", "layers.Activation(\"relu\", name=\"relu1\")",
        ]
      ),
    ])
  func listing(_ framework: String, _ parts: [String]) throws {
    let chain = Chain()
    let net = chain.join(
      chain.call("input", [chain.number(3), chain.number(16), chain.number(16)]),
      chain.call("conv", [chain.number(8), chain.number(5)]), chain.call("relu"),
      chain.call("flatten"), chain.call("dense", [chain.number(10)]))
    let source = try chain.listing(net, framework)
    for part in parts { #expect(source.contains(part), "\(part)") }
  }

  @Test("a layer keeps the shape in front of it and what it sees")
  func facts() throws {
    let chain = Chain()
    let net = chain.join(
      chain.call("input", [chain.number(3), chain.number(16), chain.number(16)]),
      chain.call("conv", [chain.number(8), chain.number(5)]),
      chain.call("maxpool", [chain.number(2)]))
    guard case .network(let network) = try chain.evaluator.value(of: net) else {
      Issue.record("no network")
      return
    }
    let last = try #require(network.layers.last?.facts)
    #expect(last.layout == .map)
    #expect(last.input.count == 3)
    #expect(last.field?.size == [6, 6])
    #expect(last.field?.jump == [2, 2])
    #expect(last.field?.clipped == [6, 6])
    #expect(last.window == Layer.Window(kernel: [2, 2], stride: [2, 2], padding: [0, 0]))
  }

  @Test("a receptive field beyond the largest number is given up, not wrapped around")
  func overflow() {
    let field = Layer.ReceptiveField(input: [8])
    let window = Layer.Window(kernel: [2], stride: [Int.max / 2], padding: [1])
    let once = field.seen(through: window)
    #expect(once?.jump == [Int.max / 2])
    #expect(once?.seen(through: window) == nil)
    #expect(
      field.seen(through: Layer.Window(kernel: [1, 1], stride: [1, 1], padding: [0, 0])) == nil)
  }
}
