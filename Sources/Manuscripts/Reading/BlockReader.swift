import Markdown
import Source

/// Looks through a block for `dl` blocks and checks attributes, however deep they stand.
enum BlockReader {
  static func read(_ block: Block, in builder: inout SectionBuilder) {
    switch block {
    case .code(let code): read(code, in: &builder)
    case .quote(let blocks, _): for inner in blocks { read(inner, in: &builder) }
    case .list(let list):
      for item in list.items {
        for inner in item.blocks { read(inner, in: &builder) }
      }
    case .footnote(let footnote): for inner in footnote.blocks { read(inner, in: &builder) }
    case .math(let formula): check(formula, in: &builder)
    case .paragraph(let inlines, _):
      builder.checkLines(of: inlines)
      builder.diagnostics += StrayAttributes.problems(in: inlines)
      for case .math(let formula) in inlines { check(formula, in: &builder) }
    case .table(let table):
      builder.note(table.attributes)
      builder.diagnostics += AttributeCheck(place: "a table", keys: ["caption"])
        .problems(in: table.attributes)
      if let caption = table.attributes["caption"] {
        builder.diagnostics += MarkdownDocument.inlines(of: caption.excerpt).diagnostics
      }
    case .heading(let heading):
      // Only inside of quotes and lists: it names no section there.
      builder.checkInner(heading)
    case .picture(let picture): check(picture, in: &builder)
    case .html, .thematicBreak: break
    }
  }

  private static func check(_ picture: Picture, in builder: inout SectionBuilder) {
    builder.note(picture.attributes)
    builder.diagnostics += AttributeCheck(place: "an image", keys: ["width", "caption"])
      .problems(in: picture.attributes)
    if let caption = picture.attributes["caption"] {
      builder.diagnostics += MarkdownDocument.inlines(of: caption.excerpt).diagnostics
    }
    if let width = picture.attributes["width"], PictureWidth(width.value) == nil {
      builder.diagnostics.append(
        Diagnostic(
          .error, .badOption("width", width.value, "a width such as 50% or 6cm"),
          at: width.valueSpan))
    }
  }

  private static func check(_ formula: Formula, in builder: inout SectionBuilder) {
    guard !formula.attributes.isEmpty else { return }
    builder.note(formula.attributes)
    builder.diagnostics += AttributeCheck(place: "a formula").problems(in: formula.attributes)
  }

  private static func read(_ code: CodeBlock, in builder: inout SectionBuilder) {
    guard !code.isComputation else { return builder.note(code) }
    builder.note(code.attributes)
    builder.diagnostics += AttributeCheck(place: "a listing", keys: ["caption"])
      .problems(in: code.attributes)
    let near = Suggestion.nearest(to: code.language, among: ["dl"])
    if code.isFenced, near != nil, code.language.lowercased() == "dl" {
      builder.diagnostics.append(
        Diagnostic(
          .warning, .almostComputation(code.language), at: code.languageSpan,
          hint: "write 'dl' for it to be executed"))
    }
  }
}

extension [Inline] {
  /// The words alone; ids and alternative texts are made of them, so that blanks keep what belongs
  /// there.
  var plainText: String {
    reduce(into: "") { text, inline in
      switch inline {
      case .text(let words, _): text += words
      case .emphasis(let inner, _), .strong(let inner, _): text += inner.plainText
      case .code(let excerpt, _):
        switch InlineCode(excerpt) {
        case .blank: break
        case .value, .plain: text += excerpt.text
        }
      case .link(let link), .image(let link): text += link.inlines.plainText
      case .math(let formula): text += formula.tex.text
      case .softBreak, .lineBreak: text += " "
      case .html, .footnoteReference: break
      case .reference(let id, _): text += "@" + id
      }
    }
  }
}

extension Diagnostic.Message {
  static let headingInside = Self(
    "heading-inside", "a heading inside a list or quote begins no section")

  static func almostComputation(_ language: String) -> Self {
    Self("almost-dl", "a block of '\(language)' is only shown")
  }
}
