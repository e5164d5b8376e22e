import Figures

extension Figure {
  /// All shapes and texts, out of their groups.
  var leaves: [Element] { elements.flatMap(\.leaves) }

  /// All texts.
  var texts: [Text] {
    leaves.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// All texts without styles.
  var words: [String] { texts.map(\.label.plainText) }

  /// All coordinates of all shapes.
  var coordinates: [Double] { [width, height] + leaves.flatMap(\.coordinates) }

  /// The markers of a series, counted from 1.
  func markers(ofSeries number: Int) -> [Point] {
    leaves.compactMap {
      if case .marker(_, let place, size: _, .series(number)) = $0 { place } else { nil }
    }
  }

  /// The paths in a role.
  func paths(_ role: Role) -> [Path] {
    leaves.compactMap { if case .path(let path, role) = $0 { path } else { nil } }
  }

  /// The rectangles in a role.
  func boxes(_ role: Role) -> [Box] {
    leaves.compactMap { if case .rectangle(let box, corner: _, role) = $0 { box } else { nil } }
  }
}

extension Figure.Element {
  var leaves: [Figure.Element] {
    if case .group(_, let elements) = self { elements.flatMap(\.leaves) } else { [self] }
  }

  var coordinates: [Double] {
    switch self {
    case .line(let from, let to, _): [from.x, from.y, to.x, to.y]
    case .path(let path, _): path.points.flatMap { [$0.x, $0.y] }
    case .rectangle(let box, let corner, _): [box.x, box.y, box.width, box.height, corner]
    case .marker(_, let place, let size, _): [place.x, place.y, size]
    case .text(let text): [text.position.x, text.position.y, text.size]
    case .group(_, let elements): elements.flatMap(\.coordinates)
    }
  }
}

extension Figure.Path {
  var points: [Figure.Point] {
    segments.flatMap { segment -> [Figure.Point] in
      switch segment {
      case .move(let point), .line(let point): [point]
      case .curve(let first, let second, let end): [first, second, end]
      case .close: []
      }
    }
  }

  var moveCount: Int {
    segments.count { if case .move = $0 { true } else { false } }
  }
}

extension Plot.Series {
  /// Points at 0, 1, 2, ….
  init(_ name: Figure.Label, heights: [Double], style: Style = .line) {
    self.init(
      name, heights.enumerated().map { Plot.Datum(Double($0), $1) }, style: style)
  }
}
