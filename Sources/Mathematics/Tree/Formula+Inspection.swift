extension Formula {
  /// Whether it stands between fences of its own, so that it needs no parentheses.
  public var isFenced: Bool {
    switch self {
    case .fence: true
    case .sequence(let items), .group(.sequence(let items)): items.count == 1 && items[0].isFenced
    case .digits, .group, .letter, .word, .named, .glyph, .space, .scripted, .ratio, .radical,
      .accented,
      .layered, .arrow, .delimiter, .table, .prose, .alphabet, .styled, .colored, .decorated,
      .phantom, .classed, .negated, .modulo, .rule, .numbering, .reference, .hole, .choice:
      false
    }
  }

  /// Whether it is a fraction, which a power or a product beside it would change the look of.
  public var isFraction: Bool {
    if case .ratio = self { return true }
    guard case .sequence(let items) = self else { return false }
    return items.count == 1 && items[0].isFraction
  }

  /// Whether it is a word of several letters, which runs into its neighbours without a dot.
  public var isUprightWord: Bool {
    switch self {
    case .word, .named, .prose: true
    case .scripted(let scripts): scripts.base.isUprightWord
    case .sequence(let items): items.count == 1 && items[0].isUprightWord
    case .digits, .letter, .glyph, .space, .group, .ratio, .radical, .accented, .layered, .arrow,
      .fence, .delimiter, .table, .alphabet, .styled, .colored, .decorated, .phantom, .classed,
      .negated, .modulo, .rule, .numbering, .reference, .hole, .choice:
      false
    }
  }
}
