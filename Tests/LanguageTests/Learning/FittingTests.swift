import Language
import Testing
import Workings

@Suite("Fitting polynomials")
struct FittingTests {
  private static let data = "d = [0 -> 1, 1/2 -> 3, 1 -> 2, 2 -> -1, 2 -> 1]\n"

  /// Weights, mean squared error and penalty by the normal equations, with Python 3 fractions; the
  /// fit of least norm by Φᵀ(ΦΦᵀ)⁻¹, checked with NumPy's pinv.
  @Test(
    "weights and errors are those of the normal equations",
    arguments: [
      Fact("polynomial_fit(d, degree: 0)[1].coefficients", "[6/5]"),
      Fact("polynomial_fit(d, degree: 0...1)[2].coefficients", "[145/64, -31/32]"),
      Fact("polynomial_fit(d, degree: 1).train", "[371/320]"),
      Fact("polynomial_fit(d, degree: 3)[1].coefficients", "[1, 17/2, -21/2, 3]"),
      Fact("polynomial_fit(d, degree: 3).train", "[2/5]"),
      Fact(
        "polynomial_fit(d, degree: 2, ridge: 1/2)[1].coefficients",
        "[7882/5107, 4504/5107, -4052/5107]"),
      Fact("polynomial_fit(d, degree: 2, ridge: 1/2).penalty", "[49415322/26081449]"),
      Fact("polynomial_fit(d, degree: 2, ridge: 1/2).train", "[102768171/130407245]"),
      Fact(
        "polynomial_fit(d, degree: 3, basis: \"legendre\")[1].coefficients",
        "[-5/2, 103/10, -7, 6/5]"),
      Fact(
        "polynomial_fit(d, degree: 2, ridge: 1/2, basis: \"legendre\")[1].coefficients",
        "[55682/43583, 47340/43583, -26824/43583]"),
      Fact(
        "polynomial_fit(d, degree: 4)[1].coefficients",
        "[1, 339/53, -665/212, -925/212, 223/106]"),
      Fact("polynomial_fit(d, degree: 1, validation: [4 -> 0]).validation", "[10609/4096]"),
      Fact("polynomial_fit(d, degree: 0...2).degree", "[0, 1, 2]"),
    ])
  func fits(_ fact: Fact) {
    #expect(Fact(Self.data + fact.source, "").found() == fact.result)
  }

  @Test(
    "mistakes are named",
    arguments: [
      Fact(
        "polynomial_fit(d, degree: 3...1)",
        "the degrees 3...1 are not within 0...100 in rising order"),
      Fact("polynomial_fit(d, degree: 1, ridge: -1)", "'ridge' is -1, and must not be negative"),
      Fact(
        "polynomial_fit([(1, 2) -> 3], degree: 1)",
        "'polynomial_fit' needs numbers x -> y, not a vector of 2 -> a number"),
    ])
  func mistakes(_ fact: Fact) {
    #expect(Fact(Self.data + fact.source, "").found() == fact.result)
  }
}

