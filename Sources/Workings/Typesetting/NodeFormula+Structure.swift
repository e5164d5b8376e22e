import Algebra
import Mathematics

extension NodeFormula {
  func matrixProduct(_ operands: [Node], depth: Int) -> (Formula, Precedence) {
    func factor(_ node: Node, _ level: Precedence) -> Formula {
      isOnes(node) ? ones(node) : formula(node, at: level, depth: depth)
    }
    return (.row([factor(operands[0], .sign), factor(operands[1], .power)]), .sign)
  }

  func transpose(_ matrix: Node, depth: Int) -> (Formula, Precedence) {
    if graph.operation(of: matrix) == .inverse {
      let mark = Formula.row([.symbol("-"), .symbol("top")])
      let base = formula(graph.operands(of: matrix)[0], at: .atom, depth: depth)
      return (.scripts(base, sub: nil, sup: mark), .power)
    }
    let isPower = graph.operation(of: matrix) == .power
    let base = formula(matrix, at: .atom, depth: depth)
    return (isPower ? .scripts(base, sub: nil, sup: .symbol("top")) : transposed(base), .power)
  }

  func inverse(_ matrix: Node, depth: Int) -> Formula {
    let minusOne = Formula.row([.symbol("-"), .number("1")])
    return .scripts(formula(matrix, at: .atom, depth: depth), sub: nil, sup: minusOne)
  }

  func reduced(
    _ reduction: Reduction, _ operands: [Node], depth: Int
  ) -> (Formula, Precedence) {
    func over(_ sign: String) -> (Formula, Precedence) {
      let inner = formula(operands[0], at: .power, depth: depth)
      return (.row([.bigOperator(sign, lower: nil, upper: nil), inner]), .product)
    }
    func function(_ name: String) -> (Formula, Precedence) {
      (.row([.function(name), arguments(operands, depth: depth)]), .atom)
    }
    switch reduction {
    case .sum: return over("sum")
    case .product: return over("prod")
    case .argmax: return function("arg max")
    case .argmin: return function("arg min")
    case .max, .min: return function(reduction.rawValue)
    }
  }

  /// Whether a vector or matrix repeats the number 1.
  func isOnes(_ node: Node) -> Bool {
    guard case .spread = graph.operation(of: node),
      case .number(let literal) = graph.operation(of: graph.operands(of: node)[0])
    else { return false }
    return literal.value == .one
  }

  /// The vector of ones, or the matrix 11ᵀ of ones.
  private func ones(_ node: Node) -> Formula {
    let one = Formula.bold("1")
    guard graph.shape(of: node).rank == 2 else { return one }
    return .row([one, .scripts(one, sub: nil, sup: .symbol("top"))])
  }

  /// The rows of a matrix, or the entries of a vector.
  func stack(_ operands: [Node], depth: Int) -> Formula {
    if operands.first.map({ graph.shape(of: $0).rank == 1 }) ?? false {
      return .matrix(operands.map { row($0, depth: depth) }, fence: .brackets)
    }
    return list(operands.map { formula($0, at: .sample, depth: depth) })
  }

  func index(_ node: Node, depth: Int) -> (Formula, Precedence) {
    let operands = graph.operands(of: node)
    var (whole, positions) = graph.positions(of: node)
    if positions.isEmpty { (whole, positions) = (operands[0], Array(operands.dropFirst())) }
    if let entry = entryPutIn([whole] + positions) { return (numbers.formula(of: entry), .sum) }
    let places = positions.map { formula($0, at: .sum, depth: depth) }
    let base = formula(whole, at: .atom, depth: depth)
    return (.scripts(base, sub: separated(places), sup: nil), .atom)
  }

  /// A reshaped tensor: by its name where entries change their places, as it is where only axes of
  /// one entry come or go.
  func reshaped(_ node: Node, depth: Int) -> (Formula, Precedence) {
    let inner = graph.operands(of: node)[0]
    let (from, to) = (graph.shape(of: inner).extents, graph.shape(of: node).extents)
    if from.filter({ $0 != .known(1) }) == to.filter({ $0 != .known(1) }) {
      return bare(inner, depth: depth)
    }
    let content = formula(inner, at: .sample, depth: depth)
    if to.count == 1 { return (.row([.function("flatten"), .fenced("(", content, ")")]), .atom) }
    var sizes: [Formula] = []
    for extent in to {
      if !sizes.isEmpty { sizes.append(.symbol("times")) }
      switch extent {
      case .known(let size): sizes.append(.number(String(size)))
      case .symbolic(let size): sizes.append(formula(size, at: .atom, depth: depth))
      }
    }
    let arguments = Formula.row([content, .symbol(",")] + sizes)
    return (.row([.function("reshape"), .fenced("(", arguments, ")")]), .atom)
  }

