import BigInt

/// A magnitude as a whole number of steps 10^(−places), rounded half away from zero.
struct RoundedMagnitude {
  /// The number of steps.
  let steps: BigUInt
  /// The decimals of one step; negative for steps of tens, hundreds, ….
  let places: Int
  /// Whether nothing was rounded away.
  let isExact: Bool

  /// Rounds a number that is not negative.
  init(_ magnitude: Rational, places: Int) {
    let scale = Rational.powerOfTen(places)
    let above = magnitude.numerator.magnitude * (places > 0 ? scale : 1)
    let below = magnitude.denominator.magnitude * (places < 0 ? scale : 1)
    let (quotient, rest) = above.quotientAndRemainder(dividingBy: below)
    steps = rest << 1 < below ? quotient : quotient + 1
    self.places = places
    isExact = rest.isZero
  }

  private init(steps: BigUInt, places: Int, isExact: Bool) {
    self.steps = steps
    self.places = places
    self.isExact = isExact
  }

  /// Rounds a positive number to so many digits, counted from the first that is not zero.
  init(_ magnitude: Rational, significant count: Int) {
    let exponent = RoundedMagnitude.exponent(of: magnitude)
    let rounded = RoundedMagnitude(magnitude, places: count - 1 - exponent)
    // 9.996 to three digits is 10.0: one digit too many, a zero.
    let carried = rounded.steps == Rational.powerOfTen(count)
    self.init(
      steps: carried ? rounded.steps / 10 : rounded.steps,
      places: carried ? rounded.places - 1 : rounded.places, isExact: rounded.isExact)
  }

  /// The power of ten of the first digit: ⌊log₁₀⌋ of a positive number, exactly.
  static func exponent(of magnitude: Rational) -> Int {
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
  var isZero: Bool { steps.isZero }

  /// The power of ten of the first digit shown.
  var exponent: Int { Rational.digitCount(steps) - 1 - places }

  /// The number as digits with a point, such as `0.05`, or without one, such as `100`.
  func decimal(keepingZeros: Bool) -> String {
    if places < 0 { return String(steps * Rational.powerOfTen(places)) }
    let text = Rational.decimal(steps, places: places)
    return keepingZeros || places <= 0 ? text : RoundedMagnitude.withoutZeros(text)
  }

  /// One digit, a point and the other digits, such as `1.234`; `1` alone when nothing follows.
  func mantissa(keepingZeros: Bool) -> String {
    let digits = String(steps)
    guard digits.utf8.count > 1 else { return digits }
    let text = "\(digits.prefix(1)).\(digits.dropFirst())"
    return keepingZeros ? text : RoundedMagnitude.withoutZeros(text)
  }

  /// A text with a point without the zeros at its end, and without the point if nothing is left.
  private static func withoutZeros(_ text: String) -> String {
    var text = Substring(text)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return String(text)
  }
}
