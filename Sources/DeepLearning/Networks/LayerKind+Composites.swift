import Algebra
import Workings

extension LayerKind {
  /// Layers made of layers.
  static let composites = [bidirectional, residual, parallel]

  private static let bidirectional = LayerKind(
    "bidirectional", [.positional("layer", .network)],
    summary: "a recurrent layer forwards and another backwards, their outputs side by side",
    source: "Schuster and Paliwal, doi:10.1109/78.650093",
    example: .init("params(input(steps: 7, features: 3) |> bidirectional(lstm(5)))", gives: "360")
  ) { place throws(Failure) in
    guard let layers = place.layer.inner.first?.layers, layers.count == 1,
      let inner = layers.first, recurrent.contains(where: { $0.name == inner.kind }),
      let facts = inner.facts
    else {
      throw Failure(
        "wrong-type", "\(place.title) needs one recurrent layer, such as lstm(5)",
        hint: "write bidirectional(lstm(5))")
    }
    let graph = place.graph
    var output = facts.output.map { Count(graph, $0) }
    if let last = output.popLast() { output.append(try place.worked(2 * last)) }
    var tally = Tally(output, facts.layout)
    func both(_ node: Node) -> Count? {
      let count = Count(graph, node)
      return count.isZero ? nil : 2 * count
    }
    tally.parameters = both(facts.parameters)
    tally.untrained = both(facts.untrained)
    tally.products = both(facts.products)
    tally.additions = both(facts.additions)
    tally.sight = .lost
    return try place.facts(tally)
  }

  private static let residual = LayerKind(
    "residual", [.positional("layers", .network)],
    summary: "the output of the layers added to their input", source: "He et al., arXiv:1512.03385",
    example: .init("params(input(8) |> residual(dense(8) |> dense(8)))", gives: "144")
  ) { place throws(Failure) in
    guard let last = place.layer.inner.first?.layers.last?.facts else {
      throw Failure("wrong-type", "\(place.title) needs layers to go around")
    }
    let output = last.output.map { Count(place.graph, $0) }
    guard try place.areEqual(output, place.input) else {
      let text = output.map { place.text(of: $0) }.joined(separator: "×")
      throw Failure(
        "shape-mismatch",
        "\(place.title) adds its input \(place.inputText) to the output \(text) of its layers: the shapes differ"
      )
    }
    var tally = place.sums(Tally(place.input, place.layout))
    if let entries = place.input.product {
      let sum = place.local("n", entries)
      tally.additions = tally.additions.map { $0 + sum } ?? sum
    }
    return try place.combined(tally)
  }

  private static let parallel = LayerKind(
    "parallel",
    [.positional("branch", .network), .positional("branches", .variadic, or: .none)],
    summary: "branches side by side, their outputs joined along the channels",
    source: "Szegedy et al., arXiv:1409.4842",
    example: .init(
      "shape(input(3, 8, 8) |> parallel(conv(4, 1), conv(6, 3, padding: 1)))", gives: "[10, 8, 8]")
  ) { place throws(Failure) in
    let branches = place.layer.inner.compactMap { $0.layers.last?.facts }
    guard let first = branches.first else {
      throw Failure("wrong-type", "\(place.title) needs branches")
    }
    let graph = place.graph
    let axis = first.layout == .sequence ? first.output.count - 1 : 0
    var output = first.output.map { Count(graph, $0) }
    for branch in branches.dropFirst() {
      var extents = branch.output.map { Count(graph, $0) }
      guard extents.count == output.count, branch.layout == first.layout,
        output.indices.contains(axis)
      else { throw place.branchesDiffer(output, extents) }
      let channels = output[axis] + extents[axis]
      extents[axis] = output[axis]
      guard try place.areEqual(extents, output) else {
        throw place.branchesDiffer(output, branch.output.map { Count(graph, $0) })
      }
      output[axis] = try place.worked(channels)
    }
    return try place.combined(place.sums(Tally(output, first.layout)))
  }
}

extension Placement {
  fileprivate func areEqual(_ left: [Count], _ right: [Count]) throws(Failure) -> Bool {
    guard left.count == right.count else { return false }
    for (a, b) in zip(left, right) where try !areEqual(a, b) { return false }
    return true
  }

  fileprivate func branchesDiffer(_ left: [Count], _ right: [Count]) -> Failure {
    let texts = [left, right].map { $0.map { text(of: $0) }.joined(separator: "×") }
    return Failure(
      "shape-mismatch",
      "the branches of \(title) give \(texts[0]) and \(texts[1]): they must differ in their channels alone"
    )
  }

  /// The counts of the layers inside, added up.
  fileprivate func sums(_ tally: Tally) -> Tally {
    var tally = tally
    tally.parameters = sum("P") { $0.parameters }
    tally.untrained = sum("U") { $0.untrained }
    tally.products = sum("M") { $0.products }
    tally.additions = sum("A") { $0.additions }
    return tally
  }

  private func sum(_ letter: String, _ fact: (Layer.Facts) -> Node) -> Count? {
    let layers = layer.inner.flatMap(\.layers)
    let terms = layers.compactMap { layer -> (String, Count)? in
      guard let facts = layer.facts else { return nil }
      let count = Count(graph, fact(facts))
      return count.isZero ? nil : (layer.name, count)
    }
    guard let first = terms.first else { return nil }
    guard terms.count > 1 else { return first.1 }
    func named(_ term: (String, Count)) -> Count {
      Count(graph, graph.name(graph.local(letter, of: term.0, term.1.node)))
    }
    return terms.dropFirst().reduce(named(first)) { $0 + named($1) }
  }

  /// The facts of layers side by side: an entry sees what the widest branch sees.
  fileprivate func combined(_ tally: Tally) throws(Failure) -> Layer.Facts {
    var tally = tally
    tally.sight = .lost
    var facts = try facts(tally)
    let fields = layer.inner.map { $0.layers.last?.facts?.field }
    var widest = layer.kind == "residual" ? field : nil
    for branch in fields {
      guard let branch else { return facts }
      guard var wide = widest else {
        widest = branch
        continue
      }
      guard wide.jump == branch.jump else { return facts }
      for axis in wide.size.indices where branch.size.indices.contains(axis) {
        let first = min(wide.start[axis], branch.start[axis])
        let end = max(
          wide.start[axis] + wide.size[axis], branch.start[axis] + branch.size[axis])
        (wide.start[axis], wide.size[axis]) = (first, end - first)
      }
      widest = wide
    }
    facts.field = widest
    return facts
  }
}
