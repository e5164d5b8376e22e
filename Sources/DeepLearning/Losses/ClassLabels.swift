import Algebra
import Workings

/// Classes given by their numbers, which count from 1 unless the call says `first_label: 0`.
struct ClassLabels {
  /// The parameter that says where the numbers start.
  static let first = Parameter.convention(
    "first_label", .integer(atLeast: 0), or: .number(1), alternatives: [.number(0)])

  private let call: CallContext

  init(_ call: CallContext) {
    self.call = call
  }

  /// The labels as positions from 1.
  ///
  /// - Parameters:
  ///   - label: A parameter whose value is one class or a list of them.
  ///   - classes: How many there are.
  /// - Returns: One position a label.
  /// - Throws: `index-out-of-range`, which states the range, or `wrong-type`.
  func positions(_ label: String, classes: Int) throws(Failure) -> [Int] {
    let first = try call.integer("first_label")
    let numbers: [Real]
    switch try call.value(label) {
    case .number(let number): numbers = [number]
    case .tensor(let tensor) where tensor.rank == 1: numbers = tensor.entries
    case let other:
      throw Failure(
        "wrong-type", "'\(label)' is a class, or a list of classes, not \(other.description)",
        at: call.operand(label))
    }
    var positions: [Int] = []
    for number in numbers {
      guard number.isInteger, let class_ = number.exactValue?.integer else {
        throw Failure(
          "wrong-type", "a label is a whole number, not \(NodeText.text(of: number))",
          at: call.operand(label))
      }
      guard (first..<(first + classes)).contains(class_) else {
        throw Failure(
          "index-out-of-range",
          "the label \(class_) is not within \(first)...\(first + classes - 1)",
          at: call.operand(label),
          hint: class_ == 0 && first == 1 ? "write first_label: 0 if classes count from 0" : nil)
      }
      positions.append(class_ - first + 1)
    }
    return positions
  }

  /// Targets in the shape of the predictions: as they are given, or one-hot rows of class labels.
  func targets(_ label: String, for predictions: String) throws(Failure) -> Node {
    let graph = call.graph
    let (p, y) = (try call.numbers(predictions), try call.numbers(label))
    guard case .number(let shape) = graph.sort(of: p), case .number(let given) = graph.sort(of: y),
      shape.rank > 0, given.rank == shape.rank - 1
    else { return y }
    guard let sizes = shape.known, let classes = sizes.last,
      graph.agree(given, Shape(Array(shape.extents.dropLast())))
    else {
      throw Failure(
        "shape-mismatch",
        "'\(label)' (\(graph.text(of: given))) has no label for each row of '\(predictions)' (\(graph.text(of: shape)))",
        at: call.operand(label))
    }
    if try !call.value(label).isExpression {
      let places = try positions(label, classes: classes)
      if graph.names(in: y).isEmpty {
        let entries = places.flatMap { place in (1...classes).map { Real($0 == place ? 1 : 0) } }
        return graph.constant(Tensor(shape: sizes, entries: entries))
      }
    }
    guard shape.rank == 2 else { return call.local(label, try oneHot(y, classes)) }
    var rows: [Node] = []
    for row in 1...max(sizes[0], 1) {
      rows.append(try oneHot(try graph.index(y, at: [graph.number(row)]), classes))
    }
    return call.local(label, try graph.stack(rows))
  }

  /// 1 at the place of a class, 0 elsewhere, as a formula of the class.
  private func oneHot(_ label: Node, _ classes: Int) throws(Failure) -> Node {
    let graph = call.graph
    let first = try call.integer("first_label")
    let numbers = graph.constant(Tensor((0..<classes).map { Real($0 + first) }))
    let isClass = try graph.compare(.equal, numbers, label, byEntries: true)
    return try graph.choose(isClass, graph.number(1), graph.number(0))
  }
}
