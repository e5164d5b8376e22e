extension Formula {
  /// What stands above or below a base; the raw value is the TeX command.
  public enum Accent: String, Hashable, Sendable, CaseIterable {
    case hat, bar, tilde, vec, dot, ddot, dddot, ddddot, check, breve, acute, grave, mathring
    case widehat, widetilde, widecheck
    case overline, underline
    case overbrace, underbrace, overbracket, underbracket
    case overrightarrow, overleftarrow, overleftrightarrow
    case underrightarrow, underleftarrow, underleftrightarrow

    /// Whether it stands below.
    var isBelow: Bool {
      switch self {
      case .underline, .underbrace, .underbracket, .underrightarrow, .underleftarrow,
        .underleftrightarrow:
        true
      case .hat, .bar, .tilde, .vec, .dot, .ddot, .dddot, .ddddot, .check, .breve, .acute, .grave,
        .mathring, .widehat, .widetilde, .widecheck, .overline, .overbrace, .overbracket,
        .overrightarrow, .overleftarrow, .overleftrightarrow:
        false
      }
    }

    /// Whether scripts are labels above and below it.
    var takesLabels: Bool {
      switch self {
      case .overbrace, .underbrace, .overbracket, .underbracket: true
      case .hat, .bar, .tilde, .vec, .dot, .ddot, .dddot, .ddddot, .check, .breve, .acute, .grave,
        .mathring, .widehat, .widetilde, .widecheck, .overline, .underline, .overrightarrow,
        .overleftarrow, .overleftrightarrow, .underrightarrow, .underleftarrow,
        .underleftrightarrow:
        false
      }
    }

    /// Whether it is as wide as its base.
    var stretches: Bool {
      switch self {
      case .widehat, .widetilde, .widecheck, .overline, .underline, .overbrace, .underbrace,
        .overbracket, .underbracket, .overrightarrow, .overleftarrow, .overleftrightarrow,
        .underrightarrow, .underleftarrow, .underleftrightarrow:
        true
      case .hat, .bar, .tilde, .vec, .dot, .ddot, .dddot, .ddddot, .check, .breve, .acute, .grave,
        .mathring:
        false
      }
    }

    /// The character that is drawn; the rules are drawn by the style sheet instead.
    var character: String {
      switch self {
      case .hat: "\u{02C6}"
      case .bar: "\u{00AF}"
      case .tilde: "\u{02DC}"
      case .vec: "→"
      case .dot: "\u{02D9}"
      case .ddot: "\u{00A8}"
      case .dddot: "\u{20DB}"
      case .ddddot: "\u{20DC}"
      case .check, .widecheck: "\u{02C7}"
      case .breve: "\u{02D8}"
      case .acute: "\u{00B4}"
      case .grave: "\u{0060}"
      case .mathring: "\u{02DA}"
      case .widehat: "\u{0302}"
      case .widetilde: "~"
      case .overline, .underline: ""
      case .overbrace: "⏞"
      case .underbrace: "⏟"
      case .overbracket: "⎴"
      case .underbracket: "⎵"
      case .overrightarrow, .underrightarrow: "→"
      case .overleftarrow, .underleftarrow: "←"
      case .overleftrightarrow, .underleftrightarrow: "↔"
      }
    }
  }
}
