import BigInt

/// Integers of any size that are worked with together, in one piece of memory.
///
/// Each has as much room as the longest needs, so that a row of a matrix or a vector of numerators
/// takes one allocation instead of one for every number.
struct Integers: Sendable {
  /// How many there are.
  let count: Int
  /// The words that each has room for, at least 1.
  private(set) var width: Int
  /// The magnitudes one behind the other, each with its lowest word first.
  private(set) var words: [UInt]
  /// The words that each magnitude has, none for 0; negative for a negative number.
  private var sizes: [Int]

  /// These numbers.
  init(_ numbers: [BigInt]) {
    count = numbers.count
    width = max(1, numbers.reduce(0) { max($0, $1.magnitude.words.count) })
    words = Array(repeating: 0, count: count * width)
    sizes = Array(repeating: 0, count: count)
    for (index, number) in numbers.enumerated() where !number.isZero {
      let digits = number.magnitude.words
      for place in 0..<digits.count { words[index * width + place] = digits[place] }
      sizes[index] = number.sign == .minus ? -digits.count : digits.count
    }
  }

  /// These machine words.
  init(_ numbers: [Int64]) {
    count = numbers.count
    width = 1
    words = numbers.map { UInt($0.magnitude) }
    sizes = numbers.map { Int($0.signum()) }
  }

  /// One number.
  init(_ number: BigInt) {
    self.init([number])
  }

  /// As many numbers as `count`, each what `sum` holds after `work`.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - room: The words of a sum, one bit of them for the sign.
  ///   - work: What is added up for the number at an index; the sum is 0 before.
  init(count: Int, room: Int, _ work: (_ index: Int, _ sum: inout WideSum) -> Void) {
    self.count = count
    width = max(1, room)
    words = Array(repeating: 0, count: count * width)
    sizes = Array(repeating: 0, count: count)
    var sum = WideSum()
    var longest = 1
    for index in 0..<count {
      sum.clear(words: width)
      work(index, &sum)
      let isNegative = sum.makePositive()
      let length = sum.length
      for place in 0..<length { words[index * width + place] = sum.words[place] }
      sizes[index] = isNegative ? -length : length
      longest = max(longest, length)
    }
    shorten(to: longest)
  }

  /// The number at an index.
  subscript(index: Int) -> BigInt {
    BigInt(sign: sizes[index] < 0 ? .minus : .plus, magnitude: magnitude(index))
  }

  /// The number at an index without its sign.
  func magnitude(_ index: Int) -> BigUInt {
    let start = index * width
    return BigUInt(words: [UInt](words[start..<start + length(index)]))
  }

  /// The words that the number at an index has, none for 0.
  func length(_ index: Int) -> Int { abs(sizes[index]) }

  func isNegative(_ index: Int) -> Bool { sizes[index] < 0 }

  func isZero(_ index: Int) -> Bool { sizes[index] == 0 }

  /// The bits of the magnitude at an index.
  func bitWidth(_ index: Int) -> Int {
    let length = length(index)
    guard length > 0 else { return 0 }
    return length * 64 - words[index * width + length - 1].leadingZeroBitCount
  }

  /// The most words that one of them has, at least 1.
  var longest: Int { sizes.reduce(1) { max($0, abs($1)) } }

  /// The numbers with a zero put in front.
  var shifted: Integers {
    var copy = Integers(count: count + 1, width: width)
    copy.words.replaceSubrange(width..., with: words)
    copy.sizes.replaceSubrange(1..., with: sizes)
    return copy
  }

  /// Zeros.
  private init(count: Int, width: Int) {
    self.count = count
    self.width = width
    words = Array(repeating: 0, count: count * width)
    sizes = Array(repeating: 0, count: count)
  }

  /// Gives each number no more room than the longest needs.
  private mutating func shorten(to longest: Int) {
    guard longest < width else { return }
    for index in 1..<max(count, 1) {
      for place in 0..<longest {
        words[index * longest + place] = words[index * width + place]
      }
    }
    words.removeLast((width - longest) * count)
    width = longest
  }
}
