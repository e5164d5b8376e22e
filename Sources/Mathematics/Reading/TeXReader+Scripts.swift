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
      || token.isCharacter("’") || token.isCharacter("′") || smallCharacter(token) != nil
  }

  /// The plain character of a small one such as `²`.
  private func smallCharacter(_ token: TeXToken) -> (scalar: Unicode.Scalar, isSub: Bool)? {
    guard case .character(let scalar) = token.kind, scalar.value > 0x7F else { return nil }
    return PlainScripts.plain(scalar)
  }

  /// A script typed in small characters.
  private mutating func readSmall(
    isSub: Bool, token: TeXToken, into scripts: inout ScriptsInProgress
  ) throws(TeXError) {
    guard isSub ? scripts.sub == nil : scripts.sup == nil else {
      throw stream.error(.doubleScript(isSuper: !isSub), at: token)
    }
    var text = ""
    while let next = stream.rawToken, let small = smallCharacter(next), small.isSub == isSub {
      text.unicodeScalars.append(small.scalar)
      stream.advance()
    }
    let script =
      Formula.isNumber(text.utf8)
      ? Formula.digits(text) : .row(text.map { .character(String($0)) })
    if isSub { scripts.sub = script } else { scripts.sup = script }
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
    case .character:
      guard let small = smallCharacter(token) else { return false }
      try readSmall(isSub: small.isSub, token: token, into: &scripts)
    case .space, .parameter:
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
      .decorated, .phantom, .classed, .negated, .rule, .reference, .hole, .choice:
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
