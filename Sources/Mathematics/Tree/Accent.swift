extension Formula {
  /// What stands above or below a base; the raw value is the TeX command.
  public enum Accent: String, Hashable, Sendable, CaseIterable {
    case hat, bar, tilde, vec, dot, ddot, dddot, ddddot, check, breve, acute, grave, mathring
    case widehat, widetilde, widecheck
    case overline, underline
    case overbrace, underbrace, overbracket, underbracket
    case overrightarrow, overleftarrow, overleftrightarrow
    case underrightarrow, underleftarrow, underleftrightarrow
    case overrightharpoon, overleftharpoon
    case overdoublearrow = "Overrightarrow"
    case overparen, underparen, overgroup, undergroup
    case undertilde = "utilde"

    /// Whether it stands below.
    var isBelow: Bool {
      switch self {
      case .underline, .underbrace, .underbracket, .underrightarrow, .underleftarrow,
        .underleftrightarrow, .underparen, .undergroup, .undertilde:
        true
      case .hat, .bar, .tilde, .vec, .dot, .ddot, .dddot, .ddddot, .check, .breve, .acute, .grave,
        .mathring, .widehat, .widetilde, .widecheck, .overline, .overbrace, .overbracket,
        .overrightarrow, .overleftarrow, .overleftrightarrow, .overrightharpoon, .overleftharpoon,
        .overdoublearrow, .overparen, .overgroup:
        false
      }
    }

    /// Whether scripts are labels above and below it.
    var takesLabels: Bool {
      switch self {
      case .overbrace, .underbrace, .overbracket, .underbracket, .overparen, .underparen,
        .overgroup, .undergroup:
        true
      case .hat, .bar, .tilde, .vec, .dot, .ddot, .dddot, .ddddot, .check, .breve, .acute, .grave,
        .mathring, .widehat, .widetilde, .widecheck, .overline, .underline, .overrightarrow,
        .overleftarrow, .overleftrightarrow, .underrightarrow, .underleftarrow,
        .underleftrightarrow, .overrightharpoon, .overleftharpoon, .overdoublearrow, .undertilde:
        false
      }
    }

    /// Whether it is as wide as its base.
    var stretches: Bool {
      switch self {
      case .widehat, .widetilde, .widecheck, .overline, .underline, .overbrace, .underbrace,
        .overbracket, .underbracket, .overrightarrow, .overleftarrow, .overleftrightarrow,
        .underrightarrow, .underleftarrow, .underleftrightarrow, .overrightharpoon,
        .overleftharpoon, .overdoublearrow, .overparen, .underparen, .overgroup, .undergroup,
        .undertilde:
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
      case .dddot: "..."
      case .ddddot: "...."
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
      case .overrightharpoon: "⇀"
      case .overleftharpoon: "↼"
      case .overdoublearrow: "⇒"
      case .overparen: "⏜"
      case .underparen: "⏝"
      case .overgroup: "⏠"
      case .undergroup: "⏡"
      case .undertilde: "~"
      }
    }
  }
}
