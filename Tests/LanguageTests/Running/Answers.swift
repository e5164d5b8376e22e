import Algebra
import Language
import Mathematics
import Source
import Testing
import Workings

/// Runs `dl` and hands out what it bound, for the tests of this target.
struct Answers {
  let run = Run()
  let result: BlockResult

  init(_ text: String) {
    result = run.execute(text)
  }

  /// The value of a binding.
  func value(_ name: String) throws -> Value {
    try #require(result.bindings.last { $0.name == name }?.value, "no binding '\(name)'")
  }

  /// The double of a number that was bound.
  func number(_ name: String) throws -> Double {
    guard case .number(let number) = try value(name) else {
      throw Unexpected("'\(name)' is no number")
    }
    return number.double
  }

  /// An exact number as text, such as `14/3`.
  func exact(_ name: String) throws -> String {
    guard case .number(.exact(let number)) = try value(name) else {
      throw Unexpected("'\(name)' is no exact number")
    }
    return number.description
  }

  /// The doubles of a tensor.
  func entries(_ name: String) throws -> [Double] {
    switch try value(name) {
    case .tensor(let tensor): return tensor.doubles
    case .number(let number): return [number.double]
    default: throw Unexpected("'\(name)' holds no numbers")
    }
  }

  /// An expression as `dl` text.
  func expression(_ name: String) throws -> String {
    guard case .expression(let node) = try value(name) else {
      throw Unexpected("'\(name)' is no expression")
    }
    return NodeText(run.graph).text(of: node)
  }

  /// The last output as plain text: sentences, and chains with their relations.
  func lines() throws -> [String] {
    let output = try #require(result.outputs.last)
    let typesetter = Typesetter(run.graph, rounding: .significant(4))
    return output.steps.flatMap { step -> [String] in
      switch typesetter.passage(for: step) {
      case .display(let lines, _): lines.map(\.formula.plainText)
      case .sentence(let runs):
        [
          runs.map { run in
            switch run {
            case .words(let words): words
            case .formula(let formula): formula.plainText
            }
          }.joined()
        ]
      case .table, .figure, .listing, .verdict: []
      }
    }
  }

  /// The codes of what went wrong.
  var codes: [String] { result.diagnostics.map(\.message.code) }

  struct Unexpected: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}
