/// Letters of Unicode's mathematical alphabets that an author types or pastes.
enum MathLetters {
  /// The plain letter of `scalar` in its alphabet.
  static func plain(_ scalar: Unicode.Scalar) -> Formula? {
    switch scalar {
    case "ℝ", "ℕ", "ℤ", "ℚ", "ℂ", "ℙ", "ℍ": found(scalar, .blackboard)
    case "ℒ", "ℱ", "ℋ", "ℰ", "ℬ", "ℐ", "ℳ", "ℛ": found(scalar, .calligraphic)
    case "\u{1D400}"..."\u{1D433}", "\u{1D7CE}"..."\u{1D7D7}": found(scalar, .bold)
    case "\u{1D434}"..."\u{1D467}": found(scalar, .normal, among: .italic)
    case "\u{1D468}"..."\u{1D49B}": found(scalar, .boldItalic)
    case "\u{1D49C}"..."\u{1D4CF}": found(scalar, .calligraphic)
    case "\u{1D504}"..."\u{1D537}": found(scalar, .fraktur)
    case "\u{1D538}"..."\u{1D56B}", "\u{1D7D8}"..."\u{1D7E1}": found(scalar, .blackboard)
    case "\u{1D71C}"..."\u{1D755}": found(scalar, .boldItalic)
    default: nil
    }
  }

  private static let candidates: [Unicode.Scalar] =
    (0x30...0x39).map { Unicode.Scalar(UInt8($0)) }
    + (0x41...0x5A).map { Unicode.Scalar(UInt8($0)) }
    + (0x61...0x7A).map { Unicode.Scalar(UInt8($0)) }
    + (0x391...0x3C9).compactMap { Unicode.Scalar(UInt32($0)) }

  private static func found(
    _ scalar: Unicode.Scalar, _ alphabet: Formula.Alphabet, among other: Formula.Alphabet? = nil
  ) -> Formula? {
    let source = other ?? alphabet
    guard let plain = candidates.first(where: { source.character(for: $0) == scalar }) else {
      return nil
    }
    let letter = Formula.character(String(plain))
    return alphabet == .normal ? letter : .alphabet(alphabet, letter)
  }
}
