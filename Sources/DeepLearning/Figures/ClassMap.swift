import Algebra
import Figures
import Workings

/// The plane by the classes that a function gives to it.
struct ClassMap {
  private let function: FunctionOperand
  private let samples: [(x: Double, y: Double, label: Value)]

  init(_ call: CallContext) throws(Failure) {
    function = try call.function("f")
    guard case .dataSet(let data) = try call.value("data") else {
      throw Failure("wrong-type", "'boundary' needs a list of samples", at: call.operand("data"))
    }
    var samples: [(x: Double, y: Double, label: Value)] = []
    for sample in data {
      guard case .tensor(let input) = sample.input, input.shape == [2] else {
        throw Failure(
          "wrong-type",
          "'boundary' needs inputs of two entries, as in (1, 2) -> 1, not \(sample.input.description)",
          at: call.operand("data"))
      }
      samples.append((input[flat: 0].double, input[flat: 1].double, sample.target))
      // A function that fails at a sample is a mistake; elsewhere it is a gap.
      _ = try function.value(at: sample.input)
    }
    self.samples = samples
  }

  /// The territories behind the samples, one series a class.
  func plot(cells: Int) throws(Failure) -> Plot {
    let (xs, ys) = (Self.range(samples.map(\.x)), Self.range(samples.map(\.y)))
    var labels: [Value] = []
    for sample in samples where !labels.contains(where: { Classified.areSame($0, sample.label) }) {
      labels.append(sample.label)
    }
    labels.sort { Self.number($0) < Self.number($1) }
    let found = Plot.Grid<Value?>(x: xs, y: ys, columns: cells, rows: cells) { x, y in
      try? function.value(at: .tensor(Tensor([.approximate(x), .approximate(y)])))
    }
    for case let label? in found.values
    where !labels.contains(where: { Classified.areSame($0, label) }) && labels.count < 12 {
      labels.append(label)
    }
    var position = -1
    let grid = Plot.Grid<Int?>(x: xs, y: ys, columns: cells, rows: cells) { _, _ in
      position += 1
      guard let label = found.values[position] else { return nil }
      return labels.firstIndex { Classified.areSame($0, label) }.map { $0 + 1 }
    }
    let names = labels.map { Figure.Label("class \(Self.text($0))") }
    let series = labels.enumerated().compactMap { index, label -> Plot.Series? in
      let points = samples.filter { Classified.areSame($0.label, label) }
        .map { Plot.Datum($0.x, $0.y) }
      return points.isEmpty ? nil : Plot.Series(names[index], points, style: .points)
    }
    var plot = Plot(series, xLabel: FigureText.label(of: "x1"), yLabel: FigureText.label(of: "x2"))
    plot.backdrop = .territories(grid, names: names)
    (plot.xRange, plot.yRange) = (xs, ys)
    plot.hasEqualAspect = true
    return plot
  }

  /// The values with a margin of a seventh on both sides.
  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    guard let low = values.min(), let high = values.max() else { return -1...1 }
    let margin = high > low ? (high - low) / 7 : 1
    return (low - margin)...(high + margin)
  }

  private static func number(_ label: Value) -> Double {
    if case .number(let number) = label { return number.double }
    return .infinity
  }

  private static func text(_ label: Value) -> String {
    if case .number(let number) = label { return NodeText.text(of: number) }
    if case .text(let text) = label { return text }
    return label.description
  }
}
