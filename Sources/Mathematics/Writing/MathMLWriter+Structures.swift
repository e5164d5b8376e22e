extension MathMLWriter {
  mutating func fraction(_ fraction: Formula.Fraction, _ setting: Setting) {
    let form = fraction.form
    var inner = setting
    if let style = form.style {
      out.open(.mstyle, style.attributes)
      inner.isDisplay = style == .display
      inner.isScript = style == .script || style == .scriptscript
    }
    let isFenced = form.open != .none || form.close != .none
    if isFenced { out.open(.mrow) }
    delimiter(form.open, form: "prefix", isStretchy: true)
    let thickness = form.thickness.map {
      " linethickness=\"\($0 == .zero ? "0" : $0.ems + "em")\""
    }
    out.open(.mfrac, thickness ?? "")
    for part in [fraction.numerator, fraction.denominator] {
      if form.isContinued {
        out.open(.mstyle, Formula.Style.display.attributes)
        element(part, inner.inner)
        out.close(.mstyle)
      } else {
        element(part, inner.fraction)
      }
    }
    out.close(.mfrac)
    delimiter(form.close, form: "postfix", isStretchy: true)
    if isFenced { out.close(.mrow) }
    if form.style != nil { out.close(.mstyle) }
  }

  mutating func radical(_ content: Formula, _ index: Formula?, _ setting: Setting) {
    guard let index else {
      out.open(.msqrt)
      element(content, setting.inner)
      return out.close(.msqrt)
    }
    out.open(.mroot)
    element(content, setting.inner)
    element(index, setting.script)
    out.close(.mroot)
  }

  mutating func delimiter(_ delimiter: Formula.Delimiter, form: String, isStretchy: Bool) {
    guard delimiter != .none else { return }
    out.element(
      .mo, " form=\"\(form)\" stretchy=\"\(isStretchy)\"" + delimiter.width(isStretchy: isStretchy),
      delimiter.character)
  }

  mutating func fence(_ fence: Formula.Fence, _ setting: Setting) {
    let isTall = fence.parts.contains(where: \.isTall)
    out.open(.mrow)
    delimiter(fence.open, form: "prefix", isStretchy: isTall)
    for (index, part) in fence.parts.enumerated() {
      if index > 0, index <= fence.middles.count {
        let attributes = " form=\"infix\" stretchy=\"\(isTall)\"" + Self.unspaced
        let middle = fence.middles[index - 1]
        if middle != .none {
          out.element(.mo, attributes + middle.width(isStretchy: isTall), middle.character)
        }
      }
      write(part, setting.inner)
    }
    delimiter(fence.close, form: "postfix", isStretchy: isTall)
    out.close(.mrow)
  }

  mutating func sized(_ sized: Formula.SizedDelimiter, _ setting: Setting) {
    let height =
      switch sized.size {
      case .big: "1.2em"
      case .Big: "1.8em"
      case .bigg: "2.4em"
      case .Bigg: "3em"
      }
    let form =
      switch sized.side {
      case .neutral: neutralForm(of: sized.delimiter, setting)
      case .left: " form=\"prefix\""
      case .right: " form=\"postfix\""
      case .middle: " form=\"postfix\" lspace=\"0.2778em\" rspace=\"0.2778em\""
      }
    out.element(
      .mo, " minsize=\"\(height)\" maxsize=\"\(height)\" stretchy=\"true\"" + form,
      sized.delimiter.character)
  }

  /// What says on which side of an operand a delimiter stands that the author left open.
  private func neutralForm(of delimiter: Formula.Delimiter, _ setting: Setting) -> String {
    let symbolClass = SymbolTable.shared[delimiter.name]?.atomClass
    if symbolClass == .opening { return " form=\"prefix\"" }
    if symbolClass == .closing { return " form=\"postfix\"" }
    let isOpening = Formula.AtomClass.binary.isPrefix(after: setting.previous)
    return (isOpening ? " form=\"prefix\"" : " form=\"postfix\"") + Self.unspaced
  }

  mutating func prose(_ prose: Formula.Prose, _ setting: Setting) {
    if prose.pieces.count == 1, case .words(let words)? = prose.pieces.first {
      return self.words(words, prose.font)
    }
    out.open(.mrow)
    for piece in prose.pieces {
      switch piece {
      case .words(let words): self.words(words, prose.font)
      case .prose(let inner): self.prose(inner, setting)
      case .formula(let formula):
        var inner = setting.inner
        inner.alphabet = nil
        element(formula, inner)
      }
    }
    out.close(.mrow)
  }

  private mutating func words(_ words: String, _ font: Formula.Prose.Font) {
    let kind =
      switch font {
      case .bold: " class=\"tb\""
      case .italic, .emphasis, .slanted: " class=\"ti\""
      case .sansSerif: " class=\"sf\""
      case .typewriter: " class=\"tt\""
      case .plain, .roman, .normal, .box, .smallCapitals, .upright, .medium: ""
      }
    out.open(.mtext, kind)
    out.spacedText(words)
    out.close(.mtext)
  }
}

extension Formula.Delimiter {
  /// The width of a slash that grows: Chromium gives it that of its greatest size.
  fileprivate func width(isStretchy: Bool) -> String {
    isStretchy && ["/", "backslash"].contains(name) ? " style=\"width:.8em\"" : ""
  }
}

extension Formula.Style {
  /// The attributes of an `mstyle` element.
  var attributes: String {
    switch self {
    case .display: " displaystyle=\"true\" scriptlevel=\"0\""
    case .text: " displaystyle=\"false\" scriptlevel=\"0\""
    case .script: " displaystyle=\"false\" scriptlevel=\"1\""
    case .scriptscript: " displaystyle=\"false\" scriptlevel=\"2\""
    case .tiny: " mathsize=\"50%\""
    case .scriptsize: " mathsize=\"70%\""
    case .footnotesize: " mathsize=\"80%\""
    case .small: " mathsize=\"90%\""
    case .normalsize: " mathsize=\"100%\""
    case .large: " mathsize=\"120%\""
    case .larger: " mathsize=\"144%\""
    case .largest: " mathsize=\"173%\""
    case .huge: " mathsize=\"207%\""
    case .hugest: " mathsize=\"249%\""
    }
  }
}
