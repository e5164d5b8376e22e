import Algebra
import Testing

@Suite("Simplifying")
struct RewritingTests {
  static let scalars: [RewritingCase] = [
    RewritingCase("q - p") { g in
      let (p, q) = (g.formula("p"), g.formula("q"))
      return (-p / q + (1 - p) / (1 - q)) * (q * (1 - q))
    },
    RewritingCase("(1 - eta*lambda)*theta") { g in
      let (theta, eta, lambda) = (g.formula("theta"), g.formula("eta"), g.formula("lambda"))
      return theta - eta * (lambda * theta)
    },
    RewritingCase("v") { g in
      let v = g.formula("v")
      return 2 * v - v
    },
    RewritingCase("x + 1") { g in
      let x = g.formula("x")
      return ((x ^ 2) - 1) / (x - 1)
    },
    RewritingCase("-2*x/(1 + x^2)^2") { g in
      let x = g.formula("x")
      return g.formula(-2) * x / ((1 + (x ^ 2)) ^ 2)
    },
    RewritingCase("6*y") { g in 2 * (3 * g.formula("y")) },
    RewritingCase("x^2") { g in
      let x = g.formula("x")
      return x * x
    },
    RewritingCase("3*(x - 1)^10") { g in
      let x = g.formula("x")
      return 2 * ((x - 1) ^ 10) + ((x - 1) ^ 10)
    },
    RewritingCase("(x - 1)^10 + 2*x") { g in
      let x = g.formula("x")
      return ((x - 1) ^ 10) + x + x
    },
    RewritingCase("u") { g in g.formula("u").function(.exp).function(.log) },
    RewritingCase("exp(log(u))") { g in g.formula("u").function(.log).function(.exp) },
    RewritingCase("u") { g in g.formula("u").function(.sqrt) ^ 2 },
    RewritingCase("2") { g in g.formula(4).function(.sqrt) },
    RewritingCase("1") { g in g.formula(0).function(.exp) },
    RewritingCase("sigmoid(z)") { g in 1 - (-g.formula("z")).function(.sigmoid) },
    RewritingCase("u^(a + b)") { g in
      let (u, a, b) = (g.formula("u"), g.formula("a"), g.formula("b"))
      return (u ^ a) * (u ^ b)
    },
    RewritingCase("x^6") { g in (g.formula("x") ^ 2) ^ 3 },
    RewritingCase("exp(a - b)") { g in
      g.formula("a").function(.exp) / g.formula("b").function(.exp)
    },
    RewritingCase("1/(x + 1)") { g in
      let x = g.formula("x")
      return (x - 1) / ((x ^ 2) - 1)
    },
    RewritingCase("0") { g in
      let x = g.formula("x")
      return x - x
    },
    RewritingCase("1 - q") { g in
      let q = g.formula("q")
      return (1 - q) * (q / q)
    },
  ]

  @Test("writes decimals where the author does, fractions elsewhere")
  func keepsDecimals() {
    let graph = Graph()
    let (m, v) = (graph.formula("m"), graph.formula("v"))
    func decimal(_ tenths: Int, _ text: String) -> Formula {
      let literal = Literal(Real(tenths, 10), written: text)
      return Formula(graph, graph.make(.number(literal), sort: .scalar))
    }
    let decimals = (decimal(9, "0.9") * m + decimal(3, "0.3") * m).simplified()
    #expect(graph.operands(of: decimals.node).first == graph.number(Real(6, 5)))
    let fractions = ((v / 3) + v / 2).simplified()
    #expect(fractions.text == "5/6*v")
    #expect(graph.operation(of: graph.operands(of: fractions.node)[0]) == .divide)
  }

  @Test("writes a scalar as a lecturer would", arguments: scalars)
  func simplifiesScalars(_ example: RewritingCase) {
    check(example)
  }

