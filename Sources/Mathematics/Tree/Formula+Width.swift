extension Formula {
  /// A rough width in thousandths of an em, to find formulas that need to scroll.
  public var estimatedWidth: Int {
    switch self {
    case .digits(let text): text.utf8.count * 500
    case .letter: 550
    case .word(let text, _), .named(let text, limits: _): text.unicodeScalars.count * 500
    case .glyph(let name): glyphWidth(name)
    case .space(let space): space.thousandths
    case .sequence(let items): items.reduce(0) { $0 + $1.estimatedWidth }
    case .group(let content), .alphabet(_, let content), .styled(_, let content),
      .colored(_, let content), .phantom(_, let content), .classed(_, let content),
      .negated(let content), .accented(_, let content):
      content.estimatedWidth
    case .decorated(_, let content): content.estimatedWidth + 700
    case .radical(let content, index: _): content.estimatedWidth + 900
    case .modulo(_, let content): content.estimatedWidth + 3500
    case .scripted(let scripts):
      scripts.base.estimatedWidth
        + max(scripts.sub?.estimatedWidth ?? 0, scripts.sup?.estimatedWidth ?? 0) * 7 / 10
    case .ratio(let fraction):
      max(fraction.numerator.estimatedWidth, fraction.denominator.estimatedWidth) + 240
    case .layered(_, let label, let base): max(label.estimatedWidth * 7 / 10, base.estimatedWidth)
    case .arrow(_, let over, let under):
      max(over.estimatedWidth, under?.estimatedWidth ?? 0) * 7 / 10 + 1300
    case .fence(let fence): fence.parts.reduce(800) { $0 + $1.estimatedWidth }
    case .delimiter: 500
    case .table(let table): table.estimatedWidth
    case .prose(let prose): prose.estimatedWidth
    case .rule(let width, height: _): width.thousandths
    case .reference(_, _, let number): (number?.utf8.count ?? 2) * 500 + 700
    case .hole(let source): source.utf8.count * 500
    case .numbering: 0
    }
  }

  private func glyphWidth(_ name: String) -> Int {
    switch atomClass {
    case .relation: 1300
    case .binary: 1200
    case .operation: 1000
    case .opening, .closing: 400
    case .punctuation: 450
    case .ordinary, .inner, nil: 700
    }
  }
}

extension Formula.Table {
  var estimatedWidth: Int {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.cells.enumerated() {
        let width = cell.estimatedWidth + 800
        if column < widths.count {
          widths[column] = max(widths[column], width)
        } else {
          widths.append(width)
        }
      }
    }
    return widths.reduce(kind.fences == nil ? 0 : 800, +)
  }
}

extension Formula.Prose {
  var estimatedWidth: Int {
    pieces.reduce(0) { sum, piece in
      switch piece {
      case .words(let words): sum + words.unicodeScalars.count * 480
      case .formula(let formula): sum + formula.estimatedWidth
      case .prose(let prose): sum + prose.estimatedWidth
      }
    }
  }
}
