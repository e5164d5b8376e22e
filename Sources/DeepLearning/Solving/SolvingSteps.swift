import Algebra
import Mathematics
import Workings

/// Equations under each other with sentences between them, no line twice in a row.
struct SolvingSteps {
  private let graph: Graph
  private(set) var steps: [Step] = []
  private var lines: [[Link]] = []

  init(_ graph: Graph) {
    self.graph = graph
  }

  /// All steps so far.
  var all: [Step] { lines.isEmpty ? steps : steps + [.aligned(lines)] }

  /// left = right, unless the line before it reads the same.
  mutating func equation(_ left: Node, _ right: Node) {
    line([Link(.equal, left), Link(.equal, right)])
  }

  /// expression = 0.
  mutating func zero(_ expression: Node) {
    equation(expression, graph.number(0))
  }

  /// A chain, unless it stands above already.
  mutating func line(_ links: [Link]) {
    let text = formulas(links)
    guard !lines.contains(where: { formulas($0) == text }) else { return }
    lines.append(links)
  }

  /// Words with formulas among them.
  mutating func sentence(_ phrases: [Phrase]) {
    if !lines.isEmpty { steps.append(.aligned(lines)) }
    lines = []
    steps.append(.sentence(phrases))
  }

  /// The polynomial behind solutions: collected, without its content, as a product.
  mutating func polynomial(_ solutions: Solutions) {
    guard let working = solutions.working else { return }
    for node in [working.collected, working.divided, working.factorisation].compactMap({ $0 }) {
      zero(node)
    }
    if let discriminant = working.discriminant, working.factorisation == nil {
      sentence([
        .words("The discriminant is "), .formula(Link(.equal, discriminant)), .words("."),
      ])
    }
  }

  private func formulas(_ links: [Link]) -> [Formula] {
    links.map { NodeFormula(graph, view: $0.view).formula(of: $0.node) }
  }
}

extension Phrase {
  /// left = right among words.
  static func equation(_ left: Node, _ right: Node, _ graph: Graph) -> Phrase {
    .formula(Link(.equal, graph.equation(left, right)))
  }
}
