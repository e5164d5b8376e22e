public import Algebra
import Mathematics

/// Writes the working of a node: definition = numbers put in = value.
///
/// Every side of a chain is a node and a view of it, so that what is printed can be evaluated and
/// compared with the value.
public struct Explainer {
  /// Works out what is shown, in the world that is shown.
  public let evaluator: Evaluator
  /// The digits to show of what does not end.
  public let rounding: Rounding

  /// Larger tensors are not put in for their names.
  private static let entriesPutIn = 36

  /// An explainer of what `evaluator` works out.
  public init(_ evaluator: Evaluator, rounding: Rounding) {
    self.evaluator = evaluator
    self.rounding = rounding
  }

  private var graph: Graph { evaluator.graph }

  /// The steps that show a node, as the quantity it defines if it has a name.
  public func steps(of node: Node, named id: Quantity.ID?) throws(Failure) -> [Step] {
    let value = try evaluator.result(of: node)
    var steps: [Step] = []
    if case .call = graph.operation(of: node) {
      steps = try evaluator.expansion(of: node).steps
    } else {
      steps = MatrixSteps(evaluator).steps(for: node)
    }
    switch value {
    case .number, .tensor, .expression, .truth:
      let chain = try chain(of: node, named: id)
      if let last = closingChain(of: node, value) {
        steps[last.place] = .chain(rule: last.rule, chain)
        return steps
      }
      steps += matrixPowers(in: node)
      // A chain of one side says nothing that the steps before it have not said.
      let saysMore =
        steps.isEmpty || chain.dropFirst().contains { formula(of: $0) != formula(of: chain[0]) }
      return saysMore ? steps + [.chain(rule: nil, chain)] : steps
    case .text(let text): return steps + [.sentence([.words(text)])]
    case .figure(let figure): return steps + [.figure(figure)]
    case .listing(let listing): return steps + [.listing(listing)]
    case .trace(let trace): return steps + TraceTables(trace).steps
    case .record(let record): return steps + [.aligned(try lines(of: record))]
    case .network(let network): return steps + [NetworkTable(network, evaluator).step]
    case .dataSet(let samples): return steps + [Explainer.table(of: samples)]
    case .list where !steps.isEmpty && isDerived(node),
      .interval where !steps.isEmpty && isDerived(node):
      return steps
    case .interval, .sample, .list: return steps + [described(value, node, named: id)]
    case .function, .names: return steps + [.chain(rule: nil, [Link(.equal, node)])]
    }
  }

  /// What is said of each power of a matrix that the author wrote.
  private func matrixPowers(in node: Node) -> [Step] {
    let shown = graph.postorder(from: [node]) { part in
      if case .call = graph.operation(of: part) { return [] }
      return graph.operands(of: part)
    }
    return shown.compactMap { part in
      guard let meant = graph.matrixPower(part) else { return nil }
      return .sentence([
        .formula(Link(.equal, part)),
        .words(" is taken entry by entry; the \(meant.words) is \(meant.call)."),
      ])
    }
  }

  /// The last chain of a call's own steps, where it ends in what the call is worth, or in the formula
  /// that this is the value of.
  private func closingChain(
    of node: Node, _ value: Value
  ) -> (place: Int, rule: String?, links: [Link], reachesValue: Bool)? {
    guard case .call = graph.operation(of: node),
      let expansion = try? evaluator.expansion(of: node), expansion.isDerived
    else { return nil }
    for (place, step) in expansion.steps.enumerated().reversed() {
      let (rule, links): (String?, [Link])
      switch step {
      case .chain(let own, let chain): (rule, links) = (own, chain)
      case .aligned(let chains) where chains.count == 1: (rule, links) = (nil, chains[0])
      case .aligned, .table: return nil
      case .sentence, .figure, .listing, .verdict: continue
      }
      guard links.count > 1, let end = valueLinks(value).last, let last = links.last else {
        return nil
      }
      if looksAlike(last, end) { return (place, rule, links, true) }
      // The fraction stands there, and its decimal is still to come.
      if let first = valueLinks(value).first, looksAlike(last, first) {
        return (place, rule, links, false)
      }
      guard case .node(let formula) = expansion.result, looksAlike(last, Link(.equal, formula))
      else { return nil }
      return (place, rule, links, false)
    }
    return nil
  }

  /// Whether two sides of a chain read the same; only what is built alike is typeset to see.
  public func looksAlike(_ left: Link, _ right: Link) -> Bool {
    if left.node == right.node { return true }
    guard graph.operation(of: left.node) == graph.operation(of: right.node) else { return false }
    return formula(of: left) == formula(of: right)
  }

