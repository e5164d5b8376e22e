extension Formula {
  /// A base with primes, a subscript and a superscript, at least one of the three.
  public struct Scripts: Hashable, Sendable {
    /// Where a script goes.
    public enum Placement: String, Hashable, Sendable {
      /// As the base has it: below and above a sum in display, beside a letter.
      case automatic = ""
      /// Always below and above.
      case limits
      /// Always beside.
      case beside = "nolimits"
    }

    /// What the scripts belong to: one atom, `.group(.sequence([]))` for none.
    public let base: Formula
    /// How many primes precede the superscript.
    public let primes: Int
    /// The subscript or lower limit.
    public let sub: Formula?
    /// The superscript or upper limit.
    public let sup: Formula?
    /// Where the scripts go.
    public let placement: Placement
  }

  /// A formula for each of the four styles, of which the place chooses one: `\mathchoice`.
  public struct Choice: Hashable, Sendable {
    /// What stands in a display, in a line of text, in a script, and in a script of a script.
    public let display, text, script, scriptscript: Formula
  }

  /// How a label is put on a base.
  public enum Layering: String, Hashable, Sendable {
    case overset, underset, stackrel
  }
}
