/// Where boxes and arrows of a ``GraphDrawing`` stand, from (0, 0).
struct GraphLayout {
  /// The boxes in the order of the nodes.
  private(set) var boxes: [Figure.Box]
  /// The arrows in the order of the usable edges.
  private(set) var arrows: [Arrow] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  private static let sweeps = 16

  /// Along: the way of the arrows; across: the other. Boxes and bends by index.
  private var along: [Double] = []
  private var across: [Double] = []
  private var thickness: [Double] = []
  private var breadth: [Double] = []
  private let isDownwards: Bool

  init(_ drawing: GraphDrawing) {
    isDownwards = drawing.direction == .downwards
    let edges = drawing.usableEdges
    let proper = edges.filter { $0.from != $0.to }
    let order = LayerOrder(
      count: drawing.nodes.count, edges: proper.map { ($0.from, $0.to) })
    boxes = []
    let bends = order.layerOf.count - drawing.nodes.count
    for size in drawing.nodes.map(\.size) {
      thickness.append(isDownwards ? size.height : size.width)
      breadth.append(isDownwards ? size.width : size.height)
    }
    thickness += Array(repeating: 0, count: bends)
    breadth += Array(repeating: 4, count: bends)
    placeAcross(order, boxCount: drawing.nodes.count)
    placeAlong(order, edges: proper)
    boxes = drawing.nodes.indices.map(box)
    width = boxes.map(\.maxX).max() ?? 0
    height = boxes.map(\.maxY).max() ?? 0
    route(edges, order)
  }

  /// Every layer is drawn towards its neighbours, forth and back, without overlaps.
  private mutating func placeAcross(_ order: LayerOrder, boxCount: Int) {
    let (before, after) = order.neighbours
    across = Array(repeating: 0, count: order.layerOf.count)
    let space = isDownwards ? 18.0 : 14
    func gaps(_ layer: [Int]) -> [Double] {
      zip(layer, layer.dropFirst()).map { $0 >= boxCount && $1 >= boxCount ? 10 : space }
    }
    for layer in order.layers {
      let places = Spacing.places(
        wanted: layer.map { _ in 0 }, widths: layer.map { breadth[$0] },
        weights: layer.map { _ in 1 }, gaps: gaps(layer))
      for (node, place) in zip(layer, places) { across[node] = place }
    }
    for sweep in 0..<Self.sweeps {
      let isForth = sweep.isMultiple(of: 2)
      let isLast = sweep >= Self.sweeps - 2
      for layer in isForth ? order.layers : order.layers.reversed() {
        let wanted = layer.map { node in
          let near = isLast ? before[node] + after[node] : isForth ? before[node] : after[node]
          let sum = near.reduce(0) { $0 + across[$1] }
          return near.isEmpty ? across[node] : sum / Double(near.count)
        }
        let places = Spacing.places(
          wanted: wanted, widths: layer.map { breadth[$0] },
          weights: layer.map { node in
            let near = before[node].count + after[node].count
            return (node >= boxCount ? 3 : 1) + 0.5 * Double(near)
          },
          gaps: gaps(layer))
        for (node, place) in zip(layer, places) { across[node] = place }
      }
    }
    let first = across.indices.map { across[$0] - breadth[$0] / 2 }.min() ?? 0
    for index in across.indices { across[index] -= first }
  }

  /// Layers follow each other with room for the labels between them.
  private mutating func placeAlong(_ order: LayerOrder, edges: [GraphDrawing.Edge]) {
    along = Array(repeating: 0, count: order.layerOf.count)
    var room = Array(repeating: isDownwards ? 26.0 : 34, count: max(order.layers.count, 1))
    for (edge, chain) in zip(edges, order.chains) {
      guard let label = edge.label else { continue }
      let layer = order.layerOf[chain[0]]
      room[layer] = max(room[layer], isDownwards ? 38 : label.width(size: 10.5) + 26)
    }
    var start = 0.0
    for (index, layer) in order.layers.enumerated() {
      let depth = layer.map { thickness[$0] }.max() ?? 0
      for node in layer { along[node] = start + depth / 2 }
      start += depth + room[index]
    }
  }

  private func box(_ index: Int) -> Figure.Box {
    let (x, y) = isDownwards ? (across[index], along[index]) : (along[index], across[index])
    let (width, height) =
      isDownwards ? (breadth[index], thickness[index]) : (thickness[index], breadth[index])
    return Figure.Box(x: x - width / 2, y: y - height / 2, width: width, height: height)
  }

  /// Gives every arrow its way: its ends spread along the sides of boxes in the order of their aims.
  private mutating func route(_ edges: [GraphDrawing.Edge], _ order: LayerOrder) {
    let ports = Ports(order.chains, across: across, breadth: breadth)
    var proper = 0
    for edge in edges {
      guard edge.from != edge.to else {
        arrows.append(Arrow(loopAt: boxes[edge.from], label: edge.label))
        width = max(width, boxes[edge.from].maxX + 24)
        continue
      }
      let chain = order.chains[proper]
      var places: [(along: Double, across: Double)] = []
      for (index, node) in chain.enumerated() {
        if index == 0 {
          places.append((along[node] + thickness[node] / 2, ports.leaving[proper]))
        } else if index == chain.count - 1 {
          places.append((along[node] - thickness[node] / 2, ports.arriving[proper]))
        } else {
          places.append((along[node], across[node]))
        }
      }
      let points = places.map { place in
        isDownwards
          ? Figure.Point(place.across, place.along) : Figure.Point(place.along, place.across)
      }
      arrows.append(
        Arrow(
          through: points, isReversed: order.isReversed[proper], isDownwards: isDownwards,
          label: edge.label))
      proper += 1
    }
  }
}

/// Where arrows leave and reach the sides of their boxes, across the way of the arrows.
private struct Ports {
  var leaving: [Double]
  var arriving: [Double]

  init(_ chains: [[Int]], across: [Double], breadth: [Double]) {
    func spread(at box: (Int) -> Int, towards aim: (Int) -> Int) -> [Double] {
      var result = Array(repeating: 0.0, count: chains.count)
      var groups = Array(repeating: [Int](), count: across.count)
      for index in chains.indices { groups[box(index)].append(index) }
      for (node, group) in groups.enumerated() {
        let sorted = group.sorted { (across[aim($0)], $0) < (across[aim($1)], $1) }
        for (rank, index) in sorted.enumerated() {
          let part = Double(rank + 1) / Double(sorted.count + 1) - 0.5
          result[index] = across[node] + part * breadth[node] * 0.9
        }
      }
      return result
    }
    leaving = spread(at: { chains[$0][0] }, towards: { chains[$0][1] })
    arriving = spread(
      at: { chains[$0][chains[$0].count - 1] }, towards: { chains[$0][chains[$0].count - 2] })
  }
}
