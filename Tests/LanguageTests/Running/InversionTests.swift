import Algebra
import Language
import Mathematics
import Testing
import Workings

/// Equations that are solved by undoing functions; roots from mpmath 1.3 with 20 digits.
@Suite("Undoing functions")
struct InversionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let equation: String
    let roots: [Double]
    var testDescription: String { equation }

    init(_ equation: String, _ roots: Double...) {
      self.equation = equation
      self.roots = roots
    }
  }

  static let cases = [
    Case("log(x) == 10", 22026.465794806716517), Case("exp(x) == 2", 0.69314718055994530942),
    Case("sigmoid(x) == 0.8", 1.3862943611198906188), Case("abs(x) == 3", -3, 3),
    Case("sqrt(x + 3) == x - 3", 6), Case("exp(2*x - 1) == 2", 0.84657359027997265471),
    Case("exp(2*x) - 3*exp(x) + 2 == 0", 0, 0.69314718055994530942), Case("2^x == 8", 3),
    Case("3 - 2*log(x)^2 == 1", 0.36787944117144232160, 2.7182818284590452354),
    Case("exp(x)*(x - 1) == 0", 1), Case("x*exp(-x^2) == 0", 0), Case("abs(x) == x + 2", -1),
    Case("exp(x) + exp(-x) == 4", -1.3169578969248167086, 1.3169578969248167086),
    Case("log(x) + log(x - 3) == 2*log(2)", 4), Case("log(x) + log(x - 3) == log(10)", 5),
    Case("log(x + 2) - log(x) == log(3)", 1),
    Case("sin(x)^2 == 1", 1.5707963267948966192, 4.7123889803846898577),
    Case("sqrt(x + 1) + sqrt(x) == 2", 0.5625), Case("tanh(x) == 0.5", 0.54930614433405484570),
    Case("x^(1/3) == 2", 8), Case("exp(x) + x^2 == x + 1", 0),
    Case("log(x^2) == 5", -12.182493960703473438, 12.182493960703473438),
    Case("x^2 == pi", -1.7724538509055160273, 1.7724538509055160273),
    Case("1/(1 + exp(-x)) == 3/4", 1.0986122886681096914),
    Case("sin(x) == 1", 1.5707963267948966192), Case("sin(x) == 0", 0, 3.1415926535897932385),
    Case("cos(x) == 0.3", 1.2661036727794991113, 5.0170816344000873657),
    Case("tan(2*x) == 1", 0.39269908169872415481), Case("exp(x) == 5 - x", 1.3065586410393501957),
  ]

  private func roots(_ text: String) throws -> [Real] {
    let answers = Answers("symbols x\n\(text)")
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    let value = try answers.value("r")
    let items: [Value] = if case .list(let list) = value { list } else { [value] }
    return try items.map { item in
      guard case .number(let number) = item else {
        throw Answers.Unexpected("no number: \(item)")
      }
      return number
    }
  }

  @Test("finds every root", arguments: cases)
  func findsRoots(_ test: Case) throws {
    let found = try roots("r = solve(\(test.equation), for: x)").map(\.double)
    #expect(found.count == test.roots.count, "\(found)")
    for (a, b) in zip(found, test.roots) { #expect(abs(a - b) <= 1e-14 * max(1, abs(b))) }
  }

  @Test(
    "says that there is none",
    arguments: [
      ("exp(x) == -1", "is always positive: no solution"), ("abs(x) + 1 == 0", "is never negative"),
      ("sigmoid(x) == 1", "lies between 0 and 1"), ("sin(x) == 2", "lies between −1 and 1"),
      ("sqrt(x) == x - 1 - x", "is never negative"), ("x^2 == -1", "no real solution"),
    ])
  func saysNone(_ equation: String, _ words: String) throws {
    let text = "symbols x\nr = solve(\(equation), for: x)\nr"
    #expect(try Answers(text).value("r") == .list([]))
    let lines = try Answers(text).lines()
    #expect(lines.contains { $0.contains(words) }, "\(lines)")
  }

  @Test("rejects what squaring brought in, and what is no whole number")
  func rejects() throws {
    let squared = try Answers("symbols x\nsolve(sqrt(x + 3) == x - 3, for: x)").lines()
    #expect(squared.contains("x = 1 does not satisfy the equation: rejected."))
    let whole = Answers("symbols i: integer\nr = solve(2*i == 3, for: i)\nr")
    #expect(try whole.value("r") == .list([]))
    #expect(try whole.lines().contains { $0.contains("is not whole: rejected") })
    let natural = Answers("symbols i: natural\nr = solve(i^2 == 4, for: i)\nr")
    #expect(try natural.exact("r") == "2")
  }

  @Test("says that a periodic equation has infinitely many solutions, or gives those asked for")
  func periods() throws {
    let lines = try Answers("symbols x\nsolve(sin(2*x) == 0, for: x)").lines()
    #expect(
      lines.contains { $0.hasPrefix("Infinitely many solutions: each of these, and π times") })
    let few = try roots("assume 0 < x < 7\nr = solve(sin(x) == 1/2, for: x)").map(\.double)
    let expected = [Double.pi / 6, 5 * .pi / 6, 13 * .pi / 6]
    #expect(few.count == 3)
    for (a, b) in zip(few, expected) { #expect(abs(a - b) <= 1e-14 * b) }
  }

  @Test(
    "recognises whole stretches of solutions",
    arguments: [
      ("relu(x) == 0", Value.text("every x <= 0 is a solution")),
      ("relu(x - 1) + relu(-x) == 0", .interval(0, 1)),
      ("floor(x) == 2", .text("every 2 <= x < 3 is a solution")),
      ("relu(log(x)) == 0", .text("every 0 < x <= 1 is a solution")),
      ("exp(log(x)) == x", .text("every x > 0 is a solution")),
      ("sqrt(x^2) == x", .text("every x >= 0 is a solution")),
      ("abs(x - 1) + abs(x + 2) == 3", .interval(-2, 1)),
      ("max(x, 1/3) == 1/3", .text("every x <= 1/3 is a solution")),
    ])
  func stretches(_ equation: String, _ value: Value) throws {
    #expect(try Answers("symbols x\nr = solve(\(equation), for: x)").value("r") == value)
  }

  @Test("finds where a curve touches, and lists what oscillates in a stated range")
  func numericRoots() throws {
    // cos x = 1 − x²/2 + … touches the parabola's chord only at 0; cosh x = 1 + x²/2 does too.
    #expect(try roots("r = solve(x*sin(x) - sin(x) == sin(x)*cos(x), for: x)").isEmpty == false)
    let found = try roots("r = solve(x*sin(x) == 1, for: x)").map(\.double)
    let expected = [
      1.1141571408719300873, 2.7726047082659912339, 6.4391172384172464617, 9.3172429414148096186,
    ]
    #expect(found.count == 8)
    for (a, b) in zip(found.suffix(4), expected) { #expect(abs(a - b) <= 1e-9) }
    let touch = try roots("r = solve(exp(x) - 1 == x, for: x)").map(\.double)
    #expect(touch.count == 1 && abs(touch[0]) < 1e-6)
  }

  @Test("solves systems by putting one unknown into the other equation")
  func systems() throws {
    let answers = Answers(
      """
      symbols x, y
      r = solve([exp(x) == y, x + y == 5], for: [x, y])
      a = r.x
      b = r.y
      none = solve([x^2 + y^2 == 1, x + y == 5], for: [x, y])
      none
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    #expect(abs(try answers.number("a") - 1.3065586410393501957) < 1e-14)
    #expect(abs(try answers.number("b") - 3.6934413589606498043) < 1e-14)
    #expect(try answers.value("none") == .list([]))
    #expect(
      try answers.lines().contains("There are no real numbers for which both equations hold."))
    let filtered = Answers(
      "symbols x, y\nr = solve([x + y == 1, x - y == 5], for: [x, y], positive: true)")
    #expect(try filtered.value("r") == .list([]))
  }

  @Test("an equation without its unknown is a mistake")
  func missingUnknown() {
    #expect(Answers("symbols x, y\nsolve(x^2 == 4, for: y)").codes == ["missing-unknown"])
    #expect(Answers("symbols y\nsolve(3 == 4, for: y)").codes.isEmpty)
  }

  @Test("flat pieces and kinks are candidates of an extremum")
  func flats() throws {
    let answers = Answers(
      "best = minimize(relu(x) + relu(1 - x), over: x in -1...3)\nplace = best.x\nvalue = best.value\nbest"
    )
    #expect(try answers.exact("place") == "0")
    #expect(try answers.exact("value") == "1")
    let table = try #require(
      answers.result.outputs.last?.steps.compactMap { step in
        if case .table(let table) = step { table } else { nil }
      }.first)
    #expect(table.rows.map { $0.cells[0] } == [-1, 0, 1, 3].map { .number(Real($0)) })
    let kink = Answers("best = minimize(abs(x - 0.3) + x/10, over: x in 0...1)\nplace = best.x")
    #expect(try kink.exact("place") == "3/10")
  }

  @Test("sine, cosine and tangent are exact where they are fractions")
  func angles() throws {
    let answers = Answers(
      "x = pi/3\nt = [sin(pi), cos(pi), tan(pi/4), sin(pi/6), sin(-pi/2), cos(x), cos(2*x), sin(7*pi/6), tan(3*pi/4)]"
    )
    guard case .tensor(let found) = try answers.value("t") else { throw Answers.Unexpected("t") }
    let expected = [
      Real(0), Real(-1), Real(1), Real(1, 2), Real(-1), Real(1, 2), Real(-1, 2), Real(-1, 2),
      Real(-1),
    ]
    #expect(found.entries.map { $0 } == expected)
    #expect(Answers("tan(pi/2)").codes == ["out-of-range"])
    #expect(try Answers("pi").lines() == ["π ≈ 3.142"])
  }

  @Test(
    "decides what is assumed, and refuses what cannot hold",
    arguments: [
      ("symbols x: positive\nexpect x > 0", []), ("symbols x\nassume x > 0\nexpect x > -1", []),
      ("symbols x\nexpect x^2 ≈ x*x", []), ("symbols x\nexpect x > 0", ["undecided"]),
      ("symbols p\nassume 0 < p < 1\nq = 2*p\nexpect 0 < q < 2", []),
      ("assume 3 > 4", ["contradiction"]),
      ("symbols p\nassume p > 5\nassume p < 2", ["contradiction"]),
      ("symbols x: positive\nassume x < 0", ["contradiction"]),
      ("symbols x\nassume x == 3", ["assumed-value"]),
      ("symbols y: 3\nassume sum(y) == 1", []), ("symbols A: 2×2\nassume A == A.T", []),
      ("symbols w: 3, x: 3\nassume dot(w, x) > 1\nassume norm(w) == 1", []),
    ] as [(String, [String])])
  func facts(_ text: String, _ codes: [String]) {
    let answers = Answers(text)
    #expect(answers.codes == codes, "\(answers.result.diagnostics)")
    #expect(answers.result.checks.allSatisfy { $0.verdict.finding == .passed })
  }

  @Test("a condition on a tensor opens its ReLU")
  func tensorFacts() throws {
    let plain = Answers("symbols w: 3\nassume w > 0\nd = derive(sum(relu(w)), wrt: w)\nd")
    let lines = try plain.lines()
    #expect(!lines.contains { $0.contains("slope is taken") }, "\(lines)")
    let named = Answers(
      "symbols W: 2×2, u: 2, b: 2\nz = W @ u + b\nassume z > 0\nd = derive(sum(relu(z)), wrt: b)\nd"
    )
    guard case .tensor(let ones) = try named.value("d") else { throw Answers.Unexpected("d") }
    #expect(ones.doubles == [1, 1])
  }

  @Test("solutions are compared as a set")
  func sets() throws {
    let answers = Answers(
      """
      symbols x
      sv = solve(x^2 == 4, for: x)
      published sv = [2, -2] from "key"
      roots = solve(x^2 == 2, for: x)
      published roots = [1.41, -1.41] from "key"
      published sv = [2, 3] from "key"
      """)
    #expect(
      answers.result.checks.map(\.verdict.finding) == [.agrees, .agreesAfterRounding, .disagrees])
  }

  @Test(
    "factors over the fractions",
    arguments: [
      ("x^6 - 1", "(x - 1)*(x + 1)*(x^2 - x + 1)*(x^2 + x + 1)"),
      ("x^4 + 4", "(x^2 + 2*x + 2)*(x^2 - 2*x + 2)"),
      ("x^8 - 1", "(x - 1)*(x + 1)*(x^2 + 1)*(x^4 + 1)"),
    ])
  func factors(_ sum: String, _ product: String) throws {
    let answers = Answers("symbols x\nf = factor(\(sum))\nexpect f == \(product)")
    #expect(answers.result.checks.allSatisfy { $0.verdict.finding == .passed })
    let text = try answers.expression("f")
    #expect(text.count { $0 == "(" } == product.count { $0 == "(" }, "\(text)")
  }

  @Test("linear algebra shows how it comes to its results")
  func matrices() throws {
    let det = try Answers("det([[1, 2, 3], [4, 5, 6], [7, 8, 10]])").lines()
    #expect(
      det.last?.hasSuffix("= 1(5·10 − 6·8) − 2(4·10 − 6·7) + 3(4·8 − 5·7) = −3") == true, "\(det)")
    let rank = try Answers("rank([[1, 2, 3], [4, 5, 6], [7, 8, 9]])").lines()
    #expect(rank.contains("R₂ ← R₂ − 4R₁, R₃ ← R₃ − 7R₁:"))
    #expect(rank.contains("2 rows are not 0: the rank is 2."))
    let inverse = try Answers("inverse([[1, 2, 3], [0, 1, 4], [5, 6, 0]])").lines()
    #expect(inverse.contains("R₃ ← R₃ − 5R₁:"))
    let values = try Answers("eigenvalues([[2, 1], [1, 3]])").lines()
    #expect(values.contains("The discriminant is 5."))
    let cubic = try Answers("symbols x\nsolve(x^3 - 3*x + 1 == 0, for: x)").lines()
    #expect(cubic.contains { $0.contains("Sturm's theorem") })
    let singular = try Answers("svd([[3, 0], [4, 5]])").lines()
    #expect(singular.contains("λ² − 50λ + 225 = 0"), "\(singular)")
  }
}
