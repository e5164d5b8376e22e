extension TeXToken {
  /// The tokens with the command `\\%` for every `%` that begins no comment.
  ///
  /// A comment runs to the end of its line, and another line follows. Elsewhere, and right behind a
  /// digit, authors mean the sign: `95%` must not lose what stands behind it.
  static func withPercentSigns(_ tokens: [TeXToken]) -> [TeXToken] {
    guard tokens.contains(where: { $0.isCharacter("%") }) else { return tokens }
    var settled = tokens
    var hasLineEnd = false
    for index in tokens.indices.reversed() {
      let token = tokens[index]
      if case .space(endsLine: true) = token.kind { hasLineEnd = true }
      guard token.isCharacter("%") else { continue }
      let isBehindDigit =
        index > 0 && tokens[index - 1].isDigit && tokens[index - 1].end == token.start
      guard !hasLineEnd || isBehindDigit else { continue }
      settled[index] = TeXToken(kind: .command("%"), start: token.start, end: token.end)
    }
    return settled
  }

  /// Whether the author wrote a `%` without a backslash, which stands for a percent sign all the same.
  var isBarePercent: Bool { isCommand("%") && end == start + 1 }

  private var isDigit: Bool {
    guard case .character(let scalar) = kind else { return false }
    return ("0"..."9").contains(scalar)
  }
}
