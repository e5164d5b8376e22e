import BigInt

/// The greatest common divisor by Stein's binary algorithm; the other number where one is zero.
func gcd(_ a: UInt, _ b: UInt) -> UInt {
  guard a > 1, b > 1 else {
    return a == 0 ? b : b == 0 ? a : 1
  }
  let shared = (a | b).trailingZeroBitCount
  var x = a >> UInt(a.trailingZeroBitCount)
  var y = b >> UInt(b.trailingZeroBitCount)
  while x != y {
    let difference = x > y ? x &- y : y &- x
    y = x < y ? x : y
    x = difference >> UInt(difference.trailingZeroBitCount)
  }
  return x << UInt(shared)
}

/// The greatest common divisor of numbers of any size; the other number where one is zero.
func gcd(_ a: BigUInt, _ b: BigUInt) -> BigUInt {
  a.greatestCommonDivisor(with: b)
}
