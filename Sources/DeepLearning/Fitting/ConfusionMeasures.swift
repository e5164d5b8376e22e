import Algebra
import Workings

/// The measures of a confusion matrix: rows are the actual classes, columns the predicted ones.
///
/// Of two classes the positive one is `tp`'s, or the one with the greater label.
struct ConfusionMeasures {
  private let counts: [[Int]]
  private let labels: [Value]
  private let graph: Graph
  private let explainer: Explainer
  private let isBinary: Bool

  init(counts: [[Int]], labels: [Value], in call: CallContext, isBinary: Bool = false) {
    self.counts = counts
    self.labels = labels
    self.isBinary = isBinary
    graph = call.graph
    explainer = Explainer(call.evaluator, rounding: .significant(4))
  }

  init(matrix: [[Int]], in call: CallContext) throws(Failure) {
    self.init(
      counts: matrix, labels: matrix.indices.map { .number(Real($0 + 1)) }, in: call)
  }

  private var total: Int { counts.joined().reduce(0, +) }

  /// The row of the class that counts as positive.
  private var positive: Int { isBinary ? 0 : 1 }

  private func measures(of label: Int) -> [(name: String, part: Int, whole: Int)] {
    let hits = counts[label][label]
    let missed = counts[label].reduce(0, +) - hits
    let wrongly = counts.map { $0[label] }.reduce(0, +) - hits
    let rest = total - hits - missed - wrongly
    return [
      ("precision", hits, hits + wrongly), ("recall", hits, hits + missed),
      ("specificity", rest, rest + wrongly), ("F1", 2 * hits, 2 * hits + missed + wrongly),
    ]
  }

  private static func ratio(_ part: Int, _ whole: Int) -> Value {
    whole == 0 ? .text("undefined (0/0)") : .number(Real(part, whole))
  }

  private var right: Int { counts.indices.map { counts[$0][$0] }.reduce(0, +) }

  /// The mean over the classes of a measure; undefined where one of them is.
  private func macro(_ index: Int) -> Value {
    var sum = Real(0)
    for label in counts.indices {
      let measure = measures(of: label)[index]
      guard measure.whole > 0 else { return .text("undefined (0/0)") }
      sum = sum + Real(measure.part, measure.whole)
    }
    return .number(sum * Real(1, counts.count))
  }

  /// Accuracy, then the measures of the positive class or the lists over all classes, and their means.
  var record: Record {
    var fields = [Record.Field("accuracy", Self.ratio(right, total))]
    if counts.count == 2 {
      for measure in measures(of: positive) {
        fields.append(Record.Field(measure.name, Self.ratio(measure.part, measure.whole)))
      }
    } else {
      for (index, name) in Self.names.enumerated() {
        let values = counts.indices.map { label in
          Self.ratio(measures(of: label)[index].part, measures(of: label)[index].whole)
        }
        fields.append(Record.Field(name, Self.vector(values)))
      }
    }
    for (index, name) in Self.names.enumerated() {
      fields.append(Record.Field("macro_" + name, macro(index)))
    }
    let entries = counts.joined().map { Real($0) }
    fields.append(
      Record.Field(
        "matrix", .tensor(Tensor(shape: [counts.count, counts.count], entries: Array(entries)))))
    return Record(fields)
  }

  private static let names = ["precision", "recall", "specificity", "F1"]

  /// Numbers as a vector; a list where one is undefined.
  private static func vector(_ values: [Value]) -> Value {
    var numbers: [Real] = []
    for value in values {
      guard case .number(let number) = value else { return .list(values) }
      numbers.append(number)
    }
    return .tensor(Tensor(numbers))
  }

  /// The table of counts, then every measure as a fraction.
  var steps: [Step] {
    let rows = counts.indices.map { row in
      ResultTable.Row([labels[row]] + counts[row].map { .number(Real($0)) })
    }
    let headings = labels.map { label -> ResultTable.Heading in
      switch label {
      case .text(let text): .words("predicted " + text)
      case .number(let number): .words("predicted \(number)")
      case .truth, .tensor, .expression, .interval, .sample, .dataSet, .record, .list, .function,
        .trace, .network, .figure, .listing, .names:
        .words("predicted")
      }
    }
    var steps: [Step] = [
      .table(
        ResultTable(
          caption: "Actual classes by row", headings: [.words("actual")] + headings, rows: rows))
    ]
    var lines = [line("accuracy", right, total)]
    if counts.count == 2 {
      lines += measures(of: positive).map { line($0.name, $0.part, $0.whole) }
    } else {
      for label in counts.indices {
        lines += measures(of: label).map { line("\($0.name)_\(label + 1)", $0.part, $0.whole) }
      }
    }
    steps.append(.aligned(lines))
    return steps
  }

  private func line(_ name: String, _ part: Int, _ whole: Int) -> [Link] {
    let left = graph.name(graph.define(Name(name), as: .bound, sort: .scalar))
    let fraction = try? graph.divide(graph.number(part), graph.number(whole))
    var links = [Link(.equal, left)]
    if let fraction { links.append(Link(.equal, fraction)) }
    let value = Self.ratio(part, whole)
    if case .text(let text) = value {
      links.append(Link(.equal, graph.make(.text(text), sort: .text)))
    } else {
      // A fraction in lowest terms is its own value.
      let values = explainer.valueLinks(value)
      let isReduced = Rational(part, max(whole, 1)).description == "\(part)/\(whole)"
      links += isReduced && values.count > 1 ? Array(values.dropFirst()) : values
    }
    return links
  }
}
