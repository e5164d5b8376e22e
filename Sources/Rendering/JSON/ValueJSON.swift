import Algebra
import Figures
import Language
import Mathematics
import Workings

/// Writes values and steps as the machine interface has them.
struct ValueJSON {
  let run: Run
  let typesetter: Typesetter

  init(_ run: Run, rounding: Rounding) {
    self.run = run
    typesetter = Typesetter(run.graph, rounding: rounding)
  }

  func json(_ value: Value) -> JSON {
    switch value {
    case .number(let number):
      return object("number", [("exact", exact(number)), ("value", double(number))])
    case .truth(let truth): return object("truth", [("value", .truth(truth))])
    case .text(let text): return object("text", [("value", .text(text))])
    case .tensor(let tensor): return self.tensor(tensor)
    case .expression(let node): return expression(node)
    case .interval(let low, let high):
      return object("interval", [("low", json(.number(low))), ("high", json(.number(high)))])
    case .sample(let sample): return self.sample(sample)
    case .dataSet(let samples): return object("dataset", [("rows", .array(samples.map(sample)))])
    case .record(let record): return object("record", [("fields", fields(record))])
    case .list(let items): return object("list", [("items", .array(items.map(json)))])
    case .function(let function): return object("function", [("text", .text(function.text))])
    case .trace(let trace):
      return object(
        "trace",
        [
          ("columns", .array(trace.columns.map(JSON.text))),
          ("rows", .array(trace.rows.map { .array($0.map(json)) })),
          ("fields", fields(trace.fields)),
        ])
    case .network(let network): return self.network(network)
    case .figure(let figure): return self.figure(figure)
    case .listing(let listing):
      return object(
        "listing", [("language", .text(listing.language)), ("source", .text(listing.source))])
    case .names(let ids):
      return object(
        "list",
        [
          (
            "items",
            .array(ids.map { object("text", [("value", .text(run.graph[$0].name.spelling))]) })
          )
        ])
    }
  }

  func object(_ kind: String, _ members: [(String, JSON?)]) -> JSON {
    .members([("kind", .text(kind))] + members)
  }

  private func exact(_ number: Real) -> JSON? {
    number.rational.map { .text($0.description) }
  }

  private func double(_ number: Real) -> JSON {
    let value = number.double
    return value.isFinite ? .number(value == 0 ? 0 : value) : .null
  }

  private func tensor(_ tensor: Tensor) -> JSON {
    let entries = tensor.entries
    let values = entries.map { double($0) }
    let exacts = tensor.isExact ? entries.map { exact($0) ?? .null } : nil
    return object(
      "tensor",
      [
        ("shape", .array(tensor.shape.map(JSON.integer))),
        ("values", nested(values, tensor.shape)),
        ("exact", exacts.map { nested($0, tensor.shape) }),
      ])
  }

  /// Entries row by row as lists in lists.
  private func nested(_ entries: [JSON], _ shape: [Int]) -> JSON {
    guard !entries.isEmpty else { return .array([]) }
    var items = entries
    for extent in shape.reversed() where extent > 0 {
      items = stride(from: 0, to: items.count, by: extent).map {
        .array(Array(items[$0..<min($0 + extent, items.count)]))
      }
    }
    return items.first ?? .array([])
  }

  private func expression(_ node: Node) -> JSON {
    let graph = run.graph
    let text = NodeText(graph)
    return object(
      "expression",
      [
        ("shape", shape(graph.shape(of: node))), ("text", .text(text.text(of: node))),
        ("tex", .text(typesetter.formula(of: .expression(node)).tex)),
        ("entries", entries(of: node)),
      ])
  }

  private func shape(_ shape: Shape) -> JSON {
    .array(
      shape.extents.map { extent in
        switch extent {
        case .known(let size): .integer(size)
        case .symbolic(let node): .text(NodeText(run.graph).text(of: node))
        }
      })
  }

  /// The entries of a tensor that is written entry by entry; nil for a product of symbolic matrices.
  private func entries(of node: Node) -> JSON? {
    guard case .stack = run.graph.operation(of: node) else { return nil }
    return .array(
      run.graph.operands(of: node).map { entry in
        entries(of: entry) ?? .text(NodeText(run.graph).text(of: entry))
      })
  }

  private func sample(_ sample: Sample) -> JSON {
    object("sample", [("x", json(sample.input)), ("y", json(sample.target))])
  }

  private func fields(_ record: Record) -> JSON {
    .members(record.fields.map { ($0.name, json($0.value)) })
  }

  private func figure(_ figure: Figure) -> JSON {
    object(
      "figure",
      [
        ("svg", .text(SVGWriter(prefix: "figure").text(of: figure))),
        ("alt", .text(figure.alternativeText)),
      ])
  }
}
