public import Mathematics

extension Document {
  /// A piece of running text.
  public indirect enum Inline: Hashable, Sendable {
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
    /// An image that could be embedded no further than by its alternative text.
    case image(alternativeText: String, source: String)
    /// A formula among the words.
    case math(Math)
    /// A formula on a line of its own inside a paragraph.
    case display(Display)
    /// A rule to write on; the width of what belongs there, in thousandths of an em.
    case blank(width: Int)
    /// What belongs on such a rule.
    case answer(Math)
    /// The number of a footnote, from 1.
    case note(Int)
    /// Something that failed, as the author wrote it.
    case problem(source: String, message: String)
    /// The end of a line of the author's.
    case softBreak
    /// The end of a line that shows.
    case lineBreak
  }

  /// A formula with its source, or only its source where it cannot be read.
  public enum Math: Hashable, Sendable {
    case formula(Formula, tex: String)
    case unreadable(tex: String, reason: String)

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
      case .image(let words, _): text += words
      case .math(let math), .answer(let math): text += math.words
      case .display(let display): text += display.math.words
      case .blank, .note: break
      case .problem(let source, _): text += source
      case .softBreak, .lineBreak: text += " "
      }
    }
  }
}
