import Language
import Markdown
import Source
import Workings

extension Weaver {
  /// What a `dl` block shows: its source if asked for, workings, checks, and what failed.
  mutating func computation(_ computation: Computation) -> [Document.Block] {
    let code = computation.code
    guard let result = executed.results[code.span.start] else { return [] }
    var blocks: [Document.Block] = []
    let options = computation.options
    if options.echoes, let source = echo(of: code.text.text) {
      blocks.append(
        .listing(Document.Listing(language: "dl", text: source, caption: "", id: nil)))
    }
    let isHidden = hides(at: code.span.start, shows: !result.outputs.isEmpty)
    if !isHidden {
      var captions = Captions(
        caption: caption(options.caption, of: code.attributes.id?.text),
        alternativeText: options.alternativeText,
        keepsOwn: result.outputs.flatMap(\.steps).count(where: \.isTable) > 1)
      let typesetter = Typesetter(executed.run.graph, rounding: options.rounding)
      for event in result.events {
        blocks += self.blocks(for: event, options, typesetter, &captions)
      }
    }
    blocks += problems(result.diagnostics.map { code.text.relocated($0) })
    guard !blocks.isEmpty else { return [] }
    return [.computed(Document.Computed(id: code.attributes.id?.text, blocks: blocks))]
  }

  /// The source of a block; nil where nothing of it is left.
  ///
  /// In an exam, audits and checks are for those who mark.
  private func echo(of source: String) -> String? {
    guard audience != .marking, manuscript.hasQuestions else { return source }
    let text = EchoedSource(source).text
    return text.contains { !$0.isWhitespace } ? text : nil
  }

  private func blocks(
    for event: BlockResult.Event, _ options: BlockOptions, _ typesetter: Typesetter,
    _ captions: inout Captions
  ) -> [Document.Block] {
    switch event {
    case .output(let output):
      guard options.shown != .nothing else { return [] }
      let showsLast = options.shown == .result || audience == .answers && role.isCompanion
      let steps = showsLast ? Array(output.steps.suffix(1)) : output.steps
      let passages = steps.map { typesetter.passage(for: $0) }
      return passages.isEmpty ? [] : [.working(passages.map { captions.shown($0) })]
    case .check(let check):
      guard audience == .marking || check.verdict.finding == .failed else { return [] }
      guard case .verdict(let finding) = typesetter.passage(for: .verdict(check.verdict)) else {
        return []
      }
      return [.verdict(finding)]
    }
  }

  /// Whether the paper must not show the code at this place, which is an error where it would.
  mutating func hides(at start: Int, shows: Bool) -> Bool {
    guard audience == .paper, let revelation = executed.revealing[start] else { return false }
    if shows {
      report(
        .revealsSolution(revelation.name), at: revelation.span,
        hint: "move it into a solution, or define '\(revelation.name)' outside")
    }
    return true
  }

  /// What failed, as it is told in place.
  func problems(_ diagnostics: [Diagnostic]) -> [Document.Block] {
    let source = manuscript.source
    return diagnostics.map { diagnostic in
      let line = source.line(at: diagnostic.span.start)
      return .problem(
        Document.Problem(
          severity: diagnostic.severity, message: diagnostic.message.text, hint: diagnostic.hint,
          line: line, text: String(source.text(ofLine: line).prefix(200))))
    }
  }
}

/// Hands the caption and alternative text of a block to its first table or figure.
private struct Captions {
  var caption: [Document.Inline]
  var alternativeText: String?
  /// Whether the author's caption stands before a table's own one, since there are several.
  let keepsOwn: Bool

  mutating func shown(_ passage: Passage) -> Document.Shown {
    switch passage {
    case .sentence, .display, .listing, .verdict:
      return Document.Shown(passage: passage, caption: [], alternativeText: nil)
    case .table(let grid):
      defer { caption = [] }
      var words = caption
      if keepsOwn, !words.isEmpty, !grid.caption.isEmpty {
        words.append(.text(". " + grid.caption))
      }
      return Document.Shown(passage: passage, caption: words, alternativeText: nil)
    case .figure:
      defer { (caption, alternativeText) = ([], nil) }
      return Document.Shown(
        passage: passage, caption: caption, alternativeText: alternativeText)
    }
  }
}

extension Step {
  fileprivate var isTable: Bool {
    if case .table = self { true } else { false }
  }
}

extension Diagnostic.Message {
  static func revealsSolution(_ name: String) -> Self {
    Self("reveals-solution", "the paper would show '\(name)', which is worked out in a solution")
  }
}
