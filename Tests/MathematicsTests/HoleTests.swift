import Testing

@testable import Mathematics

@Suite("Holes")
struct HoleTests {
  @Test("are filled with values wherever they stand")
  func areFilled() throws {
    let source =
      #"w = \dl{a + 1} \cdot x^{\dl{n}}, \frac{\dl{a}}{2}, \text{is $\dl{b}$}, \begin{matrix} \dl{c} \end{matrix}"#
    var asked: [String] = []
    let filled = try Formula(tex: source).filled { expression in
      asked.append(expression)
      return .number("-2.5")
    }
    #expect(asked == ["a + 1", "n", "a", "b", "c"])
    #expect(
      filled.tex
        == #"w = {-2.5} \cdot x^{-2.5}, \frac{-2.5}{2}, \text{is ${-2.5}$}, \begin{matrix} -2.5 \end{matrix}"#
    )
    #expect(try Formula(tex: filled.tex) == filled)
  }

  @Test("keep the source of their expression")
  func keepSource() throws {
    let formula = try Formula(tex: #"\dl{softmax([1, 2])[0]}"#)
    #expect(formula == .hole("softmax([1, 2])[0]"))
    #expect(formula.tex == #"\dl{softmax([1, 2])[0]}"#)
  }

  @Test("pass on what goes wrong")
  func passOn() throws {
    struct Missing: Error {}
    let formula = try Formula(tex: #"x + \dl{y}"#)
    #expect(throws: Missing.self) { try formula.filled { _ throws(Missing) in throw Missing() } }
  }
}
