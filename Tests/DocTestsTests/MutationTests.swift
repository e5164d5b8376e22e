import Algebra
import DeepLearning
import Foundation
import Source
import Testing
import Workings

@testable import DocTests

/// A built-in with a bug.
struct Damage: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let builtIn: String
  let apply: @Sendable (BuiltIn, CallContext) throws(Failure) -> Expansion

  init(
    _ description: String, _ builtIn: String,
    _ apply: @escaping @Sendable (BuiltIn, CallContext) throws(Failure) -> Expansion
  ) {
    testDescription = "\(builtIn): \(description)"
    self.builtIn = builtIn
    self.apply = apply
  }

  /// A call in which this argument is always that, whatever the author says.
  init(_ description: String, _ builtIn: String, _ label: String, _ value: Value) {
    self.init(description, builtIn) { entry, call throws(Failure) in
      try entry.expand(try call.giving([label: try call.graph.node(of: value)]))
    }
  }

  /// A formula that is something else.
  init(
    _ description: String, _ builtIn: String,
    result: @escaping @Sendable (Graph, Node) throws(Failure) -> Node
  ) {
    self.init(description, builtIn) { entry, call throws(Failure) in
      let whole = try entry.expand(call)
      switch whole.result {
      case .node(let node):
        let changed = try result(call.graph, node)
        return whole.isDerived ? .derived(changed, steps: whole.steps) : .formula(changed)
      case .value(.number(let number)):
        return .formula(try result(call.graph, call.graph.number(number)))
      case .value: return whole
      }
    }
  }

  /// The language with this bug in it and no other.
  var table: BuiltInTable {
    BuiltInTable(
      BuiltInTable.standard.entries.map { entry in
        guard entry.name == builtIn else { return entry }
        return BuiltIn(
          entry.name, role: entry.role, parameters: entry.parameters, summary: entry.summary,
          source: entry.source, example: entry.example, isFormula: entry.isFormula,
          isOperation: entry.isOperation
        ) { call throws(Failure) in try self.apply(entry, call) }
      })
  }
}

extension CallContext {
  /// The same call with some arguments replaced.
  fileprivate func giving(_ changes: [String: Node]) throws(Failure) -> CallContext {
    let all = operands.merging(changes) { $1 }
    let labels = all.keys.sorted()
    return try CallContext(
      call: Call(builtIn.name, labels: labels, isLayer: builtIn.role == .layer),
      operands: labels.compactMap { all[$0] }, of: builtIn, in: evaluator, node: call)
  }

  /// The same call with two arguments in each other's place, defaults included.
  fileprivate func swapping(_ first: String, _ second: String) throws(Failure) -> CallContext {
    let (a, b) = (try number(first), try number(second))
    return try giving([first: b, second: a])
  }
}

extension Graph {
  fileprivate func node(of value: Value) throws(Failure) -> Node {
    switch value {
    case .number(let number): self.number(number)
    case .truth(let truth): make(.truth(truth), sort: .truth(.scalar))
    case .text(let text): make(.text(text), sort: .text)
    default: throw Failure("test", "no argument of a test")
    }
  }
}

