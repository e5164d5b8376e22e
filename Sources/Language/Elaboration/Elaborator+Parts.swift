import Algebra
import Source
import Workings

extension Elaborator {
  /// `run.w`: the field's sort is known once the whole is worked out.
  mutating func field(
    _ name: Name, of base: Expression, _ span: Span
  ) throws(Stop) -> Node {
    if case .name(let id) = base.kind, localOrScoped(id) == nil, seesScope,
      let question = run.question(called: id)
    {
      return try quantity(name, of: question, called: id)
    }
    let whole = try node(base)
    let text = NodeText(graph).text(of: whole)
    if dependsOnBound(whole) {
      let evaluator = run.evaluator
      let sort = try entrySort(of: whole, at: base.span) { (entry) throws(Failure) in
        try evaluator.field(name.text, of: entry, text: text)
      }
      return graph.make(.field(name.text), [whole], sort: sort)
    }
    switch try value(of: whole, at: base.span) {
    case .trace(let trace) where trace.fields[name.text] == nil && trace.column(name.text) == nil:
      throw unknownField(name, text, trace.fields.fields.map(\.name) + trace.columns)
    case .record(let record) where record[name.text] == nil:
      throw unknownField(name, text, record.fields.map(\.name))
    case let value:
      let sort: Sort
      do throws(Failure) {
        sort = try run.evaluator.field(name.text, of: value, text: text).sort(in: graph)
      } catch {
        throw .problem(diagnostic(error, at: name.span))
      }
      return graph.make(.field(name.text), [whole], sort: sort)
    }
  }

  /// `curves.training`: the name `training` of the question `#curves`.
  private func quantity(
    _ name: Name, of question: Scope, called id: String
  ) throws(Stop) -> Node {
    switch question[name.text]?.binding {
    case .quantity(let quantity): return graph.name(quantity)
    case .failed: throw .cascade
    case .function: throw stop(.functionAsValue("\(id).\(name.text)"), at: name.span)
    case nil:
      let near = Suggestion.nearest(to: name.text, among: question.entries.keys.sorted())
      throw stop(
        .unknownName("\(id).\(name.text)"), at: name.span,
        hint: near.map { "did you mean '\($0)'?" })
    }
  }

  private func unknownField(_ name: Name, _ text: String, _ known: [String]) -> Stop {
    let near = Suggestion.nearest(to: name.text, among: known)
    let hint =
      near.map { "did you mean '\($0)'?" }
      ?? "it has \(known.withoutRepeats.joined(separator: ", "))"
    return stop(.unknownField(name.text, of: text), at: name.span, hint: hint)
  }

  /// `x[2]`, `W[2, 1]`, `x[2...4]`, `run["w"]`, `net["conv2"]`.
  mutating func index(
    _ base: Expression, _ indices: [Expression], _ span: Span
  ) throws(Stop) -> Node {
    let whole = try node(base)
    if let range = indices.firstIndex(where: { $0.isRange }) {
      return try slice(whole, indices, firstRange: range, span)
    }
    var positions: [Node] = []
    for index in indices { positions.append(try node(index)) }
    if case .number = graph.sort(of: whole) {
      return try built(span) { () throws(Failure) in try graph.index(whole, at: positions) }
    }
    let node = graph.make(.index, [whole] + positions, sort: .unknown)
    if dependsOnBound(node) {
      let sort = try entrySort(of: node, at: span) { $0 }
      return graph.make(.index, [whole] + positions, sort: sort)
    }
    place(node, at: span)
    let sort = try value(of: node, at: span).sort(in: graph)
    return graph.make(.index, [whole] + positions, sort: sort)
  }

  /// The sort of an entry at a bound position, or of a part of it: that of all entries of the whole,
  /// unknown where they differ or the whole is bound too.
  private func entrySort(
    of entry: Node, at span: Span, part: (Value) throws(Failure) -> Value
  ) throws(Stop) -> Sort {
    let operands = graph.operands(of: entry)
    guard graph.operation(of: entry) == .index, operands.count == 2, !dependsOnBound(operands[0])
    else { return .unknown }
    var common: Sort?
    for value in try value(of: operands[0], at: span).entries {
      // What has no such part is told of when it is asked for.
      guard let sort = (try? part(value))?.sort(in: graph), common == nil || common == sort else {
        return .unknown
      }
      common = sort
    }
    return common ?? .unknown
  }

  /// Works out a node while it is put together, where its sort depends on its value.
  func value(of node: Node, at span: Span) throws(Stop) -> Value {
    do throws(Failure) {
      return try run.evaluator.value(of: node)
    } catch {
      throw .problem(diagnostic(error, at: span))
    }
  }
}

extension Value {
  /// The entries of a list, the samples of a data set, the rows of a trace; of others none.
  fileprivate var entries: [Value] {
    switch self {
    case .list(let items): items
    case .dataSet(let samples): samples.map { .sample($0) }
    case .trace(let trace):
      trace.rows.map { row in .record(Record(zip(trace.columns, row).map { Record.Field($0, $1) }))
      }
    case .number, .truth, .text, .tensor, .expression, .interval, .sample, .record, .function,
      .network, .figure, .listing, .names:
      []
    }
  }
}
