import Testing

@testable import Mathematics

@Suite("TeX that is written")
struct RoundTripTests {
  @Test("reads back to an equal formula", arguments: Examples.all)
  func readsBack(_ source: String) throws {
    let formula = try Formula(tex: source)
    let written = formula.tex
    #expect(try Formula(tex: written) == formula, "\(written)")
    #expect(try Formula(tex: written).tex == written)
  }

  @Test("reads back for every symbol and letter")
  func readsBackSymbols() throws {
    for name in SymbolTable.shared.allNames.sorted() {
      let formula = Formula.symbol(name)
      #expect(try Formula(tex: formula.tex) == formula, "\(name)")
    }
    for name in GreekLetters.allNames.sorted() {
      #expect(try Formula(tex: "\\" + name) == .symbol(name), "\(name)")
    }
  }

  @Test("reads back for every command that needs no argument")
  func readsBackCommands() throws {
    for name in Command.allNames {
      guard let formula = try? Formula(tex: "\\" + name) else { continue }
      #expect(try Formula(tex: formula.tex) == formula, "\(name)")
      _ = try XMLChecker.element(formula.html(display: true, source: name))
    }
  }

  @Test("reads back for formulas grown from a seed", arguments: 1...8)
  func readsBackGrown(_ seed: UInt64) throws {
    var growth = Growth(seed: seed)
    for _ in 0..<250 {
      let formula = growth.formula(depth: 4)
      let written = formula.tex
      let read = try Formula(tex: written)
      #expect(read == formula, "seed \(seed): \(written)")
      #expect(try XMLChecker.element(read.html(display: true, source: written)).name == "div")
    }
  }

  @Test("is spaced as a person would")
  func isReadable() throws {
    let formula = Formula.row([
      .variable("z"), .symbol("="), .bold("w"), .symbol("cdot"), .variable("x"), .symbol("+"),
      .variable("b"), .symbol("approx"), .symbol("-"), .number("9"),
    ])
    #expect(formula.tex == #"z = \mathbf{w} \cdot x + b \approx -9"#)
    #expect(Formula.function("log").tex == #"\log"#)
    #expect(Formula.function("softmax").tex == #"\operatorname{softmax}"#)
    #expect(Formula.function("argmax").tex == #"\operatorname*{arg\,max}"#)
    #expect(Formula.word("dW 1").tex == #"\mathrm{dW\ 1}"#)
    #expect(
      Formula.aligned([[.variable("a"), .row([.symbol("="), .variable("b")])]]).tex
        == #"\begin{aligned} a &= b \end{aligned}"#)
    #expect(Formula.fenced("(", .variable("x"), ")").tex == "(x)")
  }
}
