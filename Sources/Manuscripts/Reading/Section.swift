public import Markdown

/// A heading and all that stands below it.
public struct Section: Sendable {
  /// What stands in a section, in the author's order.
  public enum Piece: Sendable {
    case block(Markdown.Block)
    case section(Section)
  }

  /// The heading as written.
  public let heading: Heading
  /// What it is for.
  public let role: Role
  /// What can be referred to; unique in the manuscript.
  public internal(set) var id: String
  /// `1`, `(a)`, `(i)`; nil for what is not numbered.
  public internal(set) var number: String?
  /// What it is worth.
  public let marks: Marks?
  /// Whether its marks stay out of sums.
  public let isBonus: Bool
  /// Whether it starts on a new page.
  public let startsPage: Bool
  /// The room that the paper leaves below it.
  public let room: Room?
  /// What stands in it.
  public internal(set) var pieces: [Piece] = []

  /// The sections right below this one.
  public var sections: [Section] { pieces.sections }
}

extension [Section.Piece] {
  /// The sections among them.
  var sections: [Section] {
    compactMap { piece in
      guard case .section(let section) = piece else { return nil }
      return section
    }
  }
}

/// Room to write in: a length of paper or a number of lines.
public enum Room: Hashable, Sendable {
  /// Thousandths of a centimetre.
  case length(Int)
  /// Ruled lines.
  case lines(Int)

  /// `6cm`, `40mm`, `2.5in` or `8 lines`, to a metre or 200 lines; nil for anything else.
  init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), digits.utf8.count <= 6, let whole = Int(parts[0]) else {
      return nil
    }
    let decimals = parts.count == 2 ? parts[1] : "0"
    guard !decimals.isEmpty, let rest = Int((decimals + "00").prefix(3)) else { return nil }
    let thousandths = whole * 1000 + rest
    switch unit {
    case "cm": self = .length(thousandths)
    case "mm": self = .length(thousandths / 10)
    case "in": self = .length(thousandths * 254 / 100)
    case "line", "lines":
      guard parts.count == 1, whole <= 200 else { return nil }
      self = .lines(whole)
    default: return nil
    }
    if case .length(let length) = self, length > 100_000 { return nil }
  }
}
