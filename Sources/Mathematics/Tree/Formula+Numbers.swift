extension Formula {
  /// The number of the formula, with its parentheses: the author's `\tag`, else what the document
  /// gives its label.
  public var tag: String? {
    let numberings = numberings
    for case .tag(let text, let bare) in numberings { return bare ? text : "(\(text))" }
    for case .label(_, let number?) in numberings { return "(\(number))" }
    for case .part(let number) in numberings { return "(\(number))" }
    return nil
  }

  /// The names under which other formulas refer to this one.
  public var labels: [String] {
    numberings.compactMap { numbering in
      if case .label(let name, number: _) = numbering { name } else { nil }
    }
  }

  /// The formula with the numbers that a document gives its labels and what it refers to.
  ///
  /// - Parameter number: The number of a label, without parentheses; nil for none.
  /// - Returns: The same formula, its labels and references with their numbers.
  public func numbered(by number: (String) -> String?) -> Formula {
    replacingLeaves { leaf in
      if case .numbering(.label(let name, number: _)) = leaf {
        return .numbering(.label(name, number: number(name)))
      }
      guard case .reference(let name, let parenthesised, number: _) = leaf else { return leaf }
      return .reference(name, parenthesised: parenthesised, number: number(name))
    }
  }

  /// The formula with the numbers that it has and refers to as an author would write them, for a
  /// typesetter that knows only this formula.
  public var withNumbersInPlace: Formula {
    if let displays = parts { return .row(displays.map { .table($0).withNumbersInPlace }) }
    return replacingLeaves { leaf in
      switch leaf {
      case .numbering(.part(let number)): return .numbering(.tag(number, bare: false))
      case .numbering(.label(_, let number)):
        return number.map { .numbering(.tag($0, bare: false)) } ?? .empty
      case .reference(_, let parenthesised, let number):
        return .text(parenthesised ? "(\(number ?? "??"))" : number ?? "??")
      case .digits, .letter, .word, .named, .glyph, .space, .sequence, .group, .scripted, .ratio,
        .radical, .accented, .layered, .arrow, .fence, .delimiter, .table, .prose, .alphabet,
        .styled, .colored, .decorated, .phantom, .classed, .negated, .modulo, .rule, .numbering,
        .hole, .choice:
        return leaf
      }
    }
  }

  /// The labels that the formula refers to, in their order.
  public var references: [String] {
    var found: [String] = []
    _ = replacingLeaves { leaf in
      if case .reference(let label, parenthesised: _, number: _) = leaf { found.append(label) }
      return leaf
    }
    return found
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
    switch self {
    case .table(let table): return table.kind.isDisplay
    // The displays of a `subequations` without the frame around them.
    case .sequence(let items): return items.allSatisfy(\.isDisplayEnvironment)
    case .digits, .letter, .word, .named, .glyph, .space, .group, .scripted, .ratio, .radical,
      .accented, .layered, .arrow, .fence, .delimiter, .prose, .alphabet, .styled, .colored,
      .decorated, .phantom, .classed, .negated, .modulo, .rule, .numbering, .reference, .hole,
      .choice:
      return false
    }
  }

  /// What is said about the number of the formula, at its outermost level or in its rows.
  var numberings: [Numbering] {
    switch self {
    case .numbering(let numbering): [numbering]
    case .sequence(let items): items.flatMap(\.numberings)
    case .table(let table):
      // The name of a whole `subequations` is the number of none of its rows.
      table.kind == .subequations
        ? table.parts.flatMap { Formula.table($0).numberings }
        : table.rows.flatMap { $0.cells.flatMap(\.numberings) }
    case .styled(_, let content), .colored(_, let content), .group(let content):
      content.numberings
    case .digits, .letter, .word, .named, .glyph, .space, .scripted, .ratio, .radical, .accented,
      .layered, .arrow, .fence, .delimiter, .prose, .alphabet, .decorated, .phantom, .classed,
      .negated, .modulo, .rule, .reference, .hole, .choice:
      []
    }
  }
}
