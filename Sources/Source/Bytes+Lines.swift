#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where bytes and lines stand in a text.
extension [UInt8] {
  /// The first index from `start` on, below `end`, that holds `byte`.
  public func first(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard start >= 0, start < end, end <= count else { return nil }
    return unsafe withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, CInt(byte), end - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The line that starts at `start`, without its line end, and where the next one starts.
  public func line(at start: Int) -> (line: Span, next: Int)? {
    guard start < count else { return nil }
    var end = count
    // Files may lack either kind of line end: neither is looked for further than a window.
    for window in stride(from: start, to: count, by: 256) {
      let limit = Swift.min(window + 256, count)
      let lineFeed = first(0x0A, from: window, to: limit)
      guard let found = first(0x0D, from: window, to: lineFeed ?? limit) ?? lineFeed else {
        continue
      }
      end = found
      break
    }
    guard end < count else { return (Span(start, end), end) }
    let isPair = self[end] == 0x0D && end + 1 < count && self[end + 1] == 0x0A
    return (Span(start, end), end + (isPair ? 2 : 1))
  }
}
