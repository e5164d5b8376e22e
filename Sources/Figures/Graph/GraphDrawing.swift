/// Boxes with texts and arrows between them, laid out in layers along the arrows.
///
/// Made for computation graphs and networks: no two boxes overlap, and arrows run one way as far as
/// they can. An arrow that closes a circle runs backwards; one from a box to itself is a loop.
public struct GraphDrawing: Hashable, Sendable {
  /// Where the arrows lead.
  public enum Direction: Hashable, Sendable {
    case rightwards, downwards
  }

  /// A box.
  public struct Node: Hashable, Sendable {
    /// What is written in it, line by line; the first line is its name.
    public var lines: [Figure.Label]
    /// Whether the reader should find it first.
    public var isHighlighted: Bool
    /// Whether its ends are round, as for an operation or an input.
    public var isRound: Bool

    /// A box with lines of text.
    public init(_ lines: [Figure.Label], isHighlighted: Bool = false, isRound: Bool = false) {
      self.lines = lines
      self.isHighlighted = isHighlighted
      self.isRound = isRound
    }
  }

  /// An arrow.
  public struct Edge: Hashable, Sendable {
    /// The index of the box where it begins, counted from 0.
    public var from: Int
    /// The index of the box where it ends, counted from 0.
    public var to: Int
    /// What is written beside it.
    public var label: Figure.Label?
    /// Whether it keeps its boxes in one line, as the trunk of the drawing.
    public var isMain: Bool

    /// An arrow between two boxes, counted from 0.
    public init(from: Int, to: Int, label: Figure.Label? = nil, isMain: Bool = false) {
      self.from = from
      self.to = to
      self.label = label
      self.isMain = isMain
    }
  }

  /// The boxes.
  public var nodes: [Node]
  /// The arrows; one that names a box that is not there is left out.
  public var edges: [Edge]
  /// Where the arrows lead.
  public var direction: Direction
  /// What stands above the drawing.
  public var title: Figure.Label?

  /// A drawing of boxes and arrows.
  public init(
    nodes: [Node], edges: [Edge], direction: Direction = .rightwards, title: Figure.Label? = nil
  ) {
    self.nodes = nodes
    self.edges = edges
    self.direction = direction
    self.title = title
  }

  /// The drawing, with its alternative text.
  ///
  /// The work is bounded: about (boxes + arrows) × layers crossed, at most some 20,000 bends.
  public func figure() -> Figure {
    let layout = GraphLayout(self)
    let top = title == nil ? 8.0 : 34
    let edges = layout.arrows.flatMap { $0.elements(shiftedBy: top) }
    var labels: [Figure.Element] = []
    var obstacles = Obstacles()
    for box in layout.boxes { obstacles.add(box.moved(by: Figure.Point(8, top))) }
    for arrow in layout.arrows {
      for place in arrow.places(shiftedBy: top) { obstacles.add(place) }
    }
    for arrow in layout.arrows {
      guard let text = arrow.text(shiftedBy: top, avoiding: obstacles) else { continue }
      obstacles.add(text.box)
      labels.append(.text(text))
    }
    var elements: [Figure.Element] = [
      .group(.edges, edges + labels),
      .group(
        .nodes,
        zip(nodes, layout.boxes).flatMap { $0.elements(in: $1.moved(by: Figure.Point(8, top))) }),
    ]
    let right = obstacles.boxes.map(\.maxX).max() ?? 0
    let bottom = obstacles.boxes.map(\.maxY).max() ?? 0
    var width = max(layout.width + 16, right + 8)
    if let title {
      width = max(width, title.width(size: TextSize.title * 1.1) + 16)
      let place = Figure.Point(width / 2, 19)
      let text = Figure.Text(
        title, at: place, anchor: .middle, size: TextSize.title, weight: .bold)
      elements.append(.group(.heading, [.text(text)]))
    }
    return Figure(
      width: width, height: max(layout.height + top + 8, bottom + 8), elements: elements,
      name: title?.plainText ?? "Graph", alternativeText: description)
  }
}
