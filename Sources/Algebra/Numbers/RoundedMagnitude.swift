import BigInt

/// A magnitude as a whole number of steps 10^(−places), rounded half away from zero.
struct RoundedMagnitude {
  /// The decimal digits of the number of steps; `0` for none.
  let digits: String
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
    self.init(
      digits: String(rest << 1 < below ? quotient : quotient + 1), places: places,
      isExact: rest.isZero)
  }

  /// The same for parts of one word and at most 18 places, which leaves everything in two.
  private init(small above: UInt128, over below: UInt128, places: Int) {
    let scale = UInt128(Rational.wordPowersOfTen[Int(places.magnitude)])
    let (top, bottom) = (places > 0 ? above * scale : above, places < 0 ? below * scale : below)
    let (quotient, rest) = RoundedMagnitude.divided(top, bottom)
    let steps = rest << 1 < bottom ? quotient : quotient + 1
    self.init(
      digits: UInt64(exactly: steps).map { String($0) } ?? String(steps), places: places,
      isExact: rest == 0)
  }

  private init(digits: String, places: Int, isExact: Bool) {
    self.digits = digits
    self.places = places
    self.isExact = isExact
  }

  /// Rounds a positive number to so many digits, counted from the first that is not zero, which
  /// stands for the power `exponent` of ten.
  init(_ magnitude: Rational, significant count: Int, exponent: Int) {
    let rounded = RoundedMagnitude(magnitude, places: count - 1 - exponent)
    // 9.996 to three digits is 10.0: one digit too many, a zero.
    let carried = rounded.digits.utf8.count > count
    self.init(
      digits: carried ? String(rounded.digits.dropLast()) : rounded.digits,
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
  var isZero: Bool { digits == "0" }

  /// The power of ten of the first digit shown.
  var exponent: Int { digits.utf8.count - 1 - places }

  /// The number as digits with a point, such as `0.05`, or without one, such as `100`.
  func decimal(keepingZeros: Bool) -> String {
    if places < 0 { return isZero ? digits : digits + String(repeating: "0", count: -places) }
    let text = Rational.decimal(digits, places: places)
    return keepingZeros || places <= 0 ? text : RoundedMagnitude.withoutZeros(text)
  }

  /// One digit, a point and the other digits, such as `1.234`; `1` alone when nothing follows.
  func mantissa(keepingZeros: Bool) -> String {
    guard digits.utf8.count > 1 else { return digits }
    let text = Rational.decimal(digits, places: digits.utf8.count - 1)
    return keepingZeros ? text : RoundedMagnitude.withoutZeros(text)
  }

  /// A text with a point without the zeros at its end, and without the point if nothing is left.
  private static func withoutZeros(_ text: String) -> String {
    let bytes = text.utf8
    let zeros = bytes.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    var kept = bytes.dropLast(zeros)
    if kept.last == UInt8(ascii: ".") { kept = kept.dropLast() }
    return String(Substring(kept))
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
