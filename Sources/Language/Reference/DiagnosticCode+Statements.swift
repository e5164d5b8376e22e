extension DiagnosticCode {
  /// Codes of statements, the first half of them by name.
  static let statementCodes: [DiagnosticCode] = [
    .init(
      "argument-count", "a function is called with more or fewer arguments than it has parameters",
      .statements("f(x) = x^2\nf(1, 2)")),
    .init(
      "assumed-value", "an assumption would give a symbol a value",
      .statements("symbols x\nassume x == 3")),
    .init(
      "beyond-doubles", "a result is larger than a double can be; exact numbers may be larger",
      .statements("exp(1000)")),
    .init(
      "chained-operator", "two operators that form no chain follow each other",
      .statements("1 -> 2 -> 3")),
    .init(
      "channel-mismatch", "the kernel and the input of a convolution have different channels",
      .statements("convolve([[[1, 2], [3, 4]]], [[[1]], [[1]]])")),
    .init(
      "complex-eigenvalues", "some eigenvalues are not real",
      .statements("eigenvalues([[0, -1], [1, 0]])")),
    .init(
      "contradiction", "an assumption cannot hold, or not beside the earlier ones",
      .statements("symbols p\nassume p > 5\nassume p < 2")),
    .init(
      "division-by-zero", "something is divided by an expression that is 0",
      .statements("a = 3\n1/(a - 3)")),
    .init(
      "empty", "a reduction has nothing to work on", .statements("variance([1], sample: true)")),
    .init(
      "empty-range", "a range has no extent where an axis or an interval is needed",
      .statements("plot(t^2, t in 1...1)")),
    .init(
      "given-twice", "a field, a label or a parameter is given twice", .statements("{a: 1, a: 2}")),
    .init(
      "groups", "the groups or heads of a layer do not divide its sizes",
      .statements("input(5, 8, 8) |> conv(4, 3, groups: 2)")),
    .init("index-not-whole", "a position is no whole number", .statements("[10, 20, 30][3/2]")),
    .init(
      "index-out-of-range", "a position or a class lies outside; both count from 1",
      .statements("[10, 20, 30][4]")),
    .init(
      "kernel-too-large", "a kernel is larger than what it runs over",
      .statements("convolve([[1, 2], [3, 4]], ones(3, 3))")),
    .init("keyword-as-name", "a keyword stands where a name is meant", .statements("then = 3")),
    .init("log-of-negative", "the logarithm of a negative number", .statements("log(2 - 5)")),
    .init(
      "log-of-zero", "the logarithm of 0; the label log0: gives a convention",
      .statements("q = 1\nlog(1 - q)")),
    .init("misplaced", "something stands where it has no meaning", .statements("x = 1 ≈ 2")),
    .init(
      "misplaced-input", "an input does not begin its network", .statements("input(3) |> input(4)")),
    .init(
      "missing-argument", "a required argument or label is not given",
      .statements("w = 2\nsgd(w^2, wrt: w)")),
    .init("missing-operand", "an operator has nothing on one of its sides", .statements("a = 3 *")),
    .init(
      "missing-source", "a published value without its source",
      .statements("a = 1\npublished a = 2")),
    .init("missing-then", "an 'if' without its 'then'", .statements("a = if 1 > 0 2")),
    .init("missing-else", "an 'if' without its 'else'", .statements("a = if 1 > 0 then 2")),
    .init(
      "missing-unknown", "an equation does not contain what it is solved for",
      .statements("symbols x, y\nsolve(x^2 == 4, for: y)")),
    .init(
      "missing-weights", "a layer gets no weights",
      .statements("forward(input(2) |> dense(1), [1, 2], weights: {})")),
    .init(
      "name-taken", "two layers have one name",
      .statements("input(2) |> dense(2, name: \"a\") |> dense(2, name: \"a\")")),
    .init(
      "needs-value", "a symbol stands where a number is needed",
      .statements("symbols n\nlinspace(0, n, 3)")),
    .init(
      "nested-too-deeply", "brackets, tensors or calls are nested too deeply",
      .statements("[[[[[[1]]]]]]")),
    .init(
      "no-counterpart", "a framework has nothing like this layer",
      .statements("code(input(3, 8, 8) |> maxpool(2, rounding: \"ceil\"), framework: \"keras\")")),
    .init(
      "no-distribution",
      "probabilities are negative or do not add up to 1, or counts do not add up",
      .statements("entropy([0.5, 0.6])")),
    .init(
      "no-forward", "a layer that cannot be worked out by hand",
      .words("a kind of layer that is counted but not worked out; none of those there are")),
    .init(
      "no-input", "a chain of layers has no input, so no shape",
      .statements("shape(conv(8, 3) |> relu)")),
    .init(
      "no-receptive-field", "a layer sees all of its input at once, or nothing",
      .statements("receptive_field(input(1, 8, 8) |> reshape(64))")),
    .init(
      "no-training-data", "no sample is left to train on",
      .statements(
        "w = 1\nsymbols x, y\ntrain((w*x - y)^2, wrt: w, data: [1 -> 2], inputs: x, targets: y, optimizer: sgd(eta: 0.1), validation: 0.9)"
      )),
    .init(
      "no-value", "an expression has no value where one is needed",
      .statements("symbols t\nmaximize(log(t), over: t in -2...-1)")),
    .init("not-a-function", "something is called that is no function", .statements("x = 3\nx(2)")),
    .init(
      "not-a-polynomial", "a polynomial is needed",
      .statements("symbols t\nintegrate(exp(t), t in 0...1)")),
    .init(
      "not-differentiable", "an operation that has no derivative",
      .statements("symbols n, t\nderive(product(t + j, j in 1...n), wrt: t)")),
    .init(
      "not-exact", "eigenvectors of a matrix whose eigenvalues are no fractions",
      .statements("eigenvectors([[1, 2], [3, 4]])")),
    .init(
      "not-isolated", "the critical points fill whole curves",
      .statements("symbols x, y\ncritical_points((x - y)^2, wrt: [x, y])")),
  ]
}
