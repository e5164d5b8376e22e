import Source

/// The runs of backticks in a text, and which of them open a code span.
struct CodeSpans {
  /// The starts of all runs of a length, ascending.
  private var starts: [Int: [Int]] = [:]

  init(_ bytes: [UInt8]) {
    var index = 0
    while let start = bytes.first(UInt8(ascii: "`"), from: index, to: bytes.count) {
      let length = Self.run(bytes, start, bytes.count)
      starts[length, default: []].append(start)
      index = start + length
    }
  }

  /// How many backticks stand at `start`.
  static func run(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, bytes[index] == UInt8(ascii: "`") { index += 1 }
    return index - start
  }

  /// The offset behind the code span that `length` backticks at `start` open; nil if nothing closes
  /// it.
  func end(openedAt start: Int, length: Int) -> Int? {
    guard let runs = starts[length] else { return nil }
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle] < start + length { low = middle + 1 } else { high = middle }
    }
    return low < runs.count ? runs[low] + length : nil
  }
}