/// A bug in any built-in turns the test of the shipped notebooks red.
@Suite("Bugs on purpose")
struct MutationTests {
  /// The shipped notebooks and the pages of the documentation, small ones first.
  static let notebooks: [SourceText] = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let files = ["notebooks", "docs"].flatMap { folder -> [URL] in
      let place = root.appendingPathComponent(folder)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
      return names.sorted().filter { $0.hasSuffix(".md") }.map { place.appendingPathComponent($0) }
    }
    let texts = files.compactMap { file -> SourceText? in
      guard let data = try? Data(contentsOf: file) else { return nil }
      let source = SourceText(name: file.lastPathComponent, bytes: Array(data))
      guard NotebookCheck.holdsBlocks(source) else { return nil }
      // A notebook that stores nothing yet is tested as if it did.
      let inspection = Inspection(source)
      guard !inspection.hasStoredOutputs else { return source }
      return SourceText(name: source.name, bytes: Update(inspection).bytes)
    }
    return texts.sorted { ($0.bytes.count, $0.name) < ($1.bytes.count, $1.name) }
  }()

  private static func number(_ value: Rational) -> Value { .number(.exact(value)) }

  static let bugs: [Damage] = [
    Damage("steps uphill", "sgd", "eta", number(Rational(-1, 10))),
    Damage("an epoch too few", "perceptron", "epochs", .number(4)),
    Damage("the bias is dropped", "perceptron", "bias", .text("none")),
    Damage("a tie is no mistake", "perceptron", "update_when", .text("<0")),
    Damage("the step is doubled", "perceptron", "eta", .number(2)),
    Damage("the start is off by one", "perceptron", "start", .number(1)),
    Damage("the bias is dropped", "conv", "bias", .truth(false)),
    Damage("padding of one", "conv", "padding", .number(1)),
    Damage("a stride of two", "conv", "stride", .number(2)),
    Damage("the bias is dropped", "dense", "bias", .truth(false)),
    Damage("one too many", "params") { graph, node throws(Failure) in
      try graph.add(node, graph.number(1))
    },
    Damage("counted twice", "products") { graph, node throws(Failure) in
      try graph.multiply(graph.number(2), node)
    },
    Damage("average for maximum", "pool", "kind", .text("average")),
    Damage("maximum for average", "pool", "kind", .text("max")),
    Damage("windows that overlap", "pool", "stride", .number(1)),
    Damage("windows that overlap", "maxpool", "stride", .number(1)),
    Damage("the kernel is flipped", "convolve", "flip", .truth(true)),
    Damage("a bias from nowhere", "convolve", "bias", .number(1)),
    Damage("floor for ceil", "updates", "drop_last", .truth(true)),
    Damage("an epoch too many", "updates", "epochs", .number(2)),
    Damage("a penalty from nowhere", "polynomial_fit", "ridge", number(Rational(1, 1000))),
    Damage("the sign is wrong", "derive") { graph, node throws(Failure) in
      try graph.negate(node)
    },
    Damage("the sign is wrong", "bce") { graph, node throws(Failure) in
      try graph.negate(node)
    },
    Damage("another curve", "sigmoid") { graph, node throws(Failure) in
      try graph.apply(.tanh, to: node)
    },
    Damage("an epoch too many", "train", "epochs", .number(2)),
    Damage("batches of one", "train", "batch", .number(1)),
    Damage("counted from zero", "argmin") { graph, node throws(Failure) in
      try graph.subtract(node, graph.number(1))
    },
    Damage("another listing", "pseudocode", "algorithm", .text("adam")),
    Damage("another framework", "training_loop", "framework", .text("keras")),
    Damage("the sign is wrong", "dot") { graph, node throws(Failure) in
      try graph.negate(node)
    },
    Damage("a constant too much", "log") { graph, node throws(Failure) in
      try graph.add(node, graph.number(1))
    },
    Damage("β₁ for β₂", "adam") { entry, call throws(Failure) in
      try entry.expand(try call.swapping("beta1", "beta2"))
    },
    Damage("no correction of the start", "adam", "bias_correction", .truth(false)),
    Damage("floor for ceil", "ceil") { graph, node throws(Failure) in
      try graph.subtract(node, graph.number(1))
    },
    Damage("ceil for floor", "floor") { graph, node throws(Failure) in
      try graph.add(node, graph.number(1))
    },
    Damage("a place too few", "round", "places", .number(1)),
  ]

  @Test("the notebooks pass as they are")
  func passesUndamaged() {
    #expect(Self.bugs.count >= 20 && !Self.notebooks.isEmpty)
    for source in Self.notebooks {
      let test = NotebookTest(Inspection(source, builtIns: .standard))
      let failing = test.entries.filter { $0.status != .passed }.map(\.name)
      #expect(failing.isEmpty, "\(source.name)")
    }
  }

  @Test("each bug is caught", arguments: bugs)
  func catches(_ bug: Damage) {
    let table = bug.table
    let name = Array(bug.builtIn.utf8)
    let catching = Self.notebooks.first { source in
      // A notebook that never names it cannot tell.
      source.bytes.contains(name)
        && !NotebookTest(Inspection(source, builtIns: table)).hasPassed
    }
    #expect(catching != nil)
  }
}