  func slice(_ operands: [Node], depth: Int) -> Formula {
    let ends = operands.dropFirst().map { formula($0, at: .sum, depth: depth) }
    let range = Formula.row([ends[0], .symbol("ldots"), ends[1]])
    return .scripts(formula(operands[0], at: .atom, depth: depth), sub: range, sup: nil)
  }

  func record(_ names: [String], _ operands: [Node], depth: Int) -> Formula {
    let fields = zip(names, operands).map { name, field in
      Formula.row([
        NameFormula.formula(of: name), .symbol("="), formula(field, at: .sample, depth: depth),
      ])
    }
    return .fenced("\\{", separated(fields), "\\}")
  }

  /// The entry itself, where a tensor is put in for its name.
  private func entryPutIn(_ operands: [Node]) -> Real? {
    guard case .numbers(let values) = view, case .name(let id) = graph.operation(of: operands[0]),
      case .tensor(let tensor)? = values[id], operands.count == tensor.rank + 1
    else { return nil }
    var place = 0
    for (operand, extent) in zip(operands.dropFirst(), tensor.shape) {
      guard case .number(let literal) = graph.operation(of: operand),
        let position = literal.value.exactValue?.integer, (1...max(1, extent)).contains(position)
      else { return nil }
      place = place * extent + position - 1
    }
    return place < tensor.count ? tensor[flat: place] : nil
  }

  /// The cells of a row; one for a row that is not known entry by entry.
  private func row(_ node: Node, depth: Int) -> [Formula] {
    let operation = graph.operation(of: node)
    if case .stack = operation {
      return graph.operands(of: node).map { formula($0, at: .sample, depth: depth) }
    }
    if case .constant(let tensor) = operation { return tensor.entries.map(numbers.formula(of:)) }
    if let inner = graph.repeated(by: node),
      case .known(let count)? = graph.shape(of: node).extents.first
    {
      return Array(repeating: formula(inner, at: .sample, depth: depth), count: count)
    }
    return [formula(node, at: .sample, depth: depth)]
  }

  func choice(_ operands: [Node], depth: Int) -> Formula {
    let parts = operands.map { formula(bared($0), at: .loosest, depth: depth) }
    if isIndicator(operands) { return .row([.bold("1"), .fenced("[", parts[0], "]")]) }
    return .cases([
      (parts[1], .row([.text("if "), parts[0]])), (parts[2], .text("otherwise")),
    ])
  }

  /// Whether a choice is 1 where a condition holds, else 0: 1[z > 0].
  private func isIndicator(_ operands: [Node]) -> Bool {
    func isNumber(_ node: Node, _ value: Int) -> Bool {
      if case .number(let literal) = graph.operation(of: node) {
        return literal.value == Real(value) && literal.written.isEmpty
      }
      return graph.operation(of: node) == .spread
        && isNumber(graph.operands(of: node)[0], value)
    }
    return isNumber(operands[1], 1) && isNumber(operands[2], 0)
  }

  func over(_ binder: Binder, _ operands: [Node], depth: Int) -> (Formula, Precedence) {
    let bounds = operands.prefix(2).map { formula($0, at: .sum, depth: depth) }
    let body = formula(operands[2], at: .product, depth: depth)
    let lower = Formula.row([name(of: binder.bound), .symbol("="), bounds[0]])
    switch binder.collector {
    case .sum: return (.row([.bigOperator("sum", lower: lower, upper: bounds[1]), body]), .product)
    case .product:
      return (.row([.bigOperator("prod", lower: lower, upper: bounds[1]), body]), .product)
    case .list:
      let range = Formula.row([lower, .symbol(","), .symbol("ldots"), .symbol(","), bounds[1]])
      return (.scripts(.fenced("(", body, ")"), sub: range, sup: nil), .atom)
    }
  }
}

extension Comparison {
  /// The TeX command (or character) of the relation.
  var symbol: String {
    switch self {
    case .equal: "="
    case .unequal: "ne"
    case .less: "<"
    case .atMost: "le"
    case .greater: ">"
    case .atLeast: "ge"
    }
  }
}
