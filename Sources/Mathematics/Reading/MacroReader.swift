internal import Source

/// Reads the definitions of macros.
enum MacroReader {
  /// The body of a macro with its places for arguments.
  static func body(
    of tokens: [TeXToken], name: String
  ) throws(TeXError) -> (tokens: [TeXToken], parameters: Int) {
    var body: [TeXToken] = []
    var parameters = 0
    var marker: TeXToken?
    for token in tokens {
      if let hash = marker {
        guard case .character(let scalar) = token.kind, ("1"..."9").contains(scalar) else {
          throw TeXError(
            reason: .badDefinition(name), span: Span(Int(token.start), Int(token.end)))
        }
        let number = Int(scalar.value) - 0x30
        parameters = max(parameters, number)
        body.append(TeXToken(kind: .parameter(number), start: hash.start, end: token.end))
        marker = nil
      } else if token.isCharacter("#") {
        marker = token
      } else {
        body.append(token)
      }
    }
    if let hash = marker {
      throw TeXError(reason: .badDefinition(name), span: Span(Int(hash.start), Int(hash.end)))
    }
    return (body, parameters)
  }
}
