/// What a diagnostic's code means, and something that gives it.
public struct DiagnosticCode: Hashable, Sendable {
  /// Something that gives a diagnostic.
  public enum Example: Hashable, Sendable {
    /// `dl` statements.
    case statements(String)
    /// A notebook, shown to those who are examined.
    case notebook(String)
    /// What cannot be shown in a few lines, in words.
    case words(String)
  }

  /// The stable code, such as `unknown-name`.
  public let code: String
  /// A clause without a full stop.
  public let meaning: String
  /// Something that gives this diagnostic and no other.
  public let example: Example

  init(_ code: String, _ meaning: String, _ example: Example) {
    self.code = code
    self.meaning = meaning
    self.example = example
  }

  /// Every code there is, sorted.
  public static let all: [DiagnosticCode] =
    (statementCodes + valueCodes + notebookCodes).sorted { $0.code < $1.code }

  /// The entry of a code; nil where there is none.
  public static func named(_ code: String) -> DiagnosticCode? {
    all.first { $0.code == code }
  }

  /// The entry as plain text, as `notebook doc errors` shows it.
  public var text: String {
    let (label, source): (String, String) =
      switch example {
      case .statements(let source): ("Example", source)
      case .notebook(let source): ("Example of a notebook", source)
      case .words(let words): ("Example", words)
      }
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let body = lines.last == "" ? lines.dropLast() : lines[...]
    let example = body.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
    return "\(code)\n  \(meaning)\n  \(label):\n\(example)"
  }
}
