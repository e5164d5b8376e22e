/// How much room text takes in a terminal, and what of it may be shown there at all.
enum DisplayWidth {
  /// The columns that `character` takes: 0, 1 or 2.
  ///
  /// Wide is what Unicode's East Asian Width calls W or F, in ranges rounded to whole blocks.
  static func of(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.value < 0x300 { return 1 }
    if character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    if scalar.properties.generalCategory == .nonspacingMark { return 0 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The columns that `text` takes.
  static func of(_ text: [Character]) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The characters of `text` with nothing in them that steers a terminal or turns the line around.
  ///
  /// Tabs become spaces up to the next multiple of four, counted from `column`.
  static func shown(_ text: String, from column: Int = 0) -> [Character] {
    var characters: [Character] = []
    var column = column
    for character in text {
      if character == "\t" {
        let count = 4 - column % 4
        characters += Array(repeating: " ", count: count)
        column += count
      } else {
        let safe = character.unicodeScalars.contains(where: steers) ? "\u{FFFD}" : character
        characters.append(safe)
        column += of(safe)
      }
    }
    return characters
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    case 0xFEFF: true
    case _: false
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x25FD...0x25FE,
    0x2614...0x2615, 0x2648...0x2653, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x2705...0x2705,
    0x274C...0x274C, 0x2753...0x2757, 0x2795...0x2797, 0x2B1B...0x2B1C, 0x2B50...0x2B50,
    0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F7E0...0x1F7EB, 0x1F900...0x1F9FF,
    0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
