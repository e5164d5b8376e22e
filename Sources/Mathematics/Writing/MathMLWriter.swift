/// Writes a formula as MathML Core.
struct MathMLWriter {
  var out: Markup

  /// What surrounds the formula being written.
  struct Setting {
    var alphabet: Formula.Alphabet?
    /// Whether the formula is set in display style.
    var isDisplay: Bool
    /// Whether the formula is a script, where TeX drops the space around operators.
    var isScript = false
    /// Whether the formula is a script of a script.
    var isSecondScript = false
    var depth = 0
    /// The classes of the neighbours; `nil` at an end of the row.
    var previous: Formula.AtomClass?
    var next: Formula.AtomClass?
    /// Whether the row is a cell that continues the one on its left, so that an operator at its
    /// start stands between two operands.
    var continuesRow = false
    /// Whether the row is a whole formula or a group, where a relation at an end has no space there.
    var trimsEnds = true
    /// What to say about `movablelimits` on the operator.
    var movesLimits: Bool?

    /// Whether an operator with a name has space on its left.
    var hasOperandBefore: Bool {
      switch previous {
      case .ordinary, .closing, .inner: true
      case .operation, .binary, .relation, .opening, .punctuation, nil: false
      }
    }

    /// Whether an operator with a name has space on its right.
    var hasOperandBehind: Bool {
      switch next {
      case .ordinary, .operation: true
      case .binary, .relation, .opening, .closing, .punctuation, .inner, nil: false
      }
    }

    /// The setting of a part with rows of its own.
    var inner: Setting {
      Setting(
        alphabet: alphabet, isDisplay: isDisplay, isScript: isScript,
        isSecondScript: isSecondScript, depth: depth)
    }

    /// The setting of a script or a label.
    var script: Setting {
      Setting(
        alphabet: alphabet, isDisplay: false, isScript: true, isSecondScript: isScript, depth: depth
      )
    }

    /// The setting of the parts of a fraction.
    var fraction: Setting {
      Setting(
        alphabet: alphabet, isDisplay: false, isScript: isScript || !isDisplay,
        isSecondScript: isScript, depth: depth)
    }

    /// The formula of a choice that the style asks for.
    func chosen(of choice: Formula.Choice) -> Formula {
      if isScript { return isSecondScript ? choice.scriptscript : choice.script }
      return isDisplay ? choice.display : choice.text
    }
  }

  /// Writes exactly one element.
  mutating func element(_ formula: Formula, _ setting: Setting) {
    if formula.isOneElement {
      write(formula, setting)
    } else {
      out.open(.mrow)
      write(formula, setting)
      out.close(.mrow)
    }
  }

  /// Writes the elements of a row: one for everything but rows, words and what is invisible.
  mutating func write(_ formula: Formula, _ setting: Setting) {
    var setting = setting
    setting.depth += 1
    guard setting.depth <= WritingLimits.depth else { return out.raw("<mo>…</mo>") }
    switch formula {
    case .digits(let text): digits(text, setting)
    case .letter(let text): letter(text, setting)
    case .word(let text, let alphabet): word(text, alphabet, setting)
    case .named(let text, _): named(text, setting)
    case .glyph(let name): glyph(name, setting)
    case .space(let space): self.space(space)
    case .sequence(let items): sequence(items, setting)
    case .group(let content):
      out.open(.mrow)
      write(content, setting.inner)
      out.close(.mrow)
    case .scripted(let scripts): scripted(scripts, setting)
    case .ratio(let fraction): self.fraction(fraction, setting)
    case .radical(let content, let index): radical(content, index, setting)
    case .accented(let accent, let base): accented(accent, base, setting)
    case .layered(let layering, let label, let base): layered(layering, label, base, setting)
    case .arrow(let name, let over, let under): arrow(name, over, under, setting)
    case .fence(let fence): self.fence(fence, setting)
    case .delimiter(let delimiter): sized(delimiter, setting)
    case .table(let table): self.table(table, setting)
    case .prose(let prose): self.prose(prose, setting)
    case .alphabet, .styled, .colored, .decorated, .phantom, .classed, .negated:
      wrapped(formula, setting)
    case .modulo, .rule, .reference, .hole: leaf(formula, setting)
    case .numbering: break
    case .choice(let choice):
      out.open(.mrow)
      write(setting.chosen(of: choice), setting)
      out.close(.mrow)
    }
  }

