extension Formula.Prose {
  /// The words with every control character replaced and every second space of a run kept.
  ///
  /// A run of spaces would be read as one, so that the others become U+00A0. Straight quotes
  /// become curly ones, as TeX reads them.
  static func cleaned(_ words: String) -> String {
    var cleaned = ""
    var afterSpace = false
    for scalar in words.unicodeScalars {
      switch scalar {
      case " ", "\n", "\t", "\r":
        cleaned.unicodeScalars.append(afterSpace ? "\u{A0}" : " ")
        afterSpace = true
      case "'", "`":
        cleaned.unicodeScalars.append(scalar == "'" ? "’" : "‘")
        afterSpace = false
      default:
        afterSpace = false
        cleaned.unicodeScalars.append(scalar.isWritable ? scalar : "\u{FFFD}")
      }
    }
    return cleaned
  }
}

extension Unicode.Scalar {
  /// Whether XML allows the character in a document and it is not a control character.
  var isWritable: Bool {
    switch value {
    case 0x20..<0x7F, 0xA0..<0xFFFE, 0x10000...0x10FFFF: !(0xFDD0...0xFDEF).contains(value)
    case 0x09, 0x0A, 0x0D: true
    default: false
    }
  }
}
