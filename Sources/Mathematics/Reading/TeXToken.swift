/// One token of TeX.
struct TeXToken: Hashable, Sendable {
  /// What it is.
  enum Kind: Hashable, Sendable {
    /// A command by its name without the backslash.
    case command(String)
    /// Any other character but white space; `{`, `}`, `$`, `&`, `^`, `_`, `#`, `~`, `%` included.
    case character(Unicode.Scalar)
    /// White space; a line end also ends a comment.
    case space(endsLine: Bool)
    /// The place of a macro's argument, from 1; only in the bodies of macros.
    case parameter(Int)
  }

  /// What it is.
  let kind: Kind
  /// Where it starts in the formula's source; for a token from a macro, where the call starts.
  let start: Int32
  /// Where it ends.
  let end: Int32

  /// The number of bytes it takes in an expansion.
  var weight: Int {
    switch kind {
    case .command(let name): name.utf8.count + 1
    case .character, .space, .parameter: 1
    }
  }

  func moved(to call: TeXToken) -> TeXToken {
    TeXToken(kind: kind, start: call.start, end: call.end)
  }

  func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    if case .character(scalar) = kind { true } else { false }
  }

  func isCommand(_ name: String) -> Bool {
    if case .command(name) = kind { true } else { false }
  }

  var isSpace: Bool {
    if case .space = kind { true } else { false }
  }
}
