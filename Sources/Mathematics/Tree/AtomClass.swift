extension Formula {
  /// The classes of atoms that decide about the space between two of them (TeXbook, chapter 17).
  public enum AtomClass: String, Hashable, Sendable, CaseIterable {
    case ordinary = "mathord"
    case operation = "mathop"
    case binary = "mathbin"
    case relation = "mathrel"
    case opening = "mathopen"
    case closing = "mathclose"
    case punctuation = "mathpunct"
    case inner = "mathinner"
  }
}

extension Formula {
  /// How the formula is spaced by its neighbours; `nil` when they look through it.
  var atomClass: AtomClass? {
    switch self {
    case .digits, .letter, .word, .group, .ratio, .radical, .accented, .prose, .rule, .reference,
      .hole:
      .ordinary
    case .named: .operation
    case .glyph(let name): SymbolTable.shared[name]?.atomClass ?? .ordinary
    case .space, .numbering: nil
    case .sequence(let items): items.count == 1 ? items.first?.atomClass : .ordinary
    case .scripted(let scripts): scripts.base.atomClass ?? .ordinary
    case .layered(let layering, _, let base): layering == .stackrel ? .relation : base.atomClass
    case .arrow, .negated: .relation
    case .fence: .inner
    case .delimiter(let delimiter): delimiter.side.atomClass
    case .table: .ordinary
    case .alphabet(_, let content), .styled(_, let content), .colored(_, let content),
      .phantom(_, let content):
      content.atomClass
    case .decorated(.raised, let content): content.atomClass
    case .decorated: .ordinary
    case .choice(let choice): choice.display.atomClass
    case .classed(let atomClass, _): atomClass
    case .modulo: .ordinary
    }
  }

  /// Whether the formula draws nothing and takes no space at all.
  var isInvisible: Bool {
    switch self {
    case .numbering: true
    case .sequence(let items): items.allSatisfy(\.isInvisible)
    case .digits, .letter, .word, .named, .glyph, .space, .group, .scripted, .ratio, .radical,
      .accented, .layered, .arrow, .fence, .delimiter, .table, .prose, .alphabet, .styled, .colored,
      .decorated, .phantom, .classed, .negated, .modulo, .rule, .reference, .hole, .choice:
      false
    }
  }
}
