public import Algebra
public import Mathematics

/// Turns steps into passages: nodes and views become formulas, values become cells.
public struct Typesetter {
  private let graph: Graph
  private let rounding: Rounding

  /// A typesetter for the nodes of `graph`.
  public init(_ graph: Graph, rounding: Rounding) {
    self.graph = graph
    self.rounding = rounding
  }

  /// The passage that shows a step.
  public func passage(for step: Step) -> Passage {
    switch step {
    case .sentence(let phrases):
      .sentence(
        phrases.map { phrase in
          switch phrase {
          case .words(let words): .words(words)
          case .formula(let link): .formula(formula(of: link))
          }
        })
    case .chain(let rule, let links): .display(lines: [line(links)], rule: rule)
    case .aligned(let chains): .display(lines: chains.map { line($0) }, rule: nil)
    case .table(let table): .table(grid(table))
    case .figure(let figure): .figure(figure)
    case .listing(let listing): .listing(language: listing.language, source: listing.source)
    case .verdict(let verdict):
      .verdict(
        Passage.Finding(
          verdict, ours: verdict.ours.map { formula(of: $0) },
          theirs: printed(verdict)))
    }
  }

  /// A printed formula as it was written, with its value where that is a number.
  private func printed(_ verdict: Verdict) -> Formula? {
    guard let theirs = verdict.theirs else { return nil }
    let value = formula(of: theirs)
    guard let node = verdict.printed, graph.isPrintable(node) else { return value }
    let written = NodeFormula(graph, rounding: rounding).formula(of: node)
    switch theirs {
    case .expression: return written
    case .tensor(let tensor) where tensor.count > 4 && isFormula(node): return value
    case .number, .tensor:
      guard isFormula(node) else { return written }
      let sign = Typesetter.sign(isShownExactly(theirs) ? .equal : .approximate)
      return .row([written, sign, value])
    case .truth, .text, .interval, .sample, .dataSet, .list, .record, .names, .function, .trace,
      .network, .figure, .listing:
      return value
    }
  }

  /// Whether more than numbers and their arrangement is written.
  private func isFormula(_ node: Node) -> Bool {
    graph.contains(in: node) { operation in
      !operation.isWrittenNumber && operation != .spread
    }
  }

  /// The formula of one side of a chain.
  public func formula(of link: Link) -> Formula {
    NodeFormula(graph, view: link.view, rounding: rounding).formula(of: link.node)
  }

  /// The formula of a value, as inline code shows it.
  public func formula(of value: Value) -> Formula {
    let numbers = NumberFormula(rounding)
    switch value {
    case .number(let number): return numbers.formula(of: number)
    case .tensor(let tensor): return numbers.formula(of: tensor)
    case .expression(let node): return NodeFormula(graph, rounding: rounding).formula(of: node)
    case .truth(let truth): return .text(truth ? "true" : "false")
    case .text(let text): return .text(text)
    case .interval(let low, let high):
      let ends = [numbers.formula(of: low), .symbol(","), numbers.formula(of: high)]
      return .fenced("[", .row(ends), "]")
    case .sample(let sample):
      return .row([formula(of: sample.input), .symbol("to"), formula(of: sample.target)])
    case .dataSet(let samples): return sequence(samples.map { formula(of: .sample($0)) })
    case .list(let items): return sequence(items.map { formula(of: $0) })
    case .record(let record):
      return sequence(
        record.fields.map { field in
          .row([NameFormula.formula(of: field.name), .symbol("="), formula(of: field.value)])
        })
    case .names(let ids): return sequence(ids.map { NodeFormula(graph).name(of: $0) })
    case .function(let function): return NameFormula.formula(of: function.name)
    case .trace, .network, .figure, .listing: return .text(value.description)
    }
  }

  private func sequence(_ formulas: [Formula]) -> Formula {
    var parts: [Formula] = []
    for formula in formulas {
      if !parts.isEmpty { parts.append(.symbol(",")) }
      parts.append(formula)
    }
    return .fenced("(", .row(parts), ")")
  }

