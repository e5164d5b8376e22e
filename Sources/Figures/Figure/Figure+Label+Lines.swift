extension Figure.Label {
  /// The text on lines that are no wider than `width`, broken at spaces, and inside of words that are
  /// wider than a line.
  ///
  /// - Parameters:
  ///   - width: The greatest width in points, by the estimate of ``width(size:)``.
  ///   - size: The size of plain letters, in points.
  ///   - most: How many lines there may be; the last one ends in an ellipsis where more is left.
  /// - Returns: At least one line.
  func lines(within width: Double, size: Double, most: Int = 8) -> [Figure.Label] {
    guard self.width(size: size) > width else { return [self] }
    var lines: [Figure.Label] = []
    var line = Figure.Label([])
    for piece in words.flatMap({ $0.pieces(within: width, size: size) }) {
      let longer = line.isEmpty ? piece : line + " " + piece
      if line.isEmpty || longer.width(size: size) <= width {
        line = longer
      } else {
        lines.append(line)
        line = piece
      }
    }
    lines.append(line)
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + [lines[most - 1] + " …"]
  }

  /// What stands between spaces.
  private var words: [Figure.Label] {
    var words = [Figure.Label([])]
    for run in runs {
      for (index, text) in run.text.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { words.append(Figure.Label([])) }
        if !text.isEmpty { words[words.count - 1].runs.append(Run(String(text), run.style)) }
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// A word, or its pieces where it is wider than a line.
  private func pieces(within width: Double, size: Double) -> [Figure.Label] {
    guard self.width(size: size) > width else { return [self] }
    var pieces = [Figure.Label([])]
    for run in runs {
      for character in run.text {
        let letter = Figure.Label([Run(String(character), run.style)])
        let longer = pieces[pieces.count - 1] + letter
        if longer.width(size: size) > width, !pieces[pieces.count - 1].isEmpty {
          pieces.append(letter)
        } else {
          pieces[pieces.count - 1] = longer
        }
      }
    }
    return pieces
  }
}
