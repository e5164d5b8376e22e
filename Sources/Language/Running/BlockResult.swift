public import Source
public import Workings

/// What one block gave: what it shows, what it checked, what it named, what is wrong with it.
public struct BlockResult: Sendable {
  /// One statement that shows something.
  public struct Output: Sendable {
    /// The statement, in the block's text.
    public let span: Span
    /// The shown expression as written.
    public let source: String
    /// Its working.
    public let steps: [Step]
    /// What it is worth.
    public let value: Value
  }

  /// One `expect` or `published`.
  public struct Check: Sendable {
    /// The statement, in the block's text.
    public let span: Span
    /// What was found.
    public let verdict: Verdict
  }

  /// A name and what it holds, in the order of definition.
  public struct NamedValue: Sendable {
    /// The name as spelt.
    public let name: String
    /// What it holds.
    public let value: Value
  }

  /// What statements show and check, in their order.
  public enum Event: Sendable {
    case output(Output)
    case check(Check)
  }

  /// Outputs and checks in the order of the statements.
  public internal(set) var events: [Event] = []
  /// Names that the block defined.
  public internal(set) var bindings: [NamedValue] = []
  /// Checks against literals that were left out, since a parameter was overridden.
  public internal(set) var skippedChecks = 0
  /// What is wrong, in the block's text.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// The outputs alone.
  public var outputs: [Output] {
    events.compactMap { event in
      guard case .output(let output) = event else { return nil }
      return output
    }
  }

  /// The checks alone.
  public var checks: [Check] {
    events.compactMap { event in
      guard case .check(let check) = event else { return nil }
      return check
    }
  }

  /// Whether an error or a failed `expect` is among its results.
  public var hasFailed: Bool {
    diagnostics.contains { $0.severity == .error }
      || checks.contains { $0.verdict.finding == .failed }
  }
}
