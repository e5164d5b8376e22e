import Language
import Testing

/// Values from mpmath 1.3 with 25 digits; slopes against central differences.
@Suite("Activations")
struct ActivationTests {
  struct Fact: CustomTestStringConvertible {
    let call: String
    let value: Double
    var testDescription: String { call }
  }

  static let values: [Fact] = [
    Fact(call: "gelu(-3)", value: -0.004049694094890283579955441),
    Fact(call: "gelu(-0.5)", value: -0.1542687693629934481811477),
    Fact(call: "gelu(2)", value: 1.954499736103641585599435),
    Fact(call: "swish(-3)", value: -0.1422776195327003426365445),
    Fact(call: "swish(0.25)", value: 0.1405441252214495260068309),
    Fact(call: "elu(-0.5)", value: -0.3934693402873665763962005),
    Fact(call: "elu(-0.5, alpha: 2)", value: -0.7869386805747331527924010),
    Fact(call: "elu(2)", value: 2), Fact(call: "leaky_relu(-3)", value: -0.03),
    Fact(call: "leaky_relu(-3, slope: 0.2)", value: -0.6),
    Fact(call: "softmax([1000.5, 999, -3])[1]", value: 0.8175744761936436596072171852),
    Fact(call: "softmax([1000.5, 999, -3])[2]", value: 0.1824255238063563403927828213),
    Fact(call: "log_softmax([1000.5, 999, -3])[3]", value: -1003.701413277982752409499484),
    Fact(call: "softmax([[0, 0], [1000.5, 999]])[1, 2]", value: 0.5),
  ]

  @Test("have the values of an independent library", arguments: values)
  func haveKnownValues(_ fact: Fact) throws {
    let value = try Answers("v = \(fact.call)").number("v")
    #expect(abs(value - fact.value) <= 1e-13 * max(1, abs(fact.value)))
  }

  /// Near 0 and in the tails, where digits cancel when one works from the outside.
  static let tails: [Fact] = [
    Fact(call: "elu(-1e-300)", value: -1e-300),
    Fact(call: "elu(-1e-12)", value: -9.999999999995e-13),
    Fact(call: "elu(-1e-7)", value: -9.9999995000000166667e-8),
    Fact(call: "elu(-0.001)", value: -0.00099950016662500833194),
    Fact(call: "elu(-0.001, alpha: 3)", value: -0.0029985004998750249958),
    Fact(call: "elu(-40)", value: -0.99999999999999999575),
    Fact(call: "elu([-1e-12, 1])[1]", value: -9.999999999995e-13),
    Fact(call: "gelu(-1e-12)", value: -4.9999999999960105772e-13),
    Fact(call: "gelu(-0.001)", value: -0.00049960105778608893742),
    Fact(call: "gelu(-5)", value: -1.4332578593959695584e-6),
    Fact(call: "gelu(-9)", value: -1.015729565358456583e-18),
    Fact(call: "gelu(-20)", value: -5.5072482372124673902e-88),
    Fact(call: "gelu(-37)", value: -2.1184613523340934244e-298),
    Fact(call: "gelu(6)", value: 5.9999999940804741298),
    Fact(call: "gelu([-20, 3])[1]", value: -5.5072482372124673902e-88),
    Fact(call: "exp(1e-9) - 1", value: 1.0000000005000000002e-9),
    Fact(call: "1 - exp(-1e-9)", value: 9.9999999950000000017e-10),
    Fact(call: "1 - erf(5)", value: 1.5374597944280348502e-12),
    Fact(call: "evaluate(derive(gelu(t), wrt: t), t: -5)", value: -7.1469460017922946279e-6),
    Fact(call: "evaluate(derive(gelu(t), wrt: t), t: -9)", value: -9.138937373906639251e-18),
    Fact(call: "evaluate(derive(gelu(t), wrt: t), t: -20)", value: -1.1014360483133464042e-86),
  ]

  @Test("keep all digits near 0 and in the tails", arguments: tails)
  func keepDigits(_ fact: Fact) throws {
    let value = try Answers("symbols t\nv = \(fact.call)").number("v")
    #expect(abs(value - fact.value) <= 1e-12 * abs(fact.value))
  }

