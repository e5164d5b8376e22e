import Markdown
import Source

/// Finds headings of solutions, marking guides and hints that would not be taken for any.
extension SectionBuilder {
  /// Tells of a plain section that a paper shows, by whose title a solution was meant.
  ///
  /// Outside of questions, hints are none of anybody's.
  mutating func checkTitle(of section: Section, isInQuestion: Bool) {
    let heading = section.heading
    guard section.role == .plain, HeadingReader.roleClasses(of: heading).isEmpty,
      let role = CompanionWords.role(meantBy: heading.inlines.plainText),
      isInQuestion || role != .hint, let words = role.companionWords
    else { return }
    let title = heading.inlines.plainText
    let name = words.title.lowercased()
    diagnostics.append(
      Diagnostic(
        .error, .almostCompanion(title, words.thing), at: heading.inlines.span ?? heading.span,
        hint:
          "write '\(words.title)', or give it {.\(name)}; {.plain} if it is an ordinary title"))
  }

  /// Tells of a heading in a quote or list: it begins no section, so that a paper would show what
  /// stands below it.
  mutating func checkInner(_ heading: Heading) {
    let isCompanion =
      HeadingReader.role(of: heading).isCompanion
      || HeadingReader.roleClasses(of: heading).isEmpty
        && CompanionWords.role(meantBy: heading.inlines.plainText) != nil
    let leaks = isCompanion && showsQuestion
    diagnostics.append(
      Diagnostic(
        leaks ? .error : .warning, .headingInside, at: heading.span,
        hint: leaks
          ? "move it out, or the paper shows what stands here" : "move it out, or make it bold text"
      ))
  }

  /// Tells of lines such as `###Solution`, which lack the space that makes them a heading.
  mutating func checkLines(of inlines: [Inline]) {
    var startsLine = true
    for (index, inline) in inlines.enumerated() {
      switch inline {
      case .softBreak, .lineBreak: startsLine = true
      case .text(let text, let span):
        if startsLine, text.utf8.first == UInt8(ascii: "#") {
          checkLine(text, at: span, followedBy: inlines[(index + 1)...])
        }
        startsLine = false
      case .emphasis, .strong, .code, .link, .image, .math, .html, .footnoteReference, .reference:
        startsLine = false
      }
    }
  }

  private mutating func checkLine(
    _ text: String, at span: Span, followedBy rest: ArraySlice<Inline>
  ) {
    let rank = text.prefix { $0 == "#" }.utf8.count
    let title = text.dropFirst(rank).drop(while: \.isWhitespace)
    // A backslash before it makes the source longer than the text.
    guard title.first?.isLetter == true, text.utf8.count == span.end - span.start else { return }
    let line = rest.prefix { inline in
      switch inline {
      case .softBreak, .lineBreak: false
      case .text, .emphasis, .strong, .code, .link, .image, .math, .html, .footnoteReference,
        .reference:
        true
      }
    }
    let words = String(title) + Array(line).plainText
    let isCompanion =
      CompanionWords.role(meantBy: words) != nil
      || Role.classes.contains { words.contains(".\($0)") }
    let leaks = isCompanion && showsQuestion
    guard leaks || rank > 1 else { return }
    let marks = String(repeating: "#", count: min(rank, 6))
    diagnostics.append(
      Diagnostic(
        leaks ? .error : .warning, .almostHeading(rank), at: span,
        hint: "write '\(marks) \(title.prefix(40))'"))
  }
}

extension [Inline] {
  /// From the first to the last of them.
  fileprivate var span: Span? {
    guard let first, let last else { return nil }
    return first.span.union(last.span)
  }
}

extension Diagnostic.Message {
  static func almostCompanion(_ title: String, _ thing: String) -> Self {
    Self("almost-solution", "'\(title.prefix(60))' is no heading of \(thing)")
  }

  static func almostHeading(_ rank: Int) -> Self {
    let marks = String(repeating: "#", count: min(rank, 6))
    return Self(
      "almost-heading",
      rank > 6
        ? "more than six '#' begin no heading"
        : "without a space behind '\(marks)', this is no heading")
  }
}
