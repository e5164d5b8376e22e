import Language
import Testing

@testable import Algebra
@testable import Workings

/// What is printed is true: every side of every chain is evaluated as it is shown, with the numbers
/// that are put in rounded as they are shown, and compared with the first side.
@Suite("Working")
struct TrueWorkingTests {
  static let programs = [
    "w = -2.0\nx = 3.5\nb = -2.0\nshow z = w*x + b",
    "z = -9\nshow q = sigmoid(z)\nshow loss = bce(q, 1/2)",
    "a = 1/3\nb = 1/7\nshow c = a + b\nshow d = a/b - b^2",
    "w = [0.1, -0.2, 0.3]\nx = [1, 2, 3]\nshow z = dot(w, x)\nshow n = norm(w)",
    "A = [[1, 2], [3, 4]]\nv = [1, -1]\nshow u = A @ v\nshow B = A.T @ A",
    "f(x) = x^2 + 1\na = 3\nshow y = f(a)\nshow y2 = 2*f(2)",
    "w = 3\nx = 2\nz = w*x\nL = z^2\nshow g = derive(L, wrt: w)",
    "x = 0.3\nshow y = exp(-x)*sqrt(x) + log(1 + x)/x\nshow t = tanh(2*x)",
    "show total = sum(j^2, j in 1...4)\nshow p = product(1/k, k in 1...3)",
    "a = -2\nb = -3\nshow c = a*b - a - b\nshow d = -a^2\nshow e = 2*a\nshow f = a^3",
    "yhat = [1, 2]\ny = [3, 5]\nshow l = mse(yhat, y)\nshow m = sse(yhat, y, half: true)",
    "layer = input(7, 16, 16) |> conv(8, 5)\nshow p = params(layer)\nshow q = products(layer)",
    "A = [[1, 2, 3], [4, 5, 6], [7, 8, 10]]\nshow d = det(A)\nshow B = inverse([[2, 1], [1, 3]])",
    "show d = det([[0, -2], [1/2, 3]])\nshow e = det([[0, 2, 1], [-1, 0, 4], [3, 5, 0]])",
    "x = pi/3\nshow y = cos(x)\nshow z = sin(pi/6) + tan(pi/4)",
    "x = 2\nshow y = if x > 1 then x^2 else -x\nshow m = max(x, 3) - min(x, 3)",
  ]

  @Test("prints only what is true", arguments: programs)
  func printsWhatIsTrue(_ text: String) throws {
    let run = Run()
    let result = run.execute(text)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics)")
    var compared = 0
    for output in result.outputs {
      for step in output.steps {
        guard case .chain(_, let links) = step else { continue }
        compared += try check(links, run)
      }
    }
    #expect(compared > 0, "nothing was compared")
  }

  /// Evaluates every side and compares it with the last; returns how many were compared.
  private func check(_ links: [Link], _ run: Run) throws -> Int {
    guard let last = links.last, let goal = numbers(try value(last, run)) else { return 0 }
    var isExact = true
    for link in links.reversed() {
      guard let shown = numbers(try value(link, run)) else { continue }
      #expect(shown.count == goal.count)
      for (a, b) in zip(shown, goal) {
        // Behind `≈` numbers are rounded to four digits; what rounding does to a formula stays small here.
        let slack = isExact && link.relation == .equal ? 1e-12 : 2e-2
        #expect(abs(a - b) <= slack * max(1, abs(b)), "\(NodeText(run.graph).text(of: link.node))")
      }
      if link.relation == .approximate { isExact = false }
    }
    return links.count - 1
  }

  private func value(_ link: Link, _ run: Run) throws -> Value? {
    switch link.view {
    case .names: return run.value(of: link.node)
    case .value, .decimal: return run.value(of: link.node).map(rounded)
    case .numbers(let put):
      let graph = run.graph
      // Parameters stand for their arguments, so they are put in too.
      let node = graph.rebuilding(link.node) { node in
        guard case .name(let id) = graph.operation(of: node), let value = put[id] else {
          return nil
        }
        switch rounded(value) {
        case .number(let number): return graph.number(number)
        case .tensor(let tensor): return graph.constant(tensor)
        case .expression(let inner): return inner
        default: return nil
        }
      }
      return run.value(of: node)
    }
  }

  /// A value as it is displayed with four digits.
  private func rounded(_ value: Value) -> Value {
    func shown(_ number: Real) -> Real {
      let display = DisplayNumber(number, rounding: .significant(4))
      guard !display.isExact, case .decimal(let digits) = display.form,
        let value = Rational(decimal: digits)
      else { return number }
      return .exact(display.negative ? -value : value)
    }
    switch value {
    case .number(let number): return .number(shown(number))
    case .tensor(let tensor):
      return .tensor(Tensor(shape: tensor.shape, entries: tensor.entries.map(shown)))
    default: return value
    }
  }

  private func numbers(_ value: Value?) -> [Double]? {
    switch value {
    case .number(let number)?: [number.double]
    case .tensor(let tensor)?: tensor.doubles
    default: nil
    }
  }
}
