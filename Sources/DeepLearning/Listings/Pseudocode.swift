import Algebra
import Workings

/// `pseudocode`: training algorithms in words, independent of any framework.
enum Pseudocode {
  static let builtIn = BuiltIn(
    "pseudocode",
    parameters: [.positional("algorithm", .choice(Array(bodies.map(\.name))))],
    summary: "an optimizer's or a training's algorithm in words",
    source: "Goodfellow, Bengio and Courville, chapter 8",
    example: .init("pseudocode(\"sgd\")", gives: "a listing")
  ) { call throws(Failure) in
    let name = try call.text("algorithm")
    let body = bodies.first { $0.name == name }?.body ?? ""
    return .value(.listing(Listing(language: "text", source: body)))
  }

  /// The algorithms in the order of the reference.
  private static let bodies: [(name: String, body: String)] = [
    ("sgd", sgd), ("batch", batch), ("minibatch", minibatch),
    ("momentum", stateful(state: "v ← 0", rule: momentum)),
    ("nesterov", stateful(state: "v ← 0", rule: nesterov)),
    ("adagrad", stateful(state: "v ← 0", rule: adagrad)),
    ("rmsprop", stateful(state: "v ← 0", rule: rmsprop)),
    ("adadelta", stateful(state: "v ← 0, u ← 0", rule: adadelta)),
    ("adam", stateful(state: "m ← 0, v ← 0, t ← 0", rule: adam)),
    ("adamw", stateful(state: "m ← 0, v ← 0, t ← 0", rule: adamw)),
    ("perceptron", perceptron), ("backpropagation", backpropagation),
    ("early_stopping", earlyStopping),
  ]

  private static let sgd = """
    given: samples (x₁, y₁), …, (xₙ, yₙ),
           learning rate η, number of epochs E
    start with some parameters θ
    repeat E times:
        put the samples in a random order
        for each sample (x, y):
            g ← gradient of the loss of (x, y) at θ
            θ ← θ − η·g
    return θ    # n updates an epoch

    """

  private static let batch = """
    given: samples (x₁, y₁), …, (xₙ, yₙ),
           learning rate η, number of epochs E
    start with some parameters θ
    repeat E times:
        g ← 0
        for each sample (x, y):
            g ← g + gradient of the loss of (x, y) at θ
        θ ← θ − η·g/n
    return θ    # 1 update an epoch

    """

  private static let minibatch = """
    given: samples (x₁, y₁), …, (xₙ, yₙ),
           learning rate η, number of epochs E, batch size B
    start with some parameters θ
    repeat E times:
        put the samples in a random order
        cut them into batches of B; the last one may be smaller
        for each batch S:
            g ← 0
            for each sample (x, y) of S:
                g ← g + gradient of the loss of (x, y) at θ
            θ ← θ − η·g/|S|
    return θ    # ⌈n/B⌉ updates an epoch

    """

  private static func stateful(state: String, rule: String) -> String {
    """
    given: samples, learning rate η, number of epochs E, batch size B
    start with some parameters θ
    \(state)
    repeat E times:
        for each batch S of B samples, in a random order:
            g ← mean gradient of the loss over S at θ
    \(rule)
    return θ

    """
  }

  private static let momentum = """
            v ← β·v + g
            θ ← θ − η·v
    """

  private static let nesterov = """
            v ← β·v + g
            θ ← θ − η·(g + β·v)    # one look ahead
    """

  private static let adagrad = """
            v ← v + g²    # entry by entry
            θ ← θ − η·g/(√v + ε)
    """

  private static let rmsprop = """
            v ← ρ·v + (1 − ρ)·g²    # entry by entry
            θ ← θ − η·g/(√v + ε)
    """

  private static let adadelta = """
            v ← ρ·v + (1 − ρ)·g²    # entry by entry
            d ← √(u + ε)/√(v + ε)·g
            u ← ρ·u + (1 − ρ)·d²
            θ ← θ − η·d
    """

  private static let adam = """
            t ← t + 1
            m ← β₁·m + (1 − β₁)·g
            v ← β₂·v + (1 − β₂)·g²    # entry by entry
            m̂ ← m/(1 − β₁ᵗ), v̂ ← v/(1 − β₂ᵗ)  # both began at 0
            θ ← θ − η·m̂/(√v̂ + ε)
    """

  private static let adamw = """
            t ← t + 1
            θ ← θ − η·λ·θ    # decay apart from the gradient
            m ← β₁·m + (1 − β₁)·g
            v ← β₂·v + (1 − β₂)·g²    # entry by entry
            m̂ ← m/(1 − β₁ᵗ), v̂ ← v/(1 − β₂ᵗ)
            θ ← θ − η·m̂/(√v̂ + ε)
    """

  private static let perceptron = """
    given: samples (x, y) with y = −1 or 1, each x with a 1 appended,
           number of epochs E
    w ← 0
    repeat at most E times:
        mistakes ← 0
        for each sample (x, y):
            if y·(w·x) ≤ 0:
                w ← w + y·x
                mistakes ← mistakes + 1
        if mistakes = 0: stop    # all samples are separated
    return w

    """

  private static let backpropagation = """
    given: layers z⁽ˡ⁾ = W⁽ˡ⁾a⁽ˡ⁻¹⁾ + b⁽ˡ⁾, a⁽ˡ⁾ = f(z⁽ˡ⁾) for l = 1, …, L,
           a loss J, a sample (x, y)
    a⁽⁰⁾ ← x
    for l = 1, …, L:    # forward, keeping every z and a
        z⁽ˡ⁾ ← W⁽ˡ⁾a⁽ˡ⁻¹⁾ + b⁽ˡ⁾
        a⁽ˡ⁾ ← f(z⁽ˡ⁾)
    δ⁽ᴸ⁾ ← ∂J/∂a⁽ᴸ⁾ ⊙ f′(z⁽ᴸ⁾)
    for l = L, …, 1:    # backward
        ∂J/∂W⁽ˡ⁾ ← δ⁽ˡ⁾(a⁽ˡ⁻¹⁾)ᵀ
        ∂J/∂b⁽ˡ⁾ ← δ⁽ˡ⁾
        if l > 1: δ⁽ˡ⁻¹⁾ ← (W⁽ˡ⁾)ᵀδ⁽ˡ⁾ ⊙ f′(z⁽ˡ⁻¹⁾)
    return all ∂J/∂W⁽ˡ⁾ and ∂J/∂b⁽ˡ⁾

    """

  private static let earlyStopping = """
    given: training and validation samples, patience p
    best ← ∞, waited ← 0
    while waited < p:
        train for one epoch
        J ← loss on the validation samples
        if J < best:
            best ← J, waited ← 0, keep a copy of θ
        else:
            waited ← waited + 1
    return the copy of θ

    """
}
