import Algebra
import Workings

/// A kind of layer: its declaration, and what follows from the shape in front of it.
struct LayerKind: Sendable {
  let name: String
  let parameters: [Parameter]
  let summary: String
  let source: String
  let example: BuiltIn.Example
  /// The facts of a layer in its place.
  let place: @Sendable (Placement) throws(Failure) -> Layer.Facts

  init(
    _ name: String, _ parameters: [Parameter] = [], summary: String, source: String = "",
    example: BuiltIn.Example,
    place: @escaping @Sendable (Placement) throws(Failure) -> Layer.Facts
  ) {
    self.name = name
    self.parameters = parameters
    self.summary = summary
    self.source = source
    self.example = example
    self.place = place
  }

  /// All kinds, in the order of the reference.
  static let all: [LayerKind] =
    [.input] + convolutions + [transposed] + pools + shapes + dense + activations + norms
    + recurrent + [embedding, attention] + composites

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The kind of a name.
  static func named(_ name: String) -> LayerKind? { byName[name] }

  /// The layer's call: a chain of one, in no place yet.
  var builtIn: BuiltIn {
    let kind = self
    return BuiltIn(
      name, role: .layer,
      parameters: parameters + [
        .labelled("name", .text, or: .none),
        .labelled("frozen", .truth, or: .value(.truth(false))),
      ],
      summary: summary, source: source, example: example
    ) { call throws(Failure) in
      let layer = try kind.declared(call)
      return .value(.network(try Network([]).joined(by: [layer], call.evaluator)))
    }
  }

  private func declared(_ call: CallContext) throws(Failure) -> Layer {
    var declaration: [Layer.Argument] = []
    var inner: [Network] = []
    for parameter in parameters {
      if case .variadic = parameter.accepts { continue }
      if case .network = parameter.accepts {
        if case .network(let network)? = try call.option(parameter.label) { inner.append(network) }
      } else if let node = try call.optionNode(parameter.label) {
        declaration.append(Layer.Argument(parameter.label, node))
      }
    }
    for node in call.variadic {
      guard !inner.isEmpty else {
        declaration.append(Layer.Argument(LayerKind.further, node))
        continue
      }
      guard case .network(let network) = try call.evaluator.value(of: node) else {
        throw Failure(
          "wrong-type",
          "'\(name)' needs layers, and '\(NodeText(call.graph).text(of: node))' is none", at: node)
      }
      inner.append(network)
    }
    var ownName: String?
    if case .text(let text)? = try call.option("name") { ownName = text }
    return Layer(
      kind: name, name: ownName ?? name, isNamed: ownName != nil,
      isFrozen: try call.truth("frozen"), declaration: declaration, inner: inner)
  }

  /// The label of positional arguments of which there may be any number.
  static let further = "sizes"
}

extension CallContext {
  /// An option as a node: as written in the call, else the choice that counts here; nil without any.
  func optionNode(_ label: String) throws(Failure) -> Node? {
    guard let value = try option(label) else { return nil }
    let isTried = evaluator.world.alternatives.contains {
      $0.builtIn == builtIn.name && $0.label == label
    }
    if let node = operand(label), !isTried { return node }
    switch value {
    case .number(let number): return graph.number(number)
    case .tensor(let tensor): return graph.constant(tensor)
    case .truth(let truth): return graph.make(.truth(truth), sort: .truth(.scalar))
    case .text(let text): return graph.make(.text(text), sort: .text)
    case .expression(let node): return node
    case .interval, .sample, .dataSet, .record, .list, .function, .trace, .network, .figure,
      .listing, .names:
      return nil
    }
  }
}
