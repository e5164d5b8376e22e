import Manuscripts
import Mathematics

/// A piece of an HTML page as a tree, which is text only in the writer.
indirect enum HTML: Hashable, Sendable {
  /// An element with its attributes in this order.
  case element(Tag, Attributes, [HTML])
  /// Words from anywhere.
  case text(String)
  /// Running text, which the writer takes as it stands in the document; a displayed formula may stand
  /// on a line of its own there or not.
  case words([Document.Inline], allowsDisplay: Bool)
  /// A formula, which the writer gives the form that the page wants.
  case formula(Typeset)
  /// Markup that our own writers of figures made.
  case markup([UInt8])
  /// The author's own HTML, which anything may stand in; only where it is asked for.
  case raw(String)

  /// A formula with what a page needs beside it.
  struct Typeset: Hashable, Sendable {
    let formula: Formula
    /// The author's source, or the formula's own.
    let tex: String
    let isDisplay: Bool
    /// The number beside a display, with its parentheses.
    var number: String?
  }

  /// Attributes in a fixed order.
  struct Attributes: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private(set) var pairs: [Pair] = []

    /// One attribute.
    struct Pair: Hashable, Sendable {
      let name: Name
      let value: String
    }

    init(dictionaryLiteral elements: (Name, String?)...) {
      pairs = elements.compactMap { name, value in value.map { Pair(name: name, value: $0) } }
    }
  }

  /// The attributes that pages use.
  enum Name: String, Hashable, Sendable {
    case `class`, id, href, rel, role, scope, style, start, title, lang
    case label = "aria-label"
    case labelledBy = "aria-labelledby"
    case alt, src
    case hidden = "aria-hidden"
    case describedBy = "aria-describedby"
  }

  /// The elements that pages use.
  enum Tag: String, Hashable, Sendable {
    case a, aside, blockquote, br, caption, code, div, em, figcaption, figure, footer, header
    case h1, h2, h3, h4, h5, h6, hr, img, li, main, nav, ol, p, pre, section, span, strong, sub
    case sup
    case table, tbody, td, th, thead, tr, ul

    /// Whether it has neither content nor an end tag.
    var isVoid: Bool { self == .br || self == .hr || self == .img }

    /// Whether a line ends behind it, for those who read the source.
    var endsLine: Bool {
      switch self {
      case .a, .br, .code, .em, .img, .span, .strong, .sub, .sup, .td, .th: false
      case .aside, .blockquote, .caption, .div, .figcaption, .figure, .footer, .header, .h1, .h2,
        .h3, .h4, .h5, .h6, .hr, .li, .main, .nav, .ol, .p, .pre, .section, .table, .tbody, .thead,
        .tr, .ul:
        true
      }
    }

    /// The heading of a level from 1 to 6.
    static func heading(_ level: Int) -> Tag {
      switch level {
      case ...1: .h1
      case 2: .h2
      case 3: .h3
      case 4: .h4
      case 5: .h5
      default: .h6
      }
    }
  }

  /// An element with content.
  static func element(_ tag: Tag, _ attributes: Attributes = [:], _ content: HTML...) -> HTML {
    .element(tag, attributes, content)
  }

  /// Words for those who hear the page, which nobody sees.
  static func unseen(_ words: String) -> HTML {
    .element(.span, [.class: "unseen"], .text(words))
  }
}