  private func line(_ links: [Link]) -> Passage.Line {
    guard let first = links.first else { return Passage.Line(left: .row([]), right: []) }
    let left = formula(of: first)
    var right: [Passage.Relation] = []
    for link in links.dropFirst() {
      let formula = formula(of: link)
      // What reads as the side before it says nothing.
      guard link.relation == .becomes || formula != right.last?.formula ?? left else { continue }
      right.append(Passage.Relation(sign(of: link), formula))
    }
    return Passage.Line(left: left, right: right)
  }

  /// Conditions are equivalent: x > 1 ⟺ 3 > 1 ⟺ true.
  private func sign(of link: Link) -> Formula {
    graph.sort(of: link.node).isTruth ? .symbol("iff") : Typesetter.sign(relation(of: link))
  }

  /// `=` only where what is shown equals the number, in the digits that are asked for here.
  private func relation(of link: Link) -> Link.Relation {
    switch (link.relation, link.view) {
    case (.becomes, _), (_, .names): link.relation
    case (_, .value): isShownExactly(link.node) ? .equal : .approximate
    case (_, .decimal): isShownExactly(link.node, decimalsOnly: true) ? .equal : .approximate
    case (_, .numbers(let values)):
      values.values.allSatisfy { isShownExactly($0) } ? .equal : .approximate
    }
  }

  private func isShownExactly(_ value: Value) -> Bool {
    switch value {
    case .number(let number): NumberFormula(rounding).isExact(number)
    case .tensor(let tensor): NumberFormula(rounding).isExact(tensor)
    case .expression(let node): isShownExactly(node)
    case .truth, .text, .interval, .sample, .dataSet, .record, .list, .function, .trace, .network,
      .figure, .listing, .names:
      true
    }
  }

  private func isShownExactly(_ node: Node, decimalsOnly: Bool = false) -> Bool {
    let numbers = NumberFormula(rounding, decimalsOnly: decimalsOnly)
    return !graph.contains(in: node) { operation in
      if case .number(let literal) = operation { return !numbers.isExact(literal.value) }
      if case .constant(let tensor) = operation { return !numbers.isExact(tensor) }
      return false
    }
  }

  private static func sign(_ relation: Link.Relation) -> Formula {
    switch relation {
    case .equal: .symbol("=")
    case .approximate: .symbol("approx")
    case .becomes: .symbol("leftarrow")
    }
  }

  private func grid(_ table: ResultTable) -> Passage.Grid {
    let isNumeric = table.headings.indices.map { column in
      table.rows.allSatisfy { row in
        if case .number = row.cells[column] { return true }
        return false
      }
    }
    return Passage.Grid(
      caption: table.caption, headings: table.headings.map { heading($0) },
      rows: table.rows.map { row in
        Passage.Grid.Row(cells: row.cells.map { cell($0) }, isMarked: row.isMarked)
      }, isNumeric: isNumeric)
  }

  private func heading(_ heading: ResultTable.Heading) -> Passage.Grid.Cell {
    switch heading {
    case .words(let words): .words(words)
    case .tex(let tex):
      (try? Formula(tex: tex, macros: Macros())).map { .formula($0) } ?? .words(tex)
    case .name(let name):
      .formula(NameFormula.formula(of: name))
    }
  }

  private func cell(_ value: Value) -> Passage.Grid.Cell {
    let decimals = NumberFormula(rounding, decimalsOnly: true)
    switch value {
    case .text(let text): return .words(text)
    case .truth(let truth): return .mark(truth)
    case .number(let number): return .formula(decimals.formula(of: number))
    case .tensor(let tensor): return .formula(decimals.formula(of: tensor))
    case .expression, .interval, .sample, .dataSet, .record, .list, .function, .trace, .network,
      .figure, .listing, .names:
      return .formula(formula(of: value))
    }
  }
}
