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

  /// The number of letters to insert, drop, replace or swap, or `limit` when it is not below.
  private static func distance(_ left: [UInt8], _ right: [UInt8], below limit: Int) -> Int {
    guard abs(left.count - right.count) < limit else { return limit }
    var older = Array(0...right.count)
    var old = older
    for (i, byte) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var best = min(old[j] + (byte == other ? 0 : 1), old[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, byte == right[j - 1], left[i - 1] == other {
          best = min(best, older[j - 1] + 1)
        }
        row.append(best)
      }
      older = old
      old = row
    }
    return min(limit, old.last ?? limit)
  }
}
