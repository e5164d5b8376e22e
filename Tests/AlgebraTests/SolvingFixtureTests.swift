import Algebra
import Testing

/// Real roots found by SymPy 1.14.0: `sympy.real_roots(Poly(…))`, 30 digits, rounded to doubles; the
/// coefficients are random integers (seed 7) and a few known polynomials.
@Suite("Solving as SymPy does")
struct SolvingFixtureTests {
  struct Fixture: CustomTestStringConvertible, Sendable {
    /// The constant first.
    let coefficients: [Int]
    /// Ascending, each as often as its multiplicity.
    let roots: [Double]

    init(_ coefficients: [Int], _ roots: [Double]) {
      (self.coefficients, self.roots) = (coefficients, roots)
    }

    var testDescription: String { "\(coefficients)" }
  }

  static let fixtures = [
    Fixture([1, -5, 2], [0.21922359359558485, 2.280776406404415]),
    Fixture([-8, -7, 8, 1], [-8.698973425575684, -0.6711942893615974, 1.3701677149372804]),
    Fixture([2, 9, -8, 3], [-0.18843097048820617]),
    Fixture([-3, -8, -7, 4, 2], [-2.8070356466480466, 1.7110909740995257]),
    Fixture([-7, -2, -7, 8, 2], [-4.728562557672046, 1.247903469328738]),
    Fixture([-8, 9, -6, -2, 9, 1], [-9.134085581962406, -1.3628611671185622, 0.887604994508186]),
    Fixture([9, 9, 3, -8, -2, 1], [-2.0602240578954296, 1.4924980867921682, 3.7136405495930895]),
    Fixture([8, -5, 0, 4, -5, 8, 1], [-8.631866145291577, -0.9458995191737807]),
    Fixture([9, 0, 8, -4, -6, 9, 9, 3], [-1.4056264217903534]),
    Fixture([-3, 2, -6, 8, -7, 9, -8, -3, 2], [-2.1005483455264073, 2.5250128262649487]),
    Fixture([-2, 0, 1], [-1.4142135623730951, 1.4142135623730951]),
    Fixture([1, -3, 0, 1], [-1.8793852415718169, 0.3472963553338607, 1.532088886237956]),
    Fixture([-1, -1, 0, 0, 0, 1], [1.1673039782614187]),
    Fixture(
      [1, 0, -10, 0, 1],
      [-3.1462643699419726, -0.31783724519578227, 0.31783724519578227, 3.1462643699419726]),
    Fixture([-120, 274, -225, 85, -15, 1], [1.0, 2.0, 3.0, 4.0, 5.0]),
  ]

  @Test("finds the same real roots", arguments: fixtures)
  func findsRoots(_ fixture: Fixture) {
    let graph = Graph()
    let id = graph.symbol("x")
    let x = Formula(graph, graph.name(id))
    var sum = x.number(0)
    for (power, coefficient) in fixture.coefficients.enumerated() {
      sum = sum + coefficient * (x ^ power)
    }
    var budget = Budget()
    let solutions = graph.roots(of: sum.node, for: id, budget: &budget)
    var found: [Double] = []
    for root in solutions.roots {
      found += Array(repeating: root.number?.double ?? .nan, count: root.multiplicity)
    }
    #expect(found == fixture.roots)
  }
}
