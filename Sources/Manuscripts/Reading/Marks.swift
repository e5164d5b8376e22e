/// Marks in halves, so that sums are exact; `1+1+2` keeps its terms.
public struct Marks: Hashable, Sendable {
  /// The terms as written, in halves; never empty.
  public let terms: [Int]

  /// All terms together, in halves.
  public var halves: Int { terms.reduce(0, +) }

  /// Marks of one term, in halves.
  public init(halves: Int) {
    terms = [halves]
  }

  /// The marks written as `4`, `1.5`, `½`, `2½` or as a sum of those; nil for anything else.
  ///
  /// Whole and half marks to 10,000 are known, in at most 100 terms.
  public init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 100, omittingEmptySubsequences: false)
    guard parts.count <= 100 else { return nil }
    let halves = parts.compactMap { Self.halves(of: $0.filter { $0 != " " }) }
    guard halves.count == parts.count else { return nil }
    terms = halves
  }

  private static func halves(of text: String) -> Int? {
    var whole = Substring(text)
    var half = 0
    for ending in ["½", ".5"] where whole.hasSuffix(ending) {
      whole = whole.dropLast(ending.count)
      half = 1
      if ending == "½", whole.isEmpty { return 1 }
      break
    }
    if half == 0, whole.hasSuffix(".0") { whole = whole.dropLast(2) }
    guard !whole.isEmpty, whole.utf8.count <= 5,
      whole.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(whole), count <= 10_000
    else { return nil }
    return 2 * count + half
  }

  /// Halves as people write them: `4`, `½`, `2½`.
  public static func text(halves: Int) -> String {
    let (whole, rest) = halves.quotientAndRemainder(dividingBy: 2)
    if rest == 0 { return String(whole) }
    return (whole == 0 ? "" : String(whole)) + "½"
  }
}

extension Marks: CustomStringConvertible {
  /// The total, as in `4` or `2½`.
  public var description: String { Self.text(halves: halves) }

  /// The terms and their total, as in `1 + 1 + 2 = 4`; of one term, itself.
  public var sum: String {
    guard terms.count > 1 else { return description }
    return terms.map { Self.text(halves: $0) }.joined(separator: " + ") + " = " + description
  }
}
