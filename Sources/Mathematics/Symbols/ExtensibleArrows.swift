/// The arrows that grow with their labels, by the name of their command.
enum ExtensibleArrows {
  /// The character that is stretched.
  static func character(_ name: String) -> String? {
    characters[name]
  }

  /// The name of every arrow, in no order.
  static var allNames: [String] {
    Array(characters.keys)
  }

  private static let characters = [
    "xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒",
    "xLeftarrow": "⇐", "xLeftrightarrow": "⇔", "xmapsto": "↦", "xhookrightarrow": "↪",
    "xhookleftarrow": "↩", "xrightharpoonup": "⇀", "xrightharpoondown": "⇁",
    "xleftharpoonup": "↼", "xleftharpoondown": "↽", "xrightleftharpoons": "⇌",
    "xleftrightharpoons": "⇋", "xlongequal": "=", "xtwoheadrightarrow": "↠",
    "xtwoheadleftarrow": "↞", "xlongrightarrow": "→", "xlongleftarrow": "←", "xtofrom": "⇄",
    "xrightleftarrows": "⇄", "xrightequilibrium": "⇌", "xleftequilibrium": "⇋",
  ]
}