  private mutating func sequence(_ items: [Formula], _ setting: Setting) {
    var inner = setting
    inner.continuesRow = false
    var previous: Formula.AtomClass? = setting.continuesRow ? .ordinary : nil
    var ahead = items.firstClass(from: 0)
    let bars = items.openingBars(continuesRow: setting.continuesRow)
    let joins = setting.alphabet?.makesWords == true
    var index = 0
    while index < items.count {
      let item = items[index]
      if joins, let run = letters(in: items, from: index) {
        identifier(run.text, setting)
        previous = .ordinary
        index = run.end
        continue
      }
      if ahead.index < index { ahead = items.firstClass(from: index) }
      var current: Formula.AtomClass?
      if ahead.index == index {
        current = ahead.atomClass
        ahead = items.firstClass(from: index + 1)
      }
      inner.previous = previous
      inner.next = ahead.atomClass
      inner.continuesRow = setting.continuesRow && index == 0
      if case .glyph(let name) = item, name == "dots" || name == "dotso" {
        dots(before: items[(index + 1)...], inner)
      } else if item.isBuiltOperation {
        operation(item, inner)
      } else {
        write(item, inner)
      }
      if let current {
        previous =
          bars.contains(index)
          ? .opening : current.resolved(previous: previous, next: inner.next)
      }
      index += 1
    }
  }

  /// An operator of several parts between the spaces that a named one brings itself.
  private mutating func operation(_ item: Formula, _ setting: Setting) {
    if setting.hasOperandBefore, !setting.isScript { space(167) }
    write(item, setting)
    if setting.hasOperandBehind, !setting.isScript { space(167) }
  }

  /// The letters from `start` on that make one word, if there are at least two.
  private func letters(in items: [Formula], from start: Int) -> (text: String, end: Int)? {
    var text = ""
    var end = start
    while end < items.count, case .letter(let letter) = items[end], Formula.isWord(letter) {
      text += letter
      end += 1
    }
    return end > start + 1 ? (text, end) : nil
  }

  /// Space; Chromium ignores a negative width and takes a margin, which the style sheet gives it.
  private mutating func space(_ space: Formula.Space) {
    let isNegative = space.thousandths < 0
    out.raw(isNegative ? "<mspace class=\"back\" style=\"--w:\(space.ems)em\"" : "<mspace")
    out.raw(" width=\"\(space.ems)em\"/>")
  }

  mutating func space(_ thousandths: Int) {
    out.raw("<mspace width=\"\(Formula.Length(thousandths: thousandths).ems)em\"/>")
  }
}

extension [Formula] {
  /// The first class of an atom from `start` on and whose it is; what looks through has none.
  fileprivate func firstClass(from start: Int) -> (atomClass: Formula.AtomClass?, index: Int) {
    var index = start
    while index < count {
      if let atomClass = self[index].atomClass { return (atomClass, index) }
      index += 1
    }
    return (nil, count)
  }
}

extension Formula.AtomClass {
  /// The class after a binary operator without two operands has become an ordinary atom.
  func resolved(previous: Formula.AtomClass?, next: Formula.AtomClass?) -> Formula.AtomClass {
    guard self == .binary else { return self }
    return isPrefix(after: previous) || isPostfix(before: next) ? .ordinary : .binary
  }

  /// Whether a binary operator after an atom of class `previous` lacks its left operand.
  func isPrefix(after previous: Formula.AtomClass?) -> Bool {
    switch previous {
    case .operation, .binary, .relation, .opening, .punctuation, nil: true
    case .ordinary, .closing, .inner: false
    }
  }

  /// Whether a binary operator before an atom of class `next` lacks its right operand.
  func isPostfix(before next: Formula.AtomClass?) -> Bool {
    switch next {
    case .relation, .closing, .punctuation, nil: true
    case .ordinary, .operation, .binary, .opening, .inner: false
    }
  }
}

extension Formula {
  /// Whether MathML needs exactly one element for the formula.
  var isOneElement: Bool {
    switch self {
    case .sequence, .numbering: false
    case .digits, .letter, .word, .named, .glyph, .space, .group, .scripted, .ratio, .radical,
      .accented, .layered, .arrow, .fence, .delimiter, .table, .prose, .alphabet, .styled, .colored,
      .decorated, .phantom, .classed, .negated, .modulo, .rule, .reference, .hole, .choice:
      true
    }
  }
}
