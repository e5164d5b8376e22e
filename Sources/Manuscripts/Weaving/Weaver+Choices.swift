import Markdown
import Mathematics
import Source
import Workings

extension Weaver {
  /// Whether what stands here belongs to what a paper asks.
  private var asks: Bool { isInQuestion && Audience.paper.sees(role) }

  /// A paragraph's text; ticks at the starts of lines, which belong in lists, are told and left out
  /// where something is asked.
  mutating func withoutTicks(_ inlines: [Inline]) -> [Inline] {
    guard asks else { return inlines }
    var left = inlines
    var startsLine = true
    for (index, inline) in inlines.enumerated() {
      switch inline {
      case .softBreak, .lineBreak: startsLine = true
      case .text(let text, let span):
        if startsLine, case .almost(let brackets, isTicked: true) = Box.almost(at: text) {
          report(
            .boxOutsideList(brackets), at: span, hint: "write '- [x]', a space, and the option")
          left[index] = .text(String(text.dropFirst(brackets.count)), span)
        }
        startsLine = false
      case .emphasis, .strong, .code, .link, .image, .math, .html, .footnoteReference, .reference:
        startsLine = false
      }
    }
    return left
  }

  /// A list; one with boxes is a choice list where it asks something.
  mutating func list(_ list: List) -> Document.Block {
    if asks, list.items.contains(where: \.isOption) { return choices(list) }
    var items: [Document.Item] = []
    for item in list.items {
      // Nothing on a paper is ticked.
      let isDone = item.task.map { $0 == .done && audience != .paper }
      items.append(Document.Item(isDone: isDone, blocks: blocks(item.blocks)))
    }
    return .list(
      Document.List(
        start: list.isOrdered ? list.start : nil, isTight: list.isTight, items: items))
  }

  private mutating func choices(_ list: List) -> Document.Block {
    var choices: [Document.Choice] = []
    var seen: [[Look]: Span] = [:]
    for (index, item) in list.items.enumerated() {
      let (box, content) = item.box
      report(box, of: item)
      let blocks = blocks(content)
      let look = Look.all(of: blocks)
      if let earlier = seen[look] {
        diagnostics.append(
          Diagnostic(
            .error, .equalChoices, at: item.span,
            notes: [Diagnostic.Note("the other", at: earlier)],
            hint: "change one of them"))
      }
      seen[look] = item.span
      choices.append(
        Document.Choice(
          letter: Numbering.letters(index + 1).uppercased(),
          isRight: audience == .paper ? nil : box.isTicked, blocks: blocks))
    }
    return .choices(choices)
  }

  private mutating func report(_ box: Box, of item: List.Item) {
    switch box {
    case .written: break
    case .almost(let text, let isTicked):
      report(
        .almostBox(text), at: item.span,
        hint: "write '\(isTicked ? "[x]" : "[ ]")', a space, and the option")
    case .none:
      report(
        .choiceWithoutBox, at: item.span, hint: "write '[ ]' before it, or '[x]' if it is right")
    }
  }
}

/// What an option begins with.
private enum Box {
  case written(isTicked: Bool)
  /// Brackets that were meant as a box.
  case almost(String, isTicked: Bool)
  case none

  var isTicked: Bool {
    switch self {
    case .written(let isTicked), .almost(_, let isTicked): isTicked
    case .none: false
    }
  }

  /// The brackets at the start of an item's text that are no box only for want of a space behind
  /// them or for what is in them.
  static func almost(at text: String) -> Box {
    guard text.first == "[", let end = text.firstIndex(of: "]") else { return .none }
    let mark = text[text.index(after: text.startIndex)..<end].filter { $0 != " " }
    guard mark.isEmpty || ["x", "X", "✓", "✔", "√", "☑"].contains(mark) else { return .none }
    return .almost(String(text[...end]), isTicked: !mark.isEmpty)
  }
}

extension List.Item {
  /// Whether it makes its list one of options: a box, or what must not be printed in place of one.
  fileprivate var isOption: Bool {
    switch box.box {
    case .written: true
    case .almost(_, let isTicked): isTicked
    case .none: false
    }
  }

