public import Algebra
public import Mathematics

/// Typesets nodes as an instructor would write them, looked at in one view.
public struct NodeFormula {
  let graph: Graph
  private(set) var view: View
  let numbers: NumberFormula

  /// Nesting beyond this is shown as dots: a formula is for people.
  private static let depthLimit = 100

  /// A typesetter for nodes of `graph`.
  public init(_ graph: Graph, view: View = .names, rounding: Rounding = .significant(4)) {
    self.graph = graph
    self.view = view
    numbers = NumberFormula(rounding, decimalsOnly: view == .decimal)
  }

  /// The formula of a node.
  public func formula(of node: Node) -> Formula {
    guard graph.isPrintable(node) else { return .symbol("ldots") }
    return formula(node, at: .loosest, depth: 0)
  }

  /// The formula of a quantity's name.
  public func name(of id: Quantity.ID) -> Formula {
    let quantity = graph[id]
    if case .derivative(let of, let by) = quantity.role { return derivative(of: of, by: by) }
    return NameFormula.formula(of: quantity.name)
  }

  /// ∂L/∂w; of a derivative itself ∂²L/∂w², ∂²L/∂v∂w.
  private func derivative(of: Quantity.ID?, by: Quantity.ID) -> Formula {
    var variables = [by]
    var numerator = of
    while let id = numerator, variables.count < 9,
      case .derivative(let inner, let variable) = graph[id].role
    {
      variables.append(variable)
      numerator = inner
    }
    let sign = Formula.symbol("partial")
    let top = numerator.map { name(of: $0) } ?? .variable("f")
    let order = Formula.number(String(variables.count))
    let head = variables.count == 1 ? sign : .scripts(sign, sub: nil, sup: order)
    var below: [Formula] = []
    if variables.count > 1, variables.allSatisfy({ $0 == by }) {
      below = [sign, power(of: name(of: by), order)]
    } else {
      for variable in variables { below += [sign, name(of: variable)] }
    }
    return .fraction(.row([head, top]), .row(below))
  }

  /// A name or an atom to a power, which stands above its subscript.
  func power(of base: Formula, _ exponent: Formula) -> Formula {
    guard case .scripted(let scripts) = base, scripts.primes == 0 else {
      return .scripts(base, sub: nil, sup: exponent)
    }
    guard scripts.sup == nil else {
      return .scripts(.fenced("(", base, ")"), sub: nil, sup: exponent)
    }
    return .scripts(scripts.base, sub: scripts.sub, sup: exponent)
  }

  /// A transpose, its mark behind what is written above already: W^{[1]⊤}.
  func transposed(_ base: Formula) -> Formula {
    let mark = Formula.symbol("top")
    guard case .scripted(let scripts) = base, scripts.primes == 0 else {
      return .scripts(base, sub: nil, sup: mark)
    }
    let sup = scripts.sup.map { Formula.row([$0, mark]) } ?? mark
    return .scripts(scripts.base, sub: scripts.sub, sup: sup)
  }

  func formula(_ node: Node, at level: Precedence, depth: Int) -> Formula {
    guard depth < NodeFormula.depthLimit else { return .symbol("ldots") }
    let (formula, binding) = bare(node, depth: depth + 1)
    return binding < level ? .fenced("(", formula, ")") : formula
  }

