import Algebra
import Language
import Testing
import Workings

/// Jacobians, Hessians, ties and layouts; expected matrices worked out with SymPy 1.12.
@Suite("Jacobians and Hessians")
struct SecondDerivativeTests {
  @Test("a Jacobian has a row for each entry and a column for each variable")
  func jacobian() throws {
    let answers = Answers(
      """
      symbols x, y, u: 2
      J = jacobian([x*y, x + y^2, sin(x)], wrt: [x, y], at: (0, 3))
      A = [[1, 2], [3, 4], [5, 6]]
      K = jacobian(A @ u, wrt: u)
      g = jacobian(x*y, wrt: [x, y], at: (2, 5))
      """)
    #expect(try answers.entries("J") == [3, 0, 1, 6, 1, 0])
    #expect(try answers.entries("K") == [1, 2, 3, 4, 5, 6])
    #expect(try answers.entries("g") == [5, 2])
  }

  @Test("a Jacobian agrees with central differences")
  func jacobianOfNetwork() throws {
    let setup = "x = [0.3, -0.2]\nW = [[1, 2], [-1, 0.5], [0.2, 0.1]]\nF = softmax(tanh(W @ x))\n"
    let matrix = try Answers(setup + "J = jacobian(F, wrt: x)").entries("J")
    for column in 0..<2 {
      func value(_ shift: Double) throws -> [Double] {
        var moved = [0.3, -0.2]
        moved[column] += shift
        return try Answers(setup + "v = evaluate(F, x: \(moved))").entries("v")
      }
      let (above, below) = (try value(1e-5), try value(-1e-5))
      for row in 0..<3 {
        let difference = (above[row] - below[row]) / 2e-5
        #expect(abs(matrix[row * 2 + column] - difference) <= 1e-9)
      }
    }
  }

  @Test("a Hessian holds the second derivatives, of vectors too")
  func hessian() throws {
    let answers = Answers(
      """
      symbols x, y, v: 2
      H = hessian(x^3 - 3*x*y + y^3, wrt: [x, y], at: (1, 2))
      Q = [[2, 1], [1, 4]]
      K = hessian(dot(v, Q @ v)/2, wrt: v)
      """)
    #expect(try answers.entries("H") == [6, -3, -3, 12])
    #expect(try answers.entries("K") == [2, 1, 1, 4])
  }

  @Test("a point needs as many entries as there are names")
  func pointFits() {
    #expect(
      Answers("symbols x, y\nH = hessian(x*y, wrt: [x, y], at: (1, 2, 3))").codes == ["wrong-shape"]
    )
  }

  @Test("the Jacobian's layout is the transpose of the gradient's")
  func layout() throws {
    let answers = Answers(
      """
      x = [1, 2]
      W = [[1, 2, 3], [4, 5, 6]]
      g = derive(dot(x, x), wrt: x, layout: "jacobian")
      G = derive(sum(W*W), wrt: W, layout: "jacobian")
      J = derive(2*x, wrt: x, layout: "jacobian")
      """)
    guard case .tensor(let g) = try answers.value("g"), case .tensor(let G) = try answers.value("G")
    else {
      Issue.record("no tensors")
      return
    }
    #expect(g.shape == [1, 2])
    #expect(G.shape == [3, 2])
    #expect(try answers.entries("J") == [2, 0, 0, 2])
  }

  struct Tie: CustomTestStringConvertible {
    let rule: String
    let slopes: [Double]
    var testDescription: String { rule }
  }

  static let tieCases = [
    Tie(rule: "first", slopes: [3, 0, 0]), Tie(rule: "last", slopes: [0, 0, 3]),
    Tie(rule: "split", slopes: [1.5, 0, 1.5]), Tie(rule: "padding", slopes: [3, 0, 0]),
  ]

  @Test("a tie for the largest entry goes where the rule says", arguments: tieCases)
  func ties(_ tie: Tie) throws {
    let answers = Answers("x = [4, 1, 4]\ng = derive(3*max(x), wrt: x, ties: \"\(tie.rule)\")")
    #expect(try answers.entries("g") == tie.slopes)
  }

  @Test("nested maxima share a tie evenly, and a number takes it under the rule of the padding")
  func nestedTies() throws {
    let answers = Answers(
      """
      a = 0
      b = 0
      m = max(max(a, 0), b)
      split = gradient(m, wrt: [a, b], ties: "split")
      padding = gradient(m, wrt: [a, b], ties: "padding")
      first = gradient(m, wrt: [a, b])
      last = gradient(m, wrt: [a, b], ties: "last")
      """)
    #expect(try answers.entries("split").map { ($0 * 3).rounded() } == [1, 1])
    #expect(try answers.entries("padding") == [0, 0])
    #expect(try answers.entries("first") == [1, 0])
    #expect(try answers.entries("last") == [0, 1])
  }
}
