/// Guesses what somebody meant to type.
public enum Suggestion {
  /// The candidate that `name` is most likely a misspelling of; nil when none is close.
  ///
  /// Close means at most one slip (a character too many, missing, wrong, or swapped with its
  /// neighbour) for every three characters, or the same word in other capitals. The same set of
  /// candidates gives the same answer in any order. Names over 64 characters are nobody's slip.
  public static func nearest(to name: String, among candidates: [String]) -> String? {
    let typed = Array(name)
    guard !typed.isEmpty, typed.count <= 64 else { return nil }
    let typedLetters = typed.sorted()
    var best: (distance: Int, isOther: Int, name: String)?
    for candidate in candidates where candidate != name {
      let letters = Array(candidate)
      guard letters.count <= 64 else { continue }
      let limit = max(typed.count, letters.count) / 3
      let distance =
        name.lowercased() == candidate.lowercased()
        ? 0 : distance(typed, letters, limit: limit)
      guard let distance, distance <= limit else { continue }
      // Of two that are equally near, letters in another order are the likelier slip.
      let isOther = letters.sorted() == typedLetters ? 0 : 1
      if let known = best, known <= (distance, isOther, candidate) { continue }
      best = (distance, isOther, candidate)
    }
    return best?.name
  }

  /// How many slips lie between two words; nil when it is more than `limit`.
  public static func distance(from a: String, to b: String, limit: Int) -> Int? {
    let (a, b) = (Array(a), Array(b))
    guard a.count <= 64, b.count <= 64 else { return nil }
    return distance(a, b, limit: limit).flatMap { $0 <= limit ? $0 : nil }
  }

  /// The optimal string alignment distance, nil when the lengths alone put it over `limit`.
  private static func distance(_ a: [Character], _ b: [Character], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit, !a.isEmpty else { return nil }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in b.indices.map({ $0 + 1 }) {
        let isSame = a[i - 1] == b[j - 1]
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, beforeLast[j - 2] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
