public import Source
public import Workings

extension Document {
  /// A block of a document.
  public indirect enum Block: Hashable, Sendable {
    /// A heading with all below it.
    case section(Section)
    /// Running text.
    case paragraph([Inline])
    /// Words of somebody else.
    case quote([Block])
    /// Bullets or numbers.
    case list(List)
    /// Options to choose from: A, B and so on.
    case choices([Choice])
    /// Rows and columns.
    case table(Table)
    /// Source code that is only shown.
    case listing(Listing)
    /// A displayed formula.
    case formula(Display)
    /// An image that can be referred to.
    case figure(Figure)
    /// All that one `dl` block shows.
    case computed(Computed)
    /// The working of one statement.
    case working([Shown])
    /// What a check or an audit found.
    case verdict(Passage.Finding)
    /// Something that failed, in place.
    case problem(Problem)
    /// A rule across the page.
    case rule
    /// The author's own HTML, comments left out; only where it is asked for.
    case html(String)
    /// Room to write in.
    case room(Room)
  }

  /// All that one `dl` block shows.
  public struct Computed: Hashable, Sendable {
    /// What can be referred to; nil where the author gave no id.
    public let id: String?
    /// Workings, checks and problems in their order; never empty.
    public let blocks: [Block]
  }

  /// A passage of a working, with the caption and alternative text that its block gives.
  public struct Shown: Hashable, Sendable {
    /// What is shown.
    public let passage: Passage
    /// The author's words for a table or figure; empty keeps its own.
    public let caption: [Inline]
    /// The author's words for those who cannot see a figure.
    public let alternativeText: String?

    /// A passage with the author's words for it.
    public init(passage: Passage, caption: [Inline], alternativeText: String?) {
      self.passage = passage
      self.caption = caption
      self.alternativeText = alternativeText
    }
  }

  /// A heading with all below it.
  public struct Section: Hashable, Sendable {
    /// What can be referred to.
    public let id: String
    /// What it is for.
    public let role: Role
    /// The level of its heading, from 1; no level is left out.
    public let level: Int
    /// `1`, `(a)`, `(i)`; nil for what is not numbered.
    public let number: String?
    /// The title; empty where the number stands alone.
    public let title: [Inline]
    /// What it is worth.
    public let marks: Marks?
    /// Whether its marks stay out of sums.
    public let isBonus: Bool
    /// Whether it starts on a new page.
    public let startsPage: Bool
    /// What stands in it.
    public let blocks: [Block]
  }

  /// A bullet or numbered list.
  public struct List: Hashable, Sendable {
    /// The number of the first item; nil for bullets.
    public let start: Int?
    /// Whether the items stand without space between them.
    public let isTight: Bool
    /// The items.
    public let items: [Item]
  }

  /// An item of a list.
  public struct Item: Hashable, Sendable {
    /// Whether its box is ticked; nil where it has none.
    public let isDone: Bool?
    /// What stands in it.
    public let blocks: [Block]
  }

  /// An option to choose.
  public struct Choice: Hashable, Sendable {
    /// `A`, `B` and so on.
    public let letter: String
    /// Whether it is right; nil on the paper.
    public let isRight: Bool?
    /// What it says.
    public let blocks: [Block]
  }

  /// A table of the author's.
  public struct Table: Hashable, Sendable {
    /// How a column is set.
    public enum Alignment: Hashable, Sendable {
      case left, center, right
    }

    /// Above the table; empty without one.
    public let caption: [Inline]
    /// What can be referred to.
    public let id: String?
    /// One a column.
    public let alignments: [Alignment]
    /// What heads the columns.
    public let header: [[Inline]]
    /// As wide as the header.
    public let rows: [[[Inline]]]
  }

  /// Source code that is only shown.
  public struct Listing: Hashable, Sendable {
    /// Its language; empty when none was given.
    public let language: String
    /// The lines, with LF ends.
    public let text: String
    /// Above the listing; empty without one.
    public let caption: String
    /// What can be referred to.
    public let id: String?
  }

  /// An image apart from the text.
  public struct Figure: Hashable, Sendable {
    /// The image.
    public let image: Image
    /// How wide it is shown; nil for as wide as it is.
    public let width: PictureWidth?
    /// Below the image; empty without one.
    public let caption: [Inline]
    /// What can be referred to.
    public let id: String?
  }

  /// A displayed formula.
  public struct Display: Hashable, Sendable {
    /// What is shown.
    public let math: Math
    /// Its number with parentheses; nil where nothing refers to it.
    public let number: String?
    /// What can be referred to.
    public let id: String?
  }

  /// Something that failed, told where it would have stood.
  public struct Problem: Hashable, Sendable {
    /// How bad it is.
    public let severity: Diagnostic.Severity
    /// What is wrong.
    public let message: String
    /// What helps.
    public let hint: String?
    /// The line of the author's file, from 1.
    public let line: Int
    /// What stands on that line.
    public let text: String
  }
}
