extension TeXToken {
  /// The TeX that reads back to `tokens`.
  static func source(of tokens: [TeXToken]) -> String {
    var source = ""
    var afterWord = false
    for token in tokens {
      switch token.kind {
      case .command(let name):
        source += "\\" + name
        afterWord = name.utf8.last.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } ?? false
      case .character(let scalar):
        if afterWord && scalar.properties.isAlphabetic { source += " " }
        source.unicodeScalars.append(scalar)
        afterWord = false
      case .space(let endsLine):
        source += endsLine ? "\n" : " "
        afterWord = false
      case .parameter(let number):
        source += "#\(number)"
        afterWord = false
      }
    }
    return source
  }
}
