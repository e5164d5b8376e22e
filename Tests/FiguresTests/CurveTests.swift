import Testing

@testable import Figures

@Suite("Sampled curves")
struct CurveTests {
  private func series(
    _ range: ClosedRange<Double>, _ function: @escaping (Double) -> Double?
  )
    -> Plot.Series
  {
    Plot.Series("f", over: range, of: function)
  }

  @Test("samples a bend densely and a line sparsely")
  func adapts() {
    let line = series(0...1) { 2 * $0 }
    let kink = series(-1...1) { max(0, $0 - 0.123456) }
    #expect(line.points.count <= 260)
    #expect(kink.points.contains { abs($0.x - 0.123456) < 4e-3 })
    #expect(kink.stretches.count == 1)
  }

  @Test("asks a bounded number of times, whatever the function")
  func isBounded() {
    nonisolated(unsafe) var calls = 0
    let wild = series(0...1) { x in
      unsafe calls += 1
      return ((x * 1e7).truncatingRemainder(dividingBy: 2) - 1) * 1e6
    }
    #expect(unsafe calls < 6_500)
    #expect(wild.points.count < 6_500)
  }

  @Test("breaks at a jump, and goes on without a value")
  func breaks() {
    let step = series(-1...1) { $0 < 0.3 ? 0 : 1 }
    #expect(step.stretches.map { $0.last?.y } == [0, 1])
    let root = series(-1...1) { $0 < 0 ? nil : $0.squareRoot() }
    #expect(root.stretches.count == 1)
    #expect(abs(root.points[0].x) < 1e-2)
    #expect(series(0...1) { _ in nil }.stretches.isEmpty)
    #expect(series(0...1) { _ in .nan }.stretches.isEmpty)
    #expect(series(2...2) { $0 }.points == [.init(2, 2)])
  }

  @Test(
    "cuts a pole off instead of flattening the rest",
    arguments: [0.0, 0.3, 1.0 / 64, 0.70710678])
  func cutsPoles(_ pole: Double) throws {
    for power in [1, 2] {
      let curve = series(-1...1) { x in
        let distance = x - pole
        return distance == 0 ? nil : power == 1 ? 1 / distance : 1 / (distance * distance)
      }
      let visible = try #require(curve.visibleHeights)
      #expect(visible.upperBound < 2_000)
      #expect(curve.stretches.count == 2)
      #expect(Plot([curve]).figure().alternativeText.contains("leaves the drawing"))
      let figure = Plot([curve]).figure()
      #expect(figure.coordinates.allSatisfy { (-1...481).contains($0) })
    }
  }

  @Test("shows a narrow peak and a steep rise whole")
  func keepsPeaks() {
    let peak = series(-1...1) { x in 1 / (1 + 10_000 * x * x) }
    #expect(peak.visibleHeights == nil)
    #expect(peak.points.contains { $0.y == 1 })
    #expect(peak.stretches.count == 1)
    #expect(series(0...20) { x in x * x * x * x * x }.visibleHeights == nil)
  }

  @Test("measures bends as they are drawn on a logarithmic axis")
  func measuresLogarithmically() {
    func decay(_ x: Double) -> Double? { 1e-9 + (x < 5 ? 1 : 0) * (5 - x) * (5 - x) * (5 - x) }
    let linear = Plot.Series("f", over: 0...10, of: decay)
    let logarithmic = Plot.Series("f", over: 0...10, isLogarithmic: true, of: decay)
    func nearFoot(_ series: Plot.Series) -> Int { series.points.count { (4.9...5).contains($0.x) } }
    #expect(nearFoot(logarithmic) > 2 * nearFoot(linear))
    let zeros = Plot.Series("f", over: -1...1, isLogarithmic: true) { max(0, $0) }
    var plot = Plot([zeros])
    plot.hasLogarithmicY = true
    #expect(plot.figure().coordinates.allSatisfy { (-1...481).contains($0) })
  }

  @Test("finds the extreme between its samples")
  func refinesExtremes() {
    let bowl = series(0...1) { ($0 - 0.123456789) * ($0 - 0.123456789) }
    let best = bowl.points.min { $0.y < $1.y }
    #expect(abs((best?.x ?? 0) - 0.123456789) < 1e-7)
    #expect(bowl.points.map(\.x) == bowl.points.map(\.x).sorted())
  }
}

@Suite("Clipping")
struct ClippingTests {
  private let box = Figure.Box(x: 0, y: 0, width: 10, height: 10)

  @Test("keeps what lies inside and cuts the rest at the edges")
  func cuts() {
    let pieces = Clipping.pieces(
      of: [.init(-5, 5), .init(5, 5), .init(5, 20), .init(8, 20), .init(8, -4)], in: box)
    #expect(
      pieces == [
        [.init(0, 5), .init(5, 5), .init(5, 10)], [.init(8, 10), .init(8, 0)],
      ])
    #expect(Clipping.pieces(of: [.init(-1, -1), .init(-1, 20)], in: box).isEmpty)
  }
}
