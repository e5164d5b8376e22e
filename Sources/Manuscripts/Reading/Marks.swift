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

  /// The marks written as `4`, `1.5`, `½`, `2½`, `1/2` or as a sum of those; nil for anything else.
  ///
  /// Whole and half marks to 10,000 are known, in at most 100 terms.
  public init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 100, omittingEmptySubsequences: false)
    guard parts.count <= 100 else { return nil }
    let halves = parts.compactMap { Self.halves(of: $0) }
    guard halves.count == parts.count else { return nil }
    terms = halves
  }

  private static func halves(of text: Substring) -> Int? {
    var whole = text.trimmingBlanks
    var half = 0
    for ending in ["½", ".5", "1/2"] where whole.hasSuffix(ending) {
      let rest = whole.dropLast(ending.count)
      // Two and a half is '2 1/2', not '21/2'.
      if ending == "1/2", let last = rest.last, last != " " { return nil }
      whole = ending == ".5" ? rest : rest.trimmingBlanks
      half = 1
      if ending != ".5", whole.isEmpty { return 1 }
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

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
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
