import Algebra
import Source

/// Why an expression has no node.
enum Stop: Error {
  /// A problem to report.
  case problem(Diagnostic)
  /// It depends on something that failed and has been reported.
  case cascade
}

extension Diagnostic.Message {
  static func core(_ failure: Failure) -> Self {
    Self(failure.code, failure.text)
  }

  static func unknownName(_ name: String) -> Self {
    Self("unknown-name", "unknown name '\(name)'")
  }

  /// Without the line of the first definition, which would change with every line put in before.
  static func redefinition(_ name: String) -> Self {
    Self("redefinition", "'\(name)' is already defined in this section")
  }

  static func argumentCount(_ name: String, _ wanted: Int, _ found: Int) -> Self {
    Self(
      "argument-count",
      "'\(name)' takes \(wanted) argument\(wanted == 1 ? "" : "s"), and \(found) \(found == 1 ? "is" : "are") given"
    )
  }

  static func notCallable(_ name: String) -> Self {
    Self(
      "not-a-function",
      name.contains(".") ? "'\(name)' cannot be called" : "'\(name)' is a quantity, not a function")
  }

  static func needsNames(_ label: String) -> Self {
    Self("wrong-type", "'\(label):' takes names of quantities")
  }

  static func needsOptimizer(_ label: String) -> Self {
    Self("wrong-type", "'\(label):' takes an optimizer with its labels, such as sgd(eta: 0.1)")
  }

  static func recursion(_ name: String) -> Self {
    Self("recursion", "the function '\(name)' calls itself")
  }

  static func unknownField(_ name: String, of text: String) -> Self {
    Self("unknown-field", "'\(text)' has no field or column '\(name)'")
  }

  static func unknownLabel(_ label: String, of name: String) -> Self {
    Self("unknown-label", "'\(name)' has no label '\(label)'")
  }

  static func misplaced(_ what: String, where place: String) -> Self {
    Self("misplaced", "\(what) stands only \(place)")
  }

  static func callTooDeep(_ limit: Int) -> Self {
    Self("nested-too-deeply", "functions call each other more than \(limit) deep")
  }
}
