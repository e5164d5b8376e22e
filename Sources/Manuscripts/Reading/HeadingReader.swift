import Markdown
import Source

/// Reads what a heading and its attributes say about its section.
struct HeadingReader {
  var diagnostics: [Diagnostic] = []

  /// The section that a heading begins, still empty.
  mutating func section(_ heading: Heading) -> Section {
    let attributes = heading.attributes
    diagnostics += AttributeCheck(
      place: "a heading", keys: ["marks", "number", "space"], flags: ["bonus", "newpage"],
      classes: Self.classes
    ).problems(in: attributes)
    let role = role(of: heading)
    guard !role.isCompanion else {
      return companion(heading, role)
    }
    let marks = marks(attributes)
    let isQuestion = marks != nil || attributes["number"] != nil
    return Section(
      heading: heading, role: isQuestion ? .question(depth: 0) : .plain,
      id: attributes.id?.text ?? "", number: attributes["number"]?.value, marks: marks,
      isBonus: attributes.hasFlag("bonus"), startsPage: attributes.hasFlag("newpage"),
      room: room(attributes))
  }

  /// The role of a section by the classes of its heading, else by its words.
  ///
  /// Of two roles, which is an error, the one counts that fewer see.
  static func role(of heading: Heading) -> Role {
    let given = roleClasses(of: heading).map(\.text)
    guard given.isEmpty else {
      let roles = given.compactMap { Role(companion: $0) }
      return [.marking, .solution, .hint].first { roles.contains($0) } ?? .plain
    }
    return Role(companion: heading.inlines.plainText) ?? .plain
  }

  /// The classes that say what a section is for.
  static func roleClasses(of heading: Heading) -> [Attributes.Name] {
    heading.attributes.classes.filter { classes.contains($0.text) }
  }

  /// `{.plain}` is for titles that only look like those of solutions.
  private static let classes = Role.classes + ["plain"]

  private mutating func role(of heading: Heading) -> Role {
    let given = Self.roleClasses(of: heading)
    if let first = given.first, let other = given.first(where: { $0.text != first.text }) {
      diagnostics.append(
        Diagnostic(
          .error, .twoRoles(first.text, other.text), at: other.span,
          notes: [Diagnostic.Note("the other", at: first.span)], hint: "keep one of them"))
    }
    return Self.role(of: heading)
  }

  /// A solution, a marking guide or a hint: marks and numbers belong to questions.
  private mutating func companion(_ heading: Heading, _ role: Role) -> Section {
    let attributes = heading.attributes
    let names = ["marks", "number"] + (role == .hint ? [] : ["space"])
    let misplaced =
      attributes.pairs.filter { names.contains($0.key.text) }.map { ($0.key.text, $0.span) }
      + attributes.flags.filter { $0.text == "bonus" }.map { ($0.text, $0.span) }
    for (name, span) in misplaced {
      diagnostics.append(
        Diagnostic(
          .error, .misplaced(name, on: role), at: span,
          hint: name == "marks" && role == .marking
            ? "start items with what they earn, as '- [1] …'"
            : "give it to the heading of the question"))
    }
    return Section(
      heading: heading, role: role, id: attributes.id?.text ?? "", number: nil, marks: nil,
      isBonus: false, startsPage: attributes.hasFlag("newpage"),
      room: role == .hint ? room(attributes) : nil)
  }

  private mutating func marks(_ attributes: Attributes) -> Marks? {
    guard let pair = attributes["marks"] else { return nil }
    if let marks = Marks(pair.value) { return marks }
    diagnostics.append(
      Diagnostic(
        .error, .badOption("marks", pair.value, "marks such as 4, 1.5 or 1+1+2"),
        at: pair.valueSpan))
    return nil
  }

  private mutating func room(_ attributes: Attributes) -> Room? {
    guard let pair = attributes["space"] else { return nil }
    if let room = Room(pair.value) { return room }
    diagnostics.append(
      Diagnostic(
        .error, .badOption("space", pair.value, "a length such as 6cm, or '8 lines'"),
        at: pair.valueSpan))
    return nil
  }
}

extension Diagnostic.Message {
  static func twoRoles(_ first: String, _ other: String) -> Self {
    Self("two-roles", "a section is either '.\(first)' or '.\(other)'")
  }

  static func misplaced(_ name: String, on role: Role) -> Self {
    let thing = role.companionWords?.thing ?? "a section"
    return Self("misplaced-option", "'\(name)' means nothing on \(thing)")
  }
}
