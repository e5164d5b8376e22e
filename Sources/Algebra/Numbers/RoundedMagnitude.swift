import BigInt

/// A magnitude as a whole number of steps 10^(−places), rounded half to even.
struct RoundedMagnitude {
  /// The decimal digits of the number of steps in ASCII; `0` for none.
  let digits: [UInt8]
  /// The decimals of one step; negative for steps of tens, hundreds, ….
  let places: Int
  /// Whether nothing was rounded away.
  let isExact: Bool

  /// Rounds a number that is not negative.
  init(_ magnitude: Rational, places: Int) {
    if case .small(let above, over: let below) = magnitude, places.magnitude <= 18 {
      self.init(small: UInt128(above), over: UInt128(below), places: places)
      return
    }
    let scale = Rational.powerOfTen(places)
    let above = magnitude.numerator.magnitude * (places > 0 ? scale : 1)
    let below = magnitude.denominator.magnitude * (places < 0 ? scale : 1)
    let (quotient, rest) = above.quotientAndRemainder(dividingBy: below)
    let twice = rest << 1
    let isUp = twice > below || twice == below && quotient % 2 == 1
    self.init(
      digits: Array(String(isUp ? quotient + 1 : quotient).utf8), places: places,
      isExact: rest.isZero)
  }

  /// The same for parts of one word and at most 18 places, which leaves everything in two.
  private init(small above: UInt128, over below: UInt128, places: Int) {
    let scale = UInt128(Rational.wordPowersOfTen[Int(places.magnitude)])
    let (top, bottom) = (places > 0 ? above * scale : above, places < 0 ? below * scale : below)
    let (quotient, rest) = RoundedMagnitude.divided(top, bottom)
    let twice = rest << 1
    let steps = twice > bottom || twice == bottom && quotient % 2 == 1 ? quotient + 1 : quotient
    self.init(
      digits: RoundedMagnitude.digits(of: steps), places: places, isExact: rest == 0)
  }

  private static func digits(of steps: UInt128) -> [UInt8] {
    guard var rest = UInt64(exactly: steps) else { return Array(String(steps).utf8) }
    var digits: [UInt8] = []
    digits.reserveCapacity(20)
    repeat {
      digits.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    digits.reverse()
    return digits
  }

  private init(digits: [UInt8], places: Int, isExact: Bool) {
    self.digits = digits
    self.places = places
    self.isExact = isExact
  }

  /// Rounds a positive number to so many digits, counted from the first that is not zero, which
  /// stands for the power `exponent` of ten.
  init(_ magnitude: Rational, significant count: Int, exponent: Int) {
    let rounded = RoundedMagnitude(magnitude, places: count - 1 - exponent)
    // 9.996 to three digits is 10.0: one digit too many, a zero.
    let carried = rounded.digits.count > count
    self.init(
      digits: carried ? rounded.digits.dropLast() : rounded.digits,
      places: carried ? rounded.places - 1 : rounded.places, isExact: rounded.isExact)
  }

  /// The power of ten of the first digit: ⌊log₁₀⌋ of a positive number, exactly.
  static func exponent(of magnitude: Rational) -> Int {
    if case .small(let above, over: let below) = magnitude {
      // Between 10^(difference − 1) and 10^(difference + 1), both excluded.
      let difference = Rational.digitCount(above) - Rational.digitCount(below)
      let scale = UInt128(Rational.wordPowersOfTen[Int(difference.magnitude)])
      let reached =
        difference < 0
        ? UInt128(above) * scale >= UInt128(below) : UInt128(above) >= UInt128(below) * scale
      return reached ? difference : difference - 1
    }
    let (above, below) = (magnitude.numerator.magnitude, magnitude.denominator.magnitude)
    let logarithm = Rational.logarithm2(above) - Rational.logarithm2(below)
    let estimate = logarithm * 0.301_029_995_663_981_2
    let nearest = estimate.rounded()
    // Only next to a power of ten can the estimate's last bits decide wrongly.
    guard (estimate - nearest).magnitude < 1e-6 else { return Int(estimate.rounded(.down)) }
    let power = Rational.powerOfTen(Int(nearest.magnitude))
    let reached = nearest < 0 ? above * power >= below : above >= below * power
    return reached ? Int(nearest) : Int(nearest) - 1
  }

  /// Whether everything was rounded away.
  var isZero: Bool { digits == [UInt8(ascii: "0")] }

  /// The power of ten of the first digit shown.
  var exponent: Int { digits.count - 1 - places }

  /// The number as digits with a point, such as `0.05`, or without one, such as `100`.
  func decimal(keepingZeros: Bool) -> String {
    guard places < 0 else { return text(places: places, keepingZeros: keepingZeros) }
    let zeros = isZero ? 0 : -places
    return String(
      decoding: digits + Array(repeating: UInt8(ascii: "0"), count: zeros), as: UTF8.self)
  }

  /// One digit, a point and the other digits, such as `1.234`; `1` alone when nothing follows.
  func mantissa(keepingZeros: Bool) -> String {
    text(places: digits.count - 1, keepingZeros: keepingZeros)
  }

  /// The digits with a point before the last `places` of them; without zeros at the end, and
  /// without the point if nothing is left behind it.
  private func text(places: Int, keepingZeros: Bool) -> String {
    let zero = UInt8(ascii: "0")
    var bytes = Array(repeating: zero, count: max(0, places + 1 - digits.count)) + digits
    guard places > 0 else { return String(decoding: bytes, as: UTF8.self) }
    bytes.insert(UInt8(ascii: "."), at: bytes.count - places)
    if !keepingZeros {
      while bytes.last == zero { bytes.removeLast() }
      if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The quotient and the rest; in one word where both are.
  private static func divided(_ above: UInt128, _ below: UInt128) -> (UInt128, UInt128) {
    guard let x = UInt64(exactly: above), let y = UInt64(exactly: below) else {
      let (quotient, rest) = above.quotientAndRemainder(dividingBy: below)
      return (quotient, rest)
    }
    let (quotient, rest) = x.quotientAndRemainder(dividingBy: y)
    return (UInt128(quotient), UInt128(rest))
  }
}
