extension Formula {
  /// The formula with a value in the place of every `\dl{…}`.
  ///
  /// - Parameter value: The value of an expression by its source; a row is put in braces.
  /// - Returns: A formula without holes, but for those in the values.
  /// - Throws: What `value` throws, at the first hole from the left.
  public func filled<Failure: Error>(
    by value: (String) throws(Failure) -> Formula
  ) throws(Failure) -> Formula {
    switch self {
    case .hole(let source):
      let formula = try value(source)
      if case .sequence = formula { return .group(formula) }
      return formula
    case .digits, .letter, .word, .named, .glyph, .space, .delimiter, .rule, .numbering, .reference:
      return self
    case .sequence(let items): return .row(try Self.filled(items, by: value))
    case .group(let content): return .group(try content.filled(by: value))
    case .scripted(let scripts):
      return .scripted(
        Scripts(
          base: try scripts.base.filled(by: value).asAtom, primes: scripts.primes,
          sub: try scripts.sub?.filled(by: value).withoutBraces,
          sup: try scripts.sup?.filled(by: value).withoutBraces, placement: scripts.placement))
    case .ratio(let fraction):
      return .ratio(
        Fraction(
          numerator: try fraction.numerator.filled(by: value).withoutBraces,
          denominator: try fraction.denominator.filled(by: value).withoutBraces,
          form: fraction.form))
    case .radical(let content, let index):
      return .radical(
        try content.filled(by: value), index: try index?.filled(by: value).withoutBraces)
    case .layered(let layering, let label, let base):
      return .layered(
        layering, label: try label.filled(by: value), base: try base.filled(by: value))
    case .arrow(let name, let over, let under):
      return .arrow(
        name, over: try over.filled(by: value), under: try under?.filled(by: value).withoutBraces)
    case .fence(let fence):
      return .fence(
        Fence(
          open: fence.open, parts: try Self.filled(fence.parts, by: value), middles: fence.middles,
          close: fence.close))
    case .table(let table): return .table(try table.filled(by: value))
    case .prose(let prose): return .prose(try prose.filled(by: value))
    case .accented(let accent, let base): return .accented(accent, try base.filled(by: value))
    case .alphabet(let alphabet, let content):
      return .lettered(alphabet, try content.filled(by: value))
    case .styled(let style, let content): return .styled(style, try content.filled(by: value))
    case .colored(let colour, let content): return .colored(colour, try content.filled(by: value))
    case .decorated(let decoration, let content):
      return .decorated(decoration, try content.filled(by: value))
    case .phantom(let phantom, let content): return .phantom(phantom, try content.filled(by: value))
    case .classed(let atomClass, let content):
      return .classed(atomClass, try content.filled(by: value))
    case .negated(let content): return .negated(try content.filled(by: value))
    case .modulo(let modulus, let content): return .modulo(modulus, try content.filled(by: value))
    }
  }

  private static func filled<Failure: Error>(
    _ items: [Formula], by value: (String) throws(Failure) -> Formula
  ) throws(Failure) -> [Formula] {
    var filled: [Formula] = []
    filled.reserveCapacity(items.count)
    for item in items { filled.append(try item.filled(by: value)) }
    return filled
  }
}

extension Formula.Table {
  fileprivate func filled<Failure: Error>(
    by value: (String) throws(Failure) -> Formula
  ) throws(Failure) -> Formula.Table {
    var filled: [Row] = []
    for row in rows {
      var cells: [Formula] = []
      for cell in row.cells { cells.append(try cell.filled(by: value).withoutBraces) }
      filled.append(Row(cells: cells, gap: row.gap, rulesAbove: row.rulesAbove))
    }
    return Formula.Table(kind: kind, columns: columns, rows: filled, rulesBelow: rulesBelow)
  }
}

extension Formula.Prose {
  fileprivate func filled<Failure: Error>(
    by value: (String) throws(Failure) -> Formula
  ) throws(Failure) -> Formula.Prose {
    var filled: [Piece] = []
    for piece in pieces {
      switch piece {
      case .words: filled.append(piece)
      case .formula(let formula): filled.append(.formula(try formula.filled(by: value)))
      case .prose(let prose): filled.append(.prose(try prose.filled(by: value)))
      }
    }
    return Formula.Prose(font: font, pieces: filled)
  }
}
