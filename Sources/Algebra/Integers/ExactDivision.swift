import BigInt

/// Division by a number that is known to divide, from the lowest word up.
///
/// A quotient of n words only depends on as many low words of the odd part of the divisor and of the
/// dividend, so that no more of them are worked out, in two's complement. Jebelean, An algorithm
/// for exact division, Journal of Symbolic Computation 15 (1993), 169–180.
struct ExactDivision {
  private let isNegative: Bool
  private let bitWidth: Int
  /// The number of zero bits that the divisor ends with.
  private let zeros: Int
  /// The magnitude of the divisor without those.
  private let odd: [UInt]
  /// The inverse of the odd part modulo 2⁶⁴.
  private let inverse: UInt

  /// A division by a number other than zero.
  init(by divisor: BigInt) {
    precondition(!divisor.isZero, "nothing is divided by zero")
    isNegative = divisor.sign == .minus
    bitWidth = divisor.magnitude.bitWidth
    zeros = divisor.magnitude.trailingZeroBitCount
    odd = [UInt]((divisor.magnitude >> zeros).words)
    let low = odd.first ?? 1
    // Right in 3 bits; every step of Newton's doubles them.
    var inverse = low
    for _ in 0..<5 { inverse = inverse &* (2 &- low &* inverse) }
    self.inverse = inverse
  }

  /// How many words a quotient may have, its sign included.
  ///
  /// - Parameter bits: The most bits that the magnitude of the dividend has.
  /// - Returns: The words, one at least.
  func room(dividendBits bits: Int) -> Int {
    (max(bits - bitWidth, 0) + 2 + 63) / 64
  }

  /// The words that a dividend needs for a quotient of so many.
  func dividendRoom(quotient count: Int) -> Int {
    count + (zeros + 63) / 64
  }

  /// Puts the quotient of `count` words in the place of a dividend of ``dividendRoom(quotient:)``.
  func divide(_ sum: inout WideSum, quotient count: Int) {
    sum.shift(bits: zeros, keeping: count)
    if odd.count > 1 || odd.first != 1 {
      for index in 0..<count {
        let digit = sum.words[index] &* inverse
        sum.change(from: index, by: digit, times: odd.span, odd.indices, isNegative: true)
        sum.set(digit, at: index)
      }
    }
    if isNegative { sum.negate() }
  }
}
