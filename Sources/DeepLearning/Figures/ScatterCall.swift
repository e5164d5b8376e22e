import Algebra
import Figures
import Workings

/// `scatter`: the samples of data sets as points.
///
/// Inputs that are numbers stand against their targets; inputs of two entries stand in the plane,
/// one series a class.
struct ScatterCall {
  static let builtIn = BuiltIn(
    "scatter",
    parameters: [
      .positional("data", .expression), .labelled("title", .text, or: .none),
      .labelled("x_label", .text, or: .none), .labelled("y_label", .text, or: .none),
      .labelled("log_y", .truth, or: .value(.truth(false))),
    ],
    summary: "samples as points: x against y, or two inputs by class",
    example: .init("scatter([1 -> 2, 2 -> 3])", gives: "a figure")
  ) { call throws(Failure) in
    .value(.figure(try ScatterCall(call: call).plot().figure()))
  }

  let call: CallContext

  private func plot() throws(Failure) -> Plot {
    let sets = try dataSets()
    let isPlane = sets.contains { $0.samples.contains { Self.pair($0.input) != nil } }
    var plot = Plot(
      isPlane ? try classes(of: sets.flatMap(\.samples)) : try points(of: sets),
      xLabel: FigureText.label(of: isPlane ? "x1" : "x"),
      yLabel: FigureText.label(of: isPlane ? "x2" : "y"))
    plot.hasEqualAspect = isPlane
    if let title = try call.label("title") { plot.title = title }
    if let label = try call.label("x_label") { plot.xLabel = label }
    if let label = try call.label("y_label") { plot.yLabel = label }
    plot.hasLogarithmicY = try call.truth("log_y")
    return plot
  }

  /// The operand's data set, or those of a list with their names.
  private func dataSets() throws(Failure) -> [(name: Figure.Label, samples: [Sample])] {
    let whole = try call.node("data")
    if case .dataSet(let samples) = try call.evaluator.value(of: whole) {
      return [(FigureText.label(of: whole, in: call.graph), samples)]
    }
    var sets: [(name: Figure.Label, samples: [Sample])] = []
    for part in call.parts(of: whole) {
      guard case .dataSet(let samples) = try call.evaluator.value(of: part) else {
        throw Failure(
          "wrong-type", "'scatter' needs a list of samples such as [1 -> 2, 3 -> 4]", at: part)
      }
      sets.append((FigureText.label(of: part, in: call.graph), samples))
    }
    return sets
  }

  private func points(
    of sets: [(name: Figure.Label, samples: [Sample])]
  ) throws(Failure) -> [Plot.Series] {
    var series: [Plot.Series] = []
    for (index, set) in sets.enumerated() {
      var points: [Plot.Datum] = []
      for sample in set.samples {
        guard case .number(let x) = sample.input, case .number(let y) = sample.target else {
          throw Failure(
            "wrong-type",
            "'scatter' draws samples of one or two inputs, not \(sample.input.description) -> \(sample.target.description)",
            at: call.operand("data"))
        }
        points.append(Plot.Datum(x.double, y.double))
      }
      let isNamed = set.name.plainText.count <= 24
      let name: Figure.Label = isNamed ? set.name : sets.count == 1 ? "data" : "data \(index + 1)"
      series.append(Plot.Series(name, points, style: .points))
    }
    return series
  }

  /// One series for each class, in the order of the labels.
  private func classes(of samples: [Sample]) throws(Failure) -> [Plot.Series] {
    var groups: [(label: Value, name: String, points: [Plot.Datum])] = []
    for sample in samples {
      guard let (x, y) = Self.pair(sample.input) else {
        throw Failure(
          "sample-lengths", "the samples have inputs of different lengths",
          at: call.operand("data"))
      }
      let place = groups.firstIndex { $0.label == sample.target }
      if let place {
        groups[place].points.append(Plot.Datum(x, y))
      } else {
        groups.append((sample.target, Self.name(of: sample.target), [Plot.Datum(x, y)]))
      }
    }
    groups.sort { Self.number($0.label) < Self.number($1.label) }
    return groups.map { Plot.Series("class " + Figure.Label($0.name), $0.points, style: .points) }
  }

  private static func name(of label: Value) -> String {
    switch label {
    case .number(let number): number.description
    case .text(let text): text
    case .tensor(let tensor): NodeText.text(of: tensor)
    case .truth, .expression, .interval, .sample, .dataSet, .record, .list, .function, .trace,
      .network, .figure, .listing, .names:
      label.description
    }
  }

  private static func number(_ label: Value) -> Double {
    if case .number(let number) = label { return number.double }
    return .infinity
  }

  private static func pair(_ input: Value) -> (Double, Double)? {
    guard case .tensor(let tensor) = input, tensor.shape == [2] else { return nil }
    return (tensor[flat: 0].double, tensor[flat: 1].double)
  }
}
