/// Writes a formula on one line of Unicode, for terminals and alternative texts.
struct PlainTextWriter {
  private var bytes: [UInt8] = []
  private var isCompact = false
  private var alphabet: Formula.Alphabet?
  private var depth = 0

  /// What has been written.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ formula: Formula) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= WritingLimits.depth else { return put("…") }
    switch formula {
    case .digits(let digits): put(digits)
    case .letter(let letter): put(alphabet.map { Self.readable(letter, $0) } ?? letter)
    case .word(let word, let alphabet): put(Self.readable(word, alphabet))
    case .named(let name, limits: _): put(name)
    case .glyph(let name): put(Self.character(name))
    case .space(let space): if space.thousandths > 0 { self.space() }
    case .sequence(let items): sequence(items)
    case .group(let content), .styled(_, let content), .colored(_, let content),
      .decorated(_, let content), .classed(_, let content):
      write(content)
    case .alphabet(let alphabet, let content):
      let outer = self.alphabet
      self.alphabet = alphabet
      write(content)
      self.alphabet = outer
    case .scripted(let scripts): scripted(scripts)
    case .ratio(let fraction): ratio(fraction)
    case .radical(let content, let index): radical(content, index)
    case .accented(let accent, let base): accented(accent, base)
    case .layered(let layering, let label, let base):
      write(base)
      script(label, mark: layering == .underset ? "_" : "^")
    case .arrow(let name, let over, let under): arrow(name, over, under)
    case .fence(let fence): self.fence(fence)
    case .delimiter(let sized): put(sized.delimiter.character)
    case .table(let table): self.table(table)
    case .prose(let prose): self.prose(prose)
    case .phantom(let phantom, let content): if phantom.isVisible { write(content) }
    case .negated(let content):
      write(content)
      put("\u{0338}")
    case .modulo(let modulus, let content): modulo(modulus, content)
    case .rule, .numbering: break
    case .reference(_, let parenthesised, let number):
      let shown = number ?? "??"
      put(parenthesised ? "(\(shown))" : shown)
    case .hole(let source): put(source)
    case .choice(let choice): write(choice.text)
    }
  }

  private mutating func space() {
    if let last = bytes.last, last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func sequence(_ items: [Formula]) {
    var previous: Formula.AtomClass?
    let bars = items.openingBars()
    for (index, item) in items.enumerated() {
      let current = item.atomClass
      var isSpaced = !isCompact && current.map { $0.isSpaced(after: previous) } ?? false
      let isProduct = if case .glyph("cdot") = item { true } else { false }
      if isProduct || current == .relation && previous == nil { isSpaced = false }
      if isSpaced || !isCompact && previous == .punctuation { space() }
      if previous == .operation, current == .ordinary || current == .operation { space() }
      if index > 0, item.runsInto(items[index - 1]) { space() }
      write(item)
      if isSpaced, index < items.count - 1 { space() }
      if let current {
        previous = current == .binary && !isSpaced && !isProduct ? .ordinary : current
        if bars.contains(index) { previous = .opening }
      }
    }
  }

  private mutating func scripted(_ scripts: Formula.Scripts) {
    enclosed(scripts.base, unless: scripts.base.isPlainAtom)
    if scripts.primes > 0 { put(String(repeating: "′", count: scripts.primes)) }
    if let sub = scripts.sub { script(sub, mark: "_") }
    if let sup = scripts.sup { script(sup, mark: "^") }
  }

  private mutating func script(_ formula: Formula, mark: String) {
    if case .digits(let digits) = formula,
      let small = PlainScripts.small(digits, isSub: mark == "_")
    {
      return put(small)
    }
    var inner = PlainTextWriter()
    inner.isCompact = true
    inner.alphabet = alphabet
    inner.depth = depth
    inner.write(formula)
    if let small = PlainScripts.small(inner.text, isSub: mark == "_") {
      put(small)
    } else if inner.text.unicodeScalars.count == 1 || formula.isPlainAtom {
      put(mark + inner.text)
    } else {
      put("\(mark)(\(inner.text))")
    }
  }

  private mutating func enclosed(_ formula: Formula, unless isAtom: Bool) {
    if !isAtom { put("(") }
    write(formula)
    if !isAtom { put(")") }
  }

  private mutating func ratio(_ fraction: Formula.Fraction) {
    if fraction.form.thickness == .zero {
      put(fraction.form.open == Formula.Delimiter("(") ? "C(" : "(")
      write(fraction.numerator)
      put(", ")
      write(fraction.denominator)
      return put(")")
    }
    enclosed(fraction.numerator, unless: fraction.numerator.isPlainFactor)
    put("/")
    enclosed(fraction.denominator, unless: fraction.denominator.isPlainAtom)
  }

  private mutating func radical(_ content: Formula, _ index: Formula?) {
    if let index {
      var inner = PlainTextWriter()
      inner.isCompact = true
      inner.depth = depth
      inner.write(index)
      put(PlainScripts.small(inner.text, isSub: false) ?? "\(inner.text) ")
    }
    put("√(")
    write(content)
    put(")")
  }

  private mutating func accented(_ accent: Formula.Accent, _ base: Formula) {
    guard let mark = accent.combining else { return write(base) }
    var inner = PlainTextWriter()
    inner.alphabet = alphabet
    inner.depth = depth
    inner.write(base)
    if inner.text.count == 1 {
      put(inner.text + mark)
    } else {
      put("\(accent.rawValue)(\(inner.text))")
    }
  }

  private mutating func arrow(_ name: String, _ over: Formula, _ under: Formula?) {
    put(ExtensibleArrows.character(name) ?? "→")
    if over != .empty { script(over, mark: "^") }
    if let under, under != .empty { script(under, mark: "_") }
  }

  private mutating func fence(_ fence: Formula.Fence) {
    put(fence.open.character)
    for (index, part) in fence.parts.enumerated() {
      if index > 0, index <= fence.middles.count {
        put(" \(fence.middles[index - 1].character) ")
      }
      write(part)
    }
    put(fence.close.character)
  }

  private mutating func modulo(_ modulus: Formula.Modulus, _ content: Formula) {
    space()
    if modulus != .mod { put("(") }
    if modulus != .pod { put("mod ") }
    write(content)
    if modulus != .mod { put(")") }
  }

  private mutating func prose(_ prose: Formula.Prose) {
    for piece in prose.pieces {
      switch piece {
      case .words(let words):
        // A space that must not break is one all the same.
        put(words.utf8.contains(0xC2) ? words.replacing("\u{A0}", with: " ") : words)
      case .formula(let formula): write(formula)
      case .prose(let inner): self.prose(inner)
      }
    }
  }

  private mutating func table(_ table: Formula.Table) {
    let outer = isCompact
    isCompact = false
    defer { isCompact = outer }
    let fences = table.kind.fences
    if let fences { put(fences.open == "." ? "{" : Formula.Delimiter(fences.open).character) }
    let isMatrix = !table.kind.isAlignment && table.kind != .lines
    for (index, row) in table.rows.enumerated() {
      if index > 0 { put("; ") }
      for (column, cell) in row.cells.enumerated() {
        if column > 0 {
          if isMatrix { put(",") }
          space()
        }
        write(cell)
      }
    }
    // Cases are open to the right on a page, where their rows stand under each other.
    if let fences { put(fences.close == "." ? "}" : Formula.Delimiter(fences.close).character) }
  }

  private static func character(_ name: String) -> String {
    switch name {
    case "cdot": "·"
    case "*", "ast": "*"
    default: SymbolTable.shared[name]?.text ?? name
    }
  }

  /// Letters as they are, but for the double-struck ones and the scripts of the first plane.
  private static func readable(_ text: String, _ alphabet: Formula.Alphabet) -> String {
    var readable = ""
    for scalar in text.unicodeScalars {
      let mapped = alphabet.character(for: scalar)
      let isKept =
        alphabet == .blackboard || alphabet == .calligraphic && mapped.value < 0x10000
      readable.unicodeScalars.append(isKept ? mapped : scalar)
    }
    return readable
  }
}

extension Formula {
  /// The formula on one line of Unicode: `z = w·x + b ≈ −9`, `a/b`, `x²`, `√(x)`.
  ///
  /// For terminals, alternative texts and JSON; it cannot be read back.
  public var plainText: String {
    var writer = PlainTextWriter()
    writer.write(self)
    return writer.text
  }
}
