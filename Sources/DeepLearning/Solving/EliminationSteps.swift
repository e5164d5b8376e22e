import Algebra
import Workings

/// Gauss and Jordan's elimination of a system of numbers, a matrix a column with the rows' changes.
struct EliminationSteps {
  /// Systems beyond these sizes are shown before and after only.
  private static let rowLimit = 6

  /// The matrix at the start and after every column.
  let steps: [Step]

  /// The steps of a system; nil where an entry is no exact number, or the system is large.
  ///
  /// - Parameters:
  ///   - matrix: Coefficients, the right sides last.
  ///   - graph: Where the entries are.
  init?(_ matrix: [[Node]], _ graph: Graph) {
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
    var steps: [Step] = [
      .sentence([.words("The system as a matrix, the right sides in the last column:")]),
      .chain(rule: nil, [Link(.equal, Self.node(rows, graph))]),
    ]
    var top = 0
    for column in 0..<(width - 1) where top < rows.count {
      guard let pivot = (top..<rows.count).first(where: { !rows[$0][column].isZero }) else {
        continue
      }
      var changes: [String] = []
      if pivot != top {
        rows.swapAt(pivot, top)
        changes.append("R\(Self.subscripted(top + 1)) ↔ R\(Self.subscripted(pivot + 1))")
      }
      let lead = rows[top][column]
      if !lead.isOne {
        rows[top] = rows[top].map { $0 / lead }
        changes.append(Self.scaling(top, by: lead))
      }
      for row in rows.indices where row != top && !rows[row][column].isZero {
        let factor = rows[row][column]
        rows[row] = zip(rows[row], rows[top]).map { $0 - factor * $1 }
        changes.append(Self.adding(row, top, factor))
      }
      top += 1
      guard !changes.isEmpty else { continue }
      steps.append(.sentence([.words(changes.joined(separator: ", ") + ":")]))
      steps.append(.chain(rule: nil, [Link(.equal, Self.node(rows, graph))]))
    }
    self.steps = steps
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
