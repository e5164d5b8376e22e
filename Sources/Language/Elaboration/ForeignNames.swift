/// Names of other languages and libraries, and what `dl` has in their place.
enum ForeignNames {
  /// A hint for a name that is not defined; nil where the name says nothing.
  static func hint(for name: String) -> String? {
    libraries.contains(name)
      ? "leave '\(name).' out; everything is there" : replacements[name].map { "write \($0)" }
  }

  /// The label of a built-in that another library's label stands for; nil where there is none.
  static func label(for label: String, among labels: [String]) -> String? {
    self.labels[label]?.first { labels.contains($0) }
  }

  private static let labels: [String: [String]] = [
    "lr": ["eta"], "learning_rate": ["eta"], "alpha": ["eta", "rho"],
    "momentum": ["beta"], "epsilon": ["eps"], "n_epochs": ["epochs"], "num_epochs": ["epochs"],
    "n_steps": ["steps"], "iterations": ["steps", "epochs"], "batch_size": ["batch"],
    "kernel_size": ["kernel"], "out_channels": ["filters"], "ceil_mode": ["rounding"],
    "negative_slope": ["slope"], "weight": ["weights"],
    "p": ["rate"], "keep_prob": ["rate"], "margin": ["delta"], "regularization": ["ridge"],
    "l2": ["ridge", "weight_decay"], "std": ["sd"], "var": ["wrt"], "variables": ["wrt"],
  ]

  private static let libraries: Set<String> = ["np", "numpy", "torch", "math", "nn", "tf", "sp"]

  private static let replacements: [String: String] = [
    "ln": "log(x), the natural logarithm", "log2": "log(x, base: 2)",
    "log10": "log(x, base: 10)", "pow": "x^n", "power": "x^n", "sqr": "x^2",
    "exp2": "2^x", "len": "shape(x)[1]", "length": "shape(x)[1]", "size": "shape(x)",
    "array": "a vector as [1, 2]", "tensor": "a vector as [1, 2]",
    "arange": "[j, j in 1...n]", "range": "[j, j in 1...n]", "eye": "identity(n)",
    "inv": "inverse(A)", "determinant": "det(A)", "matmul": "A @ B", "mm": "A @ B",
    "prod": "product(x)", "average": "mean(x)", "avg": "mean(x)", "var": "variance(x)",
    "std": "sqrt(variance(x))", "sd": "sqrt(variance(x))", "eig": "eigenvalues(A)",
    "eigvals": "eigenvalues(A)", "diff": "derive(f, wrt: x)", "grad": "derive(f, wrt: x)",
    "derivative": "derive(f, wrt: x)", "logistic": "sigmoid(x)", "silu": "swish(x)",
    "heaviside": "step(x)", "sgn": "sign(x)", "print": "the expression on a line of its own",
    "display": "the expression on a line of its own", "assert": "'expect a == b'",
    "cross_entropy_loss": "softmax_cross_entropy(z, y)", "nll": "cross_entropy(p, y)",
    "binary_cross_entropy": "bce(q, y)", "hstack": "concat(a, b)", "vstack": "stack(a, b)",
    "π": "pi", "Σ": "sum(…)", "Π": "product(…)", "e": "exp(x) for a power of e",
    "None": "nothing: leave the label out", "True": "true", "False": "false",
  ]
}
