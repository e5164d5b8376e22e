import Algebra
import Mathematics

extension NodeFormula {
  func linear(_ node: Node, _ operands: [Node], depth: Int) -> (Formula, Precedence) {
    func operand(_ i: Int, _ level: Precedence) -> Formula {
      formula(operands[i], at: level, depth: depth)
    }
    func function(_ name: String) -> (Formula, Precedence) {
      (.row([.function(name), arguments(operands, depth: depth)]), .atom)
    }
    switch graph.operation(of: node) {
    case .matrixProduct:
      let left = isOnes(operands[0]) ? ones(operands[0]) : operand(0, .sign)
      let right = isOnes(operands[1]) ? ones(operands[1]) : operand(1, .power)
      return (.row([left, right]), .sign)
    case .inner:
      return (.row([operand(0, .product), .symbol("cdot"), operand(1, .power)]), .product)
    case .outer:
      return (.row([operand(0, .power), transposed(operand(1, .atom))]), .product)
    case .transpose where graph.operation(of: operands[0]) == .inverse:
      let mark = Formula.row([.symbol("-"), .symbol("top")])
      let base = formula(graph.operands(of: operands[0])[0], at: .atom, depth: depth)
      return (.scripts(base, sub: nil, sup: mark), .power)
    case .diagonal where isOnes(operands[0]): return (.variable("I"), .atom)
    case .transpose:
      let isPower = graph.operation(of: operands[0]) == .power
      let base = operand(0, .atom)
      return (isPower ? .scripts(base, sub: nil, sup: .symbol("top")) : transposed(base), .power)
    case .inverse:
      let minusOne = Formula.row([.symbol("-"), .number("1")])
      return (.scripts(operand(0, .atom), sub: nil, sup: minusOne), .power)
    case .determinant: return function("det")
    case .trace: return function("tr")
    case .rank: return function("rank")
    case .softmax: return function("softmax")
    case .logSoftmax: return function("log softmax")
    case .diagonal: return function("diag")
    case .reduce(.sum):
      return (.row([.bigOperator("sum", lower: nil, upper: nil), operand(0, .power)]), .product)
    case .reduce(.product):
      return (.row([.bigOperator("prod", lower: nil, upper: nil), operand(0, .power)]), .product)
    case .reduce(.argmax): return function("arg max")
    case .reduce(.argmin): return function("arg min")
    case .reduce(let reduction): return function(reduction.rawValue)
    case .reshape: return (operand(0, .atom), .atom)
    default: return (.text("?"), .atom)
    }
  }

  /// Whether a vector or matrix repeats the number 1.
  private func isOnes(_ node: Node) -> Bool {
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

  func structure(_ node: Node, _ operands: [Node], depth: Int) -> (Formula, Precedence) {
    func operand(_ i: Int, _ level: Precedence) -> Formula {
      formula(operands[i], at: level, depth: depth)
    }
    switch graph.operation(of: node) {
    case .stack:
      if operands.first.map({ graph.shape(of: $0).rank == 1 }) ?? false {
        let rows = operands.map { row($0, depth: depth) }
        return (.matrix(rows, fence: .brackets), .atom)
      }
      return (list(operands.map { formula($0, at: .sample, depth: depth) }), .atom)
    case .list: return (list(operands.map { formula($0, at: .sample, depth: depth) }), .atom)
    case .concatenate:
      return (.row([.function("concat"), arguments(operands, depth: depth)]), .atom)
    case .index:
      if let entry = entryPutIn(operands) { return (numbers.formula(of: entry), .sum) }
      let positions = operands.dropFirst().map { formula($0, at: .sum, depth: depth) }
      return (.scripts(operand(0, .atom), sub: separated(positions), sup: nil), .atom)
    case .slice:
      let range = Formula.row([operand(1, .sum), .symbol("ldots"), operand(2, .sum)])
      return (.scripts(operand(0, .atom), sub: range, sup: nil), .atom)
    case .sample: return (.row([operand(0, .sample), .symbol("to"), operand(1, .sample)]), .sample)
    case .interval:
      return (.fenced("[", separated([operand(0, .sum), operand(1, .sum)]), "]"), .atom)
    case .record(let names):
      let fields = zip(names, operands).map { name, field in
        Formula.row([
          NameFormula.formula(of: name), .symbol("="), formula(field, at: .sample, depth: depth),
        ])
      }
      return (.fenced("\\{", separated(fields), "\\}"), .atom)
    case .field(let name):
      return (.row([operand(0, .atom), .text("."), NameFormula.formula(of: name)]), .atom)
    default: return (.text("?"), .atom)
    }
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

  private func row(_ node: Node, depth: Int) -> [Formula] {
    guard case .stack = graph.operation(of: node) else {
      return [formula(node, at: .sample, depth: depth)]
    }
    return graph.operands(of: node).map { formula($0, at: .sample, depth: depth) }
  }

  func logic(_ node: Node, _ operands: [Node], depth: Int) -> (Formula, Precedence) {
    func operand(_ i: Int, _ level: Precedence) -> Formula {
      formula(operands[i], at: level, depth: depth)
    }
    switch graph.operation(of: node) {
    case .compare(let comparison):
      let sign = Formula.symbol(comparison.symbol)
      return (.row([operand(0, .range), sign, operand(1, .range)]), .comparison)
    case .and:
      return (
        .row([operand(0, .conjunction), .text(" and "), operand(1, .negation)]), .conjunction
      )
    case .or:
      return (
        .row([operand(0, .disjunction), .text(" or "), operand(1, .conjunction)]), .disjunction
      )
    case .not: return (.row([.text("not "), operand(0, .comparison)]), .negation)
    case .choose where isIndicator(operands):
      return (.row([.bold("1"), .fenced("[", operand(0, .loosest), "]")]), .atom)
    case .choose:
      let condition = operand(0, .loosest)
      return (
        .cases([
          (operand(1, .loosest), .row([.text("if "), condition])),
          (operand(2, .loosest), .text("otherwise")),
        ]), .atom
      )
    default: return (.text("?"), .atom)
    }
  }

  /// Whether a choice is 1 where a condition holds, else 0: 1[z > 0].
  private func isIndicator(_ operands: [Node]) -> Bool {
    func isNumber(_ node: Node, _ value: Int) -> Bool {
      switch graph.operation(of: node) {
      case .number(let literal): literal.value == Real(value) && literal.written.isEmpty
      case .spread: isNumber(graph.operands(of: node)[0], value)
      default: false
      }
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
