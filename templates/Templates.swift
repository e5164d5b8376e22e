/// The page templates and style sheets that come with the program.
public enum Templates {
  /// The HTML page.
  public static let page = String(decoding: PackageResources.page_html, as: UTF8.self)
  /// How it looks.
  public static let styleSheet = String(decoding: PackageResources.page_css, as: UTF8.self)
}
