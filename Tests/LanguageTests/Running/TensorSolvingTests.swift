import Testing

@Suite("Equations in an unknown tensor")
struct TensorSolvingTests {
  /// By hand, and put back: [[2, 1], [1, 2]]·(0, 1) = (1, 2); the inverse of [[2, 1], [1, 1]].
  @Test(
    "linear equations are solved entry by entry",
    arguments: [
      Fact("symbols w: 2; A = [[2, 1], [1, 2]]; solve(A @ w == [1, 2], for: w)", "[0, 1]"),
      Fact("symbols w: 2; solve(w == [1, 2], for: w)", "[1, 2]"),
      Fact(
        "symbols X: 2×2; A = [[2, 1], [1, 1]]; solve(A @ X == identity(2), for: X)",
        "[[1, -1], [-1, 2]]"),
      Fact("symbols w: 3; solve([w[1] + w[2] == 3, w[2] == 1, w[3] == w[1]], for: w)", "[2, 1, 2]"),
      Fact("symbols w: 2; solve(dot(w, [1, 2]) == 3, for: w)", "[3 - 2*w_2, w_2]"),
      Fact("symbols w: 2; A = [[2, 1], [4, 2]]; solve(A @ w == [1, 3], for: w)", "a list"),
      Fact(
        "symbols w: 2, c; solve([w*c == [1, 4], c == 2], for: [w, c])",
        "'w' is no number: 'solve' takes one vector or matrix by itself"),
    ])
  func linear(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }
}