  /// A node's formula, and how tightly it binds.
  func bare(_ node: Node, depth: Int) -> (Formula, Precedence) {
    let operands = graph.operands(of: node)
    let isEntrywise = graph.operation(of: node).isEntrywise
    func operand(_ i: Int, _ level: Precedence) -> Formula {
      formula(isEntrywise ? bared(operands[i]) : operands[i], at: level, depth: depth)
    }
    func infix(_ left: Precedence, _ sign: String, _ right: Precedence) -> Formula {
      .row([operand(0, left), .symbol(sign), operand(1, right)])
    }
    func joined(_ left: Precedence, _ word: String, _ right: Precedence) -> Formula {
      .row([operand(0, left), .text(word), operand(1, right)])
    }
    func function(_ name: String) -> (Formula, Precedence) {
      (.row([.function(name), arguments(operands, depth: depth)]), .atom)
    }
    switch graph.operation(of: node) {
    case .number(let literal): return number(literal)
    case .constant(let tensor): return (numbers.formula(of: tensor), .atom)
    case .truth(let value): return (.text(value ? "true" : "false"), .atom)
    case .text(let value): return (.text(value), .atom)
    case .name(let id): return quantity(id, depth: depth)
    case .names(let ids): return (names(of: ids), .atom)
    case .add, .subtract: return (sum(node, depth: depth), .sum)
    case .negate: return (.row([.symbol("-"), operand(0, .product)]), .sum)
    case .multiply: return signedProduct(node, depth: depth)
    case .divide: return quotient(operands, depth: depth)
    case .power:
      return functionPower(operands, depth: depth) ?? (power(operands, depth: depth), .power)
    case .elementwise(let function): return elementary(function, operands[0], depth: depth)
    case .spread: return spread(node, depth: depth)
    case .reshape: return reshaped(node, depth: depth)
    case .larger: return (extremum("max", node, depth: depth), .atom)
    case .smaller: return (extremum("min", node, depth: depth), .atom)
    case .matrixProduct: return matrixProduct(operands, depth: depth)
    case .inner: return (infix(.product, "cdot", .power), .product)
    case .outer:
      return (.row([operand(0, .power), transposed(operand(1, .atom))]), .product)
    case .transpose: return transpose(operands[0], depth: depth)
    case .diagonal: return isOnes(operands[0]) ? (.variable("I"), .atom) : function("diag")
    case .inverse: return (inverse(operands[0], depth: depth), .power)
    case .determinant: return function("det")
    case .trace: return function("tr")
    case .rank: return function("rank")
    case .softmax: return function("softmax")
    case .logSoftmax: return function("log softmax")
    case .reduce(let reduction): return reduced(reduction, operands, depth: depth)
    case .stack: return (stack(operands, depth: depth), .atom)
    case .list: return (list(operands.map { formula($0, at: .sample, depth: depth) }), .atom)
    case .concatenate: return function("concat")
    case .index: return index(node, depth: depth)
    case .slice: return (slice(operands, depth: depth), .atom)
    case .sample: return (infix(.sample, "to", .sample), .sample)
    case .interval:
      return (.fenced("[", separated([operand(0, .sum), operand(1, .sum)]), "]"), .atom)
    case .range: return (infix(.sum, "in", .sum), .range)
    case .record(let names): return (record(names, operands, depth: depth), .atom)
    case .field(let name):
      return (.row([operand(0, .atom), .text("."), NameFormula.formula(of: name)]), .atom)
    case .compare(let sign): return (infix(.range, sign.symbol, .range), .comparison)
    case .and: return (joined(.conjunction, " and ", .negation), .conjunction)
    case .or: return (joined(.disjunction, " or ", .conjunction), .disjunction)
    case .not: return (.row([.text("not "), operand(0, .comparison)]), .negation)
    case .choose: return (choice(operands, depth: depth), .atom)
    case .over(let binder): return over(binder, operands, depth: depth)
    case .opaque(let id, let orders):
      return (.row([opaque(id, orders), arguments(operands, depth: depth)]), .atom)
    case .call(let call): return (self.call(call, operands, depth: depth), .atom)
    case .apply(let name): return (application(name, node, depth: depth), .atom)
    }
  }

  /// One name by itself, several as a list.
  private func names(of ids: [Quantity.ID]) -> Formula {
    ids.count == 1 ? name(of: ids[0]) : list(ids.map { name(of: $0) })
  }

  /// A function without a formula: R″ of one argument, S_{uv} of several, ∂_{uv}S₁ where the name has
  /// a subscript already.
  private func opaque(_ id: Quantity.ID, _ orders: [Int]) -> Formula {
    let order = orders.reduce(0, +)
    let function = name(of: id)
    let arguments = graph.argumentNames(of: id).map { NameFormula.formula(of: $0) }
    guard order > 0 else { return function }
    guard arguments.count > 1 else {
      if order <= 3 { return .prime(function, order) }
      let mark = Formula.fenced("(", .number(String(order)), ")")
      return .scripts(function, sub: nil, sup: mark)
    }
    let letters = zip(arguments, orders).flatMap { Array(repeating: $0, count: $1) }
    let sub = arguments.contains(where: \.isUprightWord) ? separated(letters) : .row(letters)
    guard case .scripted = function else { return .scripts(function, sub: sub, sup: nil) }
    return .row([.scripts(.symbol("partial"), sub: sub, sup: nil), function])
  }

