/// The layers of a network one after the other, with what flows between them.
public struct LayerDiagram: Hashable, Sendable {
  /// One layer.
  public struct Layer: Hashable, Sendable {
    /// What the layer is called.
    public var name: Figure.Label
    /// What it does, line by line: "96 filters 11×11, stride 4".
    public var details: [Figure.Label]
    /// The shape of what leaves it, written on the arrow to the next layer.
    public var output: Figure.Label?
    /// Whether it only brings data in or adds branches up.
    public var isJunction: Bool

    /// A layer with its texts.
    public init(
      _ name: Figure.Label, details: [Figure.Label] = [], output: Figure.Label? = nil,
      isJunction: Bool = false
    ) {
      self.name = name
      self.details = details
      self.output = output
      self.isJunction = isJunction
    }
  }

  /// The layers in the order of the data.
  public var layers: [Layer]
  /// Arrows that leave the order, such as a shortcut past a residual block; indices count from 0.
  public var shortcuts: [GraphDrawing.Edge]
  /// Where the data flow.
  public var direction: GraphDrawing.Direction
  /// What stands above the drawing.
  public var title: Figure.Label?

  /// A network of layers, each fed by the one before it.
  public init(
    _ layers: [Layer], shortcuts: [GraphDrawing.Edge] = [],
    direction: GraphDrawing.Direction = .downwards, title: Figure.Label? = nil
  ) {
    self.layers = layers
    self.shortcuts = shortcuts
    self.direction = direction
    self.title = title
  }

  /// The same network as boxes and arrows.
  public var graph: GraphDrawing {
    let nodes = layers.map {
      GraphDrawing.Node([$0.name] + $0.details, isRound: $0.isJunction)
    }
    let edges = layers.indices.dropLast().map {
      GraphDrawing.Edge(from: $0, to: $0 + 1, label: layers[$0].output, isMain: true)
    }
    return GraphDrawing(
      nodes: nodes, edges: edges + shortcuts, direction: direction, title: title ?? "Layers")
  }

  /// The drawing, with its alternative text.
  public func figure() -> Figure {
    var graph = graph
    let name = title?.plainText ?? "Layers"
    let text = graph.description
    graph.title = title
    if let output = layers.last?.output, !layers.isEmpty {
      graph.nodes.append(GraphDrawing.Node([output], isRound: true))
      graph.edges.append(GraphDrawing.Edge(from: layers.count - 1, to: layers.count, isMain: true))
    }
    var figure = graph.figure()
    figure.name = name
    figure.alternativeText = text
    return figure
  }
}
