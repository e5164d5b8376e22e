extension GraphDrawing.Node {
  static let lineHeight = 14.5

  /// The room that its texts need.
  var size: (width: Double, height: Double) {
    let widths = lines.enumerated().map { $1.width(size: $0 == 0 ? 12 : 10.5) }
    let height = Self.lineHeight * Double(max(lines.count, 1)) + 9
    return (max((widths.max() ?? 0) + (isRound ? 22 : 16), 30), height)
  }

  /// The box with its texts.
  func elements(in box: Figure.Box) -> [Figure.Element] {
    let corner = isRound ? min(box.height / 2, 14) : 4
    let role: Figure.Role = isHighlighted ? .highlighted : .node
    var drawn: [Figure.Element] = [.rectangle(box, corner: corner, role)]
    for (index, line) in lines.enumerated() {
      let place = Figure.Point(
        box.x + box.width / 2, box.y + 4.5 + Self.lineHeight * (Double(index) + 0.76))
      let text = Figure.Text(
        line, at: place, anchor: .middle, size: index == 0 ? 12 : 10.5,
        role: index == 0 ? .text : .faintText)
      drawn.append(.text(text))
    }
    return drawn
  }
}

extension GraphDrawing {
  /// The arrows between boxes that are there.
  var usableEdges: [Edge] {
    edges.filter { nodes.indices.contains($0.from) && nodes.indices.contains($0.to) }
  }

  /// How many boxes and arrows there are, and for every box what leads to it.
  var description: String {
    let edges = usableEdges
    var sentences = [
      "\(title?.plainText ?? "Graph"): \(Self.count(nodes.count, "node")), "
        + "\(Self.count(edges.count, "arrow"))."
    ]
    var arriving: [[Edge]] = Array(repeating: [], count: nodes.count)
    for edge in edges { arriving[edge.to].append(edge) }
    let shown = 60
    for (index, node) in nodes.enumerated().prefix(shown) {
      let sources = arriving[index].prefix(12).map { edge in
        let label = edge.label.map { " (" + $0.plainText + ")" } ?? ""
        return name(of: edge.from) + label
      }
      let rest = arriving[index].count - sources.count
      let all = sources + (rest > 0 ? ["\(rest) more"] : [])
      let from = all.isEmpty ? "" : " from " + all.joinedInWords
      let more = node.lines.dropFirst().map(\.plainText).joined(separator: ", ")
      sentences.append(name(of: index) + (more.isEmpty ? "" : ": " + more) + from + ".")
    }
    if nodes.count > shown { sentences.append("\(nodes.count - shown) more nodes.") }
    return sentences.joined(separator: " ")
  }

  private func name(of index: Int) -> String {
    nodes[index].lines.first?.plainText ?? "node \(index + 1)"
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
