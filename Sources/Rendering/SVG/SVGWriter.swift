public import Figures

/// Writes a ``Figures/Figure`` as a standalone SVG document that can also stand inside a page.
///
/// Every shape says what it is by a class and draws itself with `currentColor`, so that it can be
/// read without any style sheet. The same figure and prefix give the same bytes.
public struct SVGWriter: Sendable {
  /// What the ids begin with; unique in the page that the figure stands in.
  public var prefix: String
  /// Whether the document brings its own colours; off where the page has ``styleSheet`` once.
  public var embedsStyle: Bool

  /// A writer for one figure.
  ///
  /// - Parameters:
  ///   - prefix: What the ids begin with; other characters than letters, digits, `-` and `_` are
  ///     written as `_`.
  ///   - embedsStyle: Whether the document brings its own colours.
  public init(prefix: String, embedsStyle: Bool = true) {
    self.prefix = String(
      prefix.map { ($0.isASCII && ($0.isLetter || $0.isNumber)) || $0 == "-" ? $0 : "_" })
    self.embedsStyle = embedsStyle
  }

  /// The rules that give all roles their colours, in light, in dark and on paper.
  public static var styleSheet: String { SVGStyle.text(for: nil) }

  /// The document.
  ///
  /// - Parameter figure: What is drawn.
  /// - Returns: One `svg` element with a title and a description, without an XML declaration.
  public func text(of figure: Figure) -> String {
    var svg = XMLText()
    let width = XMLText.number(figure.width)
    let height = XMLText.number(figure.height)
    let start = prefix.first.map { $0.isNumber || $0 == "-" } ?? true
    let id = start ? "fig" + prefix : prefix
    svg.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("class", "fig"),
        ("viewBox", "0 0 \(width) \(height)"), ("width", width), ("height", height),
        ("role", "img"), ("aria-labelledby", "\(id)-title \(id)-desc"),
        ("font-family", "system-ui, 'Helvetica Neue', Arial, sans-serif"),
        ("fill", "none"), ("stroke-linecap", "round"), ("stroke-linejoin", "round"),
      ])
    svg.line()
    svg.element("title", [("id", "\(id)-title")], text: figure.name)
    svg.line()
    svg.element("desc", [("id", "\(id)-desc")], text: figure.alternativeText)
    svg.line()
    if embedsStyle {
      var roles: Set<Figure.Role> = []
      for element in figure.elements { element.collect(&roles) }
      svg.element("style", [], text: SVGStyle.text(for: roles))
      svg.line()
    }
    for element in figure.elements {
      svg.write(element)
      svg.line()
    }
    svg.close("svg")
    return svg.text + "\n"
  }
}

extension Figure.Element {
  /// Adds all roles in it to `roles`.
  fileprivate func collect(_ roles: inout Set<Figure.Role>) {
    switch self {
    case .line(_, _, let role), .path(_, let role), .rectangle(_, corner: _, let role),
      .marker(_, _, size: _, let role):
      roles.insert(role)
    case .text(let text):
      roles.insert(text.role)
      if text.hasHalo { roles.insert(.paper) }
    case .group(_, let elements):
      for element in elements { element.collect(&roles) }
    }
  }
}
