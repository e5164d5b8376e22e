extension Formula {
  /// Words inside a formula.
  public struct Prose: Hashable, Sendable {
    /// The font; the raw value is the TeX command.
    public enum Font: String, Hashable, Sendable, CaseIterable {
      case plain = "text"
      case roman = "textrm"
      case normal = "textnormal"
      case box = "mbox"
      case bold = "textbf"
      case italic = "textit"
      case emphasis = "emph"
      case sansSerif = "textsf"
      case typewriter = "texttt"
      case smallCapitals = "textsc"
      case upright = "textup"
      case medium = "textmd"
      case slanted = "textsl"
    }

    /// One stretch of the text.
    public enum Piece: Hashable, Sendable {
      /// Characters as they are read; a space that may not vanish is U+00A0.
      case words(String)
      /// A formula between dollars.
      case formula(Formula)
      /// Words in another font.
      case prose(Prose)
    }

    /// The font of the words.
    public let font: Font
    /// The stretches in order; no two neighbours are both words.
    public let pieces: [Piece]
  }
}
