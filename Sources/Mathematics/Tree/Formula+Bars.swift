extension [Formula] {
  /// The positions of the plain bars that open a pair: `|-x|`, `\|a - |b|\|_2`.
  ///
  /// A bar opens where no operand stands in front of it, and the next equal one behind an operand
  /// closes it. Other bars stand between two things, as in `p(x|y)`. With `continuesRow` an operand
  /// stands in front of the row.
  func openingBars(continuesRow: Bool = false) -> Set<Int> {
    guard contains(where: { $0.bar != nil }) else { return [] }
    var opening: Set<Int> = []
    /// The open bars inside each pair of delimiters around the present place.
    var open: [[(position: Int, name: String)]] = [[]]
    var previous: Formula.AtomClass? = continuesRow ? .ordinary : nil
    for (position, item) in enumerated() {
      guard let current = item.atomClass else {
        // What a quad sets apart is read for itself.
        if case .space(let space) = item, space.thousandths >= 1_000 { previous = nil }
        continue
      }
      let level = open.count - 1
      if let name = item.bar {
        let lacksOperand = Formula.AtomClass.binary.isPrefix(after: previous)
        let partner = open[level].lastIndex { $0.name == name }
        previous = .ordinary
        if lacksOperand, !item.hasOwnScripts {
          open[level].append((position, name))
          previous = .opening
        } else if !lacksOperand, let partner {
          opening.insert(open[level][partner].position)
          open[level].removeSubrange(partner...)
        }
        continue
      }
      if current == .opening { open.append([]) }
      if current == .closing, open.count > 1 { open.removeLast() }
      previous = current
    }
    return opening
  }
}

extension Formula {
  /// The name of a bar that does not say on which side of an operand it stands.
  fileprivate var bar: String? {
    switch self {
    case .glyph(let name): return ["|", "vert", "Vert"].contains(name) ? name : nil
    case .delimiter(let sized):
      let name = sized.delimiter.name
      guard sized.side == .neutral, ["|", "vert", "Vert"].contains(name) else { return nil }
      return sized.size.rawValue + name
    case .scripted(let scripts): return scripts.base.hasOwnScripts ? nil : scripts.base.bar
    case .digits, .letter, .word, .named, .space, .sequence, .group, .ratio, .radical, .accented,
      .layered, .arrow, .fence, .table, .prose, .alphabet, .styled, .colored, .decorated, .phantom,
      .classed, .negated, .modulo, .rule, .numbering, .reference, .hole, .choice:
      return nil
    }
  }

  /// Whether it is a base with scripts.
  fileprivate var hasOwnScripts: Bool {
    if case .scripted = self { true } else { false }
  }

  /// Whether it is an operator of several parts, which brings no space of its own.
  var isBuiltOperation: Bool {
    if case .scripted(let scripts) = self { return scripts.base.isBuiltOperation }
    guard case .classed(.operation, let content) = self else { return false }
    if case .glyph = content { return false }
    return true
  }
}