  @Test("stay exact where they are exact")
  func stayExact() throws {
    for call in ["elu(0)", "gelu(0)", "exp(0) - 1", "1 + erf(0) - 1", "gelu([0, 1])[1]"] {
      #expect(try Answers("v = \(call)").number("v") == 0, "\(call)")
    }
    #expect(try Answers("v = exp(0) - 1").exact("v") == "0")
    #expect(try Answers("v = elu(3/2)").exact("v") == "3/2")
  }

  static let functions = [
    "softmax", "log_softmax", "gelu", "elu", "leaky_relu", "swish",
  ]

  @Test("have slopes that agree with central differences", arguments: functions)
  func haveTrueSlopes(_ name: String) throws {
    let setup = "x = [-1.5, 0.5, 2]\nc = [1, -2, 3]\nL = dot(c, \(name)(x))\n"
    let slopes = try Answers(setup + "g = derive(L, wrt: x)").entries("g")
    let entries = [-1.5, 0.5, 2]
    for place in 0..<3 {
      func loss(_ shift: Double) throws -> Double {
        var moved = entries
        moved[place] += shift
        return try Answers(setup + "v = evaluate(L, x: \(moved))").number("v")
      }
      let difference = (try loss(1e-5) - loss(-1e-5)) / 2e-5
      #expect(abs(slopes[place] - difference) <= 1e-8, "entry \(place)")
    }
  }

  @Test("stay finite for ±1000, and so do their slopes", arguments: functions)
  func areStable(_ name: String) throws {
    let answers = Answers(
      "x = [1000, 0, -1000]\nv = \(name)(x)\ng = derive(sum(\(name)(x)), wrt: x)")
    #expect(answers.codes.isEmpty)
    #expect(try answers.entries("v").allSatisfy(\.isFinite))
    #expect(try answers.entries("g").allSatisfy(\.isFinite))
  }

  @Test("softmax along the rows of a matrix has the slope of each row")
  func rowsAreSeparate() throws {
    let answers = Answers(
      """
      Z = [[1, 2, 0.5], [-1, 0, 3]]
      C = [[1, 0, 2], [0, -1, 1]]
      g = derive(sum(C*softmax(Z)), wrt: Z)
      h = derive(sum(C*log_softmax(Z)), wrt: Z)
      z = [-1, 0, 3]
      c = [0, -1, 1]
      g2 = derive(sum(c*softmax(z)), wrt: z)
      h2 = derive(sum(c*log_softmax(z)), wrt: z)
      """)
    #expect(answers.codes.isEmpty)
    #expect(try Array(answers.entries("g").suffix(3)) == answers.entries("g2"))
    #expect(try Array(answers.entries("h").suffix(3)) == answers.entries("h2"))
  }

  @Test("a scalar has no softmax")
  func needsVector() {
    #expect(Answers("v = softmax(1)").codes == ["wrong-shape"])
  }

  @Test("the slope of softmax with cross-entropy is softmax(z) - y where sum(y) is 1")
  func crossEntropyIsShort() throws {
    let assumed = "symbols z: 3, y: 3\nassume sum(y) == 1\n"
    for loss in ["softmax_cross_entropy(z, y)", "cross_entropy(softmax(z), y)"] {
      let answers = Answers(assumed + "g = derive(\(loss), wrt: z)")
      #expect(try answers.expression("g") == "softmax(z) - y", "\(loss)")
    }
    let known = Answers(
      "symbols z: 3\ny = [0, 1, 0]\ng = derive(softmax_cross_entropy(z, y), wrt: z)")
    #expect(try known.expression("g") == "softmax(z) - [0, 1, 0]")
  }

  @Test("nothing is assumed of a sum that is not known")
  func sumIsNotAssumed() throws {
    let answers = Answers("symbols z: 2, y: 2\ng = derive(softmax_cross_entropy(z, y), wrt: z)")
    #expect(try answers.expression("g").contains("sum(y)"))
  }

  @Test("the condition that was used is stated in the working")
  func conditionIsStated() throws {
    let answers = Answers(
      "symbols z: 3, y: 3\nassume sum(y) == 1\ng = derive(softmax_cross_entropy(z, y), wrt: z)\ng")
    let steps = try #require(answers.result.outputs.first?.steps)
    #expect("\(steps)".contains("was used"))
  }
}
