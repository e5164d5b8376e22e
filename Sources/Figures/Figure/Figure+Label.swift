extension Figure {
  /// A short text with simple runs: enough for a name with a subscript or a power of ten.
  public struct Label: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// How the letters of a run stand.
    public enum Style: Hashable, Sendable {
      case plain, italic, subscripted, superscripted
    }

    /// Letters that stand alike.
    public struct Run: Hashable, Sendable {
      /// The letters.
      public var text: String
      /// How they stand.
      public var style: Style

      /// Letters in a style.
      public init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
      }
    }

    /// The runs from left to right.
    public var runs: [Run]

    /// A text of several runs.
    public init(_ runs: [Run]) {
      self.runs = runs
    }

    /// A text in one style.
    public init(_ text: String, _ style: Style = .plain) {
      runs = [Run(text, style)]
    }

    /// A plain text.
    public init(stringLiteral text: String) {
      self.init(text)
    }
  }
}

extension Figure.Label {
  /// The text in one line without styles: `w_out`, `10^-3`.
  public var plainText: String {
    var text = ""
    for run in runs {
      switch run.style {
      case .plain, .italic: text += run.text
      case .subscripted: text += "_" + run.text
      case .superscripted: text += "^" + run.text.replacing("−", with: "-")
      }
    }
    return text
  }

  /// Whether there is nothing to write.
  public var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }

  /// One label after the other.
  public static func + (left: Self, right: Self) -> Self {
    Self(left.runs + right.runs)
  }

  /// An estimate of its width in points, a little too wide rather than too narrow.
  ///
  /// - Parameter size: The size of plain letters, in points.
  /// - Returns: The sum of the letters' widths in a common sans-serif face.
  public func width(size: Double) -> Double {
    var ems = 0.0
    for run in runs {
      let scale =
        switch run.style {
        case .plain, .italic: 1.0
        case .subscripted, .superscripted: 0.72
        }
      for scalar in run.text.unicodeScalars { ems += scale * Self.ems(of: scalar) }
    }
    return ems * size
  }

  private static func ems(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "'", "|", ".", ",", ":", ";", "!": 0.29
    case "f", "t", "r", "(", ")", "[", "]", "{", "}", "/", "\\", "-", " ", "\"", "`": 0.37
    case "m", "w", "M", "W", "@", "%": 0.88
    case "a"..."z", "0"..."9": 0.58
    case "A"..."Z": 0.69
    case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}": 0
    case "\u{1100}"..."\u{11FF}", "\u{2E80}"..."\u{D7FF}", "\u{F900}"..."\u{FAFF}",
      "\u{FF00}"..."\u{FF60}", "\u{1F300}"..."\u{3FFFD}":
      1.05
    default: 0.66
    }
  }
}
