import Algebra

/// A node with its graph, so that tests can be read as formulas.
struct Formula {
  let graph: Graph
  let node: Node

  init(_ graph: Graph, _ node: Node) {
    (self.graph, self.node) = (graph, node)
  }

  var text: String { NodeText(graph).text(of: node) }

  func simplified(knowing facts: [Formula] = []) -> Formula {
    var budget = Budget()
    let derivation = graph.simplified(
      node, knowing: facts.map { Algebra.Fact($0.node) }, budget: &budget)
    return Formula(graph, derivation.result)
  }

  func function(_ function: ElementaryFunction) -> Formula {
    made { graph throws(Failure) in try graph.apply(function, to: node) }
  }

  func reduced(_ reduction: Reduction) -> Formula {
    made { graph throws(Failure) in try graph.reduce(reduction, node) }
  }

  func spread(to other: Formula) -> Formula {
    Formula(graph, graph.spread(node, to: graph.shape(of: other.node)))
  }

  var transposed: Formula { made { graph throws(Failure) in try graph.transpose(node) } }

  func times(_ other: Formula) -> Formula {
    made { graph throws(Failure) in try graph.matrixProduct(node, other.node) }
  }

  func compared(_ comparison: Comparison, _ other: Formula) -> Formula {
    made { graph throws(Failure) in try graph.compare(comparison, node, other.node) }
  }

  /// A test that cannot make its input is wrong, so it becomes a text that no test expects.
  func made(_ make: (Graph) throws(Failure) -> Node) -> Formula {
    do {
      return Formula(graph, try make(graph))
    } catch {
      return Formula(graph, graph.make(.text(error.text), sort: .text))
    }
  }

  static func + (left: Formula, right: Formula) -> Formula {
    left.made { graph throws(Failure) in try graph.add(left.node, right.node) }
  }
  static func - (left: Formula, right: Formula) -> Formula {
    left.made { graph throws(Failure) in try graph.subtract(left.node, right.node) }
  }
  static func * (left: Formula, right: Formula) -> Formula {
    left.made { graph throws(Failure) in try graph.multiply(left.node, right.node) }
  }
  static func / (left: Formula, right: Formula) -> Formula {
    left.made { graph throws(Failure) in try graph.divide(left.node, right.node) }
  }
  static func ^ (left: Formula, right: Formula) -> Formula {
    left.made { graph throws(Failure) in try graph.power(left.node, right.node) }
  }
  static prefix func - (operand: Formula) -> Formula {
    operand.made { graph throws(Failure) in try graph.negate(operand.node) }
  }
  static func + (left: Formula, right: Int) -> Formula { left + left.number(right) }
  static func - (left: Formula, right: Int) -> Formula { left - left.number(right) }
  static func * (left: Formula, right: Int) -> Formula { left * left.number(right) }
  static func * (left: Int, right: Formula) -> Formula { right.number(left) * right }
  static func / (left: Formula, right: Int) -> Formula { left / left.number(right) }
  static func ^ (left: Formula, right: Int) -> Formula { left ^ left.number(right) }
  static func + (left: Int, right: Formula) -> Formula { right.number(left) + right }
  static func - (left: Int, right: Formula) -> Formula { right.number(left) - right }
  static func / (left: Int, right: Formula) -> Formula { right.number(left) / right }

  func number(_ value: Int) -> Formula { Formula(graph, graph.number(value)) }
}

infix operator ^ : ExponentPrecedence
precedencegroup ExponentPrecedence {
  higherThan: MultiplicationPrecedence
  associativity: right
}

extension Graph {
  /// A new symbol in a formula.
  func formula(_ name: String, _ shape: [Int] = []) -> Formula {
    Formula(self, self.name(symbol(name, shape: Shape(shape))))
  }

  /// An exact number in a formula.
  func formula(_ numerator: Int, over denominator: Int = 1) -> Formula {
    Formula(self, number(Real(numerator, denominator)))
  }
}
