import Algebra
import Mathematics
import Workings

extension Training {
  func trace(_ rows: [[Value]], showsUpdates: Bool) -> Trace {
    let graph = call.graph
    let parameters = rule.slopes.map { graph[$0.parameter].name.spelling }
    let columns =
      showsUpdates
      ? ["update", "epoch", "loss"] + parameters.map { "grad_" + $0 } + rule.columns.map(\.name)
      : ["epoch", "loss"] + (data.heldOut.isEmpty ? [] : ["validation"]) + parameters
    var fields: [Record.Field] = []
    for slope in rule.slopes {
      if let value = runner.state[slope.parameter] {
        fields.append(Record.Field(graph[slope.parameter].name.spelling, value))
      }
    }
    fields.append(Record.Field("updates", .number(Real(updates))))
    var layout = Trace.Layout()
    for slope in rule.slopes {
      let name = graph[slope.parameter].name
      layout.headings["grad_" + name.spelling] = NodeFormula(graph).name(of: slope.ofBatch).tex
    }
    for column in rule.columns {
      layout.headings[column.name] = NodeFormula(graph).name(of: column.quantity).tex
    }
    if runner.hasLeftExactness {
      layout.summary = [
        .words(
          "Exact numbers grew beyond \(RecurrenceRunner.exactDigits) digits: later rows are doubles."
        )
      ]
    }
    return Trace(
      columns: columns, rows: rows, fields: Record(fields), recurrence: runner.recurrence,
      layout: layout)
  }

  /// An update with its numbers: the mean of the samples' gradients, then the rule.
  mutating func explain(
    _ epoch: Int, _ batch: [Int], _ slopes: [[Value]], _ given: [Quantity.ID: Value]
  ) throws(Failure) {
    let positions = batch.sorted().map { String($0 + 1) }
    let shown = positions.count > 8 ? ["\(positions.count) samples"] : positions
    let noun = positions.count > 8 ? "" : positions.count == 1 ? "sample " : "samples "
    working.append(
      .sentence([
        .words("Update \(updates), epoch \(epoch), \(noun)\(shown.joined(separator: ", ")):")
      ]))
    let there = runner.evaluator(inputs: given)
    var lines: [[Link]] = []
    for (slope, values) in zip(rule.slopes, slopes) {
      lines.append(try line(of: slope, values, given[slope.ofBatch]))
    }
    lines += try rule.lines(in: there)
    working.append(.aligned(lines))
  }

  /// ∂L/∂w = (g₁ + g₂)/2 = g.
  private func line(
    of slope: TrainingRule.Slope, _ values: [Value], _ mean: Value?
  ) throws(Failure) -> [Link] {
    let graph = call.graph
    let explainer = Explainer(call.evaluator, rounding: .significant(4))
    var links = [Link(.equal, graph.name(slope.ofBatch))]
    let numbers = values.compactMap { value -> Real? in
      if case .number(let number) = value { return number }
      return nil
    }
    if numbers.count > 1, numbers.count == values.count, numbers.count <= 8 {
      let sum = try graph.total(numbers.map { graph.number($0) })
      let isExact = numbers.allSatisfy(\.isExact)
      links.append(
        Link(
          isExact ? .equal : .approximate, try graph.divide(sum, graph.number(numbers.count)),
          .value))
    } else {
      links.append(Link(.equal, slope.ofSample))
    }
    return links + (mean.map { explainer.valueLinks($0) } ?? [])
  }
}
