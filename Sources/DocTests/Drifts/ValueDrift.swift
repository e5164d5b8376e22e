/// One value that is not what was stored: `w[3]: −1 was stored, 0 now`.
public struct ValueDrift: Hashable, Sendable, CustomStringConvertible {
  /// Where it stands, by the names of the output: `w[3]`; empty where there are none.
  public let path: String
  /// What was stored, as plain text; nil for nothing.
  public let stored: String?
  /// What is there now; nil for nothing.
  public let now: String?

  init(_ path: String, stored: String?, now: String?) {
    self.path = path
    self.stored = stored
    self.now = now
  }

  /// The drift as a line of a report.
  public var description: String {
    let change =
      switch (stored, now) {
      case (let stored?, let now?): "\(stored) was stored, \(now) now"
      case (let stored?, nil): "\(stored) was stored, nothing now"
      case (nil, let now?): "nothing was stored, \(now) now"
      case (nil, nil): "it changed"
      }
    return path.isEmpty ? change : "\(path): \(change)"
  }
}
