import BigInt

/// Works out (a·b − c·d) / e where e divides the difference, in one go over machine words.
///
/// A quotient of n words only depends on as many low words of the odd part of e and of the
/// difference, so that no more of them are worked out, in two's complement. Jebelean, An algorithm
/// for exact division, Journal of Symbolic Computation 15 (1993), 169–180.
struct ExactDivision {
  private let divisor: BigInt
  /// The number of zero bits that the divisor ends with.
  private let zeros: Int
  /// The magnitude of the divisor without those.
  private let odd: [UInt]
  /// The inverse of the odd part modulo 2⁶⁴.
  private let inverse: UInt
  /// Room for the words of a factor, of the other and of the difference, which becomes the quotient.
  private var (left, right, words): ([UInt], [UInt], [UInt]) = ([], [], [])

  /// A division by a number other than zero.
  init(by divisor: BigInt) {
    precondition(!divisor.isZero, "nothing is divided by zero")
    self.divisor = divisor
    zeros = divisor.magnitude.trailingZeroBitCount
    odd = [UInt]((divisor.magnitude >> zeros).words)
    let low = odd.first ?? 1
    // Right in 3 bits; every step of Newton's doubles them.
    var inverse = low
    for _ in 0..<5 { inverse = inverse &* (2 &- low &* inverse) }
    self.inverse = inverse
  }

  /// (a·b − c·d) / e; only right where e divides the difference.
  mutating func quotient(_ a: BigInt, _ b: BigInt, minus c: BigInt, _ d: BigInt) -> BigInt {
    if let e = divisor.word, let a = a.word, let b = b.word, let c = c.word, let d = d.word {
      // Below 2¹²⁶ in magnitude, each of the products.
      return BigInt(words: (Int128(a) * Int128(b) - Int128(c) * Int128(d)) / Int128(e))
    }
    let largest = max(
      a.magnitude.bitWidth + b.magnitude.bitWidth, c.magnitude.bitWidth + d.magnitude.bitWidth)
    // One bit more for the sum, one for its quotient and one for the sign.
    let count = (max(largest - divisor.magnitude.bitWidth, 0) + 3 + 63) / 64
    words.removeAll(keepingCapacity: true)
    for _ in 0..<count + (zeros + 63) / 64 { words.append(0) }
    add(a.magnitude, b.magnitude, isNegative: a.sign != b.sign)
    add(c.magnitude, d.magnitude, isNegative: c.sign == d.sign)
    shift()
    words.removeLast(words.count - count)
    divide()
    return taken()
  }

  /// Adds the product of two magnitudes or takes it away.
  private mutating func add(_ a: BigUInt, _ b: BigUInt, isNegative: Bool) {
    ExactDivision.copy(a, to: &left)
    ExactDivision.copy(b, to: &right)
    for first in 0..<min(left.count, words.count) {
      change(from: first, by: left[first], times: right, isNegative: isNegative)
    }
  }

  /// Adds `factor` times a number to the words from `first` on, or takes it away.
  @inline(__always)
  private mutating func change(
    from first: Int, by factor: UInt, times number: [UInt], isNegative: Bool
  ) {
    var carry: UInt = 0
    var index = first
    while index < words.count {
      let place = index - first
      if place >= number.count, carry == 0 { return }
      let digit = place < number.count ? number[place] : 0
      // At most (2⁶⁴ − 1)² + 2⁶⁴ − 1.
      let sum = UInt128(factor) &* UInt128(digit) &+ UInt128(carry)
      let low = UInt(truncatingIfNeeded: sum)
      let (changed, overflow) =
        isNegative
        ? words[index].subtractingReportingOverflow(low)
        : words[index].addingReportingOverflow(low)
      words[index] = changed
      carry = UInt(truncatingIfNeeded: sum >> 64) &+ (overflow ? 1 : 0)
      index += 1
    }
  }

  /// Drops the zero bits that the divisor ends with.
  private mutating func shift() {
    let (skipped, bits) = zeros.quotientAndRemainder(dividingBy: 64)
    guard zeros > 0 else { return }
    for index in 0..<words.count - skipped {
      let low = words[index + skipped] >> UInt(bits)
      let next = index + skipped + 1
      words[index] = next < words.count && bits > 0 ? low | words[next] << UInt(64 - bits) : low
    }
  }

  /// Divides by the odd part, from the lowest word up.
  private mutating func divide() {
    for index in words.indices {
      let digit = words[index] &* inverse
      change(from: index, by: digit, times: odd, isNegative: true)
      words[index] = digit
    }
  }

  /// The words as a number, divided by the sign of the divisor.
  private mutating func taken() -> BigInt {
    let isNegative = (words.last ?? 0) >> 63 == 1
    if isNegative {
      var carry = true
      for index in words.indices {
        (words[index], carry) = (~words[index]).addingReportingOverflow(carry ? 1 : 0)
      }
    }
    while words.last == 0 { words.removeLast() }
    let magnitude = BigUInt(words: [UInt](words))
    return BigInt(
      sign: isNegative == (divisor.sign == .minus) ? .plus : .minus, magnitude: magnitude)
  }

  private static func copy(_ number: BigUInt, to words: inout [UInt]) {
    words.removeAll(keepingCapacity: true)
    let digits = number.words
    for index in 0..<digits.count { words.append(digits[index]) }
  }
}
