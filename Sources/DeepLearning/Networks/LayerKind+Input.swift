import Algebra
import Workings

extension LayerKind {
  /// The beginning of a network: [channels, space, …], [features], or [steps, features].
  static let input = LayerKind(
    "input",
    [
      .positional(further, .variadic, or: .none), .labelled("steps", .scalar, or: .none),
      .labelled("features", .scalar, or: .none),
    ],
    summary: "the shape that a network begins with: channels then space, features, or a sequence",
    example: .init("shape(input(3, 32, 32))", gives: "[3, 32, 32]")
  ) { place throws(Failure) in
    var sizes: [Count] = []
    for argument in place.layer.declaration where argument.label == further {
      sizes.append(try place.checked(argument.node, "size", atLeast: 1))
    }
    if place.option("steps") != nil {
      guard sizes.isEmpty else { throw .mixedInput }
      var output = [try place.size("steps")]
      if place.option("features") != nil { output.append(try place.size("features")) }
      return try place.beginning(output, .sequence, space: output.prefix(1))
    }
    if place.option("features") != nil {
      guard sizes.isEmpty else { throw .mixedInput }
      return try place.beginning([try place.size("features")], .features, space: [])
    }
    switch sizes.count {
    case 1: return try place.beginning(sizes, .features, space: [])
    case 2...4: return try place.beginning(sizes, .map, space: sizes.dropFirst())
    default:
      throw Failure(
        "wrong-shape", "an input has 1 to 4 sizes, not \(sizes.count)",
        hint: "write input(3, 32, 32), input(50) or input(steps: 15, features: 3)")
    }
  }
}

extension Placement {
  /// The facts of an input; the receptive field begins where space is known.
  fileprivate func beginning(
    _ output: [Count], _ layout: Layer.Layout, space: ArraySlice<Count>
  ) throws(Failure) -> Layer.Facts {
    var facts = try facts(Tally(output, layout))
    if !space.isEmpty, let extents = try known(Array(space)) {
      facts.field = Layer.ReceptiveField(input: extents)
    }
    return facts
  }
}

extension Failure {
  fileprivate static let mixedInput = Failure(
    "too-many-arguments", "an input has either sizes or steps and features",
    hint: "write input(3, 32, 32) or input(steps: 15, features: 3)")
}
