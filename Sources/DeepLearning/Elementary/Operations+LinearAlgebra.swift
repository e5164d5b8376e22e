import Algebra
import Workings

extension Operations {
  static let linearAlgebra: [BuiltIn] = [
    binary("dot", "the inner product", "dot([1, 2], [3, 4])", "11") { graph, x, y throws(Failure) in
      try graph.dot(x, y)
    },
    binary("outer", "the matrix of all products", "outer([1, 2], [3, 4])", "[[3, 4], [6, 8]]") {
      graph, x, y throws(Failure) in
      try graph.outer(x, y)
    },
    unary("transpose", "rows become columns", "transpose([[1, 2], [3, 4]])", "[[1, 3], [2, 4]]") {
      graph, x throws(Failure) in
      try graph.transpose(x)
    },
    unary("det", "the determinant of a square matrix", "det([[2, 1], [1, 2]])", "3") {
      graph, x throws(Failure) in
      try graph.matrixFunction(.determinant, "det", x)
    },
    unary(
      "inverse", "the inverse of a square matrix", "inverse([[2, 0], [0, 4]])",
      "[[1/2, 0], [0, 1/4]]"
    ) {
      graph, x throws(Failure) in
      try graph.matrixFunction(.inverse, "inverse", x)
    },
    unary("trace", "the sum of the diagonal", "trace([[1, 2], [3, 4]])", "5") {
      graph, x throws(Failure) in
      try graph.matrixFunction(.trace, "trace", x)
    },
    unary("rank", "the number of independent rows", "rank([[1, 2], [2, 4]])", "1") {
      graph, x throws(Failure) in
      try graph.matrixFunction(.rank, "rank", x)
    },
    unary(
      "diag", "the diagonal matrix of a vector, or the diagonal of a matrix", "diag([1, 2])",
      "[[1, 0], [0, 2]]"
    ) {
      graph, x throws(Failure) in
      guard let sizes = graph.shape(of: x).known, sizes.count == 2 else {
        return try graph.diagonal(x)
      }
      var entries: [Node] = []
      for place in stride(from: 1, through: min(sizes[0], sizes[1]), by: 1) {
        entries.append(try graph.index(x, at: [graph.number(place), graph.number(place)]))
      }
      return try graph.stack(entries)
    },
    unary("l2", "the sum of the squares of all entries", "l2([3, 4])", "25") {
      graph, x throws(Failure) in
      try graph.reduce(.sum, try graph.power(x, graph.number(2)))
    },
  ]

  static func unary(
    _ name: String, _ summary: String, _ source: String, _ result: String,
    _ make: @escaping @Sendable (Graph, Node) throws(Failure) -> Node
  ) -> BuiltIn {
    BuiltIn(
      name, parameters: [.positional("x", .numbers)], summary: summary,
      example: .init(source, gives: result), isOperation: true
    ) { call throws(Failure) in
      .formula(try make(call.graph, try call.numbers("x")))
    }
  }

  static func binary(
    _ name: String, _ summary: String, _ source: String, _ result: String,
    _ make: @escaping @Sendable (Graph, Node, Node) throws(Failure) -> Node
  ) -> BuiltIn {
    BuiltIn(
      name, parameters: [.positional("x", .numbers), .positional("y", .numbers)],
      summary: summary, example: .init(source, gives: result), isOperation: true
    ) { call throws(Failure) in
      .formula(try make(call.graph, try call.numbers("x"), try call.numbers("y")))
    }
  }
}
