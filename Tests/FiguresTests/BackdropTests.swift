import Testing

@testable import Figures

@Suite("Backdrops and heat maps")
struct BackdropTests {
  @Test("closes the contour of a circle and ends open ones at the edge")
  func tracesContours() throws {
    let bowl = Plot.Grid<Double?>(x: -2...2, y: -2...2, columns: 41, rows: 41) { x, y in
      x * x + y * y
    }
    let circle = ContourTracer(bowl, level: 1).lines()
    #expect(circle.count == 1)
    let line = try #require(circle.first)
    #expect(line.first == line.last)
    #expect(line.allSatisfy { abs(($0.x * $0.x + $0.y * $0.y).squareRoot() - 1) < 0.01 })
    #expect(ContourTracer(bowl, level: 4).lines().count == 4)
    #expect(ContourTracer(bowl, level: 99).lines().isEmpty)
  }

  @Test("leaves out squares without a value, and splits a saddle")
  func tracesSaddles() {
    let saddle = Plot.Grid<Double?>(x: -1...1, y: -1...1, columns: 20, rows: 20) { x, y in x * y }
    #expect(ContourTracer(saddle, level: 0.1).lines().count == 2)
    let half = Plot.Grid<Double?>(x: -1...1, y: -1...1, columns: 20, rows: 20) { x, y in
      x < 0 ? nil : x * y
    }
    #expect(ContourTracer(half, level: 0.1).lines().count == 1)
  }

  @Test("chooses levels that are short and within the values")
  func choosesLevels() {
    let bowl = Plot.Grid<Double?>(x: -5...5, y: -5...5) { x, y in x * x + y * y }
    let levels = bowl.levels()
    #expect(levels.count > 5)
    #expect(levels == levels.sorted() && levels.allSatisfy { $0 > 0 && $0 < 50 })
    #expect(levels.allSatisfy { $0.shortText.count <= 4 })
    #expect(Plot.Grid<Double?>(x: 0...1, y: 0...1) { _, _ in 3 }.levels().isEmpty)
  }

  @Test("draws the territories of a classifier in strips, and says their shares")
  func drawsTerritories() {
    var plot = Plot([.init("class 1", [.init(0, 0)], style: .points)])
    let grid = Plot.Grid<Int?>(x: -1...1, y: -1...1, columns: 40, rows: 10) { x, _ in
      x < -0.5 ? 1 : 2
    }
    plot.backdrop = .territories(grid, names: ["no", "yes"])
    let figure = plot.figure()
    #expect(figure.boxes(.territory(1)).count == 10)
    #expect(figure.boxes(.territory(2)).count == 10)
    #expect(
      figure.alternativeText.contains(
        "The classifier gives no on 25 % of the plane and yes on 75 % of the plane."))
  }

  @Test("prints numbers into the cells of a small matrix, tinted by sign and size")
  func drawsSmallMatrix() {
    let figure = Heatmap([[1, 0], [-2, nil]], title: "K", rowLabels: ["a"]).figure()
    #expect(Set(figure.words) == ["K", "a", "1", "0", "−2", "–"])
    #expect(figure.boxes(.cell(.init(isNegative: true, level: 8))).count == 1)
    #expect(figure.boxes(.cell(.init(isNegative: false, level: 4))).count == 1)
    #expect(
      figure.alternativeText == """
        K: 2 × 2 cells. The least is -2 in row 2, column 1, the greatest 1 in row 1, column 1. \
        Row a: 1, 0. Row 2: -2, none.
        """)
  }

  @Test("draws a large, an uneven and an empty matrix within bounds")
  func drawsOddMatrices() {
    let large = Heatmap((0..<700).map { row in (0..<900).map { Double($0 * row) } }).figure()
    #expect(large.leaves.count < 15_000)
    for rows in [[], [[]], [[1], [], [1, 2, .nan]], [[.infinity]], [[1e308, 1e308]]]
      as [[[Double?]]]
    {
      #expect(Heatmap(rows).figure().coordinates.allSatisfy { $0.isFinite })
    }
  }
}
