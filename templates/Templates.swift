/// The page templates and style sheets that come with the program.
public enum Templates {
  /// The HTML page.
  public static let page = String(decoding: PackageResources.page_html, as: UTF8.self)
  /// How it looks.
  public static let styleSheet = String(decoding: PackageResources.page_css, as: UTF8.self)
  /// The font of formulas as WOFF2 in base 64; nil where the build had none.
  ///
  /// A literal, which stays on the disk until a page needs it.
  public static var mathFont: String? { MathFont.base64 }
}

/// What `scripts/font` fills in: an extension of ``MathFont`` in a file of its own, which is no part
/// of the repository.
protocol FontSource {
  static var base64: String? { get }
}

extension FontSource {
  /// Without that file there is no font.
  static var base64: String? { nil }
}

/// The font that was there when the program was built.
enum MathFont: FontSource {}
