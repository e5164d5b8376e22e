import Figures

extension XMLText {
  /// The element and everything in it.
  mutating func write(_ element: Figure.Element) {
    switch element {
    case .line(let from, let to, let role):
      let ends = [
        ("x1", Self.number(from.x)), ("y1", Self.number(from.y)), ("x2", Self.number(to.x)),
        ("y2", Self.number(to.y)),
      ]
      empty("line", look(role) + ends)
    case .path(let path, let role):
      empty("path", look(role) + [("d", data(path))])
    case .rectangle(let box, let corner, let role):
      var shape = [
        ("x", Self.number(box.x)), ("y", Self.number(box.y)), ("width", Self.number(box.width)),
        ("height", Self.number(box.height)),
      ]
      if corner > 0 { shape.append(("rx", Self.number(corner))) }
      if role.isTiled { shape.append(("shape-rendering", "crispEdges")) }
      empty("rect", look(role) + shape)
    case .marker(let sign, let place, let size, let role):
      write(sign, at: place, radius: size / 2, role)
    case .text(let text):
      write(text)
    case .group(let part, let elements):
      open("g", [("class", "fig-\(part.rawValue)")])
      for element in elements {
        line()
        write(element)
      }
      close("g")
    }
  }

  /// The class of a role, and how it is drawn without any style sheet.
  private func look(_ role: Figure.Role) -> [(String, String)] {
    var attributes = [("class", SVGStyle.name(of: role))]
    if role == .paper { return attributes }
    let pen = role.pen
    if pen.fillOpacity > 0 {
      attributes.append(("fill", "currentColor"))
      if pen.fillOpacity < 1 { attributes.append(("fill-opacity", Self.number(pen.fillOpacity))) }
    }
    guard pen.width > 0 else { return attributes }
    attributes += [("stroke", "currentColor"), ("stroke-width", Self.number(pen.width))]
    if pen.strokeOpacity < 1 {
      attributes.append(("stroke-opacity", Self.number(pen.strokeOpacity)))
    }
    if !pen.dashes.isEmpty {
      attributes += [
        ("stroke-dasharray", pen.dashes.map(Self.number).joined(separator: " ")),
        ("stroke-linecap", "butt"),
      ]
    }
    return attributes
  }

  private func data(_ path: Figure.Path) -> String {
    var data = ""
    for segment in path.segments {
      switch segment {
      case .move(let point): data += "M" + pair(point)
      case .line(let point): data += "L" + pair(point)
      case .curve(let first, let second, let end):
        data += "C" + [first, second, end].map(pair).joined(separator: " ")
      case .close: data += "Z"
      }
    }
    return data
  }

  private func pair(_ point: Figure.Point) -> String {
    Self.number(point.x) + " " + Self.number(point.y)
  }

  private mutating func write(
    _ sign: Figure.Marker, at place: Figure.Point, radius: Double, _ role: Figure.Role
  ) {
    let shape = sign.outline(at: place, radius: radius)
    let name = ("class", SVGStyle.name(of: role))
    let paint =
      shape.isFilled
      ? [name, ("fill", "currentColor")]
      : [name, ("stroke", "currentColor"), ("stroke-width", "1.4")]
    switch shape {
    case .circle(let radius, isFilled: _):
      let circle = [
        ("cx", Self.number(place.x)), ("cy", Self.number(place.y)), ("r", Self.number(radius)),
      ]
      empty("circle", paint + circle)
    case .path(let path, isFilled: _):
      empty("path", paint + [("d", data(path))])
    }
  }

  private mutating func write(_ text: Figure.Text) {
    let place = text.position
    var attributes = [
      ("class", SVGStyle.name(of: text.role) + (text.hasHalo ? " fig-halo" : "")),
      ("fill", "currentColor"), ("x", Self.number(place.x)), ("y", Self.number(place.y)),
      ("font-size", Self.number(text.size)),
    ]
    switch text.anchor {
    case .start: break
    case .middle: attributes.append(("text-anchor", "middle"))
    case .end: attributes.append(("text-anchor", "end"))
    }
    if text.weight == .bold { attributes.append(("font-weight", "600")) }
    if text.isTurned { attributes.append(("transform", "rotate(-90 \(pair(place)))")) }
    open("text", attributes)
    var shift = 0.0
    for run in text.label.runs where !run.text.isEmpty {
      let wanted = run.style.shift * text.size
      var style: [(String, String)] = []
      if wanted != shift { style.append(("dy", Self.number(wanted - shift))) }
      shift = wanted
      if run.style.isSmall { style.append(("font-size", Self.number(0.72 * text.size))) }
      if run.style == .italic { style.append(("font-style", "italic")) }
      if style.isEmpty { write(run.text) } else { self.element("tspan", style, text: run.text) }
    }
    close("text")
  }
}

extension Figure.Label.Style {
  /// How far below the line the letters stand, in their plain size.
  fileprivate var shift: Double {
    switch self {
    case .plain, .italic: 0
    case .subscripted: 0.22
    case .superscripted: -0.36
    }
  }

  fileprivate var isSmall: Bool {
    switch self {
    case .plain, .italic: false
    case .subscripted, .superscripted: true
    }
  }
}

extension Figure.Role {
  /// Whether its rectangles lie edge to edge, so that soft edges would show as seams.
  fileprivate var isTiled: Bool {
    switch self {
    case .territory, .cell: true
    case .axis, .grid, .origin, .series, .region, .reference, .mark, .contour, .node, .highlighted,
      .edge, .arrowHead, .paper, .text, .faintText, .edgeLabel:
      false
    }
  }
}
