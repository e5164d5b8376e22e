/// The entries of a vector `(1, 2)` or a matrix in an environment, as TeX.
struct TeXEntries {
  /// One row for a vector.
  let rows: [[String]]
  /// Whether it is a matrix.
  let isMatrix: Bool

  /// Nil for what is neither.
  init?(_ tex: String) {
    if tex.hasPrefix("("), tex.hasSuffix(")") {
      guard let entries = Self.split(String(tex.dropFirst().dropLast()), at: ","), entries.count > 1
      else { return nil }
      rows = [entries]
      isMatrix = false
      return
    }
    guard tex.hasPrefix(Self.opening), tex.hasSuffix(Self.closing),
      tex.count > Self.opening.count + Self.closing.count
    else { return nil }
    let inner = String(tex.dropFirst(Self.opening.count).dropLast(Self.closing.count))
    guard let lines = Self.split(inner, at: "\\\\") else { return nil }
    var rows: [[String]] = []
    for line in lines {
      guard let row = Self.split(line, at: "&") else { return nil }
      rows.append(row)
    }
    self.rows = rows
    isMatrix = true
  }

  /// Whether the other has as many rows and columns.
  func isShaped(like other: TeXEntries) -> Bool {
    isMatrix == other.isMatrix && rows.map(\.count) == other.rows.map(\.count)
  }

  private static let opening = "\\begin{bmatrix}"
  private static let closing = "\\end{bmatrix}"

  /// Cuts where nothing is open; nil where what is open is closed too soon: `(1, 2) + (3, 4)`.
  private static func split(_ tex: String, at mark: String) -> [String]? {
    var parts = [""]
    var scanner = TeXScanner(tex)
    while let piece = scanner.next() {
      guard scanner.depth >= 0 else { return nil }
      if scanner.depth == 0, piece == mark {
        parts.append("")
      } else {
        parts[parts.count - 1] += piece
      }
    }
    return parts.map(\.trimmingSpaces)
  }
}
