import Algebra
import Source
import Workings

/// `symbols x, W: 3×4, H: integer, R(x)`.
extension BlockExecution {
  /// Declares one symbol; the others of its statement do not suffer from its mistakes.
  mutating func declare(_ declaration: SymbolDeclaration, _ elaborator: inout Elaborator) {
    do throws(Stop) {
      try checkRedefinition(declaration.name)
      try declareNew(declaration, &elaborator)
    } catch {
      report(error)
      let name = declaration.name
      if run.earlierDefinition(of: name.text) == nil {
        run.define(name.text, .failed, at: name.span)
      }
    }
  }

  private mutating func declareNew(
    _ declaration: SymbolDeclaration, _ elaborator: inout Elaborator
  ) throws(Stop) {
    let name = declaration.name.text
    let algebraName = Algebra.Name(
      name, tex: declaration.tex?.text ?? run.notation.tex(of: name))
    if let parameters = declaration.parameters {
      let id = graph.define(
        algebraName, as: .opaque(parameters: parameters.map(\.text)), sort: .data(.function))
      run.define(name, .quantity(id), at: declaration.name.span)
      let words = parameters.map(\.text)
      let value = FunctionValue(
        name: name, parameters: words, text: "\(name)(\(words.joined(separator: ", ")))",
        identity: run.nextFunctionIdentity())
      result.bindings.append(BlockResult.NamedValue(name: name, value: .function(value)))
      return
    }
    var extents: [Extent] = []
    for size in declaration.shape { extents.append(try extent(size, &elaborator)) }
    let domain = SymbolKind(declaration.kind?.text)
    let id = graph.define(
      algebraName, as: .symbol(domain.domain), sort: .number(Shape(extents)))
    run.define(name, .quantity(id), at: declaration.name.span)
    if domain.isPositive {
      let fact = graph.make(
        .compare(.greater), [graph.name(id), graph.number(0)], sort: .truth(.scalar))
      run.evaluator.assume(fact)
    }
    let value = Value.expression(graph.name(id))
    result.bindings.append(BlockResult.NamedValue(name: name, value: value))
  }

  private func extent(
    _ size: Expression, _ elaborator: inout Elaborator
  ) throws(Stop) -> Extent {
    let node: Node
    do throws(Stop) {
      node = try elaborator.node(size)
    } catch {
      guard case .problem(let diagnostic) = error, diagnostic.message.code == "unknown-name" else {
        throw error
      }
      throw elaborator.stop(
        diagnostic.message, at: diagnostic.span,
        hint: "write a size that is known, or one of integer, natural, positive, real")
    }
    let value = try value(of: node, elaborator, size.span)
    if case .expression(let node) = value { return .symbolic(node) }
    guard case .number(let number) = value, let count = number.rational?.integer, count > 0 else {
      throw elaborator.stop(.badSize(source(size.span)), at: size.span)
    }
    return .known(count)
  }
}

/// The kinds of symbols: `integer`, `natural`, `positive`, `real`.
private struct SymbolKind {
  let domain: Domain
  let isPositive: Bool

  init(_ word: String?) {
    domain = word == "integer" || word == "natural" ? .integer : .real
    isPositive = word == "natural" || word == "positive"
  }
}

extension Diagnostic.Message {
  static func badSize(_ text: String) -> Self {
    Self("wrong-shape", "the size '\(text)' is no positive whole number")
  }
}
