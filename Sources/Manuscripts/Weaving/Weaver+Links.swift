import Markdown
import Source

extension Weaver {
  mutating func link(_ link: Markdown.Link) -> Document.Inline {
    // What stands between the angle brackets of an autolink is no text of the author's.
    let isBare =
      manuscript.source.bytes.indices.contains(link.span.start)
      && manuscript.source.bytes[link.span.start] == UInt8(ascii: "<")
    let inner: [Document.Inline] = isBare ? [.text(link.inlines.plainText)] : inlines(link.inlines)
    if let id = link.destination.dropPrefix("#") {
      if targets.ids.contains(id) { return .reference(inner, id: id) }
      let near = Suggestion.nearest(to: id, among: targets.ids.sorted())
      report(
        .unknownTarget(id), at: link.span, hint: near.map { "did you mean '#\($0)'?" })
      return .emphasis(inner)
    }
    guard LinkScheme.isHarmless(link.destination) else {
      report(.badScheme(link.destination), at: link.span, hint: "use https, http or mailto")
      return .emphasis(inner)
    }
    return .link(inner, destination: link.destination)
  }

  mutating func reference(_ id: String, at span: Span) -> Document.Inline {
    if let title = targets.titles[id] { return .reference(words(of: title), id: id) }
    if let text = targets.texts[id] {
      return .reference([.text(text)], id: targets.labels[id]?.anchor ?? id)
    }
    let near = Suggestion.nearest(to: id, among: targets.texts.keys.sorted())
    let hint = near.map { "did you mean '@\($0)'?" } ?? "put a '\\' before the '@' if it is none"
    report(.unknownReference(id), at: span, hint: hint)
    return .problem(source: "@" + id, message: "there is nothing with the id '\(id)'")
  }

  /// A title inside of a link; what is wrong with it is told where it stands.
  private mutating func words(of title: [Inline]) -> [Document.Inline] {
    let told = diagnostics
    defer { diagnostics = told }
    return inlines(unlinked(title))
  }

  /// Running text without links and notes, which lead nowhere in a link.
  private func unlinked(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .link(let link): unlinked(link.inlines)
      case .reference(let id, let span): [.text(targets.texts[id] ?? id, span)]
      case .emphasis(let inner, let span): [.emphasis(unlinked(inner), span)]
      case .strong(let inner, let span): [.strong(unlinked(inner), span)]
      case .image(let image): [.text(image.inlines.plainText, image.span)]
      case .footnoteReference, .html: []
      case .text, .code, .math, .softBreak, .lineBreak: [inline]
      }
    }
  }
}

/// Which links may lead out of a document.
enum LinkScheme {
  /// Whether following the link can run nothing: https, http, mailto, or a place beside the file.
  static func isHarmless(_ destination: String) -> Bool {
    // Browsers drop control characters and leading spaces before they look for a scheme.
    let bytes = destination.utf8.filter { $0 > 0x20 }
    let scheme = bytes.prefix { $0 != 0x3A && $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    guard scheme.count < bytes.count, bytes[scheme.endIndex] == 0x3A else { return true }
    let name = String(decoding: scheme, as: UTF8.self).lowercased()
    return ["https", "http", "mailto"].contains(name)
  }
}

extension String {
  /// What follows `prefix`; nil where it does not start so.
  fileprivate func dropPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}

extension Diagnostic.Message {
  static func badScheme(_ destination: String) -> Self {
    Self("bad-scheme", "the link '\(destination)' leads nowhere that is safe")
  }

  static func unknownTarget(_ id: String) -> Self {
    Self("unknown-reference", "the link '#\(id)' leads to nothing")
  }

  static func unknownReference(_ id: String) -> Self {
    Self("unknown-reference", "'@\(id)' refers to nothing")
  }
}
