/// One simplification: what is known about the nodes below a root, in index order.
///
/// Numbers have a *form*, a product of powers of atoms and sums, in which equal expressions meet. Tensors
/// of one shape are a ring as numbers are, so their entries share the same forms, and a scalar spread
/// to a shape has the form of the scalar.
struct Simplifier {
  /// An atom that is a base to an exponent that is no integer.
  struct Exponential {
    /// nil for Euler's number.
    let base: Int?
    let exponent: PowerProduct
  }

  /// atom^order equals a value without the atom.
  struct Relation {
    let order: Int
    let value: PowerProduct
  }

  /// An operand of an atom: a number by its form, anything else by its node.
  enum AtomOperand: Hashable {
    case form(PowerProduct)
    case node(Node)
  }

  /// What atoms of equal value have in common.
  struct AtomKey: Hashable {
    let operation: Operation
    let operands: [AtomOperand]
    let sort: Sort
  }

  let graph: Graph
  var budget: Budget
  var table = FactorTable()
  /// Numbers only.
  var forms = NodeMap<PowerProduct>()
  /// As written, over simplified operands.
  var plain = NodeMap<Node>()
  /// As written but for neutral and folded numbers.
  var clean = NodeMap<Node>()
  /// The shortest known.
  var best = NodeMap<Node>()
  var rewrites: [Rewrite] = []
  /// By the position of an atom's factor.
  var exponentials: [Int: Exponential] = [:]
  var relations: [Int: Relation] = [:]
  /// Pairs of sums without a common divisor.
  var coprime: Set<[Int]> = []
  var knowledge = SignKnowledge()
  var costs = NodeMap<Int>()
  /// The first node of each atom that occurs in several spellings.
  var atoms: [AtomKey: Node] = [:]
  /// How the author writes a sum that is a factor, and its opposite.
  var spellings: [Int: Node] = [:]
  var oppositeSpellings: [Int: Node] = [:]
  /// When a node first turns up in the expression, read from left to right.
  var ranks = NodeMap<Int>()
  /// The place of a letter in the products of the expression, the oldest product first.
  var letterRanks: [Node: Int] = [:]
  /// Whether the author writes decimals.
  var writesDecimals = false
  /// Why the node at hand changes, when a rule says so itself.
  var rule: Rule?
  /// The assumptions used for the node at hand.
  var usedFacts: [Fact] = []
  /// Whether each node is to be as short as it can, or such that equal forms give equal nodes.
  let choosesShortest: Bool

  /// Everything still to be found out.
  init(_ graph: Graph, budget: Budget, choosesShortest: Bool = true) {
    self.graph = graph
    self.budget = budget
    self.choosesShortest = choosesShortest
  }

  /// Works through everything below `root`.
  mutating func run(_ root: Node) throws(Exhausted) {
    let order = try reachable(from: root)
    let needed = neededNodes(order, root)
    for node in order where best[node] == nil {
      if case .number(let literal) = graph.operation(of: node), literal.written.contains(".") {
        writesDecimals = true
      }
    }
    for node in order where best[node] == nil {
      try budget.charge(1)
      guard !graph.isFull else { throw Exhausted() }
      (rule, usedFacts) = (nil, [])
      try process(node, isNeeded: needed.contains(node))
    }
  }

  /// The simplified node of an operand that has been worked through.
  func simplified(_ node: Node) -> Node {
    best[node] ?? clean[node] ?? node
  }

  /// The form of a number; an atom where there is no better.
  mutating func form(of node: Node) -> PowerProduct {
    if let form = forms[node] { return form }
    let form: PowerProduct
    if let number = literal(node) {
      form = PowerProduct(number)
    } else {
      form = PowerProduct(factor: position(ofAtom: node))
    }
    forms[node] = form
    return form
  }

  /// The factor of an atom, the same one for all spellings of its operands.
  mutating func position(ofAtom node: Node) -> Int {
    let operands = graph.operands(of: node)
    if operands.isEmpty { return table.position(of: node) }
    var parts: [AtomOperand] = []
    for operand in operands {
      if case .number = graph.sort(of: operand) {
        parts.append(.form(form(of: operand)))
      } else {
        parts.append(.node(operand))
      }
    }
    let key = AtomKey(
      operation: graph.operation(of: node), operands: parts, sort: graph.sort(of: node))
    if let known = atoms[key] { return table.position(of: known) }
    atoms[key] = node
    return table.position(of: node)
  }

  /// All nodes below `root` that may be looked into, operands first.
  private mutating func reachable(from root: Node) throws(Exhausted) -> [Node] {
    var seen: Set<Node> = [root]
    var stack = [root]
    while let node = stack.popLast() {
      try budget.charge(1)
      if ranks[node] == nil { ranks[node] = ranks.count }
      for operand in openOperands(of: node).reversed() where seen.insert(operand).inserted {
        stack.append(operand)
      }
    }
    let order = seen.sorted()
    rankLetters(order)
    return order
  }

  /// Letters compare as the author's products have them: x₁²x₂ is older than what a rule made of it.
  private mutating func rankLetters(_ order: [Node]) {
    var inner: Set<Node> = []
    for node in order where region(of: node) == .product {
      inner.formUnion(graph.operands(of: node).filter { region(of: $0) == .product })
    }
    for root in order where region(of: root) == .product && !inner.contains(root) {
      var stack = [root]
      while let node = stack.popLast() {
        if case .name = graph.operation(of: node) {
          if letterRanks[node] == nil { letterRanks[node] = letterRanks.count }
        } else if case .power = graph.operation(of: node) {
          stack.append(graph.operands(of: node)[0])
        } else if region(of: node) == .product {
          stack += graph.operands(of: node).reversed()
        }
      }
    }
  }

  /// Nodes that are written on their own: not inside a sum (or a product) that is treated as a whole.
  private func neededNodes(_ order: [Node], _ root: Node) -> Set<Node> {
    var needed: Set<Node> = [root]
    for node in order {
      let own = region(of: node)
      for operand in openOperands(of: node) where own == nil || region(of: operand) != own {
        needed.insert(operand)
      }
    }
    return needed
  }

  /// The operands that may be simplified: not the arguments of calls, whose spelling has a meaning.
  func openOperands(of node: Node) -> [Node] {
    switch graph.operation(of: node) {
    case .add, .subtract, .multiply, .divide, .power, .negate, .elementwise, .larger, .smaller,
      .spread, .matrixProduct, .inner, .outer, .transpose, .diagonal, .inverse, .determinant,
      .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape, .stack, .concatenate, .index, .slice,
      .compare, .and,
      .or, .not, .choose, .over, .opaque:
      graph.operands(of: node)
    case .number, .constant, .truth, .text, .name, .call, .apply, .sample, .interval, .list,
      .record, .field, .names:
      []
    }
  }
}
