import Algebra
import Figures
import Mathematics
import Workings

/// Names and formulas as labels of figures.
enum FigureText {
  /// A quantity's name with its subscript and superscript.
  static func label(of id: Quantity.ID, in graph: Graph) -> Figure.Label {
    label(of: NodeFormula(graph).name(of: id))
  }

  /// A formula on one line, with the scripts of its letters.
  static func label(of formula: Formula) -> Figure.Label {
    Figure.Label(runs(of: formula, isFirst: true))
  }

  private static func runs(of formula: Formula, isFirst: Bool) -> [Figure.Label.Run] {
    if case .sequence(let items) = formula {
      return items.enumerated().flatMap { runs(of: $1, isFirst: isFirst && $0 == 0) }
    }
    if case .scripted(let scripts) = formula, scripts.primes == 0, !isPlain(formula) {
      var parts = runs(of: scripts.base, isFirst: isFirst)
      if let sub = scripts.sub { parts.append(.init(sub.plainText, .subscripted)) }
      if let sup = scripts.sup { parts.append(.init(sup.plainText, .superscripted)) }
      return parts
    }
    let text = formula.plainText
    if ["+", "−", "=", "⊙"].contains(text), !isFirst { return [.init(" \(text) ")] }
    let isLetter = text.count == 1 && text.first?.isLetter == true
    return [.init(text == "," ? ", " : text, isLetter ? .italic : .plain)]
  }

  /// Whether there are characters for all its scripts: x², z₁.
  private static func isPlain(_ formula: Formula) -> Bool {
    !formula.plainText.contains { $0 == "^" || $0 == "_" }
  }

  /// A formula in one line: `σ(t)`, `4(h² + 4h)`.
  static func label(of node: Node, in graph: Graph) -> Figure.Label {
    Figure.Label(NodeFormula(graph).formula(of: node).plainText)
  }

  /// A column's or a quantity's name; a single letter in italics.
  static func label(of name: String) -> Figure.Label {
    Figure.Label(
      NameFormula.formula(of: name).plainText, name.count == 1 ? .italic : .plain)
  }
}

extension CallContext {
  /// A text option as a label; nil where the call says nothing.
  func label(_ option: String) throws(Failure) -> Figure.Label? {
    guard operand(option) != nil else { return nil }
    return Figure.Label(try text(option))
  }

  /// The ends of a bound name's range, for an axis.
  func ends(of name: BoundName) throws(Failure) -> ClosedRange<Double> {
    let spelling = graph[name.quantity].name.spelling
    guard case .interval(let low, let high) = try evaluator.value(of: name.domain) else {
      throw Failure(
        "wrong-type", "'\(builtIn.name)' needs a range a...b for '\(spelling)'", at: name.domain)
    }
    guard low < high, low.double.isFinite, high.double.isFinite else {
      throw Failure(
        "empty-range", "the range \(low)...\(high) of '\(spelling)' has no extent",
        at: name.domain, hint: "write the smaller end first")
    }
    return low.double...high.double
  }

  /// The parts of a list of things to be drawn together; one thing alone is its own part.
  func parts(of node: Node) -> [Node] {
    let operation = graph.operation(of: node)
    if operation.isList { return graph.operands(of: node) }
    guard case .name(let id) = operation, let definition = graph.definition(of: id),
      graph.operation(of: definition).isList
    else { return [node] }
    return graph.operands(of: definition)
  }
}
