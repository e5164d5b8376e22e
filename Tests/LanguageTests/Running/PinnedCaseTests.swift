import Algebra
import Language
import Mathematics
import Testing
import Workings

/// Ten small cases that no special case can carry.
///
/// The facts were worked out by hand or with exact fractions, NumPy and PyTorch, never with this
/// program.
@Suite("Pinned cases")
struct PinnedCaseTests {
  @Test("working: definition = numbers put in = value")
  func working() throws {
    let answers = Answers("w = -2.0\nx = 3.5\nb = -2.0\nz = w*x + b\nz")
    #expect(try answers.exact("z") == "-9")
    let output = try #require(answers.result.outputs.first)
    guard case .chain(_, let links) = try #require(output.steps.first) else {
      Issue.record("the working is no chain")
      return
    }
    #expect(links.map(\.relation) == [.equal, .equal, .equal, .equal])
    let typesetter = Typesetter(answers.run.graph, rounding: .significant(4))
    let text = links.map { typesetter.formula(of: $0).plainText }
    #expect(text == ["z", "wx + b", "(−2)(3.5) + (−2)", "−9"])
  }

  @Test("the gradient of a sigmoid neuron's cross-entropy comes out as (q̂ − p)x by itself")
  func sigmoidNeuron() throws {
    let answers = Answers(
      """
      symbols w: 3, x: 3, p, eta
      z = dot(w, x)
      q as "\\hat{q}" = sigmoid(z)
      loss = bce(q, p)
      slope = derive(loss, wrt: q)
      inner = derive(q, wrt: z)
      grad = derive(loss, wrt: w)
      new = w - eta*grad
      expect new == w - eta*(sigmoid(dot(w, x)) - p)*x
      expect slope == -p/q + (1 - p)/(1 - q)
      """)
    #expect(answers.codes.isEmpty)
    #expect(try answers.expression("grad") == "(q - p)*x")
    #expect(try answers.expression("inner") == "q*(1 - q)")
    #expect(answers.result.checks.map(\.verdict.finding) == [.passed, .passed])
  }

  @Test("the perceptron's twenty rows")
  func perceptron() throws {
    let answers = Answers(
      """
      data = [(1, 1, 1) -> 1, (1, 1, 0) -> -1, (1, 0, 1) -> -1, (0, 1, 1) -> -1]
      run = perceptron(data, epochs: 5)
      scores = run["activation"]
      w = run.w
      updates = run.updates_per_epoch
      longer = perceptron(data, epochs: 40)
      end = longer.w
      needed = longer.epochs
      """)
    #expect(
      try answers.entries("scores")
        == [0, 3, 1, -1, -2, 1, -1, 0, -4, -1, 0, -2, -3, 0, -2, -1, -2, 0, -1, 0])
    #expect(try answers.entries("w") == [-1, -1, 1, -3])
    #expect(try answers.entries("updates") == [3, 3, 2, 2, 3])
    #expect(try answers.entries("end") == [2, 3, 4, -8])
    #expect(try answers.exact("needed") == "26")
  }

  @Test("a count as formula, unevaluated product and value")
  func counts() throws {
    let answers = Answers(
      """
      layer = input(7, 16, 16) |> conv(8, 5)
      parameters = params(layer)
      products_needed = products(layer)
      parameters
      """)
    #expect(try answers.exact("parameters") == "1408")
    #expect(try answers.exact("products_needed") == "201600")
    let output = try #require(answers.result.outputs.first)
    let typesetter = Typesetter(answers.run.graph, rounding: .significant(4))
    guard case .chain(_, let links)? = output.steps.last else {
      Issue.record("the working is no chain")
      return
    }
    let text = links.map { typesetter.formula(of: $0).plainText }
    #expect(text.contains("8·(7·5² + 1)"), "\(text)")
    #expect(text.last == "1408")
  }

  @Test("matrix derivatives in matrix notation, each in its variable's shape")
  func matrices() throws {
    let answers = Answers(
      """
      symbols X: 4x5, W1: 3x4, b1: 3, W2: 1x3, b2, Y: 1x5
      Z1 = W1 @ X + outer(b1, [1, 1, 1, 1, 1])
      A1 = tanh(Z1)
      Z2 = W2 @ A1 + b2
      loss = mse(Z2, Y)
      dW2 = derive(loss, wrt: W2)
      db1 = derive(loss, wrt: b1)
      expect dW2 == 2*(Z2 - Y)/5 @ A1.T
      """)
    #expect(answers.codes.isEmpty)
    guard case .expression(let dW2) = try answers.value("dW2"),
      case .expression(let db1) = try answers.value("db1")
    else {
      Issue.record("the derivatives are no expressions")
      return
    }
    #expect(answers.run.graph.shape(of: dW2) == Shape([1, 3]))
    #expect(answers.run.graph.shape(of: db1) == Shape([3]))
    #expect(answers.result.checks.map(\.verdict.finding) == [.passed])
  }

  @Test("a symbolic size, solved: 4(3H + H² + H) = 180")
  func symbolicSize() throws {
    let answers = Answers(
      """
      symbols H: integer
      count = params(input(steps: 15, features: 3) |> lstm(H))
      roots = solve(count == 180, for: H)
      size = solve(count == 180, for: H, positive: true)
      """)
    #expect(try answers.exact("size") == "5")
    #expect(try answers.value("roots") == .list([.number(-9), .number(5)]))
  }

  @Test("an update rule with symbols: θ ← (1 − ηλ)θ")
  func symbolicUpdate() throws {
    let answers = Answers(
      """
      symbols theta, eta, lambda
      loss = lambda*theta^2/2
      rule = sgd(loss, wrt: theta, eta: eta).theta
      """)
    #expect(try answers.expression("rule") == "(1 - eta*lambda)*theta")
  }

  @Test("Adam with every moment")
  func adam() throws {
    let answers = Answers(
      """
      x = 3.5; y = 0.5; w = -2.0; b = -2.0
      z = w*x + b
      q = sigmoid(z)
      loss = bce(q, y)
      run = adam(loss, wrt: [w, b], eta: 0.1, beta1: 0.9, beta2: 0.99, eps: 1e-8)
      g = run[1].grad_w; m = run[1].m_w; v = run[1].v_w; mhat = run[1].mhat_w
      vhat = run[1].vhat_b; end = run.w
      """)
    let facts: [(String, Double)] = [
      ("g", -1.7495681189840482), ("m", -0.17495681189840478), ("v", 0.030609886029653834),
      ("mhat", -1.7495681189840482), ("vhat", 0.24987662065023516), ("end", -1.9000000005715696),
    ]
    for (name, fact) in facts {
      #expect(abs(try answers.number(name) - fact) <= 1e-12 * abs(fact), "\(name)")
    }
  }

  @Test("a printed sum agrees under another convention of the mean")
  func publishedConvention() throws {
    let answers = Answers(#"published mse([1, 2], [3, 5]) = 13 from "key, summed""#)
    let verdict = try #require(answers.result.checks.first?.verdict)
    #expect(verdict.finding == .agreesUnderConvention)
    #expect(verdict.remark == #"mse.reduction: "sum""#)
  }

  @Test("a printed value follows from an earlier slip")
  func publishedSlip() {
    let answers = Answers(
      "x = 3\na = 2*x\nb = a + 1\npublished a = 7 from \"key\"\npublished b = 8 from \"key\"")
    #expect(answers.result.checks.map(\.verdict.finding) == [.disagrees, .followsFromSlip])
  }
}
