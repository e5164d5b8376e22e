import Figures

/// The colours of roles: dark letters on light paper, and the other way round.
///
/// A rule only sets `color`, which the shapes use as `currentColor`. All colours have a contrast of
/// at least 4.5 : 1 against their paper, except lines that only guide the eye.
enum SVGStyle {
  /// One class with its colours.
  private struct Rule {
    let name: String
    let light: String
    let dark: String
  }

  private static let ink = Rule(name: "fig", light: "#1c1e21", dark: "#e6e7e9")
  private static let lightPaper = "#ffffff"
  private static let darkPaper = "#15171a"

  private static let rules: [Rule] = [
    Rule(name: "fig-s1", light: "#1a5fb4", dark: "#7db4ff"),
    Rule(name: "fig-s2", light: "#b3430a", dark: "#ff9d5c"),
    Rule(name: "fig-s3", light: "#1b7a3d", dark: "#6fd08c"),
    Rule(name: "fig-s4", light: "#8a3ab0", dark: "#d49bf0"),
    Rule(name: "fig-s5", light: "#b01e4e", dark: "#ff8fae"),
    Rule(name: "fig-s6", light: "#7a5c00", dark: "#e3c04a"),
    Rule(name: "fig-s7", light: "#0b7285", dark: "#5fcfe0"),
    Rule(name: "fig-s8", light: "#4d4d57", dark: "#b9bcc6"),
    Rule(name: "fig-faint", light: "#54585f", dark: "#a9adb5"),
    Rule(name: "fig-region", light: "#9a6b00", dark: "#e0b040"),
    Rule(name: "fig-reference", light: "#54585f", dark: "#b4b8c0"),
    Rule(name: "fig-negative", light: "#b3430a", dark: "#ff9d5c"),
    Rule(name: "fig-positive", light: "#1a5fb4", dark: "#7db4ff"),
    Rule(name: "fig-highlighted", light: "#1a5fb4", dark: "#7db4ff"),
    Rule(name: "fig-edge", light: "#54585f", dark: "#a9adb5"),
  ]

  /// The class of a role.
  static func name(of role: Figure.Role) -> String {
    switch role {
    case .axis: "fig-axis"
    case .grid: "fig-grid"
    case .origin: "fig-origin"
    case .series(let number), .territory(let number): "fig-s\((max(number, 1) - 1) % 8 + 1)"
    case .region: "fig-region"
    case .reference: "fig-reference"
    case .mark: "fig-mark"
    case .contour: "fig-contour"
    case .cell(let tint): tint.isNegative ? "fig-negative" : "fig-positive"
    case .node: "fig-node"
    case .highlighted: "fig-highlighted"
    case .edge, .arrowHead: "fig-edge"
    case .paper: "fig-paper"
    case .text: "fig-text"
    case .faintText: "fig-faint"
    case .edgeLabel: "fig-edge-label"
    }
  }

  /// The rules for the given roles, or for all.
  static func text(for roles: Set<Figure.Role>?) -> String {
    let names = roles.map { Set($0.map(name)) }
    let used = [ink] + rules.filter { names?.contains($0.name) ?? true }
    let light = used.map { ".\($0.name){color:\($0.light)}" }.joined()
    let dark = used.map { ".\($0.name){color:\($0.dark)}" }.joined()
    func paper(_ colour: String) -> String {
      let usesPaper = names?.contains("fig-paper") ?? true
      let grounds =
        ".fig-paper{fill:var(--page,\(colour));fill-opacity:.85}"
        + ".fig-halo{paint-order:stroke;stroke:var(--page,\(colour));stroke-width:3px}"
      return ".fig:root{background:\(colour)}" + (usesPaper ? grounds : "")
    }
    return light + paper(lightPaper) + "@media screen and (prefers-color-scheme:dark){" + dark
      + paper(darkPaper) + "}"
  }
}
