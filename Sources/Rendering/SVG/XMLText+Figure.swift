import Figures

extension XMLText {
  /// The element and everything in it.
  mutating func write(_ element: Figure.Element) {
    switch element {
    case .line(let from, let to, let role):
      open("line")
      look(role)
      attribute("x1", from.x)
      attribute("y1", from.y)
      attribute("x2", to.x)
      attribute("y2", to.y)
      close("line")
    case .path(let path, let role):
      open("path")
      look(role)
      attribute("d") { $0.append(path) }
      close("path")
    case .rectangle(let box, let corner, let role):
      open("rect")
      look(role)
      attribute("x", box.x)
      attribute("y", box.y)
      attribute("width", box.width)
      attribute("height", box.height)
      if corner > 0 { attribute("rx", corner) }
      if role.isTiled { attribute("shape-rendering", "crispEdges") }
      close("rect")
    case .marker(let sign, let place, let size, let role):
      write(sign, at: place, radius: size / 2, role)
    case .text(let text):
      write(text)
    case .group(let part, let elements):
      open("g")
      attribute("class", "fig-\(part.rawValue)")
      for element in elements {
        line()
        write(element)
      }
      close("g")
    }
  }

  /// The class of a role, and how it is drawn without any style sheet.
  private mutating func look(_ role: Figure.Role) {
    attribute("class", SVGStyle.name(of: role))
    if role == .paper { return }
    let pen = role.pen
    if pen.fillOpacity > 0 {
      attribute("fill", "currentColor")
      if pen.fillOpacity < 1 { attribute("fill-opacity", pen.fillOpacity) }
    }
    guard pen.width > 0 else { return }
    attribute("stroke", "currentColor")
    attribute("stroke-width", pen.width)
    if pen.strokeOpacity < 1 { attribute("stroke-opacity", pen.strokeOpacity) }
    if !pen.dashes.isEmpty {
      attribute("stroke-dasharray", pen.dashes)
      attribute("stroke-linecap", "butt")
    }
  }

  private mutating func append(_ path: Figure.Path) {
    for segment in path.segments {
      switch segment {
      case .move(let point):
        append("M")
        append(point)
      case .line(let point):
        append("L")
        append(point)
      case .curve(let first, let second, let end):
        append("C")
        append(first)
        append(" ")
        append(second)
        append(" ")
        append(end)
      case .close: append("Z")
      }
    }
  }

  private mutating func append(_ point: Figure.Point) {
    append(point.x)
    append(" ")
    append(point.y)
  }

  private mutating func write(
    _ sign: Figure.Marker, at place: Figure.Point, radius: Double, _ role: Figure.Role
  ) {
    let shape = sign.outline(at: place, radius: radius)
    let name =
      switch shape {
      case .circle: "circle"
      case .path: "path"
      }
    open(name)
    attribute("class", SVGStyle.name(of: role))
    if shape.isFilled {
      attribute("fill", "currentColor")
    } else {
      attribute("stroke", "currentColor")
      attribute("stroke-width", 1.4)
    }
    switch shape {
    case .circle(let radius, isFilled: _):
      attribute("cx", place.x)
      attribute("cy", place.y)
      attribute("r", radius)
    case .path(let path, isFilled: _):
      attribute("d") { $0.append(path) }
    }
    close(name)
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