  /// What it begins with, and the blocks without that.
  fileprivate var box: (box: Box, content: [Block]) {
    if let task { return (.written(isTicked: task == .done), blocks) }
    guard case .paragraph(let inlines, let paragraph)? = blocks.first else {
      return (.none, blocks)
    }
    let (box, rest) = inlines.withoutBox
    guard case .almost = box else { return (.none, blocks) }
    return (box, (rest.isEmpty ? [] : [.paragraph(rest, paragraph)]) + blocks.dropFirst())
  }
}

extension [Inline] {
  /// The brackets that it starts with, stressed or not, and what is left without them.
  fileprivate var withoutBox: (box: Box, rest: [Inline]) {
    switch first {
    case .text(let text, let span):
      let box = Box.almost(at: text)
      guard case .almost(let brackets, _) = box else { return (.none, self) }
      let words = text.dropFirst(brackets.count).drop { $0 == " " }
      return (box, (words.isEmpty ? [] : [.text(String(words), span)]) + dropFirst())
    case .emphasis(let inner, let span):
      let (box, rest) = inner.withoutBox
      return (box, [.emphasis(rest, span)] + dropFirst())
    case .strong(let inner, let span):
      let (box, rest) = inner.withoutBox
      return (box, [.strong(rest, span)] + dropFirst())
    case .code, .link, .image, .math, .softBreak, .lineBreak, .html, .footnoteReference,
      .reference, nil:
      return (.none, self)
    }
  }
}

/// What of an option can be told apart by reading it, whatever it is written with.
private enum Look: Hashable {
  case words(String)
  case formula(Mathematics.Formula)
  case image(Document.Image)
  case inline(Document.Inline)
  case block(Document.Block)

  static func all(of blocks: [Document.Block]) -> [Look] {
    blocks.flatMap { block -> [Look] in
      switch block {
      case .paragraph(let inlines): joined(inlines.flatMap { all(of: $0) })
      case .formula(let display): [look(of: display.math)]
      case .section, .quote, .list, .choices, .table, .listing, .computed, .working, .verdict,
        .problem, .rule, .html, .room, .figure:
        [.block(block)]
      }
    }
  }

  private static func all(of inline: Document.Inline) -> [Look] {
    switch inline {
    case .text(let words), .code(let words): [.words(words)]
    case .emphasis(let inner), .strong(let inner), .link(let inner, _), .reference(let inner, _):
      inner.flatMap { all(of: $0) }
    case .math(let math), .answer(let math): [look(of: math)]
    case .display(let display): [look(of: display.math)]
    case .softBreak, .lineBreak: [.words(" ")]
    case .image(let image): [.image(image)]
    case .blank, .note, .problem, .html: [.inline(inline)]
    }
  }

  /// What a formula looks like: words would not tell a bold letter from a plain one, so only those
  /// of letters, digits and signs are words.
  private static func look(of math: Document.Math) -> Look {
    switch math {
    case .formula(let formula, let tex) where tex.replacing("\\frac", with: "").contains("\\"):
      .formula(formula)
    case .formula, .unreadable: .words(math.words)
    }
  }

  /// Words that stand beside each other as one text, with single spaces.
  private static func joined(_ looks: [Look]) -> [Look] {
    var joined: [Look] = []
    var text = ""
    func end() {
      let words = text.split(separator: " ").joined(separator: " ")
      if !words.isEmpty { joined.append(.words(words)) }
      text = ""
    }
    for look in looks {
      switch look {
      case .words(let words): text += words
      case .formula, .image, .inline, .block:
        end()
        joined.append(look)
      }
    }
    end()
    return joined
  }
}

extension Diagnostic.Message {
  static let equalChoices = Self("equal-choices", "two options read the same")
  static let choiceWithoutBox = Self("choice-without-box", "this option has no box")

  static func boxOutsideList(_ text: String) -> Self {
    Self("choice-without-box", "'\(text)' stands in no list")
  }

  static func almostBox(_ text: String) -> Self {
    Self("choice-without-box", "'\(text)' is no box here")
  }
}
