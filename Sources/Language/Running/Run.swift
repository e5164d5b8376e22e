public import Algebra
public import DeepLearning
public import Source
public import Workings

/// One run through a notebook: its graph, its scopes, and the blocks executed so far.
///
/// A class, since blocks see what earlier blocks defined; one run lives on one thread.
public final class Run {
  /// How a block's numbers are shown.
  public struct Options: Sendable {
    /// The digits to show of what does not end.
    public var rounding: Rounding = .significant(4)
    /// Whether definitions show their working too (`show=all`).
    public var showsDefinitions = false
    /// Choices of built-ins' parameters for the calls of this block that say nothing themselves.
    public var conventions: [Convention] = []
    /// Whether the block is there to fail.
    public var mustFail = false
    /// The line of the file that the block's text begins on, for messages.
    public var firstLine = 1

    /// Four significant digits.
    public init() {}
  }

  /// How much of what is stated is worked out.
  public enum Depth: Hashable, Sendable {
    /// Values, workings, checks and audits.
    case everything
    /// Names, types and shapes, and only those values that decide them.
    case names
  }

  /// How much is worked out; a block that must fail is worked out in any case.
  public internal(set) var depth: Depth
  /// The graph of all that was named.
  public let graph: Graph
  let evaluator: Evaluator
  let builtIns: BuiltInTable
  /// How the notebook writes its names.
  let notation: Notation
  private var outer = Scope()
  private var question: Scope?
  private var questionID: String?
  /// The names of the questions before, by the questions' ids.
  private var ended: [String: Scope] = [:]
  private(set) var section = 0
  private(set) var block = 0
  private var functionCount = 0
  /// The text of each block with the line it begins on.
  private var texts: [(text: String, firstLine: Int)] = []
  /// What audits tried; the work of one serves the next.
  private(set) var trials = ConventionTrials()
  /// Values that were published in this question, for what may follow from them.
  var published: [PublishedPlace] = []

  /// Choices of built-ins' parameters for the calls of the block that runs.
  private(set) var conventions: [Convention] = []
  /// Whether checks against literals are left out, since a parameter has another value than the
  /// one they were written for.
  private let skipsLiterals: Bool

  /// A run with a language's built-ins.
  ///
  /// - Parameters:
  ///   - builtIns: What calls mean.
  ///   - world: What differs from the notebook; its defaults are the front matter's conventions.
  ///   - notation: How names are written.
  ///   - skipsLiterals: Whether `published` and `expect` against a literal are counted, not run.
  ///   - operations: The work that one block may do.
  ///   - depth: How much of each block is worked out.
  public init(
    builtIns: BuiltInTable = .standard, world: World = World(), notation: Notation = Notation(),
    skipsLiterals: Bool = false, operations: Int = Work.operationsOfABlock,
    depth: Depth = .everything
  ) {
    self.depth = depth
    graph = Graph()
    self.notation = notation
    self.skipsLiterals = skipsLiterals
    self.builtIns = builtIns
    evaluator = Evaluator(
      graph: graph, builtIns: builtIns, world: world, work: Work(operations))
    let pi = Scope.Entry(
      binding: .quantity(graph.piQuantity), span: Span(0, 0), section: -1, block: -1)
    outer.define("pi", pi)
  }

  /// Begins a question: its names end with it, and it sees no other question's.
  ///
  /// - Parameter id: What later questions call it by, as in `curves.training`; nil without one.
  public func beginQuestion(id: String? = nil) {
    question = Scope()
    questionID = id
    section += 1
    published = []
    trials = ConventionTrials()
  }

  /// Begins a part or another section, which may define the question's names anew.
  public func beginSection() {
    section += 1
  }

  /// Ends the question; what follows is outside of all questions again.
  public func endQuestion() {
    if let questionID, let question { ended[questionID] = question }
    questionID = nil
    question = nil
    section += 1
    published = []
    trials = ConventionTrials()
  }