  /// A chain with a name in front, unless it says that name already.
  private func named(_ links: some Sequence<Link>, _ id: Quantity.ID?) -> [Link] {
    let links = Array(links)
    guard let id, let first = links.first else { return links }
    let name = Link(.equal, graph.name(id))
    let formulas = [name, first].map {
      NodeFormula(graph, view: $0.view, rounding: rounding).formula(of: $0.node)
    }
    return formulas[0] == formulas[1] ? links : [name] + links
  }

  /// Name = definition = numbers put in = value, leaving out what says nothing new.
  public func chain(of node: Node, named id: Quantity.ID?) throws(Failure) -> [Link] {
    let value = try evaluator.result(of: node)
    let closing = closingChain(of: node, value)
    let definition = try shownDefinition(of: node)
    var links: [Link] = []
    if let id { links.append(Link(.equal, graph.name(id))) }
    if id == nil, definition != node, !isDerived(node) { links.append(Link(.equal, node)) }
    let last = valueLinks(value, writtenAs: definition)
    let isSaid = links.last?.node == definition
    if !isSaid, !(isPlain(definition) && says(last.first, definition)) {
      links.append(Link(relation(of: definition), definition))
    }
    if let link = try numbersLink(definition, before: last.first) { links.append(link) }
    if let formula = MatrixSteps(evaluator).formula(of: definition) {
      links.append(Link(.equal, formula))
    }
    if let closing {
      // The numbers put in stand in front of the value that the call's own working ends in.
      let put = links.filter { link in
        if case .numbers = link.view {
          link.node != node && graph.isPrintable(link.node)
        } else {
          false
        }
      }
      let end = closing.links.firstIndex { $0.view == .value } ?? closing.links.count
      var joined = closing.links[..<end] + put.filter { !closing.links.contains($0) }
      joined += closing.links[end...]
      if !closing.reachesValue {
        for link in last where !repeats(link, Array(joined)) { joined.append(link) }
      }
      return named(joined, id)
    }
    for link in last where !repeats(link, links) { links.append(link) }
    return links
  }

  /// The definition with numbers put in for names and for calls of the author's functions; nil
  /// where that shows nothing new.
  private func numbersLink(_ definition: Node, before value: Link?) throws(Failure) -> Link? {
    let (shown, results) = callsPutIn(definition)
    var put = try numbersPutIn(shown)
    // Among symbols π stays.
    if value?.view == .names { put[graph.piQuantity] = nil }
    guard !put.isEmpty || !results.isEmpty else { return nil }
    let isExact = (put.values + results).allSatisfy { isShownExactly($0) }
    // cos(x) of a rounded x says less than that it is 1/2 at π/3.
    if !isExact, value?.relation == .equal, hasAngles(shown) { return nil }
    let link = Link(isExact ? .equal : .approximate, shown, .numbers(put))
    guard let value, !results.isEmpty || value.view == .names else { return link }
    return formula(of: link) == formula(of: value) ? nil : link
  }

  private func hasAngles(_ node: Node) -> Bool {
    graph.contains(in: node) { operation in
      operation == .elementwise(.sin) || operation == .elementwise(.cos)
        || operation == .elementwise(.tan)
    }
  }

  /// A definition with what calls of the author's functions inside of it are worth, and their values.
  private func callsPutIn(_ definition: Node) -> (shown: Node, results: [Value]) {
    let hasCalls = graph.contains(in: definition) { operation in
      switch operation {
      case .apply, .call: true
      case .number, .constant, .truth, .text, .name, .names, .add, .subtract, .multiply, .divide,
        .power, .negate, .elementwise, .spread, .larger, .smaller, .matrixProduct, .inner, .outer,
        .transpose, .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax,
        .reduce, .reshape, .stack, .list, .concatenate, .index, .slice, .sample, .interval,
        .record, .field, .compare, .and, .or, .not, .choose, .over, .opaque:
        false
      }
    }
    guard hasCalls else { return (definition, []) }
    var results: [Value] = []
    let shown = graph.rebuilding(definition) { node in
      guard node != definition, isPutInWhole(node),
        let result = try? evaluator.value(of: node)
      else { return nil }
      if case .number(let number) = result {
        results.append(result)
        return graph.number(number)
      }
      guard case .tensor(let tensor) = result, tensor.count <= Explainer.entriesPutIn else {
        return nil
      }
      results.append(result)
      return graph.constant(tensor)
    }
    return (shown, results)
  }

  /// Whether a node is a call whose arguments do not show as numbers, or a part of what it gives.
  private func isPutInWhole(_ node: Node) -> Bool {
    if case .apply = graph.operation(of: node) { return true }
    var whole = node
    while graph.operation(of: whole).isPart { whole = graph.operands(of: whole)[0] }
    return takesNames(whole)
  }

