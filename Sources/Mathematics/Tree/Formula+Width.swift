extension Formula {
  /// A rough width in thousandths of an em, to find formulas that need to scroll.
  public var estimatedWidth: Int {
    switch self {
    case .digits(let text): text.utf8.count * 500
    case .letter(let text): text.utf8.first.map { (0x41...0x5A).contains($0) } == true ? 750 : 550
    case .word(let text, _), .named(let text, limits: _): text.unicodeScalars.count * 500
    case .glyph(let name): glyphWidth(name)
    case .space(let space): space.thousandths
    case .sequence(let items): items.reduce(0) { $0 + $1.estimatedWidth }
    case .styled(let style, let content): content.estimatedWidth * style.percent / 100
    case .phantom(let phantom, let content): phantom.hasWidth ? content.estimatedWidth : 0
    case .group(let content), .alphabet(_, let content), .colored(_, let content),
      .classed(_, let content),
      .negated(let content), .accented(_, let content):
      content.estimatedWidth
    case .choice(let choice): choice.display.estimatedWidth
    case .decorated(.raised, let content): content.estimatedWidth
    case .decorated(_, let content): content.estimatedWidth + 700
    case .radical(let content, index: _): content.estimatedWidth + 900
    case .modulo(_, let content): content.estimatedWidth + 3500
    case .scripted(let scripts):
      scripts.base.estimatedWidth
        + max(scripts.sub?.estimatedWidth ?? 0, scripts.sup?.estimatedWidth ?? 0) * 7 / 10
    case .ratio(let fraction):
      max(fraction.width(of: fraction.numerator), fraction.width(of: fraction.denominator)) + 240
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

  /// How wide a formula may be, in thousandths of an em, that is printed on A4 paper by the page's
  /// own style sheet: 166 mm in letters of 11.15 pt.
  public static let pageWidth = 42_200

  /// Whether the formula certainly runs over the margin of a printed page, where nothing breaks it.
  ///
  /// The estimate is off by less than a sixth; in a line of text, fractions are smaller than it says.
  /// Alignments, whose rows the author breaks, are left out.
  public func isTooWide(display: Bool) -> Bool {
    if case .table(let table) = self, table.kind.family != .single { return false }
    return estimatedWidth > Self.pageWidth * (display ? 118 : 165) / 100
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

extension Formula.Fraction {
  /// The width of a part, in which fractions are smaller than in a display and lose the space around operators.
  fileprivate func width(of part: Formula) -> Int {
    part.rowItems.reduce(0) { sum, item in
      guard case .ratio(let inner) = item, inner.form.style == nil, !form.isContinued else {
        return sum + item.estimatedWidth
      }
      return sum + item.estimatedWidth * 55 / 100
    }
  }
}

extension Formula.Table {
  var estimatedWidth: Int {
    var widths: [Int] = []
    for row in rows {
      for place in row.places {
        // What takes several columns seldom decides about their width.
        let width = place.columns.count == 1 ? place.cell.estimatedWidth + 800 : 0
        let column = place.columns.lowerBound
        while widths.count < column { widths.append(0) }
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

extension Formula.Style {
  /// The size of letters against that of a display.
  fileprivate var percent: Int {
    switch self {
    case .display, .text, .normalsize: 100
    case .script, .scriptsize: 70
    case .scriptscript, .tiny: 50
    case .footnotesize: 80
    case .small: 90
    case .large: 120
    case .larger: 144
    case .largest: 173
    case .huge: 207
    case .hugest: 249
    }
  }
}

extension Formula.Phantom {
  /// Whether it takes as much room in the row as its content.
  fileprivate var hasWidth: Bool {
    switch self {
    case .phantom, .hphantom, .smash, .smashTop, .smashBottom: true
    case .vphantom, .leftOverlap, .rightOverlap, .centredOverlap: false
    }
  }
}
