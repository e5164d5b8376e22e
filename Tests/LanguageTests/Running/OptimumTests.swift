import Language
import Testing
import Workings

/// Extrema, series, integrals and critical points; the expected values come from SymPy 1.12.
@Suite("Extrema and series")
struct OptimumTests {
  struct Extremum: CustomTestStringConvertible {
    let call: String
    let place: String
    let value: String
    var testDescription: String { call }
  }

  static let exact: [Extremum] = [
    Extremum(call: "maximize(x*(1 - x), over: x in 0...1)", place: "1/2", value: "1/4"),
    Extremum(call: "minimize(x^2 - 4*x, over: x in 0...1)", place: "1", value: "-3"),
    Extremum(call: "minimize(x^3 - 3*x, over: x in -3...3)", place: "-3", value: "-18"),
    Extremum(call: "maximize(7, over: x in 0...1)", place: "0", value: "7"),
    Extremum(
      call: "map_estimate(likelihood: p*(1 - p)^2, prior: 2*p, for: p, over: 0...1)",
      place: "1/2", value: "1/8"),
  ]

  @Test("are exact where the derivative's zeros are fractions", arguments: exact)
  func areExact(_ test: Extremum) throws {
    let name = test.call.contains("for: p") ? "p" : "x"
    let answers = Answers(
      "symbols p\nbest = \(test.call)\nplace = best.\(name)\nvalue = best.value")
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    #expect(try answers.exact("place") == test.place)
    #expect(try answers.exact("value") == test.value)
  }

  @Test("are found numerically where the derivative is no polynomial")
  func areFound() throws {
    let answers = Answers(
      """
      best = maximize(sin(x) + x/2, over: x in 0...3)
      place = best.x
      kink = minimize(abs(x - 0.3) + x/10, over: x in 0...1)
      corner = kink.x
      edge = maximize(log(x), over: x in 0...1)
      end = edge.x
      """)
    // sin x + x/2 has the slope cos x + 1/2, zero at 2π/3.
    #expect(abs(try answers.number("place") - 2.0943951023931957) <= 1e-12)
    #expect(abs(try answers.number("corner") - 0.3) <= 1e-12)
    #expect(try answers.number("end") == 1)
  }

  @Test("a likelihood of counts is largest at their share")
  func likelihood() throws {
    let answers = Answers(
      "symbols p\nbest = mle(likelihood: p^7*(1 - p)^3, for: p, over: 0...1)\nshare = best.p")
    #expect(try answers.exact("share") == "7/10")
  }

  @Test("names without a value and empty ranges are refused")
  func areRefused() {
    #expect(Answers("symbols a\nb = maximize(a*x, over: x in 0...1)").codes == ["needs-value"])
    #expect(Answers("b = maximize(x, over: x in 1...0)").codes == ["empty-range"])
  }

  struct Series: CustomTestStringConvertible {
    let call: String
    let expected: String
    var testDescription: String { call }
  }

  static let series: [Series] = [
    Series(
      call: "taylor(log(1 + x), x, at: 0, order: 4)", expected: "x - x^2/2 + x^3/3 - x^4/4"),
    Series(call: "taylor(exp(x)*cos(x), x, at: 0, order: 4)", expected: "1 + x - x^3/3 - x^4/6"),
    Series(
      call: "taylor(1/(1 - x), x, at: 1/2, order: 3)",
      expected: "2 + 4*(x - 1/2) + 8*(x - 1/2)^2 + 16*(x - 1/2)^3"),
    Series(call: "taylor(tanh(x), x, at: 0, order: 5)", expected: "x - x^3/3 + 2*x^5/15"),
    Series(call: "taylor(x^2, x, at: 1, order: 0)", expected: "1"),
  ]

  @Test("Taylor polynomials are exact", arguments: series)
  func taylor(_ test: Series) throws {
    let answers = Answers(
      "symbols x\nT = \(test.call)\nd = simplify(T - (\(test.expected)))")
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    #expect(try answers.exact("d") == "0")
  }

  @Test("integrals of polynomials are exact, with symbols too")
  func integrals() throws {
    let answers = Answers(
      """
      symbols a, b
      I = integrate(3*x^4 - x + 2, x in -1...2)
      K = integrate(a*x, x in 0...b)
      d = simplify(K - a*b^2/2)
      z = integrate(0*x, x in 0...1)
      """)
    #expect(try answers.exact("I") == "243/10")
    #expect(try answers.exact("d") == "0")
    #expect(try answers.exact("z") == "0")
    #expect(Answers("I = integrate(exp(x), x in 0...1)").codes == ["not-a-polynomial"])
    #expect(Answers("I = integrate(1/x, x in 1...2)").codes == ["not-a-polynomial"])
  }

  @Test("critical points of polynomials in two variables are all found")
  func criticalPoints() throws {
    let answers = Answers(
      """
      symbols x, y
      folium = critical_points(x^3 - 3*x*y + y^3, wrt: [x, y])
      himmelblau = critical_points((x^2 + y - 11)^2 + (x + y^2 - 7)^2, wrt: [x, y])
      """)
    guard case .trace(let folium) = try answers.value("folium"),
      case .trace(let himmelblau) = try answers.value("himmelblau")
    else {
      Issue.record("no traces")
      return
    }
    #expect(folium.rows.count == 2)
    #expect(folium.column("kind") == [.text("saddle"), .text("minimum")])
    // Himmelblau's function has four minima, four saddles and one maximum.
    let kinds = himmelblau.column("kind") ?? []
    #expect(kinds.count { $0 == .text("minimum") } == 4)
    #expect(kinds.count { $0 == .text("saddle") } == 4)
    #expect(kinds.count { $0 == .text("maximum") } == 1)
    #expect(
      Answers("symbols x, y\nc = critical_points((x - y)^2, wrt: [x, y])").codes == ["not-isolated"]
    )
  }

  @Test("a point with a slope is regular, one with a zero eigenvalue degenerate")
  func classification() throws {
    let answers = Answers(
      """
      symbols x, y
      kinds = classify(x^3 - 3*x*y^2, wrt: [x, y], at: [(0, 0), (1, 1)])
      one = classify(x^4, wrt: x, at: [0, 1])
      """)
    guard case .trace(let two) = try answers.value("kinds"),
      case .trace(let one) = try answers.value("one")
    else {
      Issue.record("no traces")
      return
    }
    #expect(two.column("kind") == [.text("degenerate"), .text("regular")])
    #expect(one.column("kind") == [.text("degenerate"), .text("regular")])
  }
}
