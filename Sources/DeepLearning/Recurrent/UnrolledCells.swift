import Algebra
import Workings

/// `unroll_rnn`, `unroll_lstm` and `unroll_gru`: a cell over its inputs, every gate and state shown.
enum UnrolledCells {
  static let all = [rnn, lstm, gru]

  private static func weights(_ gates: [String], isRequired: Bool = true) -> [Parameter] {
    gates.flatMap { gate in
      [
        Parameter.labelled("W_" + gate, .numbers, or: isRequired ? .required : .none),
        .labelled("U_" + gate, .numbers, or: .none),
        .labelled("b_" + gate, .numbers, or: .none),
      ]
    }
  }

  private static func start(_ label: String) -> Parameter {
    .labelled(label, .numbers, or: .value(.number(0)))
  }

  private static func bend(_ label: String) -> Parameter {
    .convention(label, UnrolledCell.functions, or: .text("tanh"))
  }

  private static func expansion(
    _ call: CallContext, _ build: (inout UnrolledCell) throws(Failure) -> Void
  ) throws(Failure) -> Expansion {
    var cell = try UnrolledCell(call)
    try build(&cell)
    let trace = try cell.run()
    return .value(.trace(trace), steps: cell.working)
  }

  /// h = f(W_x x + W_h h + b).
  private static let rnn = BuiltIn(
    "unroll_rnn",
    parameters: [
      .labelled("x", .numbers), .labelled("W_x", .numbers), .labelled("W_h", .numbers),
      .labelled("b", .numbers, or: .none), start("h0"),
      .labelled("activation", UnrolledCell.functions, or: .value(.text("tanh"))),
    ] + UnrolledCell.shared,
    summary: "a simple recurrent cell over its inputs, with every hidden state and output",
    source: "Elman 1990, doi:10.1207/s15516709cog1402_1; torch.nn.RNN with one bias",
    example: .init(
      "unroll_rnn(x: [1, 2], W_x: 3, W_h: 1, h0: 0, activation: \"identity\").h", gives: "9")
  ) { call throws(Failure) in
    try expansion(call) { cell throws(Failure) in
      let driven = try cell.driven("W_x")
      let before = try cell.state("h", start: "h0", like: driven)
      let carried = try cell.carried("W_h", before)
      let hidden = try cell.bent(try cell.sum(driven, carried, bias: "b"), by: "activation")
      try cell.defineOutput(from: cell.define("h", hidden))
    }
  }

  /// i, f, o = σ(W x + U h + b), g = tanh(W x + U h + b), c = f ⊙ c + i ⊙ g, h = o ⊙ tanh(c).
  private static let lstm = BuiltIn(
    "unroll_lstm",
    parameters: [.labelled("x", .numbers)] + weights(["i", "f", "o", "g"]) + [
      start("h0"), start("c0"), bend("candidate"), bend("squash"),
    ] + UnrolledCell.shared + [
      .convention("output_from", .choice(["h", "c"]), or: .text("h"))
    ],
    summary: "a long short-term memory over its inputs, with every gate, cell and hidden state",
    source: "Gers, Schmidhuber and Cummins, doi:10.1162/089976600300015015; torch.nn.LSTM",
    example: .init(
      "unroll_lstm(x: [0], W_i: 1, W_f: 1, W_o: 1, W_g: 1, c0: 4, squash: \"identity\").h",
      gives: "1")
  ) { call throws(Failure) in
    try expansion(call) { cell throws(Failure) in
      let graph = cell.call.graph
      let model = try cell.driven("W_i")
      let before = try cell.state("h", start: "h0", like: model)
      let memory = try cell.state("c", start: "c0", like: model)
      var gates: [Node] = []
      for letter in ["i", "f", "o"] {
        let gate = try graph.apply(.sigmoid, to: try cell.gate(letter, before))
        gates.append(cell.define(letter, gate))
      }
      let candidate = cell.define(
        "g", try cell.bent(try cell.gate("g", before), by: "candidate"))
      let kept = try graph.multiply(gates[1], memory)
      let new = try graph.multiply(gates[0], candidate)
      let c = cell.define("c", try graph.add(kept, new))
      let hidden = cell.define(
        "h", try graph.multiply(gates[2], try cell.bent(c, by: "squash")))
      try cell.defineOutput(from: try cell.call.text("output_from") == "c" ? c : hidden)
    }
  }

  /// r, z = σ(W x + U h + b), n = tanh(W x + U (r ⊙ h) + b), h = (1 − z) ⊙ n + z ⊙ h.
  ///
  /// PyTorch resets behind the product, n = tanh(W x + b + r ⊙ (U h + c)), with a bias c of its own;
  /// other papers let z choose the candidate.
  private static let gru = BuiltIn(
    "unroll_gru",
    parameters: [.labelled("x", .numbers)] + weights(["r", "z", "n"]) + [
      .labelled("c_n", .numbers, or: .none), start("h0"), bend("candidate"),
      .convention("reset", .choice(["before", "after"]), or: .text("before")),
      .convention("update", .choice(["keep", "replace"]), or: .text("keep")),
    ] + UnrolledCell.shared,
    summary: "a gated recurrent unit over its inputs, with every gate and hidden state",
    source: "Cho et al., arXiv:1406.1078; torch.nn.GRU has reset: \"after\" and a second bias, c_n",
    example: .init("unroll_gru(x: [0], W_r: 1, W_z: 1, W_n: 1, h0: 4).h", gives: "2")
  ) { call throws(Failure) in
    try expansion(call) { cell throws(Failure) in
      let graph = cell.call.graph
      let driven = try cell.driven("W_n")
      let before = try cell.state("h", start: "h0", like: driven)
      let r = cell.define("r", try graph.apply(.sigmoid, to: try cell.gate("r", before)))
      let z = cell.define("z", try graph.apply(.sigmoid, to: try cell.gate("z", before)))
      var carried: Node?
      if try cell.call.text("reset") == "before" {
        carried = try cell.carried("U_n", try graph.multiply(r, before))
      } else if let inner = try cell.carried("U_n", before) {
        carried = try graph.multiply(r, try cell.sum(inner, bias: "c_n"))
      }
      let n = cell.define(
        "n", try cell.bent(try cell.sum(driven, carried, bias: "b_n"), by: "candidate"))
      let rest = try graph.subtract(graph.number(1), z)
      let keeps = try cell.call.text("update") == "keep"
      let hidden = cell.define(
        "h",
        try graph.add(
          try graph.multiply(keeps ? rest : z, n), try graph.multiply(keeps ? z : rest, before)))
      try cell.defineOutput(from: hidden)
    }
  }
}
