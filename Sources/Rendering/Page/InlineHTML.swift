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
    var written: [HTML] = []
    var joined: [HTML] = []
    for (index, inline) in inlines.enumerated() {
      guard isJoinable(inline) else {
        if case .text(let words) = inline {
          write(words, behind: &joined, into: &written, joinsNext: joinsNext(index, of: inlines))
        } else {
          flush(&joined, into: &written)
          if allowsDisplay, case .display(let display) = inline {
            written.append(MathHTML.display(display))
          } else {
            written.append(html(inline))
          }
        }
        continue
      }
      joined.append(html(inline))
    }
    flush(&joined, into: &written)
    return written
  }

  // MARK: - Formulas and what touches them

  // Browsers break lines between a formula and the comma behind it; what touches a short formula
  // without a space is kept on its line.

  private static func isJoinable(_ inline: Document.Inline) -> Bool {
    guard case .math(.formula(let formula, _)) = inline else { return false }
    return formula.estimatedWidth < 15_000
  }

  private static func joinsNext(_ index: Int, of inlines: [Document.Inline]) -> Bool {
    inlines.indices.contains(index + 1)
      && isJoinable(inlines[index + 1])
  }

  /// Writes words: their start joins the formula before, their end the formula behind them.
  private static func write(
    _ words: String, behind joined: inout [HTML], into written: inout [HTML], joinsNext: Bool
  ) {
    var rest = words[...]
    if !joined.isEmpty {
      let start = rest.prefix { !$0.isWhitespace }.prefix(12)
      if !start.isEmpty { joined.append(.text(String(start))) }
      rest = rest.dropFirst(start.count)
      if rest.isEmpty, joinsNext { return }
      flush(&joined, into: &written)
    }
    var end = Substring()
    if joinsNext, let last = rest.last, !last.isWhitespace {
      end = rest.suffix(12)
      if let space = end.lastIndex(where: \.isWhitespace) { end = end[end.index(after: space)...] }
      rest = rest.dropLast(end.count)
    }
    if !rest.isEmpty { written.append(.text(String(rest))) }
    if !end.isEmpty { joined.append(.text(String(end))) }
  }

  private static func flush(_ joined: inout [HTML], into written: inout [HTML]) {
    if joined.count > 1 {
      written.append(.element(.span, [.class: "joined"], joined))
    } else {
      written += joined
    }
    joined = []
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
    case .blank(let width):
      .element(
        .span, [.class: "blank", .style: "width:\(width / 1000)em"], .unseen("blank"))
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
