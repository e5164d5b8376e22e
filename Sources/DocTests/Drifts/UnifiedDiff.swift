/// Two texts line by line, what differs with three lines around it.
public struct UnifiedDiff: Hashable, Sendable {
  /// The lines of the drawing: `@@ -12,4 +12,4 @@`, then lines behind ` `, `-` or `+`.
  public let lines: [String]

  /// So many lines around what differs.
  private static let context = 3
  /// Texts that differ in more lines are shown as a whole.
  private static let limit = 400

  /// The difference of two texts whose first line has the number `line` in the file.
  init(stored: String, now: String, firstLine line: Int) {
    let old = Self.lines(of: stored)
    let new = Self.lines(of: now)
    lines = Self.hunks(Self.script(old, new), line)
  }

  private enum Edit {
    case keep(String)
    case remove(String)
    case add(String)

    var isChange: Bool {
      if case .keep = self { false } else { true }
    }

    var line: String {
      switch self {
      case .keep(let line): " " + line
      case .remove(let line): "-" + line
      case .add(let line): "+" + line
      }
    }

    func count(_ old: inout Int, _ new: inout Int) {
      switch self {
      case .keep: (old, new) = (old + 1, new + 1)
      case .remove: old += 1
      case .add: new += 1
      }
    }
  }

  private static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// A shortest way from one to the other, removals first.
  private static func script(_ old: [String], _ new: [String]) -> [Edit] {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    {
      end += 1
    }
    let (middle, newMiddle) = (
      Array(old[start..<(old.count - end)]), Array(new[start..<(new.count - end)])
    )
    return old[..<start].map { .keep($0) } + changed(middle, newMiddle)
      + old[(old.count - end)...].map { .keep($0) }
  }

  /// By the longest common subsequence, of at most `limit` × `limit` lines.
  private static func changed(_ old: [String], _ new: [String]) -> [Edit] {
    guard old.count <= limit, new.count <= limit else {
      return old.map { .remove($0) } + new.map { .add($0) }
    }
    let width = new.count + 1
    var lengths = [Int](repeating: 0, count: (old.count + 1) * width)
    for row in old.indices.reversed() {
      for column in new.indices.reversed() {
        lengths[row * width + column] =
          old[row] == new[column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var edits: [Edit] = []
    var (row, column) = (0, 0)
    while row < old.count || column < new.count {
      if row < old.count, column < new.count, old[row] == new[column] {
        edits.append(.keep(old[row]))
        (row, column) = (row + 1, column + 1)
      } else if row < old.count,
        column == new.count
          || lengths[(row + 1) * width + column] >= lengths[row * width + column + 1]
      {
        edits.append(.remove(old[row]))
        row += 1
      } else {
        edits.append(.add(new[column]))
        column += 1
      }
    }
    return edits
  }

  /// Changes that stand close together, with their surroundings; both sides begin at line `first`.
  private static func hunks(_ edits: [Edit], _ first: Int) -> [String] {
    var ranges: [Range<Int>] = []
    for (index, edit) in edits.enumerated() where edit.isChange {
      let range = max(0, index - context)..<min(edits.count, index + context + 1)
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    var lines: [String] = []
    var (old, new) = (first, first)
    var next = 0
    for range in ranges {
      for edit in edits[next..<range.lowerBound] { edit.count(&old, &new) }
      let start = (old, new)
      for edit in edits[range] { edit.count(&old, &new) }
      lines.append("@@ -\(start.0),\(old - start.0) +\(start.1),\(new - start.1) @@")
      lines += edits[range].map(\.line)
      next = range.upperBound
    }
    return lines
  }
}
