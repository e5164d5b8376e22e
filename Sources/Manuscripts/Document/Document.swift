public import Source

/// A woven notebook without a format: what every writer writes.
public struct Document: Sendable {
  /// For whom it is.
  public let audience: Audience
  /// The language of the text, as a BCP 47 tag.
  public let language: String
  /// What stands above everything else.
  public let head: Head
  /// The sections to list, in their order.
  public let contents: [Entry]
  /// What stands in it.
  public let blocks: [Block]
  /// Footnotes in the order of their numbers, from 1.
  public let notes: [Note]
  /// What was found wrong while weaving, sorted by place; what executing found is not among it.
  public let diagnostics: [Diagnostic]

  /// A document; whoever weaves makes it.
  init(
    audience: Audience, language: String, head: Head, contents: [Entry], blocks: [Block],
    notes: [Note], diagnostics: [Diagnostic]
  ) {
    self.audience = audience
    self.language = language
    self.head = head
    self.contents = contents
    self.blocks = blocks
    self.notes = notes
    self.diagnostics = diagnostics
  }
}

extension Document {
  /// The words that a page of it brings itself.
  public var wording: Wording { Wording(language: language) }

  /// The language of the sentences in workings, where it is not the document's.
  public var sentenceLanguage: String? {
    let primary = language.prefix { $0 != "-" && $0 != "_" }
    return primary.lowercased() == "en" ? nil : "en"
  }

  /// Whether it has questions or solutions, so that it differs from audience to audience.
  public var isExam: Bool { Self.hasExamSections(blocks) }

  private static func hasExamSections(_ blocks: [Block]) -> Bool {
    blocks.contains { block in
      guard case .section(let section) = block else { return false }
      return section.role != .plain || hasExamSections(section.blocks)
    }
  }

  /// What stands above everything else.
  public struct Head: Hashable, Sendable {
    /// The title; empty without one.
    public var title: [Inline] = []
    /// What the title can be referred to by; nil where the author gave no id.
    public var id: String?
    /// The course.
    public var course: String?
    /// The institution.
    public var institution: String?
    /// The date as written.
    public var date: String?
    /// The authors.
    public var authors: [String] = []
    /// How long it takes.
    public var duration: String?
    /// What all questions together are worth.
    public var marks: Marks?
    /// What the examined should know first.
    public var instructions: [[Block]] = []
    /// What the examined fill in.
    public var fields: [String] = []
    /// Questions with their marks, where they are to be noted; empty where they are not.
    public var totals: [Total] = []

    /// The title in words.
    public var plainTitle: String { title.words }
  }

  /// A footnote that is mentioned.
  public struct Note: Hashable, Sendable {
    /// What it says.
    public let blocks: [Block]
    /// How often it is mentioned.
    public let mentionCount: Int
  }

  /// A question in the table of marks.
  public struct Total: Hashable, Sendable {
    /// Its number.
    public let number: String
    /// What it is worth.
    public let marks: Marks
  }

  /// A line of the contents list.
  public struct Entry: Hashable, Sendable {
    /// What it leads to.
    public let id: String
    /// How deep it stands, from 0.
    public let depth: Int
    /// The number; nil for what is not numbered.
    public let number: String?
    /// The title; may be empty for a numbered question.
    public let title: [Inline]
    /// What it is worth.
    public let marks: Marks?
  }
}
