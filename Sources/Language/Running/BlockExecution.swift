import Algebra
import Source
import Workings

/// The statements of one block, executed one by one.
struct BlockExecution {
  let run: Run
  let text: String
  let options: Run.Options
  var result = BlockResult()

  var graph: Graph { run.graph }

  init(run: Run, text: String, options: Run.Options) {
    self.run = run
    self.text = text
    self.options = options
  }

  /// Executes one statement; what is wrong is reported, what depends on it stays silent.
  mutating func execute(_ statement: Statement) {
    var elaborator = Elaborator(run)
    do throws(Stop) {
      switch statement.kind {
      case .define(let definition):
        try define(definition, &elaborator, isShown: options.showsDefinitions, statement.span)
      case .defineFunction(let function): try define(function)
      case .symbols(let declarations):
        for declaration in declarations { declare(declaration, &elaborator) }
      case .assume(let fact): try assume(fact, &elaborator)
      case .show(let items): try show(items, &elaborator, statement.span)
      case .expect(let claim, let tolerance):
        try expect(claim, within: tolerance, &elaborator, statement.span)
      case .published(let expression, let value, let source):
        try published(expression, value, source.text, &elaborator, statement.span)
      case .expression(let expression):
        try output([expression], &elaborator, statement.span)
      case .invalid(let names):
        for name in names { run.define(name.text, .failed, at: name.span) }
      }
    } catch {
      report(error)
      reportUnknownNames(of: statement)
    }
    for warning in elaborator.warnings { report(.problem(warning)) }
  }

  mutating func report(_ stop: Stop) {
    switch stop {
    case .problem(let diagnostic):
      if !result.diagnostics.contains(diagnostic) { result.diagnostics.append(diagnostic) }
    case .cascade: break
    }
  }

  /// The value of an inline expression; nil when it failed.
  mutating func valueOfInline(_ expression: Expression) -> (value: Value, node: Node)? {
    var elaborator = Elaborator(run)
    do throws(Stop) {
      let node = try elaborator.node(expression)
      return (try value(of: node, elaborator, expression.span), node)
    } catch {
      report(error)
      return nil
    }
  }

  // Definitions

  private mutating func define(
    _ definition: Definition, _ elaborator: inout Elaborator, isShown: Bool, _ span: Span
  ) throws(Stop) {
    let name = definition.name
    if let (_, function) = try elaborator.functionNamed(by: definition.value) {
      return try define(name, as: function)
    }
    do throws(Stop) {
      try checkRedefinition(name)
      let node = try elaborator.node(definition.value)
      guard run.depth == .everything else {
        let id = graph.define(name.text, tex: definition.tex?.text, as: node)
        return run.define(name.text, .quantity(id), at: name.span)
      }
      let value = try value(of: node, elaborator, definition.value.span)
      let id = graph.define(
        name.text, tex: definition.tex?.text ?? run.notation.tex(of: name.text), as: node)
      run.define(name.text, .quantity(id), at: name.span)
      result.bindings.append(BlockResult.NamedValue(name: name.text, value: value))
      guard isShown else { return }
      let steps = try steps(of: node, named: id, elaborator, definition.span)
      append(span, name.text, steps, value)
    } catch {
      if run.earlierDefinition(of: name.text) == nil {
        run.define(name.text, .failed, at: name.span)
      }
      throw error
    }
  }

  private mutating func define(_ function: FunctionDefinition) throws(Stop) {
    let name = function.name
    do throws(Stop) {
      try checkRedefinition(name)
      let parameters = Set(function.parameters.map(\.text))
      for (place, parameter) in function.parameters.enumerated()
      where function.parameters[..<place].contains(where: { $0.text == parameter.text }) {
        throw .problem(
          Diagnostic(
            .error, .givenTwice(parameter.text), at: parameter.span,
            hint: "give each parameter a name of its own"))
      }
      var captured: [String: Binding] = [:]
      try capture(function.body, except: parameters, into: &captured, in: function)
      let identity = run.nextFunctionIdentity()
      let user = UserFunction(
        definition: function, text: source(function.span), captured: captured, identity: identity)
      bind(name, user)
    } catch {
      if run.earlierDefinition(of: name.text) == nil {
        run.define(name.text, .failed, at: name.span)
      }
      throw error
    }
  }

  /// `h = f`: another name of the author's function.
  private mutating func define(_ name: Name, as function: UserFunction) throws(Stop) {
    try checkRedefinition(name)
    bind(name, function)
  }

  private mutating func bind(_ name: Name, _ function: UserFunction) {
    run.define(name.text, .function(function), at: name.span)
    let value = function.value(named: name.text)
    result.bindings.append(BlockResult.NamedValue(name: name.text, value: .function(value)))
  }

