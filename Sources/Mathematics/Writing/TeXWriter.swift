/// Writes a formula as TeX source that reads back to an equal formula.
struct TeXWriter {
  private(set) var bytes: [UInt8]
  /// Whether a letter right now would join the name of a command.
  private var afterWord = false
  /// Whether operators get no space around them, as in scripts.
  var isCompact = false
  /// Whether the next row continues the cell on its left.
  var continuesRow = false
  private var depth = 0

  init(into bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  /// Appends source text as it is.
  mutating func write(_ text: String) {
    if afterWord, let first = text.utf8.first, Self.isLetter(first) {
      bytes.append(UInt8(ascii: " "))
    }
    bytes.append(contentsOf: text.utf8)
    if !text.isEmpty { afterWord = false }
  }

  /// Appends a command by its name.
  mutating func write(command name: String) {
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(contentsOf: name.utf8)
    afterWord = name.utf8.last.map(Self.isLetter) ?? false
  }

  /// Appends a space unless there is one.
  mutating func space() {
    guard let last = bytes.last else { return }
    let isAfterOpening = last == UInt8(ascii: "{") || last == UInt8(ascii: "&")
    if last != UInt8(ascii: " "), !isAfterOpening {
      bytes.append(UInt8(ascii: " "))
      afterWord = false
    }
  }

  /// Appends an argument in braces.
  mutating func argument(_ formula: Formula) {
    write("{")
    write(formula)
    write("}")
  }

  /// Appends an argument in brackets, with braces around one that holds a bracket.
  mutating func optionalArgument(_ formula: Formula) {
    var inner = TeXWriter()
    inner.isCompact = isCompact
    inner.depth = depth
    inner.write(formula)
    let source = String(decoding: inner.bytes, as: UTF8.self)
    write(inner.bytes.contains(UInt8(ascii: "]")) ? "[{\(source)}]" : "[\(source)]")
  }

  /// Appends a formula.
  mutating func write(_ formula: Formula) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= WritingLimits.depth else { return write("\\ldots ") }
    switch formula {
    case .digits(let text): digits(text)
    case .letter(let text): letter(text)
    case .word(let text, let alphabet): word(text, alphabet)
    case .named(let text, let limits): named(text, limits: limits)
    case .glyph(let name): glyph(name)
    case .space(let space): self.space(space)
    case .sequence(let items): sequence(items)
    case .group(let content): argument(content)
    case .prose(let prose): self.prose(prose)
    case .table(let table): self.table(table)
    case .fence(let fence): self.fence(fence)
    case .scripted(let scripts): self.scripted(scripts)
    case .ratio(let fraction): self.fraction(fraction)
    case .styled(let style, let content):
      write(command: style.rawValue)
      space()
      write(content)
    case .radical, .accented, .layered, .arrow, .delimiter, .alphabet, .colored, .decorated,
      .phantom, .classed, .negated, .modulo, .rule, .numbering, .reference, .hole,
      .choice:
      command(formula)
    }
  }

  private mutating func digits(_ text: String) {
    if let last = bytes.last {
      let afterComma = last == UInt8(ascii: "}") && bytes.dropLast().last == UInt8(ascii: ",")
      if Self.isDigit(last) || last == UInt8(ascii: ".") || afterComma { write(" ") }
    }
    guard text.utf8.contains(UInt8(ascii: ",")) else { return write(text) }
    for byte in text.utf8 {
      write(byte == UInt8(ascii: ",") ? "{,}" : String(Unicode.Scalar(byte)))
    }
  }

  private mutating func letter(_ text: String) {
    // Greek letters are no ASCII.
    if text.utf8.count > 1, let name = GreekLetters.name(of: text) {
      write(command: name)
    } else {
      write(text)
    }
  }

  private mutating func glyph(_ name: String) {
    if name.utf8.count == 1, let byte = name.utf8.first, !Self.isLetter(byte) {
      return "{}%#&$_".utf8.contains(byte) ? write(command: name) : write(name)
    }
    if name == "Vert" { return write(command: "|") }
    if let plain = Negations.plainName(name) {
      write(command: "not")
      return write(command: plain)
    }
    write(command: name)
  }

  private mutating func space(_ space: Formula.Space) {
    let source = space.tex
    if source.utf8.first == UInt8(ascii: "\\"), source.utf8.last != UInt8(ascii: "}") {
      write(command: String(source.dropFirst()))
    } else {
      write(source)
    }
  }

  private mutating func sequence(_ items: [Formula]) {
    var previous: Formula.AtomClass? = continuesRow ? .ordinary : nil
    let bars = items.openingBars(continuesRow: continuesRow)
    continuesRow = false
    for (index, item) in items.enumerated() {
      let current = item.atomClass
      let isSpaced = !isCompact && current.map { $0.isSpaced(after: previous) } ?? false
      let isApart = previous == .operation && (current == .ordinary || current == .operation)
      if isSpaced || isApart || !isCompact && previous == .punctuation { space() }
      write(item)
      if isSpaced, index < items.count - 1 { space() }
      if let current {
        previous = current == .binary && !isSpaced && !isCompact ? .ordinary : current
        if bars.contains(index) { previous = .opening }
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39
  }
}

/// How deep the writers go into a formula that was built and not read.
enum WritingLimits {
  /// Levels of the tree; a reader's formula has at most four for one level of braces.
  static let depth = 1_200
}

extension Formula.AtomClass {
  /// Whether an atom of this class has space on both sides after one of class `previous`.
  func isSpaced(after previous: Formula.AtomClass?) -> Bool {
    switch self {
    case .relation: return true
    case .binary: break
    case .ordinary, .operation, .opening, .closing, .punctuation, .inner: return false
    }
    switch previous {
    case .ordinary, .closing, .inner: return true
    case .operation, .binary, .relation, .opening, .punctuation, nil: return false
    }
  }
}
