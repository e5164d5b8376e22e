public import Algebra

/// Gauss and Jordan's elimination of a system of numbers, a matrix a column with the rows' changes.
public struct EliminationSteps {
  /// Systems beyond these sizes are shown before and after only.
  static let rowLimit = 6

  /// The matrix at the start and after every column.
  public let steps: [Step]

  /// The steps of a system; nil where an entry is no exact number, or the system is large.
  ///
  /// - Parameters:
  ///   - matrix: Coefficients, the right sides last.
  ///   - graph: Where the entries are.
  public init?(_ matrix: [[Node]], _ graph: Graph) {
    guard let width = matrix.first?.count, matrix.count <= Self.rowLimit,
      width <= Self.rowLimit + 1
    else { return nil }
    var rows: [[Rational]] = []
    for row in matrix {
      var numbers: [Rational] = []
      for entry in row {
        guard let number = Self.number(entry, graph) else { return nil }
        numbers.append(number)
      }
      rows.append(numbers)
    }
    self.init(
      rows, solving: width - 1,
      "The system as a matrix, the right sides in the last column:", graph)
  }

  /// The steps that leave ones on the diagonal of the first columns, and zeros beside them.
  ///
  /// - Parameters:
  ///   - rows: Of one length.
  ///   - columns: How many columns are cleared.
  ///   - introduction: What the matrix at the start is, with a colon.
  ///   - graph: Where the matrices go.
  init(_ rows: [[Rational]], solving columns: Int, _ introduction: String, _ graph: Graph) {
    var rows = rows
    var steps: [Step] = [
      .sentence([.words(introduction)]),
      .chain(rule: nil, [Link(.equal, Self.node(rows, graph))]),
    ]
    var top = 0
    for column in 0..<columns where top < rows.count {
      guard let pivot = (top..<rows.count).first(where: { !rows[$0][column].isZero }) else {
        continue
      }
      var changes: [String] = []
      if pivot != top { changes.append(Self.swapping(&rows, top, pivot)) }
      let lead = rows[top][column]
      if !lead.isOne {
        rows[top] = rows[top].map { $0 / lead }
        changes.append(Self.scaling(top, by: lead))
      }
      for row in rows.indices where row != top {
        Self.clear(&rows, row, by: top, column, &changes)
      }
      top += 1
      guard !changes.isEmpty else { continue }
      steps.append(.sentence([.words(changes.joined(separator: ", ") + ":")]))
      steps.append(.chain(rule: nil, [Link(.equal, Self.node(rows, graph))]))
    }
    self.steps = steps
  }

  /// A matrix with zeros below its steps, and how it came about.
  struct Echelon {
    let rows: [[Rational]]
    let rank: Int
    let swaps: Int
    let steps: [Step]
  }

  /// Elimination downwards alone, which keeps the determinant but for its sign.
  static func echelon(_ matrix: [[Rational]], _ graph: Graph) -> Echelon {
    var rows = matrix
    var (top, swaps) = (0, 0)
    var steps: [Step] = []
    for column in 0..<(rows.first?.count ?? 0) where top < rows.count {
      guard let pivot = (top..<rows.count).first(where: { !rows[$0][column].isZero }) else {
        continue
      }
      var changes: [String] = []
      if pivot != top {
        changes.append(swapping(&rows, top, pivot))
        swaps += 1
      }
      for row in rows.indices where row > top {
        clear(&rows, row, by: top, column, &changes)
      }
      top += 1
      guard !changes.isEmpty else { continue }
      steps.append(.sentence([.words(changes.joined(separator: ", ") + ":")]))
      steps.append(.chain(rule: nil, [Link(.equal, node(rows, graph))]))
    }
    return Echelon(rows: rows, rank: top, swaps: swaps, steps: steps)
  }

  private static func swapping(_ rows: inout [[Rational]], _ top: Int, _ pivot: Int) -> String {
    rows.swapAt(pivot, top)
    return "R\(subscripted(top + 1)) ↔ R\(subscripted(pivot + 1))"
  }

  /// Makes one entry 0 by a multiple of the pivot row.
  private static func clear(
    _ rows: inout [[Rational]], _ row: Int, by top: Int, _ column: Int, _ changes: inout [String]
  ) {
    guard !rows[row][column].isZero else { return }
    let factor = rows[row][column] / rows[top][column]
    rows[row] = zip(rows[row], rows[top]).map { $0 - factor * $1 }
    changes.append(adding(row, top, factor))
  }

  private static func number(_ node: Node, _ graph: Graph) -> Rational? {
    let parts = graph.operands(of: node)
    let operation = graph.operation(of: node)
    if case .number(let literal) = operation { return literal.value.exactValue }
    if operation == .negate { return number(parts[0], graph).map { -$0 } }
    guard operation == .divide, let above = number(parts[0], graph),
      let below = number(parts[1], graph), !below.isZero
    else { return nil }
    return above / below
  }

  private static func node(_ rows: [[Rational]], _ graph: Graph) -> Node {
    graph.constant(
      Tensor(shape: [rows.count, rows.first?.count ?? 0], exact: rows.flatMap { $0 }))
  }

  /// A row divided by its pivot: R₁ ← R₁/2.
  private static func scaling(_ row: Int, by lead: Rational) -> String {
    let name = "R" + subscripted(row + 1)
    if lead == Rational(-1) { return "\(name) ← −\(name)" }
    if lead.isInteger, !lead.isNegative { return "\(name) ← \(name)/\(text(lead))" }
    return "\(name) ← \(text(.one / lead))·\(name)"
  }

  /// A row less a multiple of the pivot row: R₂ ← R₂ − 3R₁.
  private static func adding(_ row: Int, _ top: Int, _ factor: Rational) -> String {
    let (name, other) = ("R" + subscripted(row + 1), "R" + subscripted(top + 1))
    let size = factor.magnitude
    let times = size.isOne ? "" : size.isInteger ? text(size) : text(size) + "·"
    return "\(name) ← \(name) \(factor.isNegative ? "+" : "−") \(times)\(other)"
  }

  private static func text(_ number: Rational) -> String {
    let size = number.magnitude
    let digits = size.isInteger ? size.description : "(\(size))"
    return (number.isNegative ? "−" : "") + digits
  }

  private static func subscripted(_ number: Int) -> String {
    String(
      String(number).compactMap { digit in
        digit.wholeNumberValue.flatMap { Unicode.Scalar(0x2080 + $0) }.map(Character.init)
      })
  }
}
