/// A sum of products of integers, in two's complement over as many words as it may need.
struct WideSum {
  /// The words, the lowest first; what does not fit is lost.
  private(set) var words: [UInt] = []

  /// Makes it 0 with room for as many words.
  mutating func clear(words count: Int) {
    words.removeAll(keepingCapacity: true)
    words.append(contentsOf: repeatElement(0, count: count))
  }

  /// Adds the product of a number of `a` and one of `b`, or takes it away.
  mutating func add(_ a: Integers, _ i: Int, times b: Integers, _ j: Int, isNegative: Bool = false)
  {
    let takesAway = isNegative != (a.isNegative(i) != b.isNegative(j))
    let (left, right) = (a.words.span, b.words.span)
    let (start, other) = (i * a.width, j * b.width)
    let length = b.length(j)
    for first in 0..<min(a.length(i), words.count) {
      change(
        from: first, by: left[start + first], times: right, other..<other + length,
        isNegative: takesAway)
    }
  }

  /// Adds a number, or takes it away.
  mutating func add(_ a: Integers, _ i: Int, isNegative: Bool = false) {
    let start = i * a.width
    change(
      from: 0, by: 1, times: a.words.span, start..<start + a.length(i),
      isNegative: isNegative != a.isNegative(i))
  }

  /// Adds `factor` times the words in a range to the words from `first` on, or takes it away.
  @inline(__always)
  mutating func change(
    from first: Int, by factor: UInt, times number: borrowing Span<UInt>, _ range: Range<Int>,
    isNegative: Bool
  ) {
    guard factor != 0 else { return }
    let count = words.count
    var sum = words.mutableSpan
    var carry: UInt = 0
    var place = first
    for index in range {
      guard place < count else { return }
      // At most (2⁶⁴ − 1)² + 2⁶⁴ − 1.
      let product = UInt128(factor) &* UInt128(number[index]) &+ UInt128(carry)
      let low = UInt(truncatingIfNeeded: product)
      let (changed, overflow) =
        isNegative
        ? sum[place].subtractingReportingOverflow(low)
        : sum[place].addingReportingOverflow(low)
      sum[place] = changed
      carry = UInt(truncatingIfNeeded: product >> 64) &+ (overflow ? 1 : 0)
      place += 1
    }
    while carry != 0, place < count {
      let (changed, overflow) =
        isNegative
        ? sum[place].subtractingReportingOverflow(carry)
        : sum[place].addingReportingOverflow(carry)
      sum[place] = changed
      carry = overflow ? 1 : 0
      place += 1
    }
  }

  /// Drops zero bits at the end, and all words but the lowest `count` behind them.
  mutating func shift(bits: Int, keeping count: Int) {
    let (skipped, bits) = bits.quotientAndRemainder(dividingBy: 64)
    if skipped > 0 || bits > 0 {
      for index in 0..<words.count - skipped {
        let low = words[index + skipped] >> UInt(bits)
        let next = index + skipped + 1
        words[index] = next < words.count && bits > 0 ? low | words[next] << UInt(64 - bits) : low
      }
    }
    words.removeLast(words.count - count)
  }

  /// Changes one word.
  mutating func set(_ word: UInt, at index: Int) {
    words[index] = word
  }

  /// Whether it is below 0.
  var isNegative: Bool { (words.last ?? 0) >> 63 == 1 }

  /// The words up to the highest that is not 0.
  var length: Int {
    var length = words.count
    while length > 0, words[length - 1] == 0 { length -= 1 }
    return length
  }

  /// Turns it into its magnitude.
  ///
  /// - Returns: Whether it was negative.
  mutating func makePositive() -> Bool {
    guard isNegative else { return false }
    negate()
    return true
  }

  /// Changes its sign.
  mutating func negate() {
    var carry = true
    for index in words.indices {
      (words[index], carry) = (~words[index]).addingReportingOverflow(carry ? 1 : 0)
    }
  }
}
