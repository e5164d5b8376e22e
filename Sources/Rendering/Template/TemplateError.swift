import Source

/// What is wrong with a template, and on which line.
public struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  enum Reason: Hashable, Sendable {
    case openTag
    case openSection(String)
    case unexpectedEnd(String)
    case badName(String)
    case tooDeep
    case unknownName(String, known: [String])
    case isText(String)
    case isMarkup(String)
    case isList(String)
    case endsStyle
  }

  let reason: Reason
  /// The line, from 1.
  public let line: Int

  init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }

  /// Whether the fault is one of the style sheet, not of the page.
  public var isInStyleSheet: Bool { reason == .endsStyle }

  /// A lower-case clause without a full stop.
  public var description: String {
    switch reason {
    case .openTag: "a '{{' is not closed"
    case .openSection(let name): "'{{#\(name)}}' is not closed"
    case .unexpectedEnd(let name): "'{{/\(name)}}' closes nothing"
    case .badName(let name): "'\(name)' is no name"
    case .tooDeep: "more than \(TemplateReader.depthLimit) sections in each other"
    case .unknownName(let name, let known):
      "unknown name '\(name)'"
        + (Suggestion.nearest(to: name, among: known).map { ", did you mean '\($0)'?" } ?? "")
    case .isText(let name): "'\(name)' is text: write '{{\(name)}}'"
    case .isMarkup(let name): "'\(name)' is markup: write '{{{\(name)}}}'"
    case .isList(let name): "'\(name)' is a list: write '{{#\(name)}}…{{/\(name)}}'"
    case .endsStyle: "'</style' stands in a style sheet"
    }
  }
}
