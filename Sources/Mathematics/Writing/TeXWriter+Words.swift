extension TeXWriter {
  mutating func word(_ text: String, _ alphabet: Formula.Alphabet) {
    write(command: alphabet.rawValue)
    write("{")
    wordCharacters(text, space: "\\ ")
    write("}")
  }

  mutating func named(_ text: String, limits: Bool) {
    if let command = OperatorNames.command(for: text, limits: limits) {
      return write(command: command)
    }
    write(command: limits ? "operatorname*" : "operatorname")
    write("{")
    wordCharacters(text, space: "\\,")
    write("}")
  }

  private mutating func wordCharacters(_ text: String, space: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": write(space)
      case "_", "%", "#", "&", "$", "{", "}": write(command: String(scalar))
      default: write(String(scalar))
      }
    }
  }

  mutating func prose(_ prose: Formula.Prose) {
    write(command: prose.font.rawValue)
    write("{")
    pieces(of: prose)
    write("}")
  }

  /// The text without its command and braces.
  mutating func pieces(of prose: Formula.Prose) {
    for piece in prose.pieces {
      switch piece {
      case .words(let text): words(text)
      case .prose(let inner): self.prose(inner)
      case .formula(let formula):
        write("$")
        write(formula)
        write("$")
      }
    }
  }

  private mutating func words(_ text: String) {
    var afterHyphen = false
    for scalar in text.unicodeScalars {
      if scalar == "-" && afterHyphen { write("{}") }
      afterHyphen = scalar == "-"
      switch scalar {
      case "{", "}", "%", "#", "&", "$", "_": write(command: String(scalar))
      case "\\": write("\\textbackslash{}")
      case "~": write("\\textasciitilde{}")
      case "^": write("\\textasciicircum{}")
      case "\u{A0}": write("~")
      default: write(String(scalar))
      }
    }
  }
}
