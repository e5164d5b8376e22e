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
  /// Whether a question has begun somewhere above.
  private var hasQuestion = false
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
        note(heading.attributes)
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

  /// Whether what is open belongs to a question, and a paper shows it.
  var showsQuestion: Bool { Self.showQuestion(open[...]) }

  private static func showQuestion(_ sections: ArraySlice<Section>) -> Bool {
    sections.contains { if case .question = $0.role { true } else { false } }
      && sections.allSatisfy(\.isOnPaper)
  }

  /// Starts a section.
  private mutating func begin(_ heading: Heading) {
    var reader = HeadingReader()
    let section = reader.section(heading)
    diagnostics += reader.diagnostics
    let around = open[..<home(of: heading, isCompanion: true)]
    if Self.showQuestion(around) || hasQuestion && around.allSatisfy(\.isOnPaper) {
      checkTitle(of: section, isInQuestion: Self.showQuestion(around))
    }
    if case .question = section.role { hasQuestion = true }
    close(downTo: home(of: heading, isCompanion: section.role.isCompanion))
    open.append(section)
  }

  /// How many open sections go on: a heading ends those of its level and below, but a solution
  /// stays with its question.
  private func home(of heading: Heading, isCompanion: Bool) -> Int {
    var count = open.count
    while count > 0, let last = open[..<count].last {
      let level = last.heading.level
      let stays =
        level < heading.level || level == heading.level && isCompanion && !last.role.isCompanion
      if stays { break }
      count -= 1
    }
    return count
  }

  /// Whether a heading is the title: the first one, with no text before it, and alone on its level.
  private func isTitle(_ heading: Heading, at index: Int, of blocks: [Block]) -> Bool {
    guard heading.level == 1, heading.attributes["marks"] == nil,
      HeadingReader.role(of: heading) == .plain, titleHeading == nil
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

extension Section {
  /// Whether a paper shows it, as far as its own role goes.
  fileprivate var isOnPaper: Bool { Audience.paper.sees(role) }
}
