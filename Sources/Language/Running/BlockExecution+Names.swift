import Source
import Workings

/// Unknown names that a statement's first mistake would hide.
extension BlockExecution {
  /// Reports every name of a failed statement that nothing defines, each once.
  mutating func reportUnknownNames(of statement: Statement) {
    for (name, span, isCall) in statement.freeNames {
      guard run.binding(of: name) == nil,
        !isCall || Elaborator(run).opaqueDerivative(name) == nil, run.builtIns.named(name) == nil,
        name != "all",
        run.question(called: name) == nil,
        !result.diagnostics.contains(where: { $0.span == span })
      else { continue }
      // `np` of `np.array` and the like has been told as a whole.
      if result.diagnostics.contains(where: {
        $0.message.code == "not-a-function" && $0.span.start <= span.start
          && span.end <= $0.span.end
      }) {
        continue
      }
      let elaborator = Elaborator(run)
      do throws(Stop) {
        _ = try elaborator.resolve(name, at: span)
      } catch {
        report(error)
      }
    }
  }
}

extension Statement {
  /// The names in its expressions that it does not bind itself.
  fileprivate var freeNames: [(name: String, span: Span, isCall: Bool)] {
    switch kind {
    case .define(let definition): return definition.value.freeNames(except: [])
    case .defineFunction(let function): return function.freeNames
    case .symbols: return []
    case .assume(let fact): return fact.freeNames(except: [])
    case .show(let items):
      return items.flatMap { item in
        switch item {
        case .definition(let definition): definition.value.freeNames(except: [])
        case .function(let function): function.freeNames
        case .expression(let expression): expression.freeNames(except: [])
        }
      }
    case .expect(let claim, let tolerance):
      return claim.freeNames(except: []) + (tolerance?.freeNames(except: []) ?? [])
    case .published(let quantity, let value, _):
      return quantity.freeNames(except: []) + value.freeNames(except: [])
    case .expression(let expression): return expression.freeNames(except: [])
    case .invalid: return []
    }
  }
}

extension FunctionDefinition {
  fileprivate var freeNames: [(name: String, span: Span, isCall: Bool)] {
    body.freeNames(except: Set(parameters.map(\.text) + [name.text]))
  }
}
