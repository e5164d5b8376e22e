import Algebra
import Workings

extension Networks {
  /// The recurrence over the layers that move a window: r ← r + (k − 1)·j, j ← j·s, a ← a − p·j.
  static let receptiveField = BuiltIn(
    "receptive_field",
    parameters: [
      .positional("net", .network), .convention("clip", .truth, or: .truth(true)),
    ],
    summary: "what one entry of each layer sees of the input, layer by layer",
    source: "Araujo, Norris and Sim, doi:10.23915/distill.00021",
    example: .init(
      "receptive_field(input(1, 224, 224) |> conv(8, 3) |> conv(8, 3) |> conv(8, 3)).size",
      gives: "7")
  ) { call throws(Failure) in
    let clips = try call.truth("clip")
    var rows: [[Value]] = []
    var steps: [[Link]] = []
    var before: Layer.ReceptiveField?
    var clipped: String?
    var last: (name: String, fields: [Node], jumps: [Node])?
    for (layer, facts) in try call.facts(of: try call.network("net")) {
      guard let field = facts.field else {
        if before == nil { continue }
        throw Failure(
          "no-receptive-field",
          "'receptive_field' can not see through the layer '\(layer.name)': it moves no window of known size over the input",
          hint: "ask for the layers before it")
      }
      defer { before = field }
      guard let window = facts.window, let previous = before else { continue }
      let size = clips ? field.clipped : field.size
      if size != field.size { clipped = clipped ?? layer.name }
      rows.append([
        .text(layer.name), Networks.entry(window.kernel), Networks.entry(window.stride),
        Networks.entry(field.jump), Networks.entry(size), Networks.entry(field.start),
      ])
      let step = try call.growth(to: layer.name, through: window, from: previous, last)
      steps += step.lines
      last = (layer.name, step.fields, step.jumps)
    }
    guard let field = before else {
      throw Failure(
        "no-input", "'receptive_field' needs an input with axes of space of known size",
        hint: "begin with input(channels, height, width)")
    }
    var layout = Trace.Layout()
    layout.caption = "Receptive fields"
    let size = Networks.entry(clips ? field.clipped : field.size)
    let trace = Trace(
      columns: ["layer", "kernel", "stride", "jump", "field", "first_index"], rows: rows,
      fields: Record([
        Record.Field("size", size), Record.Field("first_index", Networks.entry(field.start)),
      ]), layout: layout)
    var working: [Step] = steps.isEmpty ? [] : [.aligned(steps)]
    if let clipped {
      let sizes = field.whole.map { String($0) }.joined(separator: "×")
      working.append(
        .sentence([
          .words(
            "From '\(clipped)' on the field is larger than the input: the table has at most the \(sizes) entries that there are (clip: false has all)."
          )
        ]))
    }
    return .value(.trace(trace), steps: working)
  }

  /// One number where all axes are alike, else one an axis.
  static func entry(_ axes: [Int]) -> Value {
    guard let first = axes.first, axes.contains(where: { $0 != first }) else {
      return .number(Real(axes.first ?? 1))
    }
    return .tensor(Tensor(axes.map { Real($0) }))
  }
}

extension CallContext {
  /// The lines r₂ = r₁ + (k − 1)·j₁ and j₂ = j₁·s of one layer; one of each where all axes are alike.
  fileprivate func growth(
    to name: String, through window: Layer.Window, from previous: Layer.ReceptiveField,
    _ last: (name: String, fields: [Node], jumps: [Node])?
  ) throws(Failure) -> (lines: [[Link]], fields: [Node], jumps: [Node]) {
    let axes = previous.size.indices
    let isSquare = axes.allSatisfy { axis in
      previous.size[axis] == previous.size[0] && previous.jump[axis] == previous.jump[0]
        && window.kernel[axis] == window.kernel[0] && window.stride[axis] == window.stride[0]
    }
    var lines: [[Link]] = []
    var (fields, jumps): ([Node], [Node]) = ([], [])
    for axis in isSquare ? axes.prefix(1) : axes[...] {
      let mark = isSquare ? "" : "_\(axis + 1)"
      func known(_ letter: String, _ nodes: [Node]?, _ value: Int) -> Count {
        if let nodes, nodes.indices.contains(axis) { return Count(graph, nodes[axis]) }
        return Count(
          graph, graph.name(graph.local(letter + mark, of: "input", graph.number(value))))
      }
      let r = known("r", last?.fields, previous.size[axis])
      let j = known("j", last?.jumps, previous.jump[axis])
      let k = Count(graph, local("k", graph.number(window.kernel[axis])))
      let s = Count(graph, local("s", graph.number(window.stride[axis])))
      for (letter, formula) in [("r", r + (k - 1) * j), ("j", j * s)] {
        let id = graph.local(letter + mark, of: name, formula.node)
        lines.append(try chain(of: formula.node, named: id))
        if letter == "r" { fields.append(graph.name(id)) } else { jumps.append(graph.name(id)) }
      }
    }
    return (lines, fields, jumps)
  }
}