  /// A function of the author's: its name alone where that is handed over, else with its arguments.
  private func application(_ name: Name, _ node: Node, depth: Int) -> Formula {
    let head = NameFormula.formula(of: name)
    if graph.sort(of: node) == .data(.function) { return head }
    return .row([head, arguments(Array(graph.operands(of: node).dropLast()), depth: depth)])
  }

  /// A call as it is written, its labels too; layers stand behind each other.
  private func call(_ call: Call, _ operands: [Node], depth: Int) -> Formula {
    let shown = operands.map { formula($0, at: .sample, depth: depth) }
    if call.name == "|>", shown.count == 2 {
      return .row([shown[0], .symbol("triangleright"), shown[1]])
    }
    var (arguments, put): ([Formula], [Formula]) = ([], [])
    for (index, label) in call.labels.enumerated() where index < shown.count {
      guard let label else {
        arguments.append(shown[index])
        continue
      }
      // A quantity behind its new value says what the label means: `evaluate(e, w: 2)`.
      if index > 0, call.labels[index - 1] == label,
        case .names(let ids) = graph.operation(of: operands[index]), let id = ids.first
      {
        arguments.removeLast()
        put.append(.row([name(of: id), .symbol("="), shown[index - 1]]))
      } else {
        arguments.append(.row([.text(label + ": "), shown[index]]))
      }
    }
    if !put.isEmpty, arguments.count == 1 {
      let whole = formula(operands[0], at: .atom, depth: depth)
      return NodeFormula.bar(behind: whole, separated(put))
    }
    return .row([.function(call.name), .fenced("(", separated(arguments), ")")])
  }

  /// f|_{x = 2}: a formula with values put in for names.
  private static func bar(behind whole: Formula, _ values: Formula) -> Formula {
    if whole.isTall { return .scripts(.fenced(".", whole, "|"), sub: values, sup: nil) }
    return .row([whole, .scripts(.symbol("rvert"), sub: values, sup: nil)])
  }

  /// A number as its author wrote it, or rounded when it is a value.
  private func number(_ literal: Literal) -> (Formula, Precedence) {
    let isValue = view == .value || view == .decimal || literal.written.isEmpty
    let shown: Formula
    if isValue {
      shown = numbers.formula(of: literal.value)
    } else {
      shown = NodeFormula.written(literal)
    }
    // Behind an operator a negative number stands in parentheses.
    if literal.value.isNegative { return (shown, .sum) }
    return (shown, shown.isFraction ? .product : .atom)
  }

  /// As many digits as it takes: an author's literal is never rounded.
  private static func written(_ literal: Literal) -> Formula {
    NumberFormula(.significant(max(17, literal.written.utf8.count))).formula(of: literal.value)
  }

  /// A name, or the value put in for it.
  private func quantity(_ id: Quantity.ID, depth: Int) -> (Formula, Precedence) {
    if graph[id].role == .parameter, let argument = graph.definition(of: id) {
      return bare(argument, depth: depth)
    }
    guard case .numbers(let values) = view, let value = values[id] else {
      if case .derivative = graph[id].role { return (name(of: id), .power) }
      return (name(of: id), .atom)
    }
    switch value {
    case .number(let number):
      let shown =
        graph.writtenDecimal(of: id, number).map { NodeFormula.written($0) }
        .flatMap { numbers.formula(of: number).isFraction ? $0 : nil }
        ?? numbers.formula(of: number)
      return (shown, number.isNegative ? .sum : shown.isFraction ? .product : .atom)
    case .tensor(let tensor): return (numbers.formula(of: tensor), .atom)
    case .expression(let node):
      // What is put in for x may name x itself, as in s: s + 1.
      var rest = values
      rest[id] = nil
      var inner = self
      inner.view = .numbers(rest)
      return inner.bare(node, depth: depth)
    case .truth, .text, .interval, .sample, .dataSet, .record, .list, .function, .trace, .network,
      .figure, .listing, .names:
      return (name(of: id), .atom)
    }
  }

  func arguments(_ operands: [Node], depth: Int) -> Formula {
    .fenced("(", separated(operands.map { formula($0, at: .sample, depth: depth) }), ")")
  }

  func list(_ formulas: [Formula]) -> Formula {
    .fenced("(", separated(formulas), ")")
  }

  func separated(_ formulas: [Formula]) -> Formula {
    var parts: [Formula] = []
    for formula in formulas {
      if !parts.isEmpty { parts.append(.symbol(",")) }
      parts.append(formula)
    }
    return .row(parts)
  }
}
