/// A drawing without a format: shapes and texts in a box, measured in points from its top left.
///
/// Nothing in it names a colour: every shape has a ``Role``, and a writer decides what a role looks
/// like. Equal figures are written as equal bytes.
public struct Figure: Hashable, Sendable {
  /// The width of the box, in points; > 0.
  public var width: Double
  /// The height of the box, in points; > 0.
  public var height: Double
  /// What is drawn, from back to front.
  public var elements: [Element]
  /// A short name, for a reader who hears the figure instead of seeing it.
  public var name: String
  /// What the figure shows, in sentences made from the data.
  public var alternativeText: String
  /// What stands under the figure in a document.
  public var caption: Label?
  /// The numbers that are drawn, rounded, for formats without drawings; empty where there are none.
  public var data: [Data] = []

  /// A drawing in a box of the given size.
  public init(
    width: Double, height: Double, elements: [Element], name: String, alternativeText: String,
    caption: Label? = nil
  ) {
    self.width = width
    self.height = height
    self.elements = elements
    self.name = name
    self.alternativeText = alternativeText
    self.caption = caption
  }
}
