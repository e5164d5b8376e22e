public import Mathematics

extension Document {
  /// A piece of running text.
  ///
  /// Only what is large stands apart in memory: nearly all pieces are words, formulas and ends of lines.
  public enum Inline: Hashable, Sendable {
    /// Plain text.
    case text(String)
    /// Stressed text.
    case emphasis([Inline])
    /// Strongly stressed text.
    case strong([Inline])
    /// Code.
    case code(String)
    /// A link to another page; its scheme is a harmless one.
    case link([Inline], destination: String)
    /// A link to another place of the document.
    case reference([Inline], id: String)
    /// An image.
    indirect case image(Image)
    /// A formula among the words.
    case math(Math)
    /// A formula on a line of its own inside a paragraph.
    indirect case display(Display)
    /// A rule to write on; it tells nothing of what belongs there, its width included.
    case blank
    /// What belongs on such a rule.
    case answer(Math)
    /// The number of a footnote, and which mention of it this is, both from 1.
    case note(Int, mention: Int)
    /// Something that failed, as the author wrote it.
    indirect case problem(source: String, message: String)
    /// The author's own HTML, comments left out; only where it is asked for.
    case html(String)
    /// The end of a line of the author's.
    case softBreak
    /// The end of a line that shows.
    case lineBreak
  }

  /// An image, or only its words where it could not be had.
  public struct Image: Hashable, Sendable {
    /// The author's words for those who cannot see it.
    public let alternativeText: String
    /// The author's title; empty without one.
    public let title: String
    /// The file's content and its format; nil where it could not be had.
    public let content: ImageContent?
  }

  /// A formula with its source, or only its source where it cannot be read.
  public enum Math: Hashable, Sendable {
    case formula(Formula, tex: String)
    indirect case unreadable(tex: String, reason: String)

    /// The source.
    public var tex: String {
      switch self {
      case .formula(_, let tex), .unreadable(let tex, _): tex
      }
    }

    /// The formula on one line of text; its source where it cannot be read.
    public var words: String {
      switch self {
      case .formula(let formula, _): formula.plainText
      case .unreadable(let tex, _): tex
      }
    }
  }
}

extension [Document.Inline] {
  /// The words alone, as in a window's title.
  public var words: String {
    reduce(into: "") { text, inline in
      switch inline {
      case .text(let words), .code(let words): text += words
      case .emphasis(let inner), .strong(let inner), .link(let inner, _), .reference(let inner, _):
        text += inner.words
      case .image(let image): text += image.alternativeText
      case .math(let math), .answer(let math): text += math.words
      case .display(let display): text += display.math.words
      case .blank, .note, .html: break
      case .problem(let source, _): text += source
      case .softBreak, .lineBreak: text += " "
      }
    }
  }
}
