import Algebra
import DeepLearning
import Language
import Markdown
import Mathematics
import Source
import Workings

/// One run through a manuscript, in the author's order and the exam's scopes.
struct Execution {
  let run: Run
  var results: [Int: BlockResult] = [:]
  var inlineResults: [Int: ExecutedManuscript.InlineResult] = [:]
  var revealing: [Int: ExecutedManuscript.Revelation] = [:]
  var diagnostics: [Diagnostic] = []

  private let manuscript: Manuscript
  /// Names that were defined in a solution or from such names.
  private var secrets: Set<String> = []
  /// Names from the solutions of earlier questions, as other questions write them.
  private var secretsElsewhere: [String] = []
  /// How many solutions and markings are open.
  private var companions = 0

  init(
    _ manuscript: Manuscript, _ overrides: [String: Value], _ builtIns: BuiltInTable,
    _ depth: Run.Depth
  ) {
    self.manuscript = manuscript
    var world = World()
    world.defaults = manuscript.settings.defaults
    let isOverridden = manuscript.settings.parameters.contains { parameter in
      overrides[parameter.name].map { $0 != parameter.value } ?? false
    }
    run = Run(
      builtIns: builtIns, world: world, notation: manuscript.settings.notation,
      skipsLiterals: isOverridden, depth: depth)
    for parameter in manuscript.settings.parameters {
      run.define(parameter.name, as: overrides[parameter.name] ?? parameter.value)
    }
  }

  mutating func execute() {
    let hasQuestions = manuscript.hasQuestions
    for piece in manuscript.pieces {
      execute(piece, opensScope: hasQuestions ? .question : .section)
    }
    // The title may name what the whole notebook worked out.
    execute(manuscript.titleHeading?.inlines ?? manuscript.settings.title)
    for blocks in manuscript.settings.instructions { execute(blocks) }
  }

  /// What opens a scope: questions, any section, or nothing inside of one.
  private enum Opener {
    case question, section, nothing
  }

  private mutating func execute(_ piece: Section.Piece, opensScope opener: Opener) {
    switch piece {
    case .block(let block): execute(block)
    case .section(let section): execute(section, opener)
    }
  }

  private mutating func execute(_ section: Section, _ opener: Opener) {
    let opens =
      switch opener {
      case .section: true
      case .nothing: false
      case .question: section.role == .question(depth: 0)
      }
    let outerSecrets = secrets
    if opens { run.beginQuestion(id: section.id) } else { run.beginSection() }
    let hides = !Audience.paper.sees(section.role)
    if hides { companions += 1 }
    execute(section.heading.inlines)
    for piece in section.pieces { execute(piece, opensScope: opens ? .nothing : opener) }
    if hides { companions -= 1 }
    guard opens else { return }
    run.endQuestion()
    secretsElsewhere += secrets.subtracting(outerSecrets).sorted().map { "\(section.id).\($0)" }
    secrets = outerSecrets
  }

  // MARK: - Blocks

  private mutating func execute(_ blocks: [Block]) {
    for block in blocks { execute(block) }
  }

  private mutating func execute(_ block: Block) {
    switch block {
    case .heading(let heading): execute(heading.inlines)
    case .paragraph(let inlines, _): execute(inlines)
    case .quote(let blocks, _): execute(blocks)
    case .list(let list): for item in list.items { execute(item.blocks) }
    case .code(let code):
      if let computation = manuscript.computations[code.span.start] { execute(computation) }
    case .table(let table):
      for cell in table.header + table.rows.joined() { execute(cell.inlines) }
      execute(table.caption)
    case .math(let formula): execute(formula)
    case .footnote(let footnote): execute(footnote.blocks)
    case .picture(let picture): execute(picture.image.inlines + picture.caption)
    case .thematicBreak, .html: break
    }
  }

  private mutating func execute(_ computation: Computation) {
    let text = computation.code.text
    let options = computation.options
    var runOptions = options.forRun
    runOptions.firstLine = manuscript.source.position(at: text.offset(of: 0)).line
    let result = run.execute(text.text, options: runOptions)
    let start = computation.code.span.start
    results[start] = result
    guardSecrets(in: text.text, at: computation.code.span, naming: result.bindings.map(\.name))
    execute(options.caption)
    checkWords(of: computation, result)
    let typesetter = Typesetter(run.graph, rounding: options.rounding)
    let findings = result.findings(typesetter).map { text.relocated($0) }
    if options.mustFail {
      diagnostics += findings.filter { $0.severity == .warning }
      guard !result.hasFailed else { return }
      diagnostics.append(
        Diagnostic(
          .error, .mustFail, at: computation.code.languageSpan, hint: "remove the option 'fails'"))
    } else {
      diagnostics += findings
    }
  }

