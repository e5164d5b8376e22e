import Algebra
import Source
import Workings

extension BlockExecution {
  /// Finds what the names of a function's body mean where it is defined.
  func capture(
    _ expression: Expression, except parameters: Set<String>,
    into captured: inout [String: Binding],
    in function: FunctionDefinition
  ) throws(Stop) {
    for (name, span, isCall) in expression.freeNames(except: parameters) {
      if let binding = run.binding(of: name) {
        if case .failed = binding, !isCall { throw .cascade }
        captured[name] = binding
      } else if name == function.name.text {
        throw .problem(
          Diagnostic(
            .error, .recursion(name), at: span, hint: "iteration lives in built-ins such as sum"))
      } else if isCall, let derivative = Elaborator(run).opaqueDerivative(name) {
        captured[graph[derivative.function].name.spelling] = .quantity(derivative.function)
      } else if run.builtIns.named(name) == nil {
        let known = run.knownNames + Array(parameters)
        let near = Suggestion.nearest(to: name, among: known.sorted())
        throw .problem(
          Diagnostic(
            .error, .unknownName(name), at: span, hint: near.map { "did you mean '\($0)'?" }))
      }
    }
  }
}

extension Expression {
  /// The names that are no parameters and no bound names, each with its place.
  func freeNames(except bound: Set<String>) -> [(name: String, span: Span, isCall: Bool)] {
    func all(
      _ expressions: [Expression], _ bound: Set<String>
    ) -> [(name: String, span: Span, isCall: Bool)] {
      expressions.flatMap { $0.freeNames(except: bound) }
    }
    switch kind {
    case .number, .text, .truth: return []
    case .name(let name): return bound.contains(name) ? [] : [(name, span, false)]
    case .negate(let inner), .not(let inner), .field(let inner, _), .transpose(let inner),
      .parenthesised(let inner):
      return inner.freeNames(except: bound)
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right),
      .sample(let left, let right), .pipe(let left, let right), .range(let left, let right):
      return all([left, right], bound)
    case .comparison(let first, let rest): return all([first] + rest.map(\.right), bound)
    case .choice(let condition, let yes, let no): return all([condition, yes, no], bound)
    case .call(let callee, let arguments):
      var inner = bound
      for argument in arguments {
        if case .binder(let binder) = argument.content { inner.insert(binder.name.text) }
      }
      let head = callee.freeNames(except: bound).map { ($0.name, $0.span, true) }
      return head + all(arguments.map(\.expression), inner)
    case .index(let base, let indices): return all([base] + indices, bound)
    case .list(let items), .tuple(let items): return all(items, bound)
    case .comprehension(let body, let binder):
      return all([binder.domain], bound)
        + body.freeNames(except: bound.union([binder.name.text]))
    case .record(let fields): return all(fields.map(\.value), bound)
    }
  }
}
