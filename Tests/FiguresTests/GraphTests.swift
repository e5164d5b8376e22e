import Testing

@testable import Figures

@Suite("Graphs in layers")
struct GraphTests {
  /// Boxes 0..<count with arrows from smaller to larger, by a fixed generator.
  private func drawing(
    _ count: Int, seed: UInt64, direction: GraphDrawing.Direction = .rightwards
  ) -> GraphDrawing {
    var state = seed
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var edges: [GraphDrawing.Edge] = []
    for node in 1..<count {
      for _ in 0...next(below: 2) { edges.append(.init(from: next(below: node), to: node)) }
    }
    let nodes = (0..<count).map { index in
      GraphDrawing.Node(["node \(index)"] + (index % 3 == 0 ? ["a longer second line"] : []))
    }
    return GraphDrawing(nodes: nodes, edges: edges, direction: direction)
  }

  private func boxes(_ figure: Figure) -> [Figure.Box] {
    figure.boxes(.node) + figure.boxes(.highlighted)
  }

  @Test("overlaps no boxes and keeps them inside", arguments: 1...12)
  func separatesBoxes(_ seed: UInt64) {
    for direction in [GraphDrawing.Direction.rightwards, .downwards] {
      let figure = drawing(Int(3 + 5 * seed), seed: seed, direction: direction).figure()
      let boxes = boxes(figure)
      for (index, box) in boxes.enumerated() {
        #expect(!boxes[(index + 1)...].contains { $0.overlaps(box) })
        #expect(box.x >= 0 && box.y >= 0 && box.maxX <= figure.width && box.maxY <= figure.height)
      }
      #expect(figure.coordinates.allSatisfy { $0.isFinite })
    }
  }

  @Test("leads every arrow of a graph without circles the same way")
  func leadsOneWay() {
    let drawing = drawing(30, seed: 3)
    let boxes = boxes(drawing.figure())
    for edge in drawing.edges { #expect(boxes[edge.from].maxX < boxes[edge.to].x) }
  }

  @Test("orders a layer so that arrows of a tree do not cross")
  func ordersLayers() {
    let order = LayerOrder(count: 7, edges: [(0, 1), (0, 2), (1, 6), (2, 3), (1, 5), (2, 4)])
    #expect(order.layers.map(Set.init) == [[0], [1, 2], [3, 4, 5, 6]])
    let last = order.layers[2]
    #expect([Set([5, 6]), Set([3, 4])].contains(Set(last[..<2])) == true)
    #expect((order.layers[1] == [1, 2]) == (Set(last[..<2]) == [5, 6]))
  }

  @Test("draws circles, loops, parallel arrows and arrows to nothing")
  func survivesOddEdges() {
    let figure = GraphDrawing(
      nodes: [.init(["x"]), .init(["h"]), .init([])],
      edges: [
        .init(from: 0, to: 1), .init(from: 0, to: 1), .init(from: 1, to: 2),
        .init(from: 2, to: 0, label: "back"), .init(from: 1, to: 1, label: "W"),
        .init(from: 1, to: 7), .init(from: -1, to: 0),
      ]
    ).figure()
    #expect(figure.paths(.edge).count == 5)
    #expect(figure.paths(.arrowHead).count == 5)
    #expect(figure.words.contains("back") && figure.words.contains("W"))
    #expect(
      GraphDrawing(nodes: [], edges: []).figure().alternativeText == "Graph: 0 nodes, 0 arrows.")
  }

  @Test("says what leads where")
  func describesItself() {
    let figure = GraphDrawing(
      nodes: [.init(["w", "-2"]), .init(["x"]), .init(["z"])],
      edges: [.init(from: 0, to: 2, label: "3.5"), .init(from: 1, to: 2)]
    ).figure()
    #expect(
      figure.alternativeText
        == "Graph: 3 nodes, 2 arrows. w: -2. x. z from w (3.5) and x.")
  }

  @Test("lays out a thousand boxes")
  func laysOutThousand() {
    let figure = drawing(1_000, seed: 1).figure()
    #expect(boxes(figure).count == 1_000)
  }

  @Test("keeps the trunk of a layer diagram straight and ends it with the output")
  func drawsLayers() throws {
    let figure = LayerDiagram(
      [
        .init("x", output: "8", isJunction: true), .init("l1", output: "8"),
        .init("l2", details: ["a much longer line of details"], output: "8"),
        .init("+", output: "(8)", isJunction: true),
      ], shortcuts: [.init(from: 0, to: 3, label: "identity")], title: "Block"
    ).figure()
    let middles = boxes(figure).map { $0.x + $0.width / 2 }
    let first = try #require(middles.first)
    #expect(middles.count == 5)
    #expect(middles.allSatisfy { abs($0 - first) < 0.2 })
    #expect(figure.words.contains("(8)") && figure.words.contains("identity"))
    #expect(figure.alternativeText.hasPrefix("Block: 4 nodes, 4 arrows. x. l1 from x (8)."))
  }

  @Test(
    "spaces out in order, as near as possible",
    arguments: [
      ([0, 0], [-2, 2]), ([0, 10], [0, 10]), ([5, 1], [1, 5]), ([0, 0, 30], [-2, 2, 30]),
    ] as [([Double], [Double])])
  func spaces(_ wanted: [Double], _ places: [Double]) {
    let found = Spacing.places(
      wanted: wanted, widths: wanted.map { _ in 3 }, weights: wanted.map { _ in 1 },
      gaps: wanted.dropFirst().map { _ in 1 })
    #expect(zip(found, places).allSatisfy { abs($0 - $1) < 1e-9 })
  }
}
