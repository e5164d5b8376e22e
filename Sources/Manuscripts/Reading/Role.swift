/// What a section is for, which decides who sees it.
public enum Role: Hashable, Sendable {
  /// Prose.
  case plain
  /// A question or, below the first level, a part of one.
  case question(depth: Int)
  /// What solves the question before it.
  case solution
  /// What guides those who mark.
  case marking
  /// What helps those who are examined.
  case hint

  /// Whether the section accompanies the question before it.
  var isCompanion: Bool {
    switch self {
    case .solution, .marking, .hint: true
    case .plain, .question: false
    }
  }

  /// The classes that give a section a role, in any language.
  static let classes = ["solution", "marking", "hint"]

  /// The role by the words of a heading or the name of a class.
  init?(companion name: String) {
    switch name.lowercased() {
    case "solution": self = .solution
    case "marking": self = .marking
    case "hint": self = .hint
    default: return nil
    }
  }
}

/// For whom a document is made.
public enum Audience: String, Hashable, Sendable, CaseIterable {
  /// The examined: questions and hints.
  case paper
  /// Questions with their solutions.
  case key
  /// Questions with the last step of each solution.
  case answers
  /// Those who mark: all there is, audits and checks included.
  case marking

  /// Whether a section of this role is in the document.
  func sees(_ role: Role) -> Bool {
    switch role {
    case .plain, .question, .hint: true
    case .solution: self != .paper
    case .marking: self == .marking
    }
  }
}
