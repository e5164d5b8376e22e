import Algebra
import Source
import Workings

/// `x[2...4]`, `M[1...2, 3]`, `M[2, 1...2]`: what ranges of positions take out.
extension Elaborator {
  /// The most entries that several ranges of positions may take out one by one.
  private static let entryLimit = 10_000

  /// Positions before the first range pick an entry of the outer axes; what follows it is taken
  /// out of every entry of the range.
  mutating func slice(
    _ whole: Node, _ indices: [Expression], firstRange: Int, _ span: Span
  ) throws(Stop) -> Node {
    var base = whole
    if firstRange > 0 {
      var positions: [Node] = []
      for index in indices[..<firstRange] { positions.append(try node(index)) }
      base = try built(span) { () throws(Failure) in try graph.index(whole, at: positions) }
      place(base, at: span)
    }
    guard case .range(let low, let high) = indices[firstRange].withoutParentheses.kind else {
      return base
    }
    let rows = try slice(base, try node(low), try node(high), span)
    let rest = Array(indices[(firstRange + 1)...])
    guard !rest.isEmpty else { return rows }
    guard case .number(let shape) = graph.sort(of: rows), let sizes = shape.known, sizes.count > 1
    else {
      throw stop(
        .tooManyPositions(NodeText(graph).text(of: whole), indices.count), at: span)
    }
    guard sizes[0] <= Elaborator.entryLimit else {
      throw stop(.sliceTooLarge(Elaborator.entryLimit), at: span)
    }
    var entries: [Node] = []
    for row in 1...max(sizes[0], 1) {
      let entry = try built(span) { () throws(Failure) in
        try graph.index(rows, at: [graph.number(row)])
      }
      if let range = rest.firstIndex(where: { $0.isRange }) {
        entries.append(try slice(entry, rest, firstRange: range, span))
      } else {
        var positions: [Node] = []
        for index in rest { positions.append(try node(index)) }
        let part = try built(span) { () throws(Failure) in try graph.index(entry, at: positions) }
        // A position out of range is told before the entries are put together.
        if !dependsOnBound(part) { _ = try value(of: part, at: span) }
        entries.append(part)
      }
    }
    return try built(span) { () throws(Failure) in try graph.stack(entries) }
  }

  private func slice(
    _ whole: Node, _ low: Node, _ high: Node, _ span: Span
  ) throws(Stop) -> Node {
    let node = graph.make(.slice, [whole, low, high], sort: .unknown)
    if dependsOnBound(node) { return node }
    if case .number(let shape) = graph.sort(of: whole) {
      guard case .number(let first)? = try? run.evaluator.value(of: low),
        case .number(let last)? = try? run.evaluator.value(of: high),
        let from = first.exactValue?.integer, let to = last.exactValue?.integer,
        case .known(let count)? = shape.extents.first, from >= 1, to >= from, to <= count
      else {
        _ = try value(of: node, at: span)
        return node
      }
      let sort = Sort.number(Shape([.known(to - from + 1)] + shape.extents.dropFirst()))
      return graph.make(.slice, [whole, low, high], sort: sort)
    }
    let sort = try value(of: node, at: span).sort(in: graph)
    return graph.make(.slice, [whole, low, high], sort: sort)
  }
}

extension Expression {
  /// Whether it is `a...b`.
  var isRange: Bool {
    if case .range = withoutParentheses.kind { return true }
    return false
  }
}

extension Diagnostic.Message {
  static func tooManyPositions(_ name: String, _ count: Int) -> Self {
    Self("wrong-shape", "'\(name)' has fewer than \(count) axes")
  }

  static func sliceTooLarge(_ limit: Int) -> Self {
    Self("tensor-too-large", "more than \(limit) rows cannot be taken apart")
  }
}