@Suite("Measures of classifiers and distributions")
struct MeasureTests {
  @Test(
    "exact measures are exact",
    arguments: [
      Fact("confusion(tp: 30, fp: 10, fn: 20, tn: 40).F1", "2/3"),
      Fact("confusion(tp: 0, fp: 0, fn: 2, tn: 3).precision", "undefined (0/0)"),
      Fact("confusion([[5, 1, 0], [2, 3, 1], [0, 0, 4]]).accuracy", "3/4"),
      Fact("confusion([[5, 1, 0], [2, 3, 1], [0, 0, 4]]).recall", "[5/6, 1/2, 1]"),
      Fact("confusion([[5, 1], [2, 3]], rows: \"predicted\").matrix", "[[5, 2], [1, 3]]"),
      Fact("f(x) = step(x); confusion(f, [-1 -> 0, 1 -> 1, 2 -> 0]).matrix", "[[1, 1], [0, 1]]"),
      Fact("f(a, b) = a + b; accuracy(f, [(1, 2) -> 3, (2, 2) -> 5])", "1/2"),
      Fact(
        "f(x) = x @ x; accuracy(f, [(1, 2) -> 3])",
        "cannot multiply 'x' (2) by 'x' (2): the inner sizes differ"
      ),
      Fact("factorial(0)", "1"), Fact("binomial(4, 7)", "0"),
      Fact("binomial(100, 50)", "100891344545564193334812497256"),
      Fact("symbols n; substitute(binomial(n, 2), n: 5)", "10"),
      Fact("svm_loss([1, 3], 1, squared: true)", "9"),
      Fact("svm_loss([3, 5, -2], 0, first_label: 0)", "3"),
      Fact("entropy([1, 0])", "0"), Fact("kl([1, 0], [1/2, 1/2]) == log(2)", "true"),
      Fact("kl([1/2, 1/2], [1, 0])", "logarithm of zero: '[1, 0]' is 0 where '[1/2, 1/2]' is not"),
      Fact("entropy([1/2, 1])", "the probabilities of 'p' add up to 3/2, not to 1"),
      Fact("initial_variance(\"xavier\", fan_in: 50, fan_out: 10)", "1/30"),
      Fact("initial_variance(\"lecun\", fan_in: 50)", "1/50"),
      Fact("softmax([1000, 1000])", "[1/2, 1/2]"),
    ])
  func measures(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  @Test(
    "softmax is differentiated by its Jacobian",
    arguments: [
      Fact(
        "symbols z: 3, y: 3; p = softmax(z); L = cross_entropy(p, y); derive(L, wrt: p)", "-(y/p)"),
      Fact(
        "symbols z: 3, y: 3; derive(softmax_cross_entropy(z, y), wrt: z)",
        "sum(y)*softmax(z) - y"),
      Fact(
        "z = [0, 0]; y = [1, 0]; p = softmax(z); L = cross_entropy(p, y); derive(L, wrt: z)",
        "[-1/2, 1/2]"),
      Fact(
        "Z = [[0, 0], [0, 0]]; Y = [[1, 0], [0, 1]]; derive(softmax_cross_entropy(Z, Y), wrt: Z)",
        "[[-1/4, 1/4], [1/4, -1/4]]"),
      Fact("z = [1000, 0]; derive(softmax_cross_entropy(z, [1, 0]), wrt: z)", "[0, 0]"),
    ])
  func softmaxJacobian(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  /// Python 3's math and NumPy 2.4.6.
  @Test(
    "values agree with NumPy to 1e-12",
    arguments: [
      (
        "gelu([-2, -0.5, 0, 0.5, 2])",
        [-0.04550026389635842, -0.15426876936299344, 0, 0.34573123063700656, 1.9544997361036416]
      ),
      (
        "elu([-2, -0.5, 0, 0.5, 2], alpha: 0.7)",
        [-0.6052653017343711, -0.2754285382011566, 0, 0.5, 2]
      ),
      (
        "swish([-2, -0.5, 0, 0.5, 2])",
        [-0.2384058440442351, -0.1887703343990727, 0.0, 0.3112296656009273, 1.7615941559557646]
      ),
      ("softmax([2, -1, 0.5])", [0.7855970345892759, 0.039112573270687456, 0.1752903921400367]),
      (
        "log_softmax([2, -1, 0.5])",
        [-0.24131129665715703, -3.241311296657157, -1.7413112966571571]
      ),
      ("information_gain([9, 5], [[6, 2], [3, 3]], base: 2)", [0.048127030408269544]),
      ("kl([0.5, 0.3, 0.2], [0.25, 0.5, 0.25])", [0.14869719288733346]),
      (
        "uniform(4, seed: 1)",
        [0.5665615751722809, 0.7457817572627011, 0.9710027535867962, 0.4443592170557721]
      ),
      ("normal(2, seed: 1)", [-0.034267321791851144, -2.5000674933698677]),
    ] as [(String, [Double])])
  func values(_ source: String, _ expected: [Double]) {
    let found = Fact(source, "").numbers()
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) { #expect(abs(a - b) <= 1e-12 * max(1, abs(b))) }
  }

  @Test(
    "slopes agree with central differences",
    arguments: [
      "leaky_relu(x)", "elu(x, alpha: 2)", "gelu(x)", "swish(x)",
      "softmax([x, 1, x^2])[1]",
      "log_softmax([x, 1, x^2])[3]", "svm_loss([x, 2, x^2], 2)", "entropy(softmax([x, 1]))",
      "kl(softmax([x, 1]), [1/4, 3/4])",
    ])
  func slopes(_ formula: String) {
    for x in ["-13/10", "7/10", "16/10"] {
      let slope = Fact("x = \(x); derive(\(formula), wrt: x)", "").numbers()
      let ends = ["+", "-"].map { sign in
        Fact("x = \(x) \(sign) 1/100000; \(formula)", "").numbers().first ?? .nan
      }
      let difference = (ends[0] - ends[1]) / 2e-5
      #expect(slope.count == 1)
      #expect(abs((slope.first ?? .nan) - difference) <= 1e-6 * max(1, abs(difference)), "\(x)")
    }
  }
}
