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
    let isUnusable = prefix.first.map { $0.isNumber || $0 == "-" } ?? true
    let id = isUnusable ? "fig" + prefix : prefix
    svg.open("svg")
    svg.attribute("xmlns", "http://www.w3.org/2000/svg")
    svg.attribute("class", "fig")
    svg.attribute("viewBox", [0, 0, figure.width, figure.height])
    svg.attribute("width", figure.width)
    svg.attribute("height", figure.height)
    svg.attribute("role", "img")
    svg.attribute("aria-labelledby", "\(id)-title \(id)-desc")
    svg.attribute("font-family", "system-ui, 'Helvetica Neue', Arial, sans-serif")
    svg.attribute("fill", "none")
    svg.attribute("stroke-linecap", "round")
    svg.attribute("stroke-linejoin", "round")
    svg.line()
    svg.element("title", id: "\(id)-title", figure.name)
    svg.element("desc", id: "\(id)-desc", figure.alternativeText)
    if embedsStyle {
      var roles: Set<Figure.Role> = []
      for element in figure.elements { element.collect(&roles) }
      svg.element("style", id: nil, SVGStyle.text(for: roles))
    }
    for element in figure.elements {
      svg.write(element)
      svg.line()
    }
    svg.close("svg")
    svg.line()
    return svg.text
  }
}

extension XMLText {
  /// An element that holds text, on a line of its own.
  fileprivate mutating func element(_ name: String, id: String?, _ content: String) {
    open(name)
    if let id { attribute("id", id) }
    write(content)
    close(name)
    line()
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
