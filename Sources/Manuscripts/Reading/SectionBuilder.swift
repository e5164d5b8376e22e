import Markdown
import Source

/// Builds the tree of sections from blocks in a row, and checks all attributes on the way.
struct SectionBuilder {
  var root: [Section.Piece] = []
  var titleHeading: Heading?
  var computations: [Int: Computation] = [:]
  /// Ids that the author gave to blocks.
  var blockIDs: [Attributes.Name] = []
  var diagnostics: [Diagnostic] = []

  /// Options of blocks that say nothing.
  private let defaults: BlockOptions
  /// The sections that are not ended yet, from the outermost.
  private var open: [Section] = []

  init(defaults: BlockOptions) {
    self.defaults = defaults
  }

  /// Builds the tree of a document's blocks.
  ///
  /// - Parameters:
  ///   - blocks: The blocks behind the front matter.
  ///   - mayTakeTitle: Whether the only heading of the first level, at the start, is the title.
  mutating func build(_ blocks: [Block], mayTakeTitle: Bool) {
    for (index, block) in blocks.enumerated() {
      guard case .heading(let heading) = block else {
        BlockReader.read(block, in: &self)
        append(.block(block))
        continue
      }
      if mayTakeTitle, isTitle(heading, at: index, of: blocks) {
        titleHeading = heading
        diagnostics += AttributeCheck(place: "the title").problems(in: heading.attributes)
      } else {
        begin(heading)
      }
    }
    close(downTo: 0)
  }

  /// Notes a `dl` block.
  mutating func note(_ code: CodeBlock) {
    let options = BlockOptions.reading(code, defaults: defaults, &diagnostics)
    note(code.attributes)
    computations[code.span.start] = Computation(
      code: code, options: options, number: computations.count + 1)
  }

  /// Notes the id of a block.
  mutating func note(_ attributes: Attributes) {
    if let id = attributes.id { blockIDs.append(id) }
  }

  private mutating func append(_ piece: Section.Piece) {
    if open.isEmpty { root.append(piece) } else { open[open.count - 1].pieces.append(piece) }
  }

  private mutating func close(downTo count: Int) {
    while open.count > count, let section = open.popLast() { append(.section(section)) }
  }

  /// Starts a section: it ends those of its level and below, but a solution stays with its question.
  private mutating func begin(_ heading: Heading) {
    let section = section(heading)
    var count = open.count
    while count > 0, let last = open[..<count].last {
      let level = last.heading.level
      let stays =
        level < heading.level
        || level == heading.level && section.role.isCompanion && !last.role.isCompanion
      if stays { break }
      count -= 1
    }
    close(downTo: count)
    open.append(section)
  }

  private mutating func section(_ heading: Heading) -> Section {
    let attributes = heading.attributes
    diagnostics += AttributeCheck(
      place: "a heading", keys: ["marks", "number", "space"], flags: ["bonus", "newpage"],
      classes: Role.classes
    ).problems(in: attributes)
    let marks = marks(attributes)
    var role = role(of: heading)
    if role == .plain, marks != nil || attributes["number"] != nil {
      role = .question(depth: 0)
    }
    return Section(
      heading: heading, role: role, id: attributes.id?.text ?? "",
      number: attributes["number"]?.value, marks: marks, isBonus: attributes.hasFlag("bonus"),
      startsPage: attributes.hasFlag("newpage"), room: room(attributes))
  }

  private func role(of heading: Heading) -> Role {
    for name in heading.attributes.classes {
      if let role = Role(companion: name.text) { return role }
    }
    return Role(companion: heading.inlines.plainText) ?? .plain
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

  /// Whether a heading is the title: the first one, with no text before it, and alone on its level.
  private func isTitle(_ heading: Heading, at index: Int, of blocks: [Block]) -> Bool {
    guard heading.level == 1, heading.attributes["marks"] == nil, role(of: heading) == .plain,
      titleHeading == nil
    else { return false }
    let isFirst = blocks[..<index].allSatisfy { block in
      if case .html(let html) = block { html.isComment } else { false }
    }
    let isAlone = blocks[(index + 1)...].allSatisfy { block in
      if case .heading(let other) = block { other.level > 1 } else { true }
    }
    return isFirst && isAlone
  }
}
