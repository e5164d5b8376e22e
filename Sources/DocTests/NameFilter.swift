/// Which blocks are meant, by their ids or numbers.
public struct NameFilter: Sendable {
  private let patterns: [[Character]]

  /// A filter that lets all pass when there are no patterns; `*` stands for any characters.
  public init(_ patterns: [String]) {
    self.patterns = patterns.map(Array.init)
  }

  /// Whether a block is meant; the rest of the file has the empty name, and is where none is asked for.
  @Sendable public func selects(_ name: String) -> Bool {
    patterns.isEmpty || !name.isEmpty && patterns.contains { Self.matches($0, Array(name)) }
  }

  /// In time that grows with the product of both lengths at most.
  private static func matches(_ pattern: [Character], _ name: [Character]) -> Bool {
    var (at, place) = (0, 0)
    var star: (at: Int, place: Int)?
    while place < name.count {
      if at < pattern.count, pattern[at] == "*" {
        star = (at, place)
        at += 1
      } else if at < pattern.count, pattern[at] == name[place] {
        (at, place) = (at + 1, place + 1)
      } else if let last = star {
        star = (last.at, last.place + 1)
        (at, place) = (last.at + 1, last.place + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }
}
