extension Formula {
  /// Whether the formula is clearly higher than one line, so that delimiters around it must grow.
  public var isTall: Bool {
    switch self {
    case .digits, .letter, .word, .named, .space, .numbering, .reference, .hole: false
    case .glyph(let name): SymbolTable.shared[name]?.atomClass == .operation
    case .rule(width: _, let height): height.thousandths > 1000
    case .sequence(let items): items.contains(where: \.isTall)
    case .group(let content), .alphabet(_, let content), .styled(_, let content),
      .colored(_, let content), .classed(_, let content), .negated(let content),
      .modulo(_, let content), .radical(let content, index: _):
      content.isTall
    case .scripted(let scripts): scripts.isTall
    case .ratio, .layered, .table, .decorated, .arrow: true
    case .accented(let accent, let base): accent.takesLabels || base.isTall
    case .fence(let fence): fence.parts.contains(where: \.isTall)
    case .delimiter(let delimiter): delimiter.size != .big
    case .prose(let prose): prose.isTall
    case .phantom(let phantom, let content):
      phantom == .smash || phantom == .smashTop ? false : content.isTall
    case .choice(let choice): choice.display.isTall
    }
  }
}

extension Formula.Scripts {
  var isTall: Bool {
    base.isTall || carriesLimits
      || sub?.isTall == true || sup?.isTall == true || sup?.hasScripts == true
  }

  /// Whether the scripts stand below and above the base, at least in display.
  var carriesLimits: Bool {
    switch placement {
    case .limits: true
    case .beside: false
    case .automatic: base.takesLimits
    }
  }
}

extension Formula {
  /// Whether a part of the row has scripts of its own, so that a script of it stands high.
  var hasScripts: Bool {
    switch self {
    case .scripted: true
    case .sequence(let items): items.contains(where: \.hasScripts)
    case .group(let content), .alphabet(_, let content), .styled(_, let content),
      .colored(_, let content):
      content.hasScripts
    case .digits, .letter, .word, .named, .glyph, .space, .ratio, .radical, .accented, .layered,
      .arrow, .fence, .delimiter, .table, .prose, .decorated, .phantom, .classed, .negated, .modulo,
      .rule, .numbering, .reference, .hole, .choice:
      false
    }
  }
}

extension Formula.Prose {
  var isTall: Bool {
    pieces.contains { piece in
      switch piece {
      case .words: false
      case .formula(let formula): formula.isTall
      case .prose(let prose): prose.isTall
      }
    }
  }
}

extension Formula {
  /// Whether scripts of the formula go below and above it in display when nothing else is said.
  var takesLimits: Bool {
    switch self {
    case .named(_, let limits): limits
    case .glyph(let name): SymbolTable.shared[name]?.takesLimits == true
    case .accented(let accent, _): accent.takesLabels
    case .classed(.operation, .group): false
    case .classed(let atomClass, _): atomClass == .operation
    case .layered(let layering, _, let base): layering != .stackrel && base.takesLimits
    case .alphabet(_, let content), .colored(_, let content): content.takesLimits
    case .digits, .letter, .word, .space, .sequence, .group, .scripted, .ratio, .radical, .arrow,
      .fence, .delimiter, .table, .prose, .styled, .decorated, .phantom, .negated, .modulo, .rule,
      .numbering, .reference, .hole, .choice:
      false
    }
  }
}