  static let tensors: [RewritingCase] = [
    RewritingCase("(q - p)*x") { g in
      let (p, q, x) = (g.formula("p"), g.formula("q"), g.formula("x", [3]))
      return (-p / q + (1 - p) / (1 - q)) * (q * (1 - q)) * x
    },
    RewritingCase("(q - p)*x") { g in
      let (p, q, x) = (g.formula("p"), g.formula("q"), g.formula("x", [3]))
      return q * x - p * x
    },
    RewritingCase("2/5*(Z2 - Y)") { g in
      let (z, y) = (g.formula("Z2", [2, 3]), g.formula("Y", [2, 3]))
      return g.formula(2, over: 5) * z - g.formula(2, over: 5) * y
    },
    RewritingCase("B") { g in g.formula("B", [2, 3]).transposed.transposed },
    RewritingCase("B @ A.T") { g in
      let (a, b) = (g.formula("A", [2, 3]), g.formula("B", [4, 3]))
      return a.times(b.transposed).transposed
    },
    RewritingCase("3*(W @ x)") { g in
      let (w, x) = (g.formula("W", [2, 3]), g.formula("x", [3]))
      return w.times(2 * x) + w.times(x)
    },
    RewritingCase("6*s") { g in
      g.formula("s").spread(to: g.formula("X", [2, 3])).reduced(.sum)
    },
    RewritingCase("0") { g in
      let (w, x) = (g.formula("W", [2, 3]), g.formula("x", [3]))
      return (w - w).times(x).reduced(.sum)
    },
  ]

  @Test("treats tensors of one shape as numbers", arguments: tensors)
  func simplifiesTensors(_ example: RewritingCase) {
    check(example)
  }

  static let assumptions: [RewritingCase] = [
    RewritingCase(
      "u",
      knowing: { g in
        let u = g.formula("u")
        return (u.function(.log).function(.exp), [u.compared(.greater, u.number(0))])
      }),
    RewritingCase(
      "u",
      knowing: { g in
        let u = g.formula("u")
        return (u.function(.relu), [u.number(0).compared(.less, u)])
      }),
    RewritingCase(
      "u",
      knowing: { g in
        let u = g.formula("u")
        return ((u ^ 2).function(.sqrt), [u.compared(.atLeast, u.number(0))])
      }),
    RewritingCase(
      "1 - u",
      knowing: { g in
        let u = g.formula("u")
        return ((u - 1).function(.abs), [u.compared(.less, u.number(1))])
      }),
    RewritingCase("abs(u)", knowing: { g in ((g.formula("u") ^ 2).function(.sqrt), []) }),
  ]

  @Test("uses what is assumed", arguments: assumptions)
  func usesFacts(_ example: RewritingCase) {
    check(example)
  }

  /// Compares text, and evaluates every rewrite on both sides.
  private func check(_ example: RewritingCase) {
    let graph = Graph()
    let (formula, conditions) = example.make(graph)
    let facts = conditions.map { Algebra.Fact($0.node) }
    var budget = Budget()
    let derivation = graph.simplified(formula.node, knowing: facts, budget: &budget)
    let result = Formula(graph, derivation.result)
    #expect(result.text == example.expected)
    #expect(!derivation.exhausted)
    #expect(graph.sort(of: result.node) == graph.sort(of: formula.node))
    var sides = derivation.rewrites.map { ($0.before, $0.after) }
    sides.append((formula.node, result.node))
    for seed in 1...3 {
      var evaluator = RewritingEvaluator(graph, seed: UInt64(seed))
      for (before, after) in sides { expectEqual(before, after, &evaluator) }
    }
  }
}

/// Both nodes have the same value.
func expectEqual(_ before: Node, _ after: Node, _ evaluator: inout RewritingEvaluator) {
  let (left, right) = (evaluator.value(before), evaluator.value(after))
  #expect(left?.shape == right?.shape)
  for (a, b) in zip(left?.entries ?? [], right?.entries ?? []) {
    #expect((a - b).magnitude <= 1e-9 * max(1, a.magnitude), "\(a) is not \(b)")
  }
}
