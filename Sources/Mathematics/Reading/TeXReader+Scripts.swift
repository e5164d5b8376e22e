extension TeXReader {
  /// One atom with the scripts that follow it; `nil` for a command that leaves nothing.
  mutating func scripted() throws(TeXError) -> Formula? {
    var base: Formula?
    if let token = try stream.peekSolid(), !startsScript(token) {
      guard let atom = try atom() else { return nil }
      if atom.refusesScripts { return atom }
      base = atom
    }
    var scripts = ScriptsInProgress()
    while let token = try stream.peekSolid() {
      guard try read(token, into: &scripts) else { break }
    }
    guard scripts.isPresent else { return base }
    return scripts.attached(to: base ?? .group(.empty))
  }

  private func startsScript(_ token: TeXToken) -> Bool {
    token.isCharacter("^") || token.isCharacter("_") || token.isCharacter("'")
      || token.isCharacter("’") || token.isCharacter("′")
  }

  /// Reads one script; `false` when the token is none.
  private mutating func read(
    _ token: TeXToken, into scripts: inout ScriptsInProgress
  ) throws(TeXError) -> Bool {
    switch token.kind {
    case .character("'"), .character("’"), .character("′"):
      stream.advance()
      guard scripts.sup == nil else { throw stream.error(.doubleScript(isSuper: true), at: token) }
      scripts.primes += 1
      guard scripts.primes <= 9 else { throw stream.error(.doubleScript(isSuper: true), at: token) }
    case .character("^"):
      stream.advance()
      guard scripts.sup == nil else { throw stream.error(.doubleScript(isSuper: true), at: token) }
      scripts.sup = try argument(of: token)
    case .character("_"):
      stream.advance()
      guard scripts.sub == nil else { throw stream.error(.doubleScript(isSuper: false), at: token) }
      scripts.sub = try argument(of: token)
    case .command(let name):
      guard case .placement(let placement)? = Command.named(name) else { return false }
      stream.advance()
      scripts.placement = placement
    case .character, .space, .parameter:
      return false
    }
    return true
  }
}

extension Formula {
  /// Whether scripts after the formula belong to an empty base of their own.
  var refusesScripts: Bool {
    switch self {
    case .space, .numbering, .modulo: true
    case .digits, .letter, .word, .named, .glyph, .sequence, .group, .scripted, .ratio, .radical,
      .accented, .layered, .arrow, .fence, .delimiter, .table, .prose, .alphabet, .styled, .colored,
      .decorated, .phantom, .classed, .negated, .rule, .reference, .hole:
      false
    }
  }
}

/// The scripts of an atom while they are being read.
struct ScriptsInProgress {
  var primes = 0
  var sub: Formula?
  var sup: Formula?
  var placement = Formula.Scripts.Placement.automatic

  var isPresent: Bool { primes > 0 || sub != nil || sup != nil }

  func attached(to base: Formula) -> Formula {
    if case .sequence(let items) = base, let last = items.last {
      return .sequence(items.dropLast() + [attached(to: last)])
    }
    return .scripted(
      Formula.Scripts(base: base.asAtom, primes: primes, sub: sub, sup: sup, placement: placement))
  }
}
