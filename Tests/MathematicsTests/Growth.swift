import Mathematics

/// Formulas grown from a seed with the public builders.
struct Growth {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15
  }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[next(elements.count)]
  }

  mutating func formula(depth: Int) -> Formula {
    guard depth > 0 else { return leaf() }
    switch next(16) {
    case 0, 1, 2: return row(depth: depth - 1)
    case 3: return .fraction(formula(depth: depth - 1), formula(depth: depth - 1))
    case 4, 5:
      let sub = next(3) > 0 ? formula(depth: depth - 1) : nil
      let sup = next(3) > 0 ? formula(depth: depth - 1) : nil
      return .scripts(formula(depth: depth - 1), sub: sub, sup: sup)
    case 6: return .root(formula(depth: depth - 1), index: next(2) > 0 ? leaf() : nil)
    case 7:
      return .accent(pick(["hat", "bar", "widetilde", "overline"]), formula(depth: depth - 1))
    case 8:
      return .fenced(
        pick(["(", "[", "\\{", "|", "\\|", "\\lfloor", "."]), formula(depth: depth - 1),
        pick([")", "]", "\\}", "|", "\\|", "\\rfloor", "."]))
    case 9:
      return .matrix(cells(depth: depth - 1), fence: pick([.brackets, .parentheses, .none, .bars]))
    case 10: return .cases([(formula(depth: depth - 1), leaf()), (leaf(), .text("else"))])
    case 11: return .aligned(cells(depth: depth - 1))
    case 12: return .bigOperator("sum", lower: formula(depth: depth - 1), upper: leaf())
    case 13: return .prime(formula(depth: depth - 1), 1 + next(3))
    case 14: return .colored(pick(["red", "#00ff00", "tomato"]), formula(depth: depth - 1))
    default: return .boxed(formula(depth: depth - 1))
    }
  }

  private mutating func row(depth: Int) -> Formula {
    .row((0..<(1 + next(5))).map { _ in formula(depth: depth) })
  }

  private mutating func cells(depth: Int) -> [[Formula]] {
    let columns = 1 + next(3)
    return (0..<(1 + next(3))).map { _ in (0..<columns).map { _ in formula(depth: depth) } }
  }

  private mutating func leaf() -> Formula {
    switch next(7) {
    case 0: .number(pick(["0", "12", "3.5", "-1", ".25", "1,000", "6.02"]))
    case 1: .variable(pick(["x", "W", "η", "Σ", "ϵ", "é"]))
    case 2: .bold(pick(["w", "θ", "1"]))
    case 3: .word(pick(["loss", "dW 1", "a_b", "y-hat", "Größe"]))
    case 4: .function(pick(["log", "max", "softmax", "argmax", "lim sup"]))
    case 5: .text(pick(["if ", "50% {a}", "a--b 'c'", "x\\y", "  two", "$", "a^b~c"]))
    default:
      .symbol(
        pick([
          "+", "-", "=", ",", "/", "!", "|", ".", "<", "cdot", "approx", "partial", "le", "in",
          "odot",
          "nabla", "top", "infty", "quad", "ldots", "(", ")", "[", "]", "{", "}", "to", "mid", ":",
          ";",
          "*", "%", "#", "&", "$", "_", "Vert", "sum", "int",
        ]))
    }
  }
}
