extension Figure {
  /// How a role is drawn, without its colour.
  public struct Pen: Hashable, Sendable {
    /// The width of the line in points; 0 draws no line.
    public let width: Double
    /// Lengths of dashes and gaps in turn, in points; empty is a solid line.
    public let dashes: [Double]
    /// How much of the line covers what is behind it, 0...1.
    public let strokeOpacity: Double
    /// How much of the inside covers what is behind it, 0...1; 0 fills nothing.
    public let fillOpacity: Double
  }
}

extension Figure.Role {
  /// Width, dashes and strength of what is drawn in this role.
  public var pen: Figure.Pen {
    switch self {
    case .axis: .line(0.9)
    case .grid: .line(0.6, opacity: 0.16)
    case .origin: .line(0.8, opacity: 0.45)
    case .series(let number): .line(1.8, dashes: Self.dashes(ofSeries: number))
    case .territory: .fill(0.13)
    case .region: .fill(0.12)
    case .reference: .line(1, dashes: [5, 3], opacity: 0.8)
    case .mark: .line(1.4)
    case .contour: .line(0.8, opacity: 0.6)
    case .cell(let tint): .fill(0.075 * Double(tint.level))
    case .node: .box(0.9, fill: 0.05)
    case .highlighted: .box(1.8, fill: 0.14)
    case .edge: .line(1, opacity: 0.8)
    case .arrowHead: .fill(0.9)
    case .paper: .fill(0.85)
    case .text, .faintText, .edgeLabel: .fill(1)
    }
  }

  /// The sign that the points of this series are drawn with.
  ///
  /// - Parameter number: The number of the series, counted from 1.
  /// - Returns: Eight signs in turn.
  public static func marker(ofSeries number: Int) -> Figure.Marker {
    Figure.Marker.allCases[turn(of: number, among: Figure.Marker.allCases.count)]
  }

  /// Dashes of the eight series in turn; from the ninth on they are shifted against the colours.
  private static func dashes(ofSeries number: Int) -> [Double] {
    let all: [[Double]] = [
      [], [7, 3], [2, 2.5], [9, 3, 2, 3], [4.5, 2], [12, 4], [7, 2.5, 2, 2.5, 2, 2.5], [1.2, 3.5],
    ]
    return all[turn(of: number, among: all.count)]
  }

  private static func turn(of number: Int, among count: Int) -> Int {
    let index = max(number, 1) - 1
    return (index + index / count) % count
  }
}

extension Figure.Pen {
  fileprivate static func line(
    _ width: Double, dashes: [Double] = [], opacity: Double = 1
  ) -> Self {
    Self(width: width, dashes: dashes, strokeOpacity: opacity, fillOpacity: 0)
  }

  fileprivate static func fill(_ opacity: Double) -> Self {
    Self(width: 0, dashes: [], strokeOpacity: 0, fillOpacity: opacity)
  }

  fileprivate static func box(_ width: Double, fill: Double) -> Self {
    Self(width: width, dashes: [], strokeOpacity: 1, fillOpacity: fill)
  }
}
