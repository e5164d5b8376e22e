import Source

@testable import Language

/// Makes trees of every form, without regard to what brackets their text needs.
struct RandomTrees {
  var random: SplitMix
  private let place = Span(0, 0)

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  mutating func program() -> Program {
    Program(statements: (0..<4).map { _ in Statement(kind: statement(), span: place) })
  }

  mutating func statement() -> Statement.Kind {
    switch random.below(8) {
    case 0: .define(definition())
    case 1: .defineFunction(function())
    case 2: .symbols((0...random.below(3)).map { _ in symbol() })
    case 3: .assume(expression(3))
    case 4: .show((0...random.below(3)).map { _ in item() })
    case 5: .expect(expression(3), within: random.below(2) == 0 ? expression(2) : nil)
    case 6: .published(expression(3), value: expression(3), source: name("key, 4(a)"))
    default: .expression(expression(4))
    }
  }

  mutating func expression(_ depth: Int) -> Expression {
    Expression(
      depth == 0 ? leaf() : random.below(2) == 0 ? operation(depth - 1) : form(depth - 1), at: place
    )
  }

  private mutating func leaf() -> Expression.Kind {
    switch random.below(4) {
    case 0: .number(["3", "3.5", "1e-8", "204_928", "0"][random.below(5)])
    case 1: .text(["conv2", "\\hat{q} # x", ""][random.below(3)])
    case 2: .truth(random.below(2) == 0)
    default: .name(word())
    }
  }

  private mutating func operation(_ depth: Int) -> Expression.Kind {
    switch random.below(10) {
    case 0: .negate(expression(depth))
    case 1: .comparison(expression(depth), (0...random.below(2)).map { _ in link(depth) })
    case 2: .and(expression(depth), expression(depth))
    case 3: .or(expression(depth), expression(depth))
    case 4: .not(expression(depth))
    case 5:
      .choice(
        condition: expression(depth), then: expression(depth), otherwise: expression(depth))
    case 6: .sample(expression(depth), expression(depth))
    case 7: .pipe(expression(depth), expression(depth))
    case 8: .range(expression(depth), expression(depth))
    default:
      .binary(
        BinaryOperator.allCases[random.below(BinaryOperator.allCases.count)], expression(depth),
        expression(depth))
    }
  }

  private mutating func form(_ depth: Int) -> Expression.Kind {
    switch random.below(10) {
    case 0: leaf()
    case 1: .call(expression(depth), (0..<random.below(3)).map { _ in argument(depth) })
    case 2: .field(expression(depth), name(["loss", "in", "e5"][random.below(3)]))
    case 3: .index(expression(depth), (0...random.below(2)).map { _ in expression(depth) })
    case 4: .transpose(expression(depth))
    case 5: .list((0..<random.below(4)).map { _ in expression(depth) })
    case 6: .comprehension(expression(depth), binder(depth))
    case 7: .tuple((0...random.below(3)).map { _ in expression(depth) })
    case 8:
      .record(
        (0..<random.below(3)).map { _ in
          Expression.RecordField(name: name("for"), value: expression(depth))
        })
    default: .parenthesised(expression(depth))
    }
  }

  private mutating func link(_ depth: Int) -> Expression.Comparison {
    let all = ComparisonOperator.allCases
    return Expression.Comparison(
      comparison: all[random.below(all.count)], right: expression(depth))
  }

  private mutating func argument(_ depth: Int) -> Argument {
    Argument(
      label: random.below(2) == 0 ? name(["eta", "from", "x"][random.below(3)]) : nil,
      content: random.below(3) == 0 ? .binder(binder(depth)) : .value(expression(depth)),
      span: place)
  }

  private mutating func binder(_ depth: Int) -> Binder {
    Binder(name: name(word()), domain: expression(depth), span: place)
  }

  private mutating func item() -> ShownItem {
    switch random.below(3) {
    case 0: .definition(definition())
    case 1: .function(function())
    default: .expression(expression(2))
    }
  }

  private mutating func definition() -> Definition {
    Definition(name: name(word()), tex: tex(), value: expression(4), span: place)
  }

  private mutating func function() -> FunctionDefinition {
    FunctionDefinition(
      name: name(word()), parameters: (0..<random.below(3)).map { _ in name(word()) }, tex: tex(),
      body: expression(3), span: place)
  }

  private mutating func symbol() -> SymbolDeclaration {
    let isKind = random.below(3) == 0
    return SymbolDeclaration(
      name: name(word()), tex: tex(),
      parameters: random.below(3) == 0 ? [name(word())] : nil,
      shape: isKind ? [] : (0..<random.below(3)).map { _ in expression(random.below(2)) },
      kind: isKind ? name("integer") : nil, span: place)
  }

  private mutating func tex() -> Name? {
    random.below(4) == 0 ? name("\\hat{q}") : nil
  }

  private mutating func word() -> String {
    ["x", "w_1", "θ", "q'", "f", "rank"][random.below(6)]
  }

  private func name(_ text: String) -> Name {
    Name(text, at: place)
  }
}
