import Figures

extension XMLText {
  /// A line of text with its runs.
  mutating func write(_ text: Figure.Text) {
    let place = text.position
    open("text")
    attribute("class", SVGStyle.name(of: text.role) + (text.hasHalo ? " fig-halo" : ""))
    attribute("fill", "currentColor")
    attribute("x", place.x)
    attribute("y", place.y)
    attribute("font-size", text.size)
    switch text.anchor {
    case .start: break
    case .middle: attribute("text-anchor", "middle")
    case .end: attribute("text-anchor", "end")
    }
    if text.weight == .bold { attribute("font-weight", "600") }
    if text.isTurned {
      attribute("transform") { xml in
        xml.append("rotate(-90 ")
        xml.append(place.x)
        xml.append(" ")
        xml.append(place.y)
        xml.append(")")
      }
    }
    var shift = 0.0
    for run in text.label.runs where !run.text.isEmpty {
      let wanted = run.style.shift * text.size
      write(run, size: text.size, shift: wanted - shift)
      shift = wanted
    }
    write("")
    close("text")
  }

  /// Letters that stand `shift` points below the run before.
  private mutating func write(_ run: Figure.Label.Run, size: Double, shift: Double) {
    guard shift != 0 || run.style != .plain else { return write(run.text) }
    open("tspan")
    if shift != 0 { attribute("dy", shift) }
    if run.style.isSmall { attribute("font-size", 0.72 * size) }
    if run.style == .italic { attribute("font-style", "italic") }
    write(run.text)
    close("tspan")
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
