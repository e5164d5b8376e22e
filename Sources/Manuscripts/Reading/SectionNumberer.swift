import Markdown
import Source

/// Gives sections their depth, number and id.
struct SectionNumberer {
  var diagnostics: [Diagnostic] = []
  private var numbering = Numbering()
  private var ids: [String: Span?] = [:]
  /// How often an id was wished for that is made here.
  private var wishes: [String: Int] = [:]

  /// Numbers all sections.
  ///
  /// - Parameters:
  ///   - pieces: The tree.
  ///   - blockIDs: Ids of the author's that blocks have.
  mutating func number(_ pieces: inout [Section.Piece], blockIDs: [Attributes.Name]) {
    // The author's ids come first, so that one made here never takes theirs.
    let written = blockIDs + Self.writtenIDs(pieces)
    for id in written.sorted(by: { $0.span.start < $1.span.start }) { reserve(id) }
    number(&pieces, depth: 0, path: "")
  }

  private static func writtenIDs(_ pieces: [Section.Piece]) -> [Attributes.Name] {
    pieces.sections.flatMap { section in
      (section.heading.attributes.id.map { [$0] } ?? []) + writtenIDs(section.pieces)
    }
  }

  private mutating func reserve(_ id: Attributes.Name) {
    guard let earlier = ids[id.text] else {
      ids[id.text] = id.span
      return
    }
    diagnostics.append(
      Diagnostic(
        .error, .duplicateID(id.text), at: id.span,
        notes: earlier.map { [Diagnostic.Note("used here too", at: $0)] } ?? [],
        hint: "give it another id"))
  }

  private mutating func number(_ pieces: inout [Section.Piece], depth: Int, path: String) {
    var seen: [String: Span] = [:]
    for index in pieces.indices {
      guard case .section(var section) = pieces[index] else { continue }
      var inner = depth
      var place = path
      if case .question = section.role {
        let number = numbering.next(depth, wish: section.number)
        section = section.numbered(number, depth: depth)
        check(section, &seen)
        inner += 1
        place += (place.isEmpty ? "question-" : "-") + Self.slug(number)
        if section.id.isEmpty { section.id = unique(place) }
      } else if section.id.isEmpty {
        section.id = unique(Self.slug(section.heading.inlines.plainText))
      }
      number(&section.pieces, depth: inner, path: place)
      pieces[index] = .section(section)
    }
  }

  /// Tells of a number that a question beside it has too.
  private mutating func check(_ section: Section, _ seen: inout [String: Span]) {
    guard let number = section.number else { return }
    let span = section.heading.attributes["number"]?.span ?? section.heading.span
    if let first = seen[number] {
      diagnostics.append(
        Diagnostic(
          .warning, .duplicateNumber(number), at: span,
          notes: [Diagnostic.Note("the first", at: first)], hint: "give it another number"))
    } else {
      seen[number] = span
    }
  }

  private mutating func unique(_ wish: String) -> String {
    let base = wish.isEmpty ? "section" : wish
    var id = base
    var count = wishes[base, default: 1]
    while ids[id] != nil {
      count += 1
      id = "\(base)-\(count)"
    }
    wishes[base] = count
    ids[id] = .some(nil)
    return id
  }

  /// Letters and digits in lower case, with single hyphens for all else.
  static func slug(_ text: String) -> String {
    var slug = ""
    for character in text.lowercased().prefix(200) {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.isEmpty, slug.last != "-" {
        slug += "-"
      }
    }
    return slug.last == "-" ? String(slug.dropLast()) : slug
  }
}

extension Section {
  fileprivate func numbered(_ number: String, depth: Int) -> Section {
    Section(
      heading: heading, role: .question(depth: depth), id: id,
      number: number.isEmpty ? nil : number, marks: marks, isBonus: isBonus,
      startsPage: startsPage, room: room, pieces: pieces)
  }
}

extension Diagnostic.Message {
  static func duplicateNumber(_ number: String) -> Self {
    Self("duplicate-number", "there are two questions '\(number)' side by side")
  }

  static func duplicateID(_ id: String) -> Self {
    Self("duplicate-id", "the id '\(id)' is used twice")
  }
}
