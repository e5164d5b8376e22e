import BigInt

/// The greatest common divisor by Stein's binary algorithm; the other number where one is zero.
func gcd<Word: FixedWidthInteger & UnsignedInteger>(_ a: Word, _ b: Word) -> Word {
  guard a > 1, b > 1 else {
    return a == 0 ? b : b == 0 ? a : 1
  }
  let shared = (a | b).trailingZeroBitCount
  var x = a &>> Word(truncatingIfNeeded: a.trailingZeroBitCount)
  var y = b &>> Word(truncatingIfNeeded: b.trailingZeroBitCount)
  while x != y {
    let difference = x > y ? x &- y : y &- x
    y = x < y ? x : y
    x = difference &>> Word(truncatingIfNeeded: difference.trailingZeroBitCount)
  }
  return x &<< Word(truncatingIfNeeded: shared)
}

/// The greatest common divisor of numbers of any size; the other number where one is zero.
///
/// Euclid's algorithm with about thirty bits of quotients a pass (Lehmer; Knuth, The Art of
/// Computer Programming, volume 2, 4.5.2, algorithm L): n² / 30 word operations for n bits / 64.
func gcd(_ a: BigUInt, _ b: BigUInt) -> BigUInt {
  if a.bitWidth <= 64, b.bitWidth <= 64 {
    return BigUInt(words: [gcd(a.words.first ?? 0, b.words.first ?? 0)])
  }
  var (x, y) = a < b ? (b, a) : (a, b)
  while y.bitWidth > 64 {
    if x.bitWidth <= 128 { return doubleWordDivisor(x.words, y.words) }
    if let step = LehmerStep(x, y) {
      (x, y) = step.applied(to: x, y)
    } else {
      (x, y) = (y, x % y)
    }
  }
  guard let word = y.words.first, word > 0 else { return x }
  return BigUInt(words: [gcd(word, (x % y).words.first ?? 0)])
}

/// The greatest common divisor of numbers of two words.
private func doubleWordDivisor(_ a: BigUInt.Words, _ b: BigUInt.Words) -> BigUInt {
  let divisor = gcd(UInt128(a[1]) << 64 | UInt128(a[0]), UInt128(b[1]) << 64 | UInt128(b[0]))
  let (low, high) = (UInt(truncatingIfNeeded: divisor), UInt(truncatingIfNeeded: divisor >> 64))
  return BigUInt(words: [low, high])
}

/// Several steps of Euclid's algorithm as one linear map, found from the leading bits alone.
private struct LehmerStep {
  /// The map (x, y) to (a·x + b·y, c·x + d·y); of each row one factor is positive at most.
  private var (a, b, c, d): (Int, Int, Int, Int) = (1, 0, 0, 1)

  /// The steps from x ≥ y, both of several words; `nil` when their leading bits do not decide one.
  init?(_ x: BigUInt, _ y: BigUInt) {
    let shift = x.bitWidth - 62
    var (u, v) = (LehmerStep.bits(of: x, from: shift), LehmerStep.bits(of: y, from: shift))
    while v + c != 0, v + d != 0 {
      let quotient = (u + a) / (v + c)
      guard quotient == (u + b) / (v + d) else { break }
      (a, c) = (c, a - quotient * c)
      (b, d) = (d, b - quotient * d)
      (u, v) = (v, u - quotient * v)
    }
    if b == 0 { return nil }
  }

  func applied(to x: BigUInt, _ y: BigUInt) -> (BigUInt, BigUInt) {
    (LehmerStep.combined(a, x, b, y), LehmerStep.combined(c, x, d, y))
  }

  /// The 62 bits from bit `shift` on.
  private static func bits(of value: BigUInt, from shift: Int) -> Int {
    let words = value.words
    let (index, offset) = shift.quotientAndRemainder(dividingBy: 64)
    guard index < words.count else { return 0 }
    let low = words[index] >> UInt(offset)
    let high = index + 1 < words.count && offset > 0 ? words[index + 1] << UInt(64 - offset) : 0
    return Int((low | high) & (1 << 62 - 1))
  }

  /// The combination p·x + q·y, which is not negative and at most x.
  private static func combined(_ p: Int, _ x: BigUInt, _ q: Int, _ y: BigUInt) -> BigUInt {
    let (above, below) = (x.words, y.words)
    var result: [UInt] = []
    result.reserveCapacity(above.count)
    var carry: Int128 = 0
    for index in 0..<above.count {
      // Below 2⁶⁴·2³³ in magnitude: the factors never exceed the root of the leading bits.
      let other = index < below.count ? below[index] : 0
      carry +=
        Int128(p) &* Int128(truncatingIfNeeded: above[index])
        &+ Int128(q) &* Int128(truncatingIfNeeded: other)
      result.append(UInt(truncatingIfNeeded: carry))
      carry >>= 64
    }
    return BigUInt(words: result)
  }
}
