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
func gcd(_ a: BigUInt, _ b: BigUInt) -> BigUInt {
  if a.bitWidth <= 64, b.bitWidth <= 64 {
    return BigUInt(words: [gcd(a.words.first ?? 0, b.words.first ?? 0)])
  }
  var pair = a < b ? EuclideanPair(b, a) : EuclideanPair(a, b)
  return pair.divisor()
}

/// Two numbers on their way to their greatest common divisor, in place.
///
/// Euclid's algorithm with about thirty bits of quotients a pass (Lehmer; Knuth, The Art of
/// Computer Programming, volume 2, 4.5.2, algorithm L): n² / 30 word operations for n bits / 64.
private struct EuclideanPair {
  /// The larger and the smaller one, the lowest words first, the highest not 0.
  private var (x, y): ([UInt], [UInt])

  /// Two numbers in falling order.
  init(_ x: BigUInt, _ y: BigUInt) {
    self.x = EuclideanPair.words(of: x)
    self.y = EuclideanPair.words(of: y)
  }

  mutating func divisor() -> BigUInt {
    while y.count > 1 {
      if x.count == 2 { return doubleWordDivisor() }
      if let step = LehmerStep(x, y) {
        step.apply(to: &x, &y)
      } else {
        let rest = BigUInt(words: x) % BigUInt(words: y)
        (x, y) = (y, EuclideanPair.words(of: rest))
      }
    }
    guard let word = y.first else { return BigUInt(words: x) }
    var rest: UInt = 0
    for digit in x.reversed() { rest = word.dividingFullWidth((rest, digit)).remainder }
    return BigUInt(words: [gcd(word, rest)])
  }

  /// The greatest common divisor of numbers of two words.
  private func doubleWordDivisor() -> BigUInt {
    let divisor = gcd(UInt128(x[1]) << 64 | UInt128(x[0]), UInt128(y[1]) << 64 | UInt128(y[0]))
    let (low, high) = (UInt(truncatingIfNeeded: divisor), UInt(truncatingIfNeeded: divisor >> 64))
    return BigUInt(words: [low, high])
  }

  private static func words(of number: BigUInt) -> [UInt] {
    let words = number.words
    return (0..<words.count).map { words[$0] }
  }
}

/// Several steps of Euclid's algorithm as one linear map, found from the leading bits alone.
private struct LehmerStep {
  /// The map (x, y) to (a·x + b·y, c·x + d·y); of each row one factor is positive at most.
  private var (a, b, c, d): (Int, Int, Int, Int) = (1, 0, 0, 1)

  /// The steps from x ≥ y, both of several words; `nil` when their leading bits do not decide one.
  init?(_ x: [UInt], _ y: [UInt]) {
    let shift = x.count * 64 - (x.last ?? 0).leadingZeroBitCount - 62
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

  /// Puts the images of both in their places.
  func apply(to x: inout [UInt], _ y: inout [UInt]) {
    var carries: (x: Int128, y: Int128) = (0, 0)
    for index in x.indices {
      // Below 2⁶⁴·2³³ in magnitude: the factors never exceed the root of the leading bits.
      let left = Int128(truncatingIfNeeded: x[index])
      let right = index < y.count ? Int128(truncatingIfNeeded: y[index]) : 0
      carries.x += Int128(a) &* left &+ Int128(b) &* right
      carries.y += Int128(c) &* left &+ Int128(d) &* right
      x[index] = UInt(truncatingIfNeeded: carries.x)
      if index < y.count { y[index] = UInt(truncatingIfNeeded: carries.y) }
      carries.x >>= 64
      carries.y >>= 64
    }
    // Both images are at most y.
    while x.last == 0 { x.removeLast() }
    while y.last == 0 { y.removeLast() }
  }

  /// The 62 bits from bit `shift` on.
  private static func bits(of words: [UInt], from shift: Int) -> Int {
    let (index, offset) = shift.quotientAndRemainder(dividingBy: 64)
    guard index < words.count else { return 0 }
    let low = words[index] >> UInt(offset)
    let high = index + 1 < words.count && offset > 0 ? words[index + 1] << UInt(64 - offset) : 0
    return Int((low | high) & (1 << 62 - 1))
  }
}
