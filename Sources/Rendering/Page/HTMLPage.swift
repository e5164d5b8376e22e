public import Manuscripts
import Mathematics
import Templates

/// Writes a document as one self-contained HTML page: no script, nothing from elsewhere.
public struct HTMLPage: Sendable {
  private let template: Template
  private let styleSheet: String
  private let mathFont: String?
  private let math: MathForm

  /// A page of somebody's own template and style sheet.
  ///
  /// The places to fill are the texts `language title audience edition course institution authors
  /// contentsLabel instructionsLabel`, the markup `styles heading totals contents body notes`, and the frames `facts` (with `items` of a
  /// `fact` each), `fields` (`field`) and `instructions` (`instruction`, markup).
  ///
  /// - Parameters:
  ///   - template: The page, in the language of ``Template``; nil for the program's.
  ///   - styleSheet: What stands before the rules for formulas and figures in `styles`; nil for the
  ///     program's.
  ///   - math: How the page holds its formulas.
  /// - Throws: What is wrong with either.
  public init(
    template: String? = nil, styleSheet: String? = nil, math: MathForm = .mathml
  ) throws(TemplateError) {
    try self.init(
      template: template ?? Templates.page, styleSheet: styleSheet ?? Templates.styleSheet,
      mathFont: Templates.mathFont, math: math)
  }

  /// A page whose formulas bring this font, WOFF2 in base 64, or none.
  private init(
    template: String, styleSheet: String, mathFont: String?, math: MathForm
  ) throws(TemplateError) {
    guard !HTMLPage.endsStyle(styleSheet) else {
      throw TemplateError(.endsStyle, line: 1)
    }
    self.template = try Template(template)
    self.styleSheet = styleSheet
    self.mathFont = mathFont
    self.math = math
  }

  /// Whether `</style` stands in a style sheet, in capitals or not.
  private static func endsStyle(_ styleSheet: String) -> Bool {
    var rest = styleSheet.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[rest.index(after: start)...]
      if rest.prefix(6).elementsEqual("/style".utf8, by: { $0 | 0x20 == $1 }) { return true }
    }
    return false
  }

  /// The page of a document in this template.
  ///
  /// - Throws: What the template asks for that no page has.
  public func bytes(of document: Document) throws(TemplateError) -> [UInt8] {
    try template.filled(
      PageValues.values(
        of: document, styleSheet: styleSheet, mathFont: math == .mathml ? mathFont : nil, math: math
      ))
  }

  /// The page of a document in the template that comes with the program.
  ///
  /// A page with formulas carries the font that the program was built with, if it was with one.
  public static func render(_ document: Document) -> [UInt8] {
    render(document, mathFont: Templates.mathFont)
  }

  /// The same with another font for formulas, WOFF2 in base 64, or with none.
  static func render(_ document: Document, mathFont: String?) -> [UInt8] {
    do throws(TemplateError) {
      return try HTMLPage(
        template: Templates.page, styleSheet: Templates.styleSheet, mathFont: mathFont,
        math: .mathml
      ).bytes(of: document)
    } catch {
      preconditionFailure("the template of the program is wrong in line \(error.line): \(error)")
    }
  }
}