  /// Whether a node is a call that takes a formula or a name as it is, so that no number stands for it.
  private func takesNames(_ node: Node) -> Bool {
    guard case .call(let call) = graph.operation(of: node),
      let builtIn = evaluator.builtIns.named(call.name, isLayer: call.isLayer)
    else { return false }
    return builtIn.parameters.contains { $0.accepts.isHandedOver }
  }

  private func formula(of link: Link) -> Formula {
    NodeFormula(graph, view: link.view, rounding: rounding).formula(of: link.node)
  }

  /// What a call stands for, and a function's body with the arguments put in.
  private func shownDefinition(of node: Node) throws(Failure) -> Node {
    if case .apply = graph.operation(of: node) { return graph.operands(of: node).last ?? node }
    guard case .call = graph.operation(of: node) else { return node }
    let expansion = try evaluator.expansion(of: node)
    guard case .node(let formula) = expansion.result, !expansion.isShownBySteps else {
      return node
    }
    return formula
  }

  private func isDerived(_ node: Node) -> Bool {
    guard case .call = graph.operation(of: node) else { return false }
    return (try? evaluator.expansion(of: node))?.isDerived ?? true
  }

  /// Whether a node is written without names.
  private func isPlain(_ node: Node) -> Bool {
    !graph.contains(in: node) { operation in
      switch operation {
      case .number, .constant, .truth, .text, .negate, .stack, .spread, .divide: false
      case .name, .add, .subtract, .multiply, .power, .elementwise, .larger, .smaller,
        .matrixProduct, .inner, .outer, .transpose, .diagonal, .inverse, .determinant, .trace,
        .rank, .softmax, .logSoftmax, .reduce, .reshape, .concatenate, .index, .slice, .compare,
        .and, .or, .not, .choose, .over, .opaque, .call, .apply, .sample, .interval, .list,
        .record, .field, .names:
        true
      }
    }
  }

  /// Whether a value says all that a literal would: it looks the same, or it is no fraction.
  private func says(_ link: Link?, _ literal: Node) -> Bool {
    // What was rounded says less than the literal.
    guard let link, link.relation == .equal else { return false }
    let isFraction = graph.contains(in: literal) { operation in
      if case .divide = operation { true } else { false }
    }
    guard isFraction else { return true }
    return formula(of: Link(.equal, literal)) == formula(of: link)
  }

  /// Values for the names of a definition; empty where putting them in shows nothing new.
  private func numbersPutIn(_ definition: Node) throws(Failure) -> [Quantity.ID: Value] {
    if case .name = graph.operation(of: definition) { return [:] }
    if case .call = graph.operation(of: definition),
      try evaluator.expansion(of: definition).isShownBySteps
    {
      return [:]
    }
    var put: [Quantity.ID: Value] = [:]
    var waiting = shownNames(in: definition)
    while let id = waiting.popLast() {
      guard put[id] == nil else { continue }
      switch graph[id].role {
      case .parameter:
        if let argument = graph.definition(of: id) { waiting += shownNames(in: argument) }
      case .local: put[id] = localValue(id)
      case .author, .derivative: put[id] = try authorValue(id)
      }
    }
    return put
  }

  /// The names that show: of a call of the author's function its arguments do, its body does not.
  private func shownNames(in node: Node) -> [Quantity.ID] {
    let parts = graph.postorder(from: [node]) { part in
      if takesNames(part) { return [] }
      guard case .apply = graph.operation(of: part) else { return graph.operands(of: part) }
      return Array(graph.operands(of: part).dropLast())
    }
    return parts.compactMap { part in
      if case .name(let id) = graph.operation(of: part) { return id }
      return nil
    }
  }

  /// A built-in's local is put in as it was written: `8·(7·5² + 1)`, not `8·176`.
  private func localValue(_ id: Quantity.ID) -> Value? {
    guard let definition = graph.definition(of: id) else { return nil }
    if case .number(let literal) = graph.operation(of: definition) {
      return .number(literal.value)
    }
    if graph.names(in: definition).isEmpty { return .expression(definition) }
    return try? evaluator.value(of: definition)
  }

  private func authorValue(_ id: Quantity.ID) throws(Failure) -> Value? {
    let name = graph.name(id)
    // π says more than 3.142.
    if graph.isCircleConstant(name) { return nil }
    switch try evaluator.value(of: name) {
    case .number(let number): return .number(number)
    case .tensor(let tensor):
      return tensor.count <= Explainer.entriesPutIn ? .tensor(tensor) : nil
    case .expression(let inner): return inner == name ? nil : .expression(inner)
    case .truth, .text, .interval, .sample, .dataSet, .record, .list, .function, .trace, .network,
      .figure, .listing, .names:
      return nil
    }
  }

