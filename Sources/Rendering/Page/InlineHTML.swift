import Manuscripts

/// Writes running text.
enum InlineHTML {
  static func html(_ inlines: [Document.Inline]) -> [HTML] {
    inlines.map { html($0) }
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
    case .image(let words, _):
      .element(.span, [.class: "image", .role: "img", .label: words], .text("[\(words)]"))
    case .math(let math): MathHTML.inline(math)
    case .display(let math): MathHTML.display(math)
    case .blank(let width):
      .element(
        .span, [.class: "blank", .style: "width:\(width / 1000)em"], .unseen("blank"))
    case .answer(let math): .element(.span, [.class: "answer"], MathHTML.inline(math))
    case .note(let number):
      .element(
        .sup, [.class: "note", .id: "note-mark-\(number)"],
        .element(.a, [.href: "#note-\(number)"], .text(String(number))))
    case .problem(let source, let message):
      .element(
        .span, [.class: "problem-inline", .title: message], .element(.code, [:], .text(source)))
    case .softBreak: .text("\n")
    case .lineBreak: .element(.br)
    }
  }
}
