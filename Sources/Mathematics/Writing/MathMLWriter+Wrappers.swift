extension MathMLWriter {
  /// Content in an element that changes how it looks.
  mutating func wrapped(_ formula: Formula, _ setting: Setting) {
    switch formula {
    case .alphabet(let alphabet, let content):
      var inner = setting
      inner.alphabet = setting.alphabet?.around(alphabet) ?? alphabet
      element(content, inner)
    case .styled(let style, let content): styled(style, content, setting)
    case .colored(let colour, let content):
      around(content, " style=\"color:\(colour.css)\"", setting)
    case .decorated(let decoration, let content):
      if case .raised(let length) = decoration {
        // The room above or below grows with it.
        let side = length.thousandths < 0 ? "bottom" : "top"
        let room = Formula.Length(thousandths: abs(length.thousandths)).ems
        out.open(.mpadded, " voffset=\"\(length.ems)em\" style=\"padding-\(side):\(room)em\"")
        write(content, setting.inner)
        return out.close(.mpadded)
      }
      around(content, decoration.attributes, setting.inner)
    case .phantom(let phantom, let content): self.phantom(phantom, content, setting)
    case .classed(let atomClass, let content): classed(atomClass, content, setting)
    case .negated(let content): negated(content, setting)
    case .digits, .letter, .word, .named, .glyph, .space, .sequence, .group, .scripted, .ratio,
      .radical, .accented, .layered, .arrow, .fence, .delimiter, .table, .prose, .modulo, .rule,
      .numbering, .reference, .hole, .choice:
      write(formula, setting)
    }
  }

  private mutating func around(_ content: Formula, _ attributes: String, _ setting: Setting) {
    out.open(.mrow, attributes)
    write(content, setting)
    out.close(.mrow)
  }

  private mutating func styled(
    _ style: Formula.Style, _ content: Formula, _ setting: Setting
  ) {
    var inner = setting
    switch style {
    case .display: inner.isDisplay = true
    case .text, .script, .scriptscript: inner.isDisplay = false
    case .tiny, .scriptsize, .footnotesize, .small, .normalsize, .large, .larger, .largest, .huge,
      .hugest:
      break
    }
    switch style {
    case .display, .text: inner.isScript = false
    case .script, .scriptscript: inner.isScript = true
    case .tiny, .scriptsize, .footnotesize, .small, .normalsize, .large, .larger, .largest, .huge,
      .hugest:
      break
    }
    out.open(.mstyle, style.attributes)
    write(content, inner)
    out.close(.mstyle)
  }

  private mutating func phantom(
    _ phantom: Formula.Phantom, _ content: Formula, _ setting: Setting
  ) {
    let padding: String? =
      switch phantom {
      case .phantom: nil
      case .hphantom, .smash: " height=\"0\" depth=\"0\""
      case .smashTop: " height=\"0\""
      case .smashBottom: " depth=\"0\""
      case .vphantom, .rightOverlap: " width=\"0\""
      case .leftOverlap: " class=\"llap\" width=\"0\""
      case .centredOverlap: " class=\"clap\" width=\"0\""
      }
    let isHidden =
      switch phantom {
      case .phantom, .hphantom, .vphantom: true
      case .smash, .smashTop, .smashBottom, .leftOverlap, .rightOverlap, .centredOverlap: false
      }
    if let padding { out.open(.mpadded, padding) }
    if isHidden { out.open(.mphantom) }
    // The style sheet moves this one element to the left.
    let isMoved = phantom == .leftOverlap || phantom == .centredOverlap
    if isMoved { element(content.asOneRow, setting) } else { write(content, setting) }
    if isHidden { out.close(.mphantom) }
    if padding != nil { out.close(.mpadded) }
  }

  /// Content with the space of another class around it.
  private mutating func classed(
    _ atomClass: Formula.AtomClass, _ content: Formula, _ setting: Setting
  ) {
    let (left, right) = spaces(of: atomClass, setting)
    if case .glyph(let name) = content, let symbol = SymbolTable.shared[name] {
      let width = { (thousandths: Int) in
        Formula.Length(thousandths: thousandths).ems + (thousandths == 0 ? "" : "em")
      }
      let after = atomClass == .punctuation && !setting.isScript ? "0.1667em" : width(right)
      out.element(
        .mo, " stretchy=\"false\" lspace=\"\(width(left))\" rspace=\"\(after)\"", symbol.text)
      return
    }
    out.open(.mrow)
    if left > 0 { space(left) }
    write(content, setting.inner)
    if right > 0 { space(right) }
    out.close(.mrow)
  }

  /// The space on both sides of content of a class, in thousandths of an em; none at the ends of a
  /// formula, and none between two relations.
  private func spaces(
    of atomClass: Formula.AtomClass, _ setting: Setting
  ) -> (left: Int, right: Int) {
    guard !setting.isScript else { return (0, 0) }
    switch atomClass {
    case .binary: return (222, 222)
    case .relation:
      let lacksLeft = setting.previous == .relation || setting.trimsEnds && setting.previous == nil
      let lacksRight = setting.next == .relation || setting.trimsEnds && setting.next == nil
      return (lacksLeft ? 0 : 278, lacksRight ? 0 : 278)
    case .ordinary, .operation, .opening, .closing, .punctuation, .inner: return (0, 0)
    }
  }

  private mutating func negated(_ content: Formula, _ setting: Setting) {
    if case .glyph(let name) = content, let symbol = SymbolTable.shared[name] {
      let attributes = " stretchy=\"false\"" + (setting.isScript ? Self.unspaced : "")
      out.element(.mo, attributes, symbol.text + "\u{0338}")
    } else {
      around(content, " class=\"cancel\"", setting)
    }
  }

  /// Formulas that are a few tokens.
  mutating func leaf(_ formula: Formula, _ setting: Setting) {
    switch formula {
    case .modulo(let modulus, let content): modulo(modulus, content, setting)
    case .rule(let width, let height):
      out.raw("<mspace class=\"rule\" width=\"\(width.ems)em\" height=\"\(height.ems)em\"/>")
    case .reference(_, let parenthesised, let number):
      let shown = number ?? "??"
      out.element(.mtext, "", parenthesised ? "(\(shown))" : shown)
    case .hole(let source):
      out.open(.mtext, " class=\"tt\"")
      out.spacedText(source)
      out.close(.mtext)
    case .digits, .letter, .word, .named, .glyph, .space, .sequence, .group, .scripted, .ratio,
      .radical, .accented, .layered, .arrow, .fence, .delimiter, .table, .prose, .alphabet, .styled,
      .colored, .decorated, .phantom, .classed, .negated, .numbering, .choice:
      write(formula, setting)
    }
  }

  private mutating func modulo(
    _ modulus: Formula.Modulus, _ content: Formula, _ setting: Setting
  ) {
    out.open(.mrow)
    space(setting.isDisplay ? 1000 : 444)
    if modulus != .mod { out.element(.mo, " stretchy=\"false\"", "(") }
    if modulus != .pod { out.element(.mo, " lspace=\"0\" rspace=\"0.3333em\"", "mod") }
    write(content, setting.inner)
    if modulus != .mod { out.element(.mo, " stretchy=\"false\"", ")") }
    out.close(.mrow)
  }
}

extension Formula.Decoration {
  /// The attributes of the row that is decorated.
  var attributes: String {
    switch self {
    case .raised(let length): " style=\"vertical-align:\(length.ems)em\""
    case .boxed: " class=\"boxed\""
    case .cancel: " class=\"cancel\""
    case .backwardCancel: " class=\"bcancel\""
    case .crossCancel: " class=\"xcancel\""
    case .struckOut: " class=\"sout\""
    case .ground(let colour): " class=\"ground\" style=\"background:\(colour.css)\""
    case .frame(let colour, let ground):
      " class=\"boxed\" style=\"border-color:\(colour.css);background:\(ground.css)\""
    }
  }
}

extension Formula {
  /// The formula as one row, so that exactly one element is written for it.
  fileprivate var asOneRow: Formula {
    if case .group = self { self } else { .group(self) }
  }
}
