extension Figure {
  /// A line of text at a place.
  public struct Text: Hashable, Sendable {
    /// Which part of the line stands at its place.
    public enum Anchor: Hashable, Sendable {
      case start, middle, end
    }

    /// How dark the letters are.
    public enum Weight: Hashable, Sendable {
      case regular, bold
    }

    /// What is written.
    public var label: Label
    /// Where its anchor stands, on the line that the letters stand on.
    public var position: Point
    /// Which part of the line stands at `position`.
    public var anchor: Anchor
    /// The size of the letters, in points.
    public var size: Double
    /// How dark the letters are.
    public var weight: Weight
    /// Whether the line runs upwards instead of to the right.
    public var isTurned: Bool
    /// Whether the letters keep a rim of paper around them, to be read over lines.
    public var hasHalo: Bool
    /// What the text is for.
    public var role: Role

    /// A line of text whose anchor stands at `position`.
    public init(
      _ label: Label, at position: Point, anchor: Anchor = .start, size: Double = 11,
      weight: Weight = .regular, isTurned: Bool = false, hasHalo: Bool = false, role: Role = .text
    ) {
      self.label = label
      self.position = position
      self.anchor = anchor
      self.size = size
      self.weight = weight
      self.isTurned = isTurned
      self.hasHalo = hasHalo
      self.role = role
    }
  }
}

extension Figure.Text {
  /// The room that the text needs, by an estimate of its letters' widths.
  public var box: Figure.Box {
    let length = label.width(size: size) * (weight == .bold ? 1.07 : 1)
    let before: Double =
      switch anchor {
      case .start: 0
      case .middle: length / 2
      case .end: length
      }
    if isTurned {
      return Figure.Box(
        x: position.x - 0.8 * size, y: position.y - length + before, width: 1.05 * size,
        height: length)
    }
    return Figure.Box(
      x: position.x - before, y: position.y - 0.8 * size, width: length, height: 1.05 * size)
  }
}
