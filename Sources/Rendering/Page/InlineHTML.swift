import Manuscripts
import Mathematics

/// Writes running text.
enum InlineHTML {
  /// The markup of running text.
  ///
  /// - Parameters:
  ///   - inlines: The pieces.
  ///   - allowsDisplay: Whether a displayed formula may stand on a line of its own there, as not in
  ///     a heading or a link.
  /// - Returns: Its elements and words.
  static func html(_ inlines: [Document.Inline], allowsDisplay: Bool = false) -> [HTML] {
    let isEmpty = inlines.allSatisfy { if case .text("") = $0 { true } else { false } }
    return isEmpty ? [] : [.words(inlines, allowsDisplay: allowsDisplay)]
  }

  /// Writes running text at once: nearly all of a page is that.
  static func write(
    _ inlines: [Document.Inline], allowsDisplay: Bool, into output: inout HTMLOutput
  ) {
    var joined = Joined()
    var isJoinable = inlines.first.map(isJoinable) ?? false
    for index in inlines.indices {
      let joinsThis = isJoinable
      isJoinable = index + 1 < inlines.count && Self.isJoinable(inlines[index + 1])
      switch inlines[index] {
      case .math(.formula(let formula, let tex)):
        if joinsThis { joined.add(at: output.bytes.count) } else { joined.end(&output) }
        output.write(HTML.Typeset(formula: formula, tex: tex, isDisplay: false))
      case .text(let words): write(words, &joined, joinsNext: isJoinable, into: &output)
      case .display(let display) where allowsDisplay:
        joined.end(&output)
        output.write(MathHTML.display(display))
      case .softBreak:
        joined.end(&output)
        output.write(raw: "\n")
      case .emphasis, .strong, .code, .link, .reference, .image, .math, .display, .blank, .answer,
        .note, .problem, .html, .lineBreak:
        joined.end(&output)
        output.write(html(inlines[index]))
      }
    }
    joined.end(&output)
  }

  // MARK: - Formulas and what touches them

  // Browsers break lines between a formula and the comma behind it; what touches a short formula
  // without a space is kept on its line.

  private static func isJoinable(_ inline: Document.Inline) -> Bool {
    guard case .math(.formula(let formula, _)) = inline else { return false }
    return formula.estimatedWidth < 15_000
  }

  /// What is kept on one line: pieces that were written from a place on.
  private struct Joined {
    private var start = 0
    private var count = 0

    var isEmpty: Bool { count == 0 }

    /// Counts the piece that is written next, at this offset of the output.
    mutating func add(at offset: Int) {
      if count == 0 { start = offset }
      count += 1
    }

    mutating func end(_ output: inout HTMLOutput) {
      if count > 1 {
        output.insert(raw: "<span class=\"joined\">", at: start)
        output.write(raw: "</span>")
      }
      count = 0
    }
  }

  /// Writes words: their start joins the formula before, their end the formula behind them.
  private static func write(
    _ words: String, _ joined: inout Joined, joinsNext: Bool, into output: inout HTMLOutput
  ) {
    let letters = words.utf8.span
    var start = 0
    if !joined.isEmpty {
      start = TouchingWords.startCount(of: words)
      if start > 0 {
        joined.add(at: output.bytes.count)
        output.write(escaping: letters.extracting(0..<start))
      }
      if start == letters.count, joinsNext { return }
      joined.end(&output)
    }
    let end = letters.count - (joinsNext ? TouchingWords.endCount(of: words, from: start) : 0)
    output.write(escaping: letters.extracting(start..<end))
    if end < letters.count {
      joined.add(at: output.bytes.count)
      output.write(escaping: letters.extracting(end..<letters.count))
    }
  }

  // MARK: - Single pieces

  /// The id of a mention of a footnote.
  static func noteMark(_ number: Int, _ mention: Int) -> String {
    mention == 1 ? "note-mark-\(number)" : "note-mark-\(number)-\(mention)"
  }

  private static func html(_ inline: Document.Inline) -> HTML {
    switch inline {
    case .text(let words): .text(words)
    case .emphasis(let inner): .element(.em, [:], html(inner))
    case .strong(let inner): .element(.strong, [:], html(inner))
    case .code(let text): .element(.code, [:], .text(text))
    case .link(let inner, let destination):
      .element(.a, [.href: destination, .rel: "noreferrer"], html(inner))
    case .reference(let inner, let id): .element(.a, [.href: "#" + id], html(inner))
    case .image(let image): ImageHTML.html(image)
    case .html(let text): .raw(text)
    case .math(let math): MathHTML.inline(math)
    case .display(let display): MathHTML.inline(display.math)
    case .blank: .element(.span, [.class: "blank", .style: "width:6em"], .unseen("blank"))
    case .answer(let math): .element(.span, [.class: "answer"], MathHTML.inline(math))
    case .note(let number, let mention):
      .element(
        .sup, [.class: "note", .id: noteMark(number, mention)],
        .element(.a, [.href: "#note-\(number)"], .text(String(number))))
    case .problem(let source, let message):
      .element(
        .span, [.class: "problem-inline", .title: message], .element(.code, [:], .text(source)))
    case .softBreak: .text("\n")
    case .lineBreak: .element(.br)
    }
  }
}
