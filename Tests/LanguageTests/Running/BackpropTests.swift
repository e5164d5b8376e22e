import Language
import Testing
import Workings

@Suite("Backpropagation")
struct BackpropTests {
  static let network = """
    x = 0.75
    w = 0.5
    b = 0.1
    z = w*x + b
    h = sigmoid(z)
    loss = (h - 1)^2

    """

  @Test("has a row for every name between the loss and the variables, and fields for each")
  func rows() throws {
    let answers = Answers(Self.network + "back = backprop(loss, wrt: [w, b])")
    guard case .trace(let trace) = try answers.value("back") else {
      Issue.record("no trace")
      return
    }
    #expect(trace.columns == ["node", "formula", "value", "adjoint_formula", "adjoint"])
    let names = ["w", "b", "z", "h", "loss"].map { Value.text($0) }
    #expect(trace.column("node") == names)
    #expect(trace.fields.fields.map(\.name).prefix(2) == ["grad_w", "grad_b"])
  }

  @Test("gives the derivatives that derive gives")
  func agreesWithDerive() throws {
    let answers = Answers(
      Self.network
        + """
        back = backprop(loss, wrt: [w, b])
        g = back.grad_w
        d = derive(loss, wrt: w)
        gz = back.grad_z
        dz = derive(loss, wrt: z)
        """)
    #expect(try answers.number("g") == answers.number("d"))
    #expect(try answers.number("gz") == answers.number("dz"))
  }

  @Test("adds up over shared weights, and is zero for what is not used")
  func sharedWeights() throws {
    let answers = Answers(
      "w = 2\nu = 5\na = w*3\nc = w*a\nback = backprop(c, wrt: [w, u])\ng = back.grad_w\nn = back.grad_u"
    )
    #expect(try answers.exact("g") == "12")
    #expect(try answers.exact("n") == "0")
  }

  @Test("takes a loss without a name, and refuses one that is no scalar")
  func unnamed() throws {
    let answers = Answers("w = 2\nback = backprop(w^2 + w, wrt: w)\ng = back.grad_w")
    #expect(try answers.exact("g") == "5")
    #expect(Answers("w = [1, 2]\nback = backprop(2*w, wrt: w)").codes == ["not-scalar"])
  }

  @Test("is drawn with values in the boxes and gradients on the arrows")
  func drawing() throws {
    let answers = Answers(
      "x = 2\nw = 3\na = w*x\nL = a^2\np = graph(L)\nq = graph(backprop(L, wrt: w))\nback = backprop(L, wrt: w)\nr = graph(back)\nsymbols s\nt = graph(s*sin(2*s))"
    )
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    func text(_ name: String) throws -> String {
      guard case .figure(let figure) = try answers.value(name) else { return "" }
      return "\(figure)"
    }
    #expect(try text("p").contains("3 nodes") == false)
    #expect(try text("p").contains("L: = a², 36 from a."))
    #expect(try text("q").contains("L: = a², 36 from a (12)."))
    #expect(try text("q") == text("r"))
    #expect(try text("t").contains("sin from 2·."))
  }

  @Test("an arrow from a vector bears its gradient")
  func vectorArrows() throws {
    let answers = Answers(
      "x = [2, -1]\nw = [3, 1]\na = dot(w, x)\nL = a^2\nq = graph(backprop(L, wrt: w))")
    guard case .figure(let figure) = try answers.value("q") else {
      Issue.record("no figure")
      return
    }
    // dL/da = 2·5, so dL/dw = 10·x.
    #expect("\(figure)".contains("from x and w ((20, −10))"))
  }
}
