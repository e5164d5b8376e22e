/// Suggestions for mistyped names.
enum Spelling {
  /// The name at most two edits away from `word`; the first of the nearest ones.
  static func nearest(to word: String, among names: [String]) -> String? {
    let wanted = Array(word.utf8.prefix(40))
    guard wanted.count > 2 else { return nil }
    var best: (name: String, distance: Int)?
    for name in names {
      let limit = min(best?.distance ?? 3, wanted.count > 4 ? 3 : 2)
      let distance = distance(wanted, Array(name.utf8), below: limit)
      if distance < limit { best = (name, distance) }
    }
    return best?.name
  }

  /// The edit distance with transpositions counted as two edits, or `limit` when it is not below.
  private static func distance(_ left: [UInt8], _ right: [UInt8], below limit: Int) -> Int {
    guard abs(left.count - right.count) < limit else { return limit }
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var diagonal = i
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
      }
    }
    return min(limit, row.last ?? limit)
  }
}
