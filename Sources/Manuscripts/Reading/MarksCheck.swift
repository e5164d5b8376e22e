import Markdown
import Source

/// Checks that marks add up: parts to their question, questions to the front matter.
struct MarksCheck {
  var diagnostics: [Diagnostic] = []

  mutating func check(_ pieces: [Section.Piece], total: Marks?, totalSpan: Span?) {
    let questions = pieces.sections.flatMap(\.outermostQuestions)
    for question in questions { check(question) }
    guard let total, let totalSpan else { return }
    compare(questions, with: total, at: totalSpan, of: "the questions")
  }

  private mutating func check(_ question: Section) {
    let parts = question.sections.flatMap(\.outermostQuestions)
    for part in parts { check(part) }
    for section in question.sections where section.role == .marking {
      check(section, of: question)
    }
    guard let marks = question.marks, let pair = question.heading.attributes["marks"] else {
      return
    }
    compare(parts, with: marks, at: pair.valueSpan, of: "the parts")
  }

  private mutating func compare(
    _ sections: [Section], with total: Marks, at span: Span, of what: String
  ) {
    let terms = sections.filter { !$0.isBonus }.compactMap { $0.marks?.halves }
    guard !terms.isEmpty, terms.reduce(0, +) != total.halves else { return }
    report(terms, total, at: span, what)
  }

  private mutating func report(_ terms: [Int], _ total: Marks, at span: Span, _ what: String) {
    diagnostics.append(
      Diagnostic(.error, .marksDiffer(what, terms: terms, total: total), at: span))
  }

  /// A marking section's items that start with `[1]` or `[½]` add up to the question's marks.
  private mutating func check(_ marking: Section, of question: Section) {
    guard let marks = question.marks else { return }
    let items = marking.pieces.flatMap { piece -> [List.Item] in
      guard case .block(.list(let list)) = piece else { return [] }
      return list.items
    }
    var terms: [Int] = []
    var isReadable = true
    for award in items.compactMap(\.award) {
      if let marks = Marks(award.text) {
        terms.append(marks.halves)
      } else if award.looksLikeMarks {
        diagnostics.append(
          Diagnostic(
            .error, .badAward(award.text), at: award.span,
            hint: "write '[1]', '[½]' or '[1½]'"))
        isReadable = false
      }
    }
    guard isReadable, !terms.isEmpty, terms.reduce(0, +) != marks.halves else { return }
    report(terms, marks, at: marking.heading.span, "the marked items")
  }
}

extension Section {
  /// Itself if it is a question, else the questions in it.
  var outermostQuestions: [Section] {
    if case .question = role { return [self] }
    return sections.flatMap(\.outermostQuestions)
  }
}

/// What a marking section's item says it earns.
private struct Award {
  /// What stands between the brackets.
  let text: String
  /// Where the brackets stand.
  let span: Span

  /// Whether marks were meant, though none can be read: digits, or a word for a number or marks.
  var looksLikeMarks: Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return text.contains(where: \.isNumber) || words.contains { Self.words.contains(String($0)) }
  }

  private static let words: Set<String> = [
    "half", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "mark",
    "marks", "point", "points", "pt", "pts",
  ]
}

extension List.Item {
  /// What a leading `[1]` or `[½]` says; nil without brackets.
  fileprivate var award: Award? {
    guard case .paragraph(let inlines, _)? = blocks.first,
      case .text(let text, let span)? = inlines.first, text.first == "[",
      let end = text.firstIndex(of: "]")
    else { return nil }
    let count = text.utf8.distance(from: text.startIndex, to: end) + 1
    return Award(
      text: String(text[text.index(after: text.startIndex)..<end]),
      span: Span(span.start, min(span.start + count, span.end)))
  }
}

extension Diagnostic.Message {
  static func badAward(_ text: String) -> Self {
    Self("bad-marks", "'[\(text.prefix(40))]' says no marks")
  }

  static func marksDiffer(_ what: String, terms: [Int], total: Marks) -> Self {
    let sum = Marks.text(halves: terms.reduce(0, +))
    let shown = terms.map { Marks.text(halves: $0) }.joined(separator: " + ")
    let text = terms.count > 1 ? "\(shown) = \(sum)" : sum
    return Self("marks-differ", "\(what) add up to \(text), not \(total)")
  }
}
