import Algebra

/// Evaluates scalars and small tensors in doubles; symbols get seeded random values.
struct RewritingEvaluator {
  struct Value {
    var shape: [Int]
    var entries: [Double]
  }

  let graph: Graph
  private var generator: Seeded
  private var names: [Node: Value] = [:]
  private let range: ClosedRange<Double>

  init(_ graph: Graph, seed: UInt64, range: ClosedRange<Double> = 0.1...0.9) {
    self.graph = graph
    self.range = range
    generator = Seeded(state: seed)
  }

  /// The value of a node; nil for what these tests do not use.
  mutating func value(_ root: Node) -> Value? {
    var done: [Node: Value] = [:]
    for node in graph.postorder(of: root) {
      guard case .number(let shape) = graph.sort(of: node), let known = shape.known else {
        continue
      }
      let operands = graph.operands(of: node).compactMap { done[$0] }
      done[node] = value(node, known, operands)
    }
    return done[root]
  }

  private mutating func value(_ node: Node, _ shape: [Int], _ parts: [Value]) -> Value? {
    let count = shape.reduce(1, *)
    func each(_ combine: (Double, Double) -> Double) -> Value? {
      parts.count == 2
        ? Value(shape: shape, entries: zip(parts[0].entries, parts[1].entries).map(combine)) : nil
    }
    switch graph.operation(of: node) {
    case .number(let literal): return Value(shape: [], entries: [literal.value.double])
    case .constant(let tensor): return Value(shape: shape, entries: tensor.doubles)
    case .name:
      if let known = names[node] { return known }
      let entries = (0..<count).map { _ in Double.random(in: range, using: &generator) }
      let value = Value(shape: shape, entries: entries)
      names[node] = value
      return value
    case .add: return each(+)
    case .subtract: return each(-)
    case .multiply: return each(*)
    case .divide: return each(/)
    case .power: return each(RewritingEvaluator.power)
    case .larger: return each(max)
    case .smaller: return each(min)
    case .negate: return Value(shape: shape, entries: parts[0].entries.map { -$0 })
    case .elementwise(let function):
      return Value(shape: shape, entries: parts[0].entries.map(function.double))
    case .spread:
      let repeats = count / max(1, parts[0].entries.count)
      let entries = parts[0].entries.flatMap { Array(repeating: $0, count: repeats) }
      return Value(shape: shape, entries: entries)
    case .matrixProduct: return product(shape, parts)
    case .inner:
      return Value(shape: [], entries: [each(*)?.entries.reduce(0, +) ?? .nan])
    case .transpose: return transposed(shape, parts[0])
    case .reduce(.sum): return Value(shape: [], entries: [parts[0].entries.reduce(0, +)])
    case .outer:
      let entries = parts[0].entries.flatMap { a in parts[1].entries.map { a * $0 } }
      return Value(shape: shape, entries: entries)
    case .trace:
      let n = parts[0].shape[0]
      let sum = (0..<n).reduce(0.0) { $0 + parts[0].entries[$1 * n + $1] }
      return Value(shape: [], entries: [sum])
    default: return nil
    }
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == exponent.rounded(), exponent.magnitude < 64 {
      let power = (0..<Int(exponent.magnitude)).reduce(1.0) { product, _ in product * base }
      return exponent < 0 ? 1 / power : power
    }
    return ElementaryFunction.exp.double(exponent * ElementaryFunction.log.double(base))
  }

  private func product(_ shape: [Int], _ parts: [Value]) -> Value {
    let (a, b) = (parts[0], parts[1])
    let inner = a.shape.count == 2 ? a.shape[1] : 1
    let rows = a.shape[0]
    let columns = b.shape.count == 2 ? b.shape[1] : 1
    var entries: [Double] = []
    for i in 0..<rows {
      for j in 0..<columns {
        entries.append(
          (0..<inner).reduce(0.0) {
            $0 + a.entries[i * inner + $1] * b.entries[$1 * columns + j]
          })
      }
    }
    return Value(shape: shape, entries: entries)
  }

  private func transposed(_ shape: [Int], _ value: Value) -> Value {
    let (rows, columns) = (shape[0], shape[1])
    let entries = (0..<rows).flatMap { i in (0..<columns).map { value.entries[$0 * rows + i] } }
    return Value(shape: shape, entries: entries)
  }
}

/// SplitMix64, so that a failing seed fails again.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
