import Language
import Testing

/// Derivatives against central differences: the difference is taken with `evaluate`, the derivative
/// with `derive`, so they share the values of functions but no rule.
@Suite("Derivatives")
struct DerivativeTests {
  struct Case: CustomTestStringConvertible {
    let expression: String
    var at = "0.7"
    var testDescription: String { expression }
  }

  static let scalars: [Case] = [
    Case(expression: "x^3 - 2*x"), Case(expression: "x*exp(x)"), Case(expression: "log(1 + x^2)"),
    Case(expression: "1/(1 + x^2)"), Case(expression: "sigmoid(3*x - 1)"),
    Case(expression: "tanh(x)^2"), Case(expression: "sqrt(1 + x)"), Case(expression: "2^x"),
    Case(expression: "x^x"), Case(expression: "softplus(2*x)"), Case(expression: "sin(x)*cos(x)"),
    Case(expression: "tan(x)"), Case(expression: "erf(x)"), Case(expression: "relu(x - 0.2)"),
    Case(expression: "abs(x - 2)"), Case(expression: "max(x, x^2)"),
    Case(expression: "min(3*x, 1 + x)"), Case(expression: "if x > 0.5 then x^2 else 7*x"),
    Case(expression: "bce(sigmoid(x), 0.3)"), Case(expression: "mse([x, x^2], [1, 2])"),
    Case(expression: "huber(x, 5, delta: 2)"), Case(expression: "norm([x, 2*x, 1])"),
    Case(expression: "dot([x, 1], [x, x^2])"), Case(expression: "det([[x, 1], [2, x]])"),
    Case(expression: "sum(inverse([[x, 1], [0.5, 2]]))"), Case(expression: "[x, 2*x][2]"),
    Case(expression: "sum([[1, x], [x, 3]] @ [x, 2])"), Case(expression: "mean([x, x^2, x^3])"),
    Case(expression: "product([x, x + 1, 3])"),
  ]

  @Test("agree with central differences", arguments: scalars)
  func agreeWithDifferences(_ test: Case) throws {
    let answers = Answers(
      """
      x = \(test.at)
      f = \(test.expression)
      slope = derive(f, wrt: x)
      above = evaluate(f, x: \(test.at) + 1e-5)
      below = evaluate(f, x: \(test.at) - 1e-5)
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    let difference = (try answers.number("above") - answers.number("below")) / 2e-5
    let slope = try answers.number("slope")
    #expect(abs(slope - difference) <= 1e-6 * max(1, abs(slope)))
  }

  @Test("of tensors have the tensor's shape and agree with central differences")
  func tensors() throws {
    let setup = """
      W = [[0.2, -0.4], [0.1, 0.5]]
      x = [1.5, -0.5]
      t = [1, 0]
      h = tanh(W @ x)
      loss = sse(h, t) + sum(W*W)

      """
    let gradient = try Answers(setup + "g = derive(loss, wrt: W)").entries("g")
    #expect(gradient.count == 4)
    let entries = [0.2, -0.4, 0.1, 0.5]
    for place in 0..<4 {
      func loss(_ shift: Double) throws -> Double {
        var moved = entries
        moved[place] += shift
        let matrix = "[[\(moved[0]), \(moved[1])], [\(moved[2]), \(moved[3])]]"
        return try Answers(setup + "there = evaluate(loss, W: \(matrix))").number("there")
      }
      let difference = (try loss(1e-5) - loss(-1e-5)) / 2e-5
      #expect(abs(gradient[place] - difference) <= 1e-8, "entry \(place)")
    }
  }

  @Test("go through the names: an intermediate name is a variable too")
  func intermediateNames() throws {
    let answers = Answers(
      "w = 3\nx = 2\nz = w*x\nL = z^2\na = derive(L, wrt: w)\nb = derive(L, wrt: z)\nc = derive(L, wrt: [w, x])"
    )
    #expect(try answers.exact("a") == "24")
    #expect(try answers.exact("b") == "12")
    #expect(try answers.entries("c") == [24, 36])
  }

  @Test("of shared weights add up")
  func sharedWeights() throws {
    let answers = Answers("w = 2\na = w*3\nb = w*5\nL = a*b + w\ng = derive(L, wrt: w)")
    // L = 15w² + w, so L' = 30w + 1.
    #expect(try answers.exact("g") == "61")
  }

  @Test("of the second order")
  func secondOrder() throws {
    let answers = Answers("x = 2\ng = derive(x^4, wrt: x, order: 2)")
    #expect(try answers.exact("g") == "48")
  }

  @Test("by what does not occur are zero, and say so")
  func unrelated() throws {
    let answers = Answers("x = 2\ny = 3\ng = derive(x^2, wrt: y)\ng")
    #expect(try answers.exact("g") == "0")
    #expect(answers.result.outputs.first?.steps.isEmpty == false)
  }

  @Test("of what is no scalar are refused")
  func notScalar() {
    #expect(Answers("x = [1, 2]\ng = derive(x*x, wrt: x)").codes == ["not-scalar"])
  }

  @Test("at a kink follow PyTorch: relu'(0) = abs'(0) = 0, the first of two that tie wins")
  func kinks() throws {
    let answers = Answers(
      "x = 0\na = derive(relu(x), wrt: x)\nb = derive(abs(x), wrt: x)\nc = derive(max(x, 2*x), wrt: x)"
    )
    #expect(try answers.exact("a") == "0")
    #expect(try answers.exact("b") == "0")
    #expect(try answers.exact("c") == "1")
  }
}
