import Figures
import Language
import Source
import Testing
import Workings

@Suite("Figures and tables from calls")
struct FigureTests {
  /// The alternative text of the figure that a block shows last, or its messages.
  private func text(_ source: String) -> String {
    let block = Run().execute(source)
    guard block.diagnostics.isEmpty, case .figure(let figure)? = block.outputs.last?.value else {
      return block.diagnostics.map(\.message.text).joined(separator: "; ")
    }
    return figure.alternativeText
  }

  @Test(
    "the alternative text says what is drawn",
    arguments: [
      ("plot(x^2, x in -1...2)", ["x from -1 to 2", "minimum 0 at 0"]),
      ("plot([x, 2.5], x in 0...1)", ["2 series", "2.5"]),
      ("plot(1/x, x in -1...1)", ["interrupted"]),
      ("plot(log(x), x in -1...1, title: \"Logarithm\")", ["Logarithm."]),
      ("symbols z; s = derive(z^2, wrt: z); plot(s, z in 0...3)", ["from 0 at 0 to 6 at 3"]),
      ("z = 7; s = z^2; plot(s, z in 0...3)", ["from 0 at 0 to 9 at 3"]),
      (
        "t = 1; r = sgd(t^2, wrt: t, eta: 0.1, steps: 4); plot(r, \"loss\", log_y: true)",
        ["logarithmic", "step from 1 to 4"]
      ),
      (
        "t = 1; a = sgd(t^2, wrt: t, eta: 0.1, steps: 4); b = sgd(t^2, wrt: t, eta: 1, steps: 4); plot([a, b], \"t\")",
        ["2 series of 4 points each"]
      ),
      (
        "f = polynomial_fit([0 -> 1, 1 -> 2, 2 -> 0], degree: 0...2, validation: [3 -> 1]); plot(f, [\"train\", \"validation\"], mark: \"minimum\", region: {overfitting: 1...2})",
        ["validation rises from 0 at 0", "overfitting: 1 to 2"]
      ),
      ("plot([3, 1, 2])", ["position from 1 to 3"]),
      ("scatter([1 -> 2, 2 -> 4])", ["2 points"]),
      ("scatter([(1, 2) -> 0, (2, 1) -> 1])", ["class 0", "class 1"]),
      ("heatmap([[1, 2], [3, 4]])", ["2"]),
      ("contour(x^2 + y^2, x in -1...1, y in -1...1)", ["Lines of equal value"]),
      ("f(x) = step(x[1]); boundary(f, [(-1, 0) -> 0, (1, 1) -> 1])", ["class 0", "50 %"]),
    ] as [(String, [String])])
  func alternativeText(_ source: String, _ parts: [String]) {
    let text = text(source)
    for part in parts { #expect(text.contains(part), "\(text)") }
  }

  @Test(
    "mistakes are named",
    arguments: [
      ("symbols k; plot(k*x, x in 0...1)", "'k*x' depends on 'k' besides 'x'"),
      ("plot(log(-x), x in 1...2)", "logarithm of a negative number: '-x' in 'log(-x)'"),
      ("plot(x, x in 2...1)", "the range 2...1 of 'x' has no extent"),
      (
        "t = 1; r = sgd(t^2, wrt: t, eta: 1); plot(r)",
        "'plot' needs to know which column of the trace to draw"
      ),
      ("t = 1; r = sgd(t^2, wrt: t, eta: 1); plot(r, \"lss\")", "the trace has no column 'lss'"),
      ("plot(3)", "'plot' cannot draw '3': it is a number"),
      (
        "plot([x, 2*x] + 1, x in 0...1)", "'plot' draws numbers, and '[x, 2*x] + 1' has the shape 2"
      ),
      ("scatter([1, 2])", "'scatter' needs a list of samples such as [1 -> 2, 3 -> 4]"),
      (
        "f(x) = x; boundary(f, [1 -> 2])",
        "'boundary' needs inputs of two entries, as in (1, 2) -> 1, not a number"
      ),
      ("boundary(3, [(1, 2) -> 2])", "'boundary' needs the name of a function for 'f', not '3'"),
    ] as [(String, String)])
  func mistakes(_ source: String, _ message: String) {
    #expect(text(source) == message)
  }

  @Test(
    "tables hold the chosen columns and rows",
    arguments: [
      Fact("table([x^2, 1/x], x in [-3, 2])[\"x^2\"]", "[9, 4]"),
      Fact("table(x^2, x in 1...3)[\"x^2\"]", "[1, 4, 9]"),
      Fact("table(1/x, x in [0, 2])[1]", "a record"),
      Fact(
        "t = 1; r = sgd(t^2, wrt: t, eta: 1/4, steps: 4); table(r, columns: [\"t\"], rows: 2...3)[\"t\"]",
        "[1/4, 1/8]"),
      Fact("table([(1, 2) -> 3, (4, 5) -> 6]).x2", "[2, 5]"),
      Fact(
        "t = 1; r = sgd(t^2, wrt: t, eta: 1/4); table(r, columns: [\"u\"])",
        "the table has no column 'u'"),
      Fact(
        "t = 1; r = sgd(t^2, wrt: t, eta: 1/4); table(r, rows: 1...2)",
        "the rows 1...2 are out of range: the table has the rows 1...1"),
      Fact(
        "t = 1; r = sgd(t^2, wrt: t, eta: 1/4); table(r, headings: {u: \"v\"})",
        "the table has no column 'u'"),
      Fact("table(x, x in 0...5000)", "a table has at most 1000 rows"),
      Fact("table(3)", "'table' needs a trace, a data set or functions, and '3' is a number"),
    ])
  func tables(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  @Test("every listing is asked for by name and ends with a line break")
  func listings() {
    for name in ["sgd", "batch", "minibatch", "momentum", "adam", "perceptron", "early_stopping"] {
      guard
        case .listing(let listing)? = Run().execute("pseudocode(\"\(name)\")").outputs.last?.value
      else {
        Issue.record("no listing for \(name)")
        continue
      }
      #expect(listing.source.hasSuffix("\n"))
      #expect(!listing.source.contains("\t"))
    }
    for framework in ["pytorch", "keras"] {
      let source = "training_loop(framework: \"\(framework)\")"
      guard case .listing(let listing)? = Run().execute(source).outputs.last?.value else {
        Issue.record("no listing for \(framework)")
        continue
      }
      #expect(listing.language == "python")
    }
  }
}