  func checkRedefinition(_ name: Name) throws(Stop) {
    guard let earlier = run.earlierDefinition(of: name.text) else { return }
    let isHere = earlier.block == run.block
    let notes = isHere ? [Diagnostic.Note("first defined here", at: earlier.span)] : []
    let place = run.line(of: earlier).map { "line \($0) defines it; " } ?? ""
    throw .problem(
      Diagnostic(
        .error, .redefinition(name.text), at: name.span, notes: notes,
        hint: place + "give it another name"))
  }

  // Outputs

  private mutating func show(
    _ items: [ShownItem], _ elaborator: inout Elaborator, _ span: Span
  ) throws(Stop) {
    var expressions: [Expression] = []
    for item in items {
      switch item {
      case .definition(let definition):
        try define(definition, &elaborator, isShown: true, span)
      case .function(let function): try define(function)
      case .expression(let expression): expressions.append(expression)
      }
    }
    if !expressions.isEmpty { try output(expressions, &elaborator, span) }
  }

  /// One expression with its working, or several as one aligned group.
  private mutating func output(
    _ expressions: [Expression], _ elaborator: inout Elaborator, _ span: Span
  ) throws(Stop) {
    var items: [[Step]] = []
    var values: [Value] = []
    for expression in expressions {
      if let (name, function) = try elaborator.functionNamed(by: expression) {
        let shown = try elaborator.shown(function, name, at: expression.span)
        items.append([.chain(rule: nil, [Link(.equal, shown.call), Link(.equal, shown.body)])])
        values.append(.function(function.value(named: name)))
        continue
      }
      let (node, id) = try shown(expression, &elaborator)
      guard run.depth == .everything else { continue }
      values.append(try value(of: id.map { graph.name($0) } ?? node, elaborator, expression.span))
      items.append(try self.steps(of: node, named: id, elaborator, expression.span))
    }
    guard run.depth == .everything else { return }
    let source = expressions.map { self.source($0.span) }.joined(separator: ", ")
    let value = values.count == 1 ? values[0] : .list(values)
    let steps = items.count > 1 ? Step.aligning(items) : items.flatMap(\.self)
    append(span, source, steps, value)
  }

  /// What a bare name shows is its definition.
  private func shown(
    _ expression: Expression, _ elaborator: inout Elaborator
  ) throws(Stop) -> (Node, Quantity.ID?) {
    let node = try elaborator.node(expression)
    guard case .name(let id) = graph.operation(of: node) else { return (node, nil) }
    return (graph.definition(of: id) ?? node, id)
  }

  private mutating func append(_ span: Span, _ source: String, _ steps: [Step], _ value: Value) {
    result.events.append(
      .output(BlockResult.Output(span: span, source: source, steps: steps, value: value)))
  }

  // What statements are made of

  func value(
    of node: Node, _ elaborator: Elaborator, _ span: Span
  ) throws(Stop) -> Value {
    do throws(Failure) {
      let value = try run.evaluator.result(of: node)
      if !value.isFinite, let failure = run.evaluator.overflow(below: node) { throw failure }
      return value
    } catch {
      throw .problem(elaborator.diagnostic(error, at: span))
    }
  }

  private func steps(
    of node: Node, named id: Quantity.ID?, _ elaborator: Elaborator, _ span: Span
  ) throws(Stop) -> [Step] {
    do throws(Failure) {
      let explainer = Explainer(run.evaluator, rounding: options.rounding)
      return try explainer.steps(of: node, named: id)
    } catch {
      throw .problem(elaborator.diagnostic(error, at: span))
    }
  }

  /// What the author wrote.
  func source(_ span: Span) -> String {
    let bytes = text.utf8
    guard
      let start = bytes.index(bytes.startIndex, offsetBy: span.start, limitedBy: bytes.endIndex),
      let end = bytes.index(bytes.startIndex, offsetBy: span.end, limitedBy: bytes.endIndex)
    else { return "" }
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }
}

extension Step {
  /// The steps of several shown quantities: neighbours that are one chain each become one aligned
  /// group, a working of several steps stays together in its place.
  static func aligning(_ items: [[Step]]) -> [Step] {
    var steps: [Step] = []
    var group: [[Link]] = []
    func closeGroup() {
      if !group.isEmpty { steps.append(.aligned(group)) }
      group = []
    }
    for item in items {
      if item.count == 1, case .chain(nil, let links)? = item.first {
        group.append(links)
      } else {
        closeGroup()
        steps += item
      }
    }
    closeGroup()
    return steps
  }
}
