/// A page with places to fill: the part of Mustache that pages need.
///
/// `{{name}}` is escaped, `{{{name}}}` is markup of ours, `{{#name}}…{{/name}}` shows its content
/// where `name` has something (once an item of a list), `{{^name}}…{{/name}}` where it has nothing.
/// `{{! … }}` is a remark. A tag alone on its line takes the line with it.
public struct Template: Sendable {
  /// What a place is filled with.
  enum Value: Sendable {
    case text(String)
    case markup([UInt8])
    case list([[String: Value]])

    /// How many bytes it has by itself.
    fileprivate var byteCount: Int {
      switch self {
      case .text(let text): text.utf8.count
      case .markup(let bytes): bytes.count
      case .list: 0
      }
    }

    /// Whether there is nothing to show.
    var isEmpty: Bool {
      switch self {
      case .text(let text): text.isEmpty
      case .markup(let bytes): bytes.isEmpty
      case .list(let items): items.isEmpty
      }
    }
  }

  /// A piece of the page.
  indirect enum Piece: Sendable {
    case text(Substring)
    case value(String, isRaw: Bool, line: Int)
    case section(String, isInverted: Bool, line: Int, [Piece])
  }

  let pieces: [Piece]

  /// Reads a template.
  ///
  /// - Throws: ``TemplateError`` for a tag that does not end or does not fit.
  public init(_ text: String) throws(TemplateError) {
    var reader = TemplateReader(text)
    pieces = try reader.pieces()
  }

  /// The page with all places filled.
  func filled(_ values: [String: Value]) throws(TemplateError) -> [UInt8] {
    var output = HTMLOutput()
    output.reserve(values.values.reduce(1 << 15) { $0 + $1.byteCount })
    try Self.write(pieces, [values], into: &output)
    return output.bytes
  }

  private static func write(
    _ pieces: [Piece], _ contexts: [[String: Value]], into output: inout HTMLOutput
  ) throws(TemplateError) {
    for piece in pieces {
      switch piece {
      case .text(let text): output.write(raw: String(text))
      case .value(let name, let isRaw, let line):
        try write(value(name, contexts, line), name, isRaw, line, into: &output)
      case .section(let name, let isInverted, let line, let inner):
        let value = try value(name, contexts, line)
        if isInverted {
          if value.isEmpty { try write(inner, contexts, into: &output) }
        } else if case .list(let items) = value {
          for item in items { try write(inner, contexts + [item], into: &output) }
        } else if !value.isEmpty {
          try write(inner, contexts, into: &output)
        }
      }
    }
  }

  private static func write(
    _ value: Value, _ name: String, _ isRaw: Bool, _ line: Int, into output: inout HTMLOutput
  ) throws(TemplateError) {
    switch (value, isRaw) {
    case (.text(let text), false): output.write(escaping: text)
    case (.markup(let bytes), true): output.write(.markup(bytes))
    case (.text, true): throw TemplateError(.isText(name), line: line)
    case (.markup, false): throw TemplateError(.isMarkup(name), line: line)
    case (.list, _): throw TemplateError(.isList(name), line: line)
    }
  }

  private static func value(
    _ name: String, _ contexts: [[String: Value]], _ line: Int
  ) throws(TemplateError) -> Value {
    for context in contexts.reversed() {
      if let value = context[name] { return value }
    }
    let known = contexts.flatMap(\.keys).sorted()
    throw TemplateError(.unknownName(name, known: known), line: line)
  }
}
