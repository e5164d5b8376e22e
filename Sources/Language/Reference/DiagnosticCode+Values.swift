extension DiagnosticCode {
  /// Codes of statements, the second half of them by name.
  static let valueCodes: [DiagnosticCode] = [
    .init(
      "not-positive-definite", "a matrix has no Cholesky factor",
      .statements("cholesky([[1, 2], [2, 1]])")),
    .init(
      "not-scalar", "only a scalar has a gradient", .statements("symbols v: 3\ngradient(v, wrt: v)")
    ),
    .init(
      "not-solvable", "an equation that is beyond the methods here",
      .statements("symbols x, y\nsolve([exp(x*y) == x, sin(x*y) == y], for: [x, y])")),
    .init("number-too-large", "an exact number has more than 100000 digits", .statements("9^9^9")),
    .init(
      "out-of-range", "an argument lies outside of what a function is defined for",
      .statements("factorial(-1)")),
    .init(
      "outer-name", "a name of a range is also one outside, on which its body depends",
      .statements("symbols x\nm = 2*x\nsum(m, x in 1...3)")),
    .init(
      "padding-too-large", "a padding is more than half of the window",
      .statements("pool([[1, 2], [3, 4]], 2, padding: 2)")),
    .init("ragged-rows", "rows of a matrix have different lengths", .statements("[[1, 2], [3]]")),
    .init(
      "range-not-whole", "a name runs through a range whose ends are not whole",
      .statements("sum(j, j in 1...2.5)")),
    .init(
      "range-too-large", "a name runs through too many values", .statements("sum(j, j in 1...10^9)")
    ),
    .init("recursion", "a function calls itself", .statements("f(n) = n*f(n - 1)")),
    .init("redefinition", "a name is defined twice in one section", .statements("x = 1\nx = 2")),
    .init("root-of-negative", "a root of a negative number", .statements("sqrt(-4)")),
    .init(
      "sample-lengths", "samples have inputs of different lengths",
      .statements("perceptron([(1, 1) -> 1, (1, 1, 1) -> -1])")),
    .init(
      "shape-mismatch", "the shapes of operands do not go together",
      .statements("[1, 2] + [1, 2, 3]")),
    .init("singular-matrix", "a matrix has no inverse", .statements("inverse([[1, 2], [2, 4]])")),
    .init(
      "size-too-large", "a layer is too large",
      .statements("params(input(1, 10^12, 8) |> conv(1, 3))")),
    .init("stray-bracket", "a bracket closes nothing", .statements("a = (1 + 2))")),
    .init(
      "tensor-too-large", "a tensor has more than 1000000 entries",
      .statements("zeros(100000, 100000)")),
    .init(
      "too-many-arguments", "a built-in gets more arguments than it takes", .statements("exp(1, 2)")
    ),
    .init(
      "too-many-classes", "a function gives too many different values for classes",
      .statements("f(x) = x\nconfusion(f, [j -> j, j in 1...60])")),
    .init(
      "too-many-nodes", "a computation graph is too large to be drawn",
      .statements(
        "x = 1\na(t) = (t + 1)*(t + 2)\nb(t) = a(a(a(t)))\nc(t) = b(b(b(t)))\ngraph(c(c(c(c(x)))))")
    ),
    .init(
      "too-many-terms", "a Taylor polynomial has too many terms",
      .statements("symbols x\ntaylor(exp(x), x, at: 0, order: 10000)")),
    .init("unclosed-bracket", "a bracket is never closed", .statements("x = [1, 2")),
    .init(
      "undecided", "a check can be neither confirmed nor refuted",
      .statements("symbols x\nexpect x > 1")),
    .init(
      "unexpected-character", "a character that the language does not have",
      .statements("a = 3 $ 4")),
    .init("unexpected-end", "a statement ends too early", .statements("published a")),
    .init(
      "unexpected-token", "something stands where something else was expected",
      .statements("a = [1 2]")),
    .init("unknown-field", "a value has no such field or column", .statements("r = {a: 1}\nr.b")),
    .init(
      "unknown-label", "a built-in has no such label",
      .statements("w = 2\nsgd(w^2, wrt: w, etta: 0.1)")),
    .init(
      "unknown-layer", "a network has no such layer",
      .statements("net = input(8) |> dense(4)\nnet[\"dense9\"]")),
    .init("unknown-name", "a name that nothing defines", .statements("q = sigmodi(2)")),
    .init(
      "unknown-size", "a size is a symbol where its value is needed",
      .statements("symbols n: integer\nsymbols v: n\n[x, x in v]")),
    .init(
      "unterminated-text", "a text is not closed on its line", .statements("a = \"never closed")),
    .init(
      "vector-on-square-matrix",
      "a vector is added to a square matrix: here to every column, in PyTorch to every row",
      .statements("[[1, 2], [3, 4]] + [1, 2]")),
    .init(
      "work-limit", "a block needs more work than its limit allows",
      .statements("sum(sum(a*b, a in 1...10^6), b in 1...10^6)")),
    .init(
      "wrong-label", "a label of a sample is none of the two classes",
      .statements("perceptron([(1, 1) -> 1, (0, 1) -> 5, (1, 0) -> 0])")),
    .init(
      "wrong-shape", "a function needs another shape", .statements("det([[1, 2, 3], [4, 5, 6]])")),
    .init(
      "wrong-size", "a size or a rate of a layer makes no sense",
      .statements("input(8) |> dropout(2)")),
    .init("wrong-type", "a value of another kind is needed", .statements("a = \"three\" + 1")),
  ]
}
