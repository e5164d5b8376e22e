import Language
import Markdown
import Mathematics
import Source
import Workings

extension Weaver {
  mutating func inlines(_ inlines: [Inline]) -> [Document.Inline] {
    var woven: [Document.Inline] = []
    woven.reserveCapacity(inlines.count)
    for inline in inlines {
      if let piece = self.inline(inline) { woven.append(piece) }
    }
    return woven
  }

  /// What a piece becomes; nil for raw HTML that is left out.
  private mutating func inline(_ inline: Inline) -> Document.Inline? {
    switch inline {
    case .text(let text, let span):
      let letters = text.utf8.span
      // A backslash in front of a bracket is in the source alone.
      if letters.count != span.end - span.start
        || letters.contains(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "\\") })
      {
        reportUnclosedFormulas(at: span)
      }
      return .text(text)
    case .emphasis(let inner, _): return .emphasis(inlines(inner))
    case .strong(let inner, _): return .strong(inlines(inner))
    case .code(let excerpt, let span): return code(excerpt, at: span)
    case .link(let link): return self.link(link)
    case .image(let link): return .image(image(link))
    case .math(let formula):
      if formula.isDisplay { return .display(display(formula)) }
      let math = measured(math(formula), display: false, at: formula.span)
      return reference(by: math) ?? .math(math)
    case .softBreak: return .softBreak
    case .lineBreak: return .lineBreak
    case .html(let html): return kept(html).map { .html($0) }
    case .footnoteReference(let label, let span): return mention(label, at: span)
    case .reference(let id, let span): return reference(id, at: span)
    }
  }

  /// A reference to a footnote: its number, by the order of first mentions.
  private mutating func mention(_ label: String, at span: Span) -> Document.Inline {
    let key = label.footnoteKey
    guard manuscript.footnoteKeys.contains(key) else { return .text("[^\(label)]") }
    guard let number = noteNumbers[key] else {
      mentioned.append((label, span))
      mentionCounts.append(1)
      noteNumbers[key] = mentioned.count
      return .note(mentioned.count, mention: 1)
    }
    mentionCounts[number - 1] += 1
    return .note(number, mention: mentionCounts[number - 1])
  }

  private mutating func code(_ excerpt: Excerpt, at span: Span) -> Document.Inline {
    switch InlineCode(excerpt) {
    case .plain: return .code(excerpt.text)
    case .value: return value(of: excerpt.text, at: span).map { .math($0) } ?? .text("")
    case .blank:
      guard audience != .paper else { return .blank }
      return value(of: excerpt.text, at: span, isAnswer: true).map { .answer($0) } ?? .text("")
    }
  }

  /// The typeset value of inline code; nil where the paper must not show it.
  private mutating func value(
    of code: String, at span: Span, isAnswer: Bool = false
  ) -> Document.Math? {
    guard let result = executed.inlineResults[span.start] else { return nil }
    if !isAnswer, hides(at: span.start, shows: true) { return nil }
    guard let value = result.value else {
      let reason = result.diagnostics.first?.message.text ?? "it depends on something that failed"
      return .unreadable(tex: code, reason: reason)
    }
    let formula = typesetter.formula(of: value)
    return .formula(formula, tex: formula.tex)
  }

  private var typesetter: Typesetter {
    Typesetter(executed.run.graph, rounding: settings.options.rounding)
  }

  /// The link that a formula is which only refers to another one.
  private func reference(by math: Document.Math) -> Document.Inline? {
    guard case .formula(.reference(let label, let isParenthesised, let number?), _) = math,
      let target = targets.labels[label]
    else { return nil }
    return .reference([.text(isParenthesised ? "(\(number))" : number)], id: target.anchor)
  }

  // MARK: - Formulas

  /// A formula with its holes filled.
  mutating func math(_ formula: Markdown.Formula) -> Document.Math {
    let holes = Hole.all(in: formula.tex)
    guard !holes.isEmpty else { return read(formula.tex.text, in: formula.tex) }
    var bytes = Array(formula.tex.text.utf8)
    for hole in holes.reversed() {
      guard let result = executed.inlineResults[hole.key] else { continue }
      if hides(at: hole.key, shows: true) {
        bytes.replaceSubrange(hole.range, with: Array("\\square".utf8))
        continue
      }
      guard let value = result.value else {
        let reason = result.diagnostics.first?.message.text ?? "a value in it failed"
        return .unreadable(tex: formula.tex.text, reason: reason)
      }
      let tex = "{" + typesetter.formula(of: value).tex + "}"
      bytes.replaceSubrange(hole.range, with: Array(tex.utf8))
    }
    return read(String(decoding: bytes, as: UTF8.self), in: nil, at: formula.span)
  }

  /// Reads TeX; where it stands literally in the file, errors point into it.
  mutating func read(_ tex: String, in excerpt: Excerpt?, at span: Span? = nil) -> Document.Math {
    do throws(TeXError) {
      let formula = try formulas.formula(tex)
      for finding in formulas.findings { append(finding, in: excerpt, at: span) }
      return .formula(numbered(formula, tex, in: excerpt, at: span), tex: tex)
    } catch {
      append(error.diagnostic, in: excerpt, at: span)
      return .unreadable(tex: tex, reason: error.diagnostic.message.text)
    }
  }

  /// Keeps what was found in TeX, at its place in the file where it stands literally there.
  private mutating func append(_ finding: Diagnostic, in excerpt: Excerpt?, at span: Span?) {
    if let excerpt {
      diagnostics.append(excerpt.relocated(finding))
    } else if let span {
      diagnostics.append(
        Diagnostic(finding.severity, finding.message, at: span, hint: finding.hint))
    }
  }

  /// The same formula, with a warning where it runs over the margin of a printed page.
  private mutating func measured(
    _ math: Document.Math, display: Bool, at span: Span
  ) -> Document.Math {
    guard case .formula(let formula, _) = math, formula.isTooWide(display: display) else {
      return math
    }
    let message = Diagnostic.Message.wideFormula(formula.estimatedWidth / 1_000)
    diagnostics.append(
      Diagnostic(
        .warning, message, at: span,
        hint: "break it into lines in '\\begin{aligned}' or '\\begin{multline}'"))
    return math
  }

  /// The formula with the numbers of its labels and of what it refers to.
  private mutating func numbered(
    _ formula: Mathematics.Formula, _ tex: String, in excerpt: Excerpt?, at span: Span?
  ) -> Mathematics.Formula {
    guard formulas.macros.nameLabels || EquationNumbers.mayStand(in: tex) else { return formula }
    for label in formula.references where targets.labels[label] == nil {
      let near = Suggestion.nearest(to: label, among: targets.labels.keys.sorted())
      let diagnostic = Diagnostic(
        .error, .unknownLabel(label), at: Self.place(of: label, in: tex),
        hint: near.map { "did you mean '\($0)'?" } ?? "put '\\label{\(label)}' into a display")
      append(diagnostic, in: excerpt, at: span)
    }
    return formula.numbered { targets.labels[$0]?.number }
  }

  /// Where a label is first referred to, in bytes of the TeX; the whole of it where a macro does.
  private static func place(of label: String, in tex: String) -> Span {
    let wanted = "ref{\(label)}".utf8
    var rest = tex.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "r")) {
      rest = rest[start...]
      if rest.starts(with: wanted) {
        let offset = tex.utf8.distance(from: tex.startIndex, to: start) + 4
        return Span(offset, offset + label.utf8.count)
      }
      rest = rest.dropFirst()
    }
    return Span(0, tex.utf8.count)
  }

  mutating func display(_ formula: Markdown.Formula) -> Document.Display {
    let id = formula.attributes.id?.text
    return Document.Display(
      math: lettered(
        measured(math(formula), display: true, at: formula.span), at: formula.span.start),
      number: id.flatMap { targets.numbers[$0] },
      id: id ?? targets.anchors[formula.span.start])
  }

  /// The `subequations` that starts there with the numbers of its rows.
  private func lettered(_ math: Document.Math, at start: Int) -> Document.Math {
    guard let whole = targets.wholes[start], case .formula(let formula, let tex) = math else {
      return math
    }
    return .formula(formula.withParts { whole + Numbering.letters($0) }, tex: tex)
  }

  /// A fenced block of TeX.
  mutating func display(_ code: CodeBlock) -> Document.Display {
    var text = code.text.text
    while text.last == "\n" { text.removeLast() }
    let id = code.attributes.id?.text
    return Document.Display(
      math: lettered(
        measured(read(text, in: code.text), display: true, at: code.span), at: code.span.start),
      number: id.flatMap { targets.numbers[$0] },
      id: id ?? targets.anchors[code.span.start])
  }
}

extension Diagnostic.Message {
  static func wideFormula(_ width: Int) -> Self {
    Self(
      "wide-formula",
      "the formula is about \(width) em wide, and a line of a printed page \(Mathematics.Formula.pageWidth / 1_000) em"
    )
  }

  static func unknownLabel(_ label: String) -> Self {
    Self("unknown-reference", "no formula has the label '\(label)'")
  }
}
