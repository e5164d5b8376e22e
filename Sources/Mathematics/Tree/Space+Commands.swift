extension Formula.Space {
  /// The space of a command name, such as `,`, `quad` or `thinspace`.
  init?(command: String) {
    switch command {
    case "!", "negthinspace": self = .negativeThin
    case "negmedspace": self = .negativeMedium
    case "negthickspace": self = .negativeThick
    case ",", "thinspace": self = .thin
    case ":", ">", "medspace": self = .medium
    case ";", "thickspace": self = .thick
    case " ", "space": self = .word
    case "nobreakspace", "~": self = .tie
    case "enspace", "enskip": self = .en
    case "quad": self = .quad
    case "qquad": self = .doubleQuad
    default: return nil
    }
  }

  /// The TeX source of the space.
  var tex: String {
    switch self {
    case .negativeThin: "\\!"
    case .negativeMedium: "\\negmedspace"
    case .negativeThick: "\\negthickspace"
    case .thin: "\\,"
    case .medium: "\\:"
    case .thick: "\\;"
    case .word: "\\ "
    case .tie: "~"
    case .en: "\\enspace"
    case .quad: "\\quad"
    case .doubleQuad: "\\qquad"
    case .length(let length): "\\hspace{\(length.ems)em}"
    }
  }
}
