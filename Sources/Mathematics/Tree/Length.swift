extension Formula {
  /// A length in thousandths of an em, at most 50 em either way.
  public struct Length: Hashable, Sendable {
    /// Thousandths of an em.
    public let thousandths: Int

    /// No length.
    public static let zero = Length(thousandths: 0)

    /// The greatest length, either way.
    static let limit = 50_000

    /// The length written with up to three decimals, as CSS and TeX want it: `0.5`.
    var ems: String {
      let magnitude = abs(thousandths)
      var text = (thousandths < 0 ? "-" : "") + String(magnitude / 1000)
      var rest = magnitude % 1000
      guard rest > 0 else { return text }
      text += "."
      var place = 100
      while rest > 0 {
        text += String(rest / place)
        rest %= place
        place /= 10
      }
      return text
    }
  }

  /// White space between two atoms.
  public enum Space: Hashable, Sendable {
    case negativeThin, negativeMedium, negativeThick
    case thin, medium, thick
    case word, tie, en, quad, doubleQuad
    case length(Length)

    /// The width in thousandths of an em.
    var thousandths: Int {
      switch self {
      case .negativeThin: -167
      case .negativeMedium: -222
      case .negativeThick: -278
      case .thin: 167
      case .medium: 222
      case .thick: 278
      case .word, .tie: 250
      case .en: 500
      case .quad: 1000
      case .doubleQuad: 2000
      case .length(let length): length.thousandths
      }
    }
  }
}