  /// A caption or alternative text that nothing takes is told.
  private mutating func checkWords(of computation: Computation, _ result: BlockResult) {
    guard run.depth == .everything, !result.hasFailed else { return }
    let steps = result.outputs.flatMap(\.steps)
    let attributes = computation.code.attributes
    let hasFigure = steps.contains { if case .figure = $0 { true } else { false } }
    let hasTable = steps.contains { if case .table = $0 { true } else { false } }
    if let alt = attributes["alt"], !hasFigure {
      diagnostics.append(Diagnostic(.warning, .unusedWords("alt", "figure"), at: alt.span))
    }
    if let caption = attributes["caption"], !hasFigure, !hasTable {
      diagnostics.append(
        Diagnostic(.warning, .unusedWords("caption", "table or figure"), at: caption.span))
    }
  }

  // MARK: - Inlines

  private mutating func execute(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .emphasis(let inner, _), .strong(let inner, _): execute(inner)
      case .code(let excerpt, let span): execute(InlineCode(excerpt), at: span)
      case .link(let link), .image(let link): execute(link.inlines)
      case .math(let formula): execute(formula)
      case .text, .softBreak, .lineBreak, .html, .footnoteReference, .reference: break
      }
    }
  }

  private mutating func execute(_ code: InlineCode, at span: Span) {
    switch code {
    case .value(let phrase): evaluate(phrase, at: span, isSecret: false)
    case .blank(let phrase): evaluate(phrase, at: span, isSecret: true)
    case .plain: break
    }
  }

  private mutating func execute(_ formula: Markdown.Formula) {
    for hole in Hole.all(in: formula.tex) {
      let span = formula.tex.span(of: Span(hole.range.lowerBound, hole.range.upperBound))
      evaluate(hole.phrase, at: span, isSecret: false)
    }
  }

  private mutating func evaluate(_ phrase: InlineCode.Phrase, at span: Span, isSecret: Bool) {
    let found = run.evaluate(phrase.text, options: manuscript.settings.options.forRun)
    let problems = found.diagnostics.map { phrase.relocated($0) }
    inlineResults[span.start] = ExecutedManuscript.InlineResult(
      value: found.value, diagnostics: problems)
    diagnostics += problems
    if !isSecret { guardSecrets(in: phrase.text, at: span, naming: []) }
  }

  // MARK: - Secrets

  /// Notes which names come from solutions, and which code outside of them uses one.
  private mutating func guardSecrets(in text: String, at span: Span, naming names: [String]) {
    guard companions == 0 else { return secrets.formUnion(names) }
    if let name = secretsElsewhere.first(where: { text.contains($0) }) {
      revealing[span.start] = ExecutedManuscript.Revelation(name: name, span: span)
      return secrets.formUnion(names)
    }
    guard !secrets.isEmpty else { return }
    let used = Names.all(in: text).filter { secrets.contains($0) && !names.contains($0) }
    guard let name = used.first else { return secrets.subtract(names) }
    revealing[span.start] = ExecutedManuscript.Revelation(name: name, span: span)
    secrets.formUnion(names)
  }
}

extension Settings {
  /// What calls do that say nothing: the conventions, the letters, the seed.
  var defaults: [Convention] {
    let seeds = seed.map { seed in
      BuiltInTable.standard.entries.filter { builtIn in
        builtIn.parameters.contains { $0.label == "seed" }
      }.map { Convention($0.name, "seed", .number(Real(seed))) }
    }
    return (seeds ?? []) + letters + conventions
  }
}

extension BlockOptions {
  /// What of them an execution needs to know.
  var forRun: Run.Options {
    var options = Run.Options()
    options.rounding = rounding
    options.showsDefinitions = shown == .all
    options.conventions = conventions
    options.mustFail = mustFail
    return options
  }
}

extension BlockResult {
  /// Its diagnostics, and one for each failed `expect`.
  func findings(_ typesetter: Typesetter) -> [Diagnostic] {
    diagnostics
      + checks.filter { $0.verdict.finding == .failed }.map { check in
        let sides = [check.verdict.ours, check.verdict.theirs].map { value -> String? in
          if case .truth = value { return nil }
          return value.map { typesetter.formula(of: $0).plainText }
        }
        return Diagnostic(
          .error, .expectationFailed(check.verdict.statement, sides[0], sides[1]), at: check.span)
      }
  }
}

extension Table {
  /// What its attributes say above it.
  var caption: [Inline] {
    attributes["caption"].map { MarkdownDocument.inlines(of: $0.excerpt).inlines } ?? []
  }
}

extension Picture {
  /// What its attributes say below it.
  var caption: [Inline] {
    attributes["caption"].map { MarkdownDocument.inlines(of: $0.excerpt).inlines } ?? []
  }
}

extension Diagnostic.Message {
  static func expectationFailed(_ statement: String, _ ours: String?, _ theirs: String?) -> Self {
    guard let ours, let theirs else {
      return Self("expectation-failed", "'\(statement)' does not hold")
    }
    return Self(
      "expectation-failed", "'\(statement)' does not hold: the left is \(ours), the right \(theirs)"
    )
  }

  static func unusedWords(_ option: String, _ what: String) -> Self {
    Self("unused-option", "the block has '\(option)', but shows no \(what)")
  }

  static let mustFail = Self("no-failure", "the block was to fail, but did not")
}
