import Source

/// Knows titles that were meant to be `Solution`, `Marking` or `Hint`: the paper would show what
/// stands below them.
enum CompanionWords {
  /// The role that somebody who wrote `title` meant: the word itself, a slip of it, or other words
  /// for it; nil for any other title.
  static func role(meantBy title: String) -> Role? {
    let words = title.prefix(200).lowercased().split { !$0.isLetter && !$0.isNumber }
      .map(String.init)
      .drop { $0.count == 1 && $0.first?.isASCII == true || fillers.contains($0) }
    guard let first = words.first else { return nil }
    if let known = beginnings.first(where: { $0.words.contains(first) }) { return known.role }
    if words.count == 1 { return titles[first] ?? slip(first) }
    if gradings.contains(first), let second = words.dropFirst().first, guides.contains(second) {
      return .marking
    }
    return nil
  }

  /// One slip for every four letters; of two, none is in the first letter, or `Resolution` were one.
  private static func slip(_ word: String) -> Role? {
    guard !honest.contains(word) else { return nil }
    return Role.classes.first { known in
      let limit = known.count / 4
      guard let distance = Suggestion.distance(from: word, to: known, limit: limit) else {
        return false
      }
      return distance < 2 || word.first == known.first
    }.flatMap { Role(companion: $0) }
  }

  /// Words that a title of solutions, of marking or of hints begins with.
  private static let beginnings: [(words: Set<String>, role: Role)] = [
    (
      [
        "solution", "solutions", "soln", "solns", "sol", "answer", "answers", "ans", "lösung",
        "lösungen", "musterlösung", "musterlösungen", "corrigé", "corrigés", "solución",
        "soluciones", "soluzione", "soluzioni", "solução", "soluções", "oplossing", "oplossingen",
        "हल",
      ], .solution
    ),
    (["marking", "markings", "rubric", "rubrics", "grading"], .marking),
    (["hint", "hints"], .hint),
  ]

  /// What may stand before such a word.
  private static let fillers: Set<String> = [
    "the", "our", "model", "sample", "suggested", "proposed", "official", "worked", "expected",
    "correct", "full", "complete", "detailed", "possible", "reference", "example", "final",
  ]

  /// Words that mean it only where they are the whole title.
  private static let titles: [String: Role] = [
    "key": .solution, "mark": .marking, "marks": .marking,
  ]

  private static let gradings: Set<String> = [
    "mark", "marks", "grade", "scoring", "evaluation", "assessment",
  ]
  private static let guides: Set<String> = [
    "scheme", "schemes", "rubric", "guide", "guidelines", "criteria", "key", "allocation",
    "distribution", "breakdown",
  ]

  /// Words as near as a slip that are none.
  private static let honest: Set<String> = ["masking", "making", "barking", "parking"]
}

extension Role {
  /// The word that gives a section this role, and what it then is.
  var companionWords: (title: String, thing: String)? {
    switch self {
    case .solution: ("Solution", "a solution")
    case .marking: ("Marking", "a marking guide")
    case .hint: ("Hint", "a hint")
    case .plain, .question: nil
    }
  }
}