  private func isShownExactly(_ value: Value) -> Bool {
    let numbers = NumberFormula(rounding)
    switch value {
    case .number(let number): return numbers.isExact(number)
    case .tensor(let tensor): return numbers.isExact(tensor)
    case .truth, .text, .expression, .interval, .sample, .dataSet, .record, .list, .function,
      .trace, .network, .figure, .listing, .names:
      return true
    }
  }

  /// `= 14/3 ≈ 4.667`, `≈ 0.7311`, `= (q − p)x`.
  public func valueLinks(_ value: Value) -> [Link] {
    let numbers = NumberFormula(rounding)
    switch value {
    case .number(let number):
      let isExact = numbers.isExact(number)
      let link = Link(isExact ? .equal : .approximate, graph.number(number), .value)
      guard isExact, numbers.approximation(of: number) != nil else { return [link] }
      return [link, Link(.approximate, graph.number(number), .decimal)]
    case .tensor(let tensor):
      let relation: Link.Relation = numbers.isExact(tensor) ? .equal : .approximate
      return [Link(relation, graph.constant(tensor), .value)]
    case .expression(let node): return [Link(relation(of: node), node)]
    case .truth(let truth):
      return [Link(.equal, graph.make(.truth(truth), sort: .truth(.scalar)), .value)]
    case .text, .interval, .sample, .dataSet, .record, .list, .function, .trace, .network, .figure,
      .listing, .names:
      return []
    }
  }

  /// A value behind what it was written as: an author's decimal stays one, where it would be shown
  /// as a fraction otherwise.
  private func valueLinks(_ value: Value, writtenAs definition: Node) -> [Link] {
    let links = valueLinks(value)
    guard links.count == 2, graph.writtenDecimal(definition) != nil else { return links }
    return [Link(.equal, definition), links[1]]
  }

  /// `≈` where a double in a formula is rounded as it is printed.
  public func relation(of node: Node) -> Link.Relation {
    let numbers = NumberFormula(rounding)
    let isRounded = graph.postorder(of: node).contains { part in
      guard case .number(let literal) = graph.operation(of: part) else { return false }
      return !literal.value.isExact && !numbers.isExact(literal.value)
    }
    return isRounded ? .approximate : .equal
  }

  private func repeats(_ link: Link, _ links: [Link]) -> Bool {
    links.contains { other in
      if other.node == link.node {
        return other.view == link.view || (other.view == .names && link.view != .decimal)
      }
      return link.view == .names && looksAlike(other, link)
    }
  }

  private func lines(of record: Record) throws(Failure) -> [[Link]] {
    record.fields.map { field in
      let name = graph.name(
        graph.define(Name(field.name), as: .bound, sort: field.value.sort(in: graph)))
      let links = valueLinks(field.value)
      return [Link(.equal, name)]
        + (links.isEmpty ? [Link(.equal, written(field.value), .value)] : links)
    }
  }

  /// What a thing is called, and what it is.
  private func described(_ value: Value, _ node: Node, named id: Quantity.ID?) -> Step {
    let name = id.map { [Link(.equal, graph.name($0))] } ?? []
    return .chain(
      rule: nil, name + [Link(.equal, node), Link(.equal, written(value), .value)])
  }

  /// A node that shows a value; long ones, and what is no formula, by a word.
  private func written(_ value: Value) -> Node {
    func made(_ operation: Operation, _ parts: [Value]) -> Node {
      guard parts.count <= Explainer.entriesPutIn else { return words }
      return graph.make(operation, parts.map { written($0) }, sort: value.sort(in: graph))
    }
    var words: Node { graph.make(.text(value.description), sort: .text) }
    switch value {
    case .number, .tensor, .expression, .truth: return valueLinks(value)[0].node
    case .text(let text): return graph.make(.text(text), sort: .text)
    case .sample(let sample): return made(.sample, [sample.input, sample.target])
    case .interval(let low, let high): return made(.interval, [.number(low), .number(high)])
    case .list(let items): return made(.list, items)
    case .dataSet(let samples): return made(.list, samples.map { .sample($0) })
    case .record(let record):
      return made(.record(record.fields.map(\.name)), record.fields.map(\.value))
    case .names, .function, .trace, .network, .figure, .listing: return words
    }
  }

  private static func table(of samples: [Sample]) -> Step {
    .table(
      ResultTable(
        caption: "", headings: [.name(Name("x")), .name(Name("y"))],
        rows: samples.map { ResultTable.Row([$0.input, $0.target]) }))
  }
}