  /// Names a quantity of the outermost scope, as the front matter's `params` do.
  public func define(_ name: String, as value: Value) {
    let node: Node
    switch value {
    case .number(let number): node = graph.number(number)
    case .tensor(let tensor): node = graph.constant(tensor)
    case .text(let text): node = graph.make(.text(text), sort: .text)
    case .truth(let truth): node = graph.make(.truth(truth), sort: .truth(.scalar))
    case .expression, .interval, .sample, .dataSet, .record, .list, .function, .trace, .network,
      .figure, .listing, .names:
      return
    }
    let id = graph.define(name, tex: notation.tex(of: name), as: node)
    outer.define(
      name, Scope.Entry(binding: .quantity(id), span: Span(0, 0), section: section, block: block))
  }

  /// Executes the statements of one block; every problem is reported, none stops the rest.
  public func execute(_ text: String, options: Options = Options()) -> BlockResult {
    block += 1
    evaluator.work.beginBlock()
    let (program, diagnostics) = Parser.parse(text)
    let outerDepth = depth
    defer { depth = outerDepth }
    if options.mustFail { depth = .everything }
    conventions = options.conventions
    texts.append((text, options.firstLine))
    var execution = BlockExecution(run: self, text: text, options: options)
    execution.result.diagnostics = diagnostics
    for statement in program.statements {
      if skipsLiterals, statement.comparesWithLiteral {
        execution.result.skippedChecks += 1
      } else {
        execution.execute(statement)
      }
    }
    conventions = []
    // What was read wrong comes before what was worked out wrong; the author reads by place.
    if execution.result.diagnostics.count > 1 {
      execution.result.diagnostics = execution.result.diagnostics.sortedByPlace()
    }
    return execution.result
  }

  /// Works out one expression, as inline code has it.
  public func evaluate(
    _ text: String, options: Options = Options()
  ) -> (value: Value?, node: Node?, diagnostics: [Diagnostic]) {
    let (expression, diagnostics) = Parser.parseExpression(text)
    guard let expression else { return (nil, nil, diagnostics) }
    var execution = BlockExecution(run: self, text: text, options: options)
    let found = execution.valueOfInline(expression)
    return (found?.value, found?.node, diagnostics + execution.result.diagnostics)
  }

  /// The value of a node of this run; nil when it has none.
  public func value(of node: Node) -> Value? {
    try? evaluator.result(of: node)
  }

  /// The line of the file on which a name was defined; nil for what no block defined.
  func line(of entry: Scope.Entry) -> Int? {
    guard texts.indices.contains(entry.block - 1) else { return nil }
    let (text, first) = texts[entry.block - 1]
    return text.utf8.prefix(entry.span.start).count { $0 == UInt8(ascii: "\n") } + first
  }

  /// What a name means here.
  func binding(of name: String) -> Binding? {
    (question?[name] ?? outer[name])?.binding
  }

  /// The names of an earlier question; nil where no question before has this id.
  func question(called id: String) -> Scope? { ended[id] }

  /// The entry of a name that would be defined twice in one section.
  func earlierDefinition(of name: String) -> Scope.Entry? {
    guard let entry = question.map({ $0[name] }) ?? outer[name], entry.section == section else {
      return nil
    }
    return entry
  }

  func define(_ name: String, _ binding: Binding, at span: Span) {
    let entry = Scope.Entry(binding: binding, span: span, section: section, block: block)
    if question != nil {
      question?.define(name, entry)
    } else {
      outer.define(name, entry)
    }
  }

  func nextFunctionIdentity() -> Int {
    functionCount += 1
    return functionCount
  }

  /// All names that could be meant here, for suggestions.
  var knownNames: [String] {
    let quantities = (question?.entries.keys).map(Array.init) ?? []
    return (quantities + outer.entries.keys + builtIns.names).sorted()
  }
}
