import BigInt

extension Rational {
  /// The exact value of a double, a binary fraction; `nil` for an infinity and for not-a-number.
  public init?(exactly value: Double) {
    guard value.isFinite else { return nil }
    guard value != 0 else {
      self = .zero
      return
    }
    let digits = Int64(value.significandWidth)
    // The significand as an odd integer: value = odd · 2^exponent.
    let exponent = Int(value.exponent) - Int(digits)
    let odd = Int64(value.significand * Double(1 << digits)) * (value.sign == .minus ? -1 : 1)
    if exponent >= 0 {
      self.init(lowest: BigInt(word: odd) << exponent, over: 1)
    } else if exponent > -63 {
      self = .small(odd, over: 1 << -exponent)
    } else {
      self.init(lowest: BigInt(word: odd), over: BigInt(word: 1) << -exponent)
    }
  }

  /// The nearest double, ties to even; an infinity beyond the range, 0 below it.
  public var double: Double {
    switch self {
    case .small(let numerator, over: let denominator):
      let exact: Int64 = 1 << 53
      if denominator == 1 { return Double(numerator) }
      if numerator.magnitude <= exact, denominator <= exact {
        return Double(numerator) / Double(denominator)
      }
      return Rational.nearest(BigInt(word: numerator), BigInt(word: denominator))
    case .large(let numerator, let denominator):
      return Rational.nearest(numerator, denominator)
    }
  }

  /// Rounds once: a quotient of at least 55 bits whose last bit also says whether anything is left.
  private static func nearest(_ numerator: BigInt, _ denominator: BigInt) -> Double {
    let (above, below) = (numerator.magnitude, denominator.magnitude)
    let sign: FloatingPointSign = numerator.sign == .minus ? .minus : .plus
    let shift = above.bitWidth - below.bitWidth - 56
    let (quotient, rest) =
      shift >= 0
      ? above.quotientAndRemainder(dividingBy: below << shift)
      : (above << -shift).quotientAndRemainder(dividingBy: below)
    let bits = UInt64(quotient) << 1 | (rest.isZero ? 0 : 1)
    let scale = shift - 1
    let exponent = scale + 63 - bits.leadingZeroBitCount
    if exponent >= -1022 {
      if exponent > 1023 { return sign == .minus ? -.infinity : .infinity }
      return Double(sign: sign, exponent: scale, significand: Double(bits))
    }
    // A subnormal: its bit pattern counts steps of 2^-1074.
    let drop = -1074 - scale
    guard drop < 64 else { return sign == .minus ? -0.0 : 0 }
    let kept = bits >> UInt64(drop)
    let dropped = bits & (1 << UInt64(drop) - 1)
    let half: UInt64 = 1 << UInt64(drop - 1)
    let up = dropped > half || (dropped == half && kept & 1 == 1)
    let magnitude = Double(bitPattern: kept + (up ? 1 : 0))
    return sign == .minus ? -magnitude : magnitude
  }
}
