import Testing

@Suite("Entries at positions that are worked out")
struct EntryTests {
  @Test(
    "derivatives go through ranges, parts, joins and named positions",
    arguments: [
      Fact("w = 2; x = [1, 2, 3]; derive(sum((w*x[j] - 1)^2, j in 1...3), wrt: w)", "44"),
      Fact("t = 3; derive(product(t + j, j in 0...2), wrt: t)", "47"),
      Fact("t = 3; z = [t*j, j in 1...3]; derive(sum(z*z), wrt: t)", "84"),
      Fact("v = [1, 2, 3]; k = 2; derive(v[k]^2*v[k + 1], wrt: v)", "[0, 12, 4]"),
      Fact("v = [1, 2, 3]; derive(sum(v[2...3]^2), wrt: v)", "[0, 4, 6]"),
      Fact("v = [1, 2]; derive(sum(concat(v, 5, v)^3), wrt: v)", "[6, 24]"),
      Fact("v = [1, 2]; derive(sum(diag(v)^2), wrt: v)", "[2, 4]"),
      Fact("v = [0, 2, 3]; derive(product(v), wrt: v)", "[6, 0, 0]"),
      Fact("v = [0, 0, 3]; derive(product(v), wrt: v)", "[0, 0, 0]"),
      Fact("W = [[0, 2], [3, 4]]; derive(product(W), wrt: W)", "[[24, 0], [0, 0]]"),
      Fact(
        "symbols q: 2, c: integer; g = derive(q[c]^2, wrt: q); evaluate(g, q: [3, 4], c: 2)",
        "[0, 8]"),
      Fact("t = 1; derive(sum(t*j, j in 1...900), wrt: t)", "405450"),
      Fact(
        "w = [1, 2]; derive(sum(w[j], j in 1...3), wrt: w)",
        "the index 3 is out of range: 'w' has the positions 1...2"),
      Fact("t = 2; f(k) = t*k^2; g(a) = f(a + 1); derive(sum(g(k), k in 1...3), wrt: t)", "29"),
      Fact("t = 2; f(k) = t*k^2; u = [f(k), k in 1...3]; derive(u[2], wrt: t)", "4"),
      Fact("t = 2; f(k) = sum(t*k*j, j in 1...k); derive(sum(f(k), k in 1...3), wrt: t)", "25"),
    ])
  func derivatives(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  @Test(
    "gradients of tensors with one entry keep their shape",
    arguments: [
      Fact("v = [2]; derive(sum([[1], [3]] @ v), wrt: v)", "[4]"),
      Fact("v = [1, 2]; derive(sum(v @ [3]), wrt: v)", "[3, 3]"),
      Fact("u = [2]; derive(sum(outer(u, [1, 2])^2), wrt: u)", "[20]"),
      Fact("c = [1]; derive(sum(([[1, 2, 3]] + c)^2), wrt: c)", "[18]"),
      Fact("w = [2]; derive(sum(convolve([1, 2], w)), wrt: w)", "[3]"),
    ])
  func single(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  private static let run = "v = [1, 2]; run = sgd(sum(v*v), wrt: v, eta: 0.25, steps: 3); "

  @Test(
    "rows of a run under a name that runs through them have their shapes",
    arguments: [
      Fact(run + "[[[1, 2], [3, 4]] @ run[k].v, k in 1...2]", "[[5/2, 11/2], [5/4, 11/4]]"),
      Fact(run + "[run[k].v*[1, 2] + 1, k in 1...2]", "[[3/2, 3], [5/4, 2]]"),
      Fact(run + "[if run[k].v > 0.3 then 1 else 0, k in 1...2]", "[[1, 1], [0, 1]]"),
      Fact(run + "sum(outer(run[k].v, [1, 2]), k in 1...3)", "[[7/8, 7/4], [7/4, 7/2]]"),
      Fact("r = [{w: [1, 2]}, {w: [1, 2, 6]}]; [mean(r[k].w), k in 1...2]", "[3/2, 3]"),
      Fact("r = [{w: [1, 2]}, {w: [1, 2, 6]}]; [mse(r[k].w, 1), k in 1...2]", "[1/2, 26/3]"),
      Fact("r = [{w: [1, 2]}, {w: [1, 2, 6]}]; [sum(r[k].w*2), k in 1...2]", "[6, 18]"),
      Fact("r = [{w: [2]}, {w: [[4, 2], [2, 10]]}]; [det(r[k].w), k in 2...2]", "[36]"),
      Fact(
        run + "[run[k].v + [1, 2, 3], k in 1...2]",
        "the shapes of 'run[k].v' (2) and '[1, 2, 3]' (3) do not fit under '+'"),
      Fact(
        "r = [{w: [1, 2]}, {w: [1, 2, 6]}]; [r[k].w @ [1, 2, 3], k in 1...2]",
        "cannot multiply '[1, 2]' (2) by '[1, 2, 3]' (3): the inner sizes differ"),
      Fact(
        "V = [[1, 2], [3, 4]]; u = V @ [k, k in 1...2]; f = sgd(sum(u), wrt: V, eta: 1); P = f.V; P @ [1, 2]",
        "[0, 6]"),
    ])
  func rows(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  @Test(
    "inputs and targets become a data set",
    arguments: [
      Fact("samples([1, 2], [3, 5]) == [1 -> 3, 2 -> 5]", "true"),
      Fact("d = samples([[1, 2], [3, 4]], [0, 1]); d[2].x", "[3, 4]"),
      Fact("samples([1, 2], [3])", "'samples' has 2 inputs and 1 targets"),
      Fact("samples(1, [3])", "'xs' needs a vector or a matrix, not a number"),
    ])
  func samples(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  @Test(
    "sums over data are polynomials in what they are solved for",
    arguments: [
      Fact(
        "\(line) s = solve([derive(L, wrt: w) == 0, derive(L, wrt: b) == 0], for: [w, b]); [s.w, s.b]",
        "[3/2, 2/3]"),
      Fact(
        "symbols w; solve(derive(sum((w*[1, 2, 3] - [2, 4, 5])^2), wrt: w) == 0, for: w)", "25/14"),
      Fact("\(line) p = critical_points(L, wrt: [w, b]); [p[1].w, p[1].b]", "[3/2, 2/3]"),
    ])
  func solved(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  private static let line = "symbols w, b; L = mse(w*[1, 2, 3] + b, [2, 4, 5]);"
}
