extension TeXWriter {
  mutating func scripted(_ scripts: Formula.Scripts) {
    if case .sequence = scripts.base { argument(scripts.base) } else { write(scripts.base) }
    if scripts.placement != .automatic { write(command: scripts.placement.rawValue) }
    for _ in 0..<scripts.primes { write("'") }
    let outer = isCompact
    isCompact = true
    if let sub = scripts.sub { script("_", sub) }
    if let sup = scripts.sup { script("^", sup) }
    isCompact = outer
  }

  private mutating func script(_ mark: String, _ formula: Formula) {
    write(mark)
    if case .digits(let text) = formula, text.utf8.count == 1 {
      write(text)
    } else if case .letter(let text) = formula, text.utf8.count == 1 {
      write(text)
    } else {
      argument(formula)
    }
  }

  mutating func fraction(_ fraction: Formula.Fraction) {
    if let name = fraction.form.command {
      write(command: name)
    } else {
      let form = fraction.form
      let styles: [Formula.Style: String] = [
        .display: "0", .text: "1", .script: "2", .scriptscript: "3",
      ]
      write(command: "genfrac")
      write("{")
      if form.open != .none { delimiter(form.open) }
      write("}{")
      if form.close != .none { delimiter(form.close) }
      write("}{")
      if let thickness = form.thickness { write(thickness.ems + "em") }
      write("}{" + (form.style.flatMap { styles[$0] } ?? "") + "}")
    }
    argument(fraction.numerator)
    argument(fraction.denominator)
  }

  mutating func delimiter(_ delimiter: Formula.Delimiter) {
    switch delimiter.name {
    case ".", "(", ")", "[", "]", "|", "/": write(delimiter.name)
    case "Vert": write(command: "|")
    default: write(command: delimiter.name)
    }
  }

  mutating func fence(_ fence: Formula.Fence) {
    write(command: "left")
    delimiter(fence.open)
    for (index, part) in fence.parts.enumerated() {
      if index > 0, index <= fence.middles.count {
        write(command: "middle")
        delimiter(fence.middles[index - 1])
      }
      space()
      write(part)
      space()
    }
    write(command: "right")
    delimiter(fence.close)
  }

  /// Formulas that are one command with arguments.
  mutating func command(_ formula: Formula) {
    switch formula {
    case .radical(let content, let index):
      write(command: "sqrt")
      if let index { optionalArgument(index) }
      argument(content)
    case .accented(let accent, let base): command(accent.rawValue, base)
    case .layered(let layering, let label, let base):
      command(layering.rawValue, label)
      argument(base)
    case .arrow(let name, let over, let under):
      write(command: name)
      if let under { optionalArgument(under) }
      argument(over)
    case .delimiter(let sized):
      write(command: sized.size.rawValue + sized.side.rawValue)
      delimiter(sized.delimiter)
    case .alphabet(let alphabet, let content): command(alphabet.rawValue, content)
    case .colored(let colour, let content):
      write("\\textcolor" + colour.tex)
      argument(content)
    case .decorated(let decoration, let content): decorated(decoration, content)
    case .phantom(let phantom, let content): command(phantom.rawValue, content)
    case .classed(let atomClass, let content): command(atomClass.rawValue, content)
    case .negated(let content):
      write(command: "not")
      if case .glyph = content { write(content) } else { argument(content) }
    case .modulo(let modulus, let content): command(modulus.rawValue, content)
    case .rule(let width, let height): write("\\rule{\(width.ems)em}{\(height.ems)em}")
    case .numbering(let numbering): self.numbering(numbering)
    case .reference(let label, let parenthesised, number: _):
      write((parenthesised ? "\\eqref{" : "\\ref{") + label + "}")
    case .hole(let source): write("\\dl{\(source)}")
    case .choice(let choice):
      command("mathchoice", choice.display)
      for other in [choice.text, choice.script, choice.scriptscript] { argument(other) }
    case .digits, .letter, .word, .named, .glyph, .space, .sequence, .group, .prose, .table, .fence,
      .scripted, .ratio, .styled:
      write(formula)
    }
  }

  private mutating func command(_ name: String, _ content: Formula) {
    write(command: name)
    argument(content)
  }

  private mutating func decorated(_ decoration: Formula.Decoration, _ content: Formula) {
    switch decoration {
    case .boxed: command("boxed", content)
    case .cancel: command("cancel", content)
    case .backwardCancel: command("bcancel", content)
    case .crossCancel: command("xcancel", content)
    case .struckOut: command("sout", content)
    case .raised(let length): box("\\raisebox{\(length.ems)em}", content)
    case .ground(let colour): box("\\colorbox" + colour.tex, content)
    case .frame(let colour, let ground): box("\\fcolorbox" + colour.tex + ground.tex, content)
    }
  }

  private mutating func box(_ command: String, _ content: Formula) {
    write(command + "{$")
    write(content)
    write("$}")
  }

  /// A character of a tag; a symbol by its command, since LaTeX may lack the character.
  private mutating func tagged(_ scalar: Unicode.Scalar) {
    let symbol = scalar.value > 0x7F ? UnicodeSymbols.name(of: scalar) : nil
    guard let name = symbol ?? GreekLetters.name(of: String(scalar)) else {
      return write(String(scalar))
    }
    write("$\\\(name)$")
  }

  private mutating func numbering(_ numbering: Formula.Numbering) {
    switch numbering {
    case .tag(let text, let bare):
      write(bare ? "\\tag*{" : "\\tag{")
      for scalar in text.unicodeScalars {
        switch scalar {
        case "_", "#", "%", "&": write(command: String(scalar))
        default: tagged(scalar)
        }
      }
      write("}")
    case .label(let name, number: _): write("\\label{\(name)}")
    case .part: break
    case .none: write(command: "nonumber")
    }
  }
}

extension Formula.Fraction.Form {
  /// The command of the form; `nil` when only `\genfrac` has it.
  var command: String? {
    let commands: [(Formula.Fraction.Form, String)] = [
      (.plain, "frac"), (.display, "dfrac"), (.text, "tfrac"), (.continued, "cfrac"),
      (.binomial, "binom"), (.displayBinomial, "dbinom"), (.textBinomial, "tbinom"),
    ]
    return commands.first { $0.0 == self }?.1
  }
}
