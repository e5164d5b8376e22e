extension Formula {
  /// The formula with another one in the place of each of its leaves, from the left.
  ///
  /// The leaves are digits, letters, words, symbols, spaces, delimiters, rules, numbers of equations,
  /// references and holes. What stays is returned as it is.
  ///
  /// - Throws: What `replacement` throws.
  func replacingLeaves<Failure: Error>(
    by replacement: (Formula) throws(Failure) -> Formula
  ) throws(Failure) -> Formula {
    switch self {
    case .digits, .letter, .word, .named, .glyph, .space, .delimiter, .rule, .numbering,
      .reference, .hole:
      return try replacement(self)
    case .sequence(let items): return .row(try Self.replacingLeaves(of: items, by: replacement))
    case .group(let content): return .group(try content.replacingLeaves(by: replacement))
    case .scripted(let scripts):
      return .scripted(
        Scripts(
          base: try scripts.base.replacingLeaves(by: replacement).asAtom, primes: scripts.primes,
          sub: try scripts.sub?.replacingLeaves(by: replacement).withoutBraces,
          sup: try scripts.sup?.replacingLeaves(by: replacement).withoutBraces,
          placement: scripts.placement))
    case .ratio(let fraction):
      return .ratio(
        Fraction(
          numerator: try fraction.numerator.replacingLeaves(by: replacement).withoutBraces,
          denominator: try fraction.denominator.replacingLeaves(by: replacement).withoutBraces,
          form: fraction.form))
    case .radical(let content, let index):
      return .radical(
        try content.replacingLeaves(by: replacement),
        index: try index?.replacingLeaves(by: replacement).withoutBraces)
    case .layered(let layering, let label, let base):
      return .layered(
        layering, label: try label.replacingLeaves(by: replacement),
        base: try base.replacingLeaves(by: replacement))
    case .arrow(let name, let over, let under):
      return .arrow(
        name, over: try over.replacingLeaves(by: replacement),
        under: try under?.replacingLeaves(by: replacement).withoutBraces)
    case .fence(let fence):
      return .fence(
        Fence(
          open: fence.open, parts: try Self.replacingLeaves(of: fence.parts, by: replacement),
          middles: fence.middles,
          close: fence.close))
    case .choice(let choice):
      return .choice(
        Choice(
          display: try choice.display.replacingLeaves(by: replacement),
          text: try choice.text.replacingLeaves(by: replacement),
          script: try choice.script.replacingLeaves(by: replacement),
          scriptscript: try choice.scriptscript.replacingLeaves(by: replacement)))
    case .table(let table): return .table(try table.replacingLeaves(by: replacement))
    case .prose(let prose): return .prose(try prose.replacingLeaves(by: replacement))
    case .accented(let accent, let base):
      return .accented(accent, try base.replacingLeaves(by: replacement))
    case .alphabet(let alphabet, let content):
      return .lettered(alphabet, try content.replacingLeaves(by: replacement))
    case .styled(let style, let content):
      return .styled(style, try content.replacingLeaves(by: replacement))
    case .colored(let colour, let content):
      return .colored(colour, try content.replacingLeaves(by: replacement))
    case .decorated(let decoration, let content):
      return .decorated(decoration, try content.replacingLeaves(by: replacement))
    case .phantom(let phantom, let content):
      return .phantom(phantom, try content.replacingLeaves(by: replacement))
    case .classed(let atomClass, let content):
      return .classed(atomClass, try content.replacingLeaves(by: replacement))
    case .negated(let content): return .negated(try content.replacingLeaves(by: replacement))
    case .modulo(let modulus, let content):
      return .modulo(modulus, try content.replacingLeaves(by: replacement))
    }
  }

  private static func replacingLeaves<Failure: Error>(
    of items: [Formula], by replacement: (Formula) throws(Failure) -> Formula
  ) throws(Failure) -> [Formula] {
    var filled: [Formula] = []
    filled.reserveCapacity(items.count)
    for item in items { filled.append(try item.replacingLeaves(by: replacement)) }
    return filled
  }
}

extension Formula.Table {
  fileprivate func replacingLeaves<Failure: Error>(
    by replacement: (Formula) throws(Failure) -> Formula
  ) throws(Failure) -> Formula.Table {
    var filled: [Row] = []
    for row in rows {
      var cells: [Formula] = []
      for cell in row.cells {
        cells.append(try cell.replacingLeaves(by: replacement).withoutBraces)
      }
      var row = row
      row.cells = cells
      filled.append(row)
    }
    return Formula.Table(kind: kind, columns: columns, rows: filled, rulesBelow: rulesBelow)
  }
}

extension Formula.Prose {
  fileprivate func replacingLeaves<Failure: Error>(
    by replacement: (Formula) throws(Failure) -> Formula
  ) throws(Failure) -> Formula.Prose {
    var filled: [Piece] = []
    for piece in pieces {
      switch piece {
      case .words: filled.append(piece)
      case .formula(let formula):
        filled.append(.formula(try formula.replacingLeaves(by: replacement)))
      case .prose(let prose): filled.append(.prose(try prose.replacingLeaves(by: replacement)))
      }
    }
    return Formula.Prose(font: font, pieces: filled)
  }
}
