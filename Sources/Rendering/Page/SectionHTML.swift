import Manuscripts

/// Writes the headings of sections: number, title, marks.
enum SectionHTML {
  /// The classes that the style sheet knows a section by.
  static func classes(_ section: Document.Section) -> String? {
    var classes: [String] = []
    switch section.role {
    case .plain: break
    case .question(let depth): classes.append(depth == 0 ? "question" : "part")
    case .solution: classes.append("solution")
    case .marking: classes.append("marking")
    case .hint: classes.append("hint")
    }
    if section.title.isEmpty { classes.append("untitled") }
    if section.startsPage { classes.append("new-page") }
    return classes.isEmpty ? nil : classes.joined(separator: " ")
  }

  /// The heading; nil where there is nothing to show.
  static func heading(_ section: Document.Section, _ words: Wording) -> HTML? {
    var parts: [HTML] = []
    if let number = section.number {
      parts.append(.element(.span, [.class: "number"], .text(number)))
      if !section.title.isEmpty { parts.append(.text(" ")) }
    }
    if !section.title.isEmpty {
      parts.append(.element(.span, [.class: "title"], InlineHTML.html(section.title)))
    }
    if let marks = section.marks {
      parts += [.text(" "), self.marks(marks, isBonus: section.isBonus, words)]
    }
    return parts.isEmpty ? nil : .element(.heading(section.level), [:], parts)
  }

  private static func marks(_ marks: Marks, isBonus: Bool, _ words: Wording) -> HTML {
    let bonus = isBonus ? ", \(words.bonus)" : ""
    return .element(
      .span, [.class: "marks"], .text("\(marks.sum) \(words.unit(of: marks))\(bonus)"))
  }
}

extension Wording {
  /// The words for marks in a head or a list: `4 marks`.
  func text(of marks: Marks) -> String {
    "\(marks) \(unit(of: marks))"
  }

  /// One mark and half a mark are singular.
  fileprivate func unit(of marks: Marks) -> String {
    marks.halves == 1 || marks.halves == 2 ? mark : self.marks
  }
}
