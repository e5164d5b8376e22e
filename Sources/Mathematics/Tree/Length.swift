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

    /// The width in em as MathML wants it.
    var ems: String {
      switch self {
      case .negativeThin: "-0.1667"
      case .negativeMedium: "-0.2222"
      case .negativeThick: "-0.2778"
      case .thin: "0.1667"
      case .medium: "0.2222"
      case .thick: "0.2778"
      case .word, .tie: "0.25"
      case .en: "0.5"
      case .quad: "1"
      case .doubleQuad: "2"
      case .length(let length): length.ems
      }
    }

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
