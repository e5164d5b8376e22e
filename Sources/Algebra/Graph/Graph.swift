/// The nodes and quantities of one run, as written: nothing is folded or reordered when it is made.
///
/// A class, since a node means something only in the graph that made it: the identity is the point.
/// Equal nodes are shared. One run uses one graph on one thread.
public final class Graph {
  @usableFromInline private(set) var operations: [Operation] = []
  @usableFromInline private(set) var operandLists: [[Node]] = []
  @usableFromInline private(set) var sorts: [Sort] = []
  private var places = NodePlaces()
  @usableFromInline private(set) var quantities: [Quantity] = []
  /// π; every graph has it, since derivatives name it.
  public private(set) lazy var piQuantity = define("pi", as: number(.approximate(Double.pi)))
  /// Marks that no traversal needs at the moment.
  private var spareMarks: [NodeMarks] = []

  /// The limit on the number of nodes.
  public let nodeLimit: Int

  /// An empty graph.
  public init(nodeLimit: Int = 10_000_000) {
    self.nodeLimit = nodeLimit
  }

  /// The number of nodes.
  public var count: Int { operations.count }

  /// Whether the graph has reached its limit of nodes; further work should stop with an error.
  public var isFull: Bool { operations.count >= nodeLimit }

  /// What the node does.
  @inlinable public func operation(of node: Node) -> Operation { operations[Int(node.index)] }

  /// The node's operands, in order.
  @inlinable public func operands(of node: Node) -> [Node] { operandLists[Int(node.index)] }

  /// What the node stands for.
  @inlinable public func sort(of node: Node) -> Sort { sorts[Int(node.index)] }

  /// The shape of a node that is known to be numbers or truth values; a scalar's for others.
  public func shape(of node: Node) -> Shape { sort(of: node).shape ?? .scalar }

  /// The quantity behind an identity.
  @inlinable public subscript(id: Quantity.ID) -> Quantity { quantities[Int(id.index)] }

  /// The node for an operation on operands, made if there is none yet.
  ///
  /// Checks nothing: the operations in `Graph+Arithmetic` and its neighbours do.
  public func make(_ operation: Operation, _ operands: [Node] = [], sort: Sort) -> Node {
    let hash = NodePlaces.hash(operation, operands)
    let known = places.node(hash) { node in
      operandLists[node.position] == operands && sorts[node.position] == sort
        && operations[node.position] == operation
    }
    if let known { return known }
    let node = Node(operations.count)
    operations.append(operation)
    operandLists.append(operands)
    sorts.append(sort)
    places.insert(node, hash)
    return node
  }

  /// Does something with marks on nodes, none of which is set; inside of it others may be asked for.
  func withMarks<Result, E: Error>(
    _ body: (inout NodeMarks) throws(E) -> Result
  ) throws(E) -> Result {
    var marks = spareMarks.popLast() ?? NodeMarks()
    marks.clear(count: operations.count)
    defer { spareMarks.append(marks) }
    return try body(&marks)
  }

  /// A new quantity; it never replaces another of the same spelling.
  public func define(
    _ name: Name, as definition: Definition, sort: Sort, role: Quantity.Role = .author
  ) -> Quantity.ID {
    quantities.append(Quantity(name: name, sort: sort, definition: definition, role: role))
    return Quantity.ID(index: Int32(truncatingIfNeeded: quantities.count - 1))
  }

  /// A new quantity that stands for `node`.
  public func define(
    _ spelling: String, tex: String? = nil, as node: Node, role: Quantity.Role = .author
  ) -> Quantity.ID {
    define(Name(spelling, tex: tex), as: .formula(node), sort: sort(of: node), role: role)
  }

  /// A new leaf without a value.
  public func symbol(
    _ spelling: String, tex: String? = nil, shape: Shape = .scalar, domain: Domain = .real,
    role: Quantity.Role = .author
  ) -> Quantity.ID {
    define(Name(spelling, tex: tex), as: .symbol(domain), sort: .number(shape), role: role)
  }

  /// A reference to a quantity.
  public func name(_ id: Quantity.ID) -> Node {
    make(.name(id), sort: self[id].sort)
  }

  /// The node that a quantity stands for; nil for a leaf.
  public func definition(of id: Quantity.ID) -> Node? {
    switch self[id].definition {
    case .formula(let node): node
    case .symbol, .opaque, .bound: nil
    }
  }
}
