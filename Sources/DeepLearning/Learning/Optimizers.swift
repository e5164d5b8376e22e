import Algebra
import Workings

/// The optimizers as built-ins: `sgd(loss, wrt: w, eta: 0.1)` and its relatives.
public enum Optimizers {
  /// The letters of an optimizer's states, for which `names:` has others; nil for another name.
  public static func letters(of name: String) -> [String]? {
    UpdateRules.all.first { $0.name == name }?.letters
  }

  static let all: [BuiltIn] = UpdateRules.all.map(builtIn)

  private static func builtIn(_ rule: UpdateRule) -> BuiltIn {
    BuiltIn(
      rule.name,
      parameters: [.positional("loss", .expression), .labelled("wrt", .names)] + rule.parameters + [
        .labelled("steps", .integer(atLeast: 1), or: .value(.number(1))),
        .labelled("start", .record, or: .none), .labelled("names", .record, or: .none),
        Calculus.ties,
      ],
      summary: rule.summary, source: rule.source, example: rule.example
    ) { call throws(Failure) in
      var descent = try Descent(rule, call)
      let trace = try descent.run()
      return .value(.trace(trace), steps: descent.working)
    }
  }
}
