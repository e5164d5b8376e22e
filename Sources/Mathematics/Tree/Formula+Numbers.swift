extension Formula {
  /// The number that the author gave the formula with `\tag`, with its parentheses.
  public var tag: String? {
    numberings.lazy.compactMap { numbering in
      if case .tag(let text, let bare) = numbering { bare ? text : "(\(text))" } else { nil }
    }.first
  }

  /// The names under which other formulas refer to this one.
  public var labels: [String] {
    numberings.compactMap { numbering in
      if case .label(let name) = numbering { name } else { nil }
    }
  }

  /// Whether the author wrote `\nonumber` or a starred environment.
  public var isUnnumbered: Bool {
    if case .table(let table) = self, table.kind.isDisplay, table.kind.rawValue.hasSuffix("*") {
      return true
    }
    return numberings.contains(.none)
  }

  /// Whether the formula is one environment, such as `align`, that LaTeX wants without dollars.
  public var isDisplayEnvironment: Bool {
    if case .table(let table) = self { table.kind.isDisplay } else { false }
  }

  /// What is said about the number of the formula, at its outermost level or in its rows.
  private var numberings: [Numbering] {
    switch self {
    case .numbering(let numbering): [numbering]
    case .sequence(let items): items.flatMap(\.numberings)
    case .table(let table): table.rows.flatMap { $0.cells.flatMap(\.numberings) }
    case .styled(_, let content), .colored(_, let content), .group(let content):
      content.numberings
    case .digits, .letter, .word, .named, .glyph, .space, .scripted, .ratio, .radical, .accented,
      .layered, .arrow, .fence, .delimiter, .prose, .alphabet, .decorated, .phantom, .classed,
      .negated, .modulo, .rule, .reference, .hole:
      []
    }
  }
}
