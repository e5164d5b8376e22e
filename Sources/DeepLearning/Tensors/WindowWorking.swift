import Algebra
import Workings

/// The working of windows: the output's size, then one line a window.
struct WindowWorking {
  private static let windowLimit = 40
  private static let termLimit = 30

  private let call: CallContext
  private let layout: WindowLayout
  private let explainer: Explainer

  init(_ call: CallContext, _ layout: WindowLayout) {
    self.call = call
    self.layout = layout
    explainer = Explainer(call.evaluator, rounding: .significant(4))
  }

  /// Whether every window is written out.
  func isSmall(windows: Int, terms: Int) -> Bool {
    windows <= Self.windowLimit && terms <= Self.termLimit
  }

  /// ⌊(n + 2p − k)/s⌋ + 1 for each axis.
  func sizes() throws(Failure) -> [Step] {
    let graph = call.graph
    let names = layout.input.count == 1 ? ["width"] : ["height", "width"]
    var lines: [[Link]] = []
    for (axis, name) in names.enumerated() {
      let size = graph.define(Name(name), as: .bound, sort: .scalar)
      lines.append([
        Link(.equal, graph.name(size)),
        Link(.equal, try layout.sizeFormula(axis: axis, in: graph)),
        Link(.equal, graph.number(layout.output[axis]), .value),
      ])
    }
    return [.aligned(lines)]
  }

  /// y₁₂ = 1·2 + … = 7, where `position` counts from 0.
  func line(_ position: [Int], _ sum: Node) throws(Failure) -> [Link] {
    let graph = call.graph
    let index = position.map { String($0 + 1) }.joined(separator: ",")
    let entry = graph.define(
      Name("y_" + position.map { String($0 + 1) }.joined(), tex: "y_{\(index)}"), as: .bound,
      sort: .scalar)
    var links = [Link(.equal, graph.name(entry)), Link(.equal, sum)]
    let value = try call.evaluator.result(of: sum)
    for link in explainer.valueLinks(value) where link.node != sum { links.append(link) }
    return links
  }
}
