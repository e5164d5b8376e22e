/// The arrows that grow with their labels, by the name of their command.
enum ExtensibleArrows {
  /// The character that is stretched.
  static func character(_ name: String) -> String? {
    characters[name]
  }

  /// The name of every arrow, sorted.
  static var allNames: [String] {
    characters.keys.sorted()
  }

  private static let characters = [
    "xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒",
    "xLeftarrow": "⇐", "xLeftrightarrow": "⇔", "xmapsto": "↦", "xhookrightarrow": "↪",
    "xhookleftarrow": "↩", "xrightharpoonup": "⇀", "xrightharpoondown": "⇁",
    "xleftharpoonup": "↼", "xleftharpoondown": "↽", "xrightleftharpoons": "⇌",
    "xleftrightharpoons": "⇋", "xlongequal": "=", "xtwoheadrightarrow": "↠",
    "xtwoheadleftarrow": "↞",
  ]
}
