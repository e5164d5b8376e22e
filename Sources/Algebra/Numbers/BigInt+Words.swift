import BigInt

// The generic initialisers of the package ask a sequence for its words one by one, through witness
// tables: fifty times the work of these.

extension BigInt {
  /// The value of a machine word.
  init(word value: Int64) {
    self.init(sign: value < 0 ? .minus : .plus, magnitude: BigUInt(words: [UInt(value.magnitude)]))
  }

  /// The value of two machine words.
  init(words value: Int128) {
    let magnitude = value.magnitude
    self.init(
      sign: value < 0 ? .minus : .plus,
      magnitude: BigUInt(
        words: [UInt(truncatingIfNeeded: magnitude), UInt(truncatingIfNeeded: magnitude >> 64)]))
  }

  /// Whether it is 1.
  var isOne: Bool { magnitude.bitWidth == 1 && sign == .plus }

  /// The value in one word; `nil` for what does not fit, and for `Int64.min`.
  var word: Int64? {
    guard magnitude.bitWidth <= 63 else { return nil }
    let word = Int64(bitPattern: UInt64(magnitude.words.first ?? 0))
    return sign == .minus ? -word : word
  }

  /// The greatest common divisor, and 0 of zeros alone.
  static func commonDivisor(_ values: some Sequence<BigInt>) -> BigInt {
    var divisor = BigUInt()
    for value in values {
      divisor = gcd(divisor, value.magnitude)
      if divisor.bitWidth == 1 { break }
    }
    return BigInt(divisor)
  }

  /// The least common multiple of positive numbers; 1 of none.
  static func commonMultiple(_ values: some Sequence<BigInt>) -> BigInt {
    values.reduce(BigInt(word: 1)) { multiple, value in
      if value.isOne || value == multiple { return multiple }
      return multiple * (value / BigInt(gcd(multiple.magnitude, value.magnitude)))
    }
  }
}
