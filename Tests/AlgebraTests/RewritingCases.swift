import Algebra
import Testing

/// An expression, what is assumed, and what it should become.
struct RewritingCase: CustomTestStringConvertible, Sendable {
  let expected: String
  let make: @Sendable (Graph) -> (formula: Formula, facts: [Formula])

  init(_ expected: String, _ make: @escaping @Sendable (Graph) -> Formula) {
    self.expected = expected
    self.make = { (make($0), []) }
  }

  init(
    _ expected: String, knowing make: @escaping @Sendable (Graph) -> (Formula, [Formula])
  ) {
    self.expected = expected
    self.make = { make($0) }
  }

  var testDescription: String { expected }
}
