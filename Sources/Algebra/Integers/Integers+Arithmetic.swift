import BigInt

extension Integers {
  /// The products of corresponding numbers of two that are equally many.
  static func * (a: Integers, b: Integers) -> Integers {
    Integers(count: a.count, room: a.longest + b.longest + 1) { index, sum in
      sum.add(a, index, times: b, index)
    }
  }

  /// The numbers times one factor.
  func times(_ factor: BigInt) -> Integers {
    factor.isOne ? self : Integers.combination([(self, factor)])
  }

  /// The sum of several vectors, each times a factor; what a shorter one lacks counts as 0.
  static func combination(_ terms: [(vector: Integers, factor: BigInt)]) -> Integers {
    let factors = Integers(terms.map(\.factor))
    let count = terms.reduce(0) { max($0, $1.vector.count) }
    let longest = terms.reduce(1) { max($0, $1.vector.longest) }
    return Integers(count: count, room: longest + factors.longest + 1) { index, sum in
      for (place, term) in terms.enumerated() where index < term.vector.count {
        sum.add(term.vector, index, times: factors, place)
      }
    }
  }

  /// Σ aᵢ·bᵢ of two that are equally many.
  static func inner(_ a: Integers, _ b: Integers) -> BigInt {
    Integers(count: 1, room: a.longest + b.longest + 1) { _, sum in
      for index in 0..<a.count { sum.add(a, index, times: b, index) }
    }[0]
  }

  /// The greatest divisor of a number that divides all of these as well.
  func commonDivisor(with number: BigUInt) -> BigUInt {
    var divisor = number
    for index in 0..<count where !isZero(index) {
      if divisor.bitWidth == 1 { break }
      divisor =
        divisor.bitWidth <= 64
        ? wordDivisor(divisor.words.first ?? 0, index) : gcd(divisor, magnitude(index))
    }
    return divisor
  }

  /// The greatest common divisor of a word other than 0 and the number at an index.
  private func wordDivisor(_ word: UInt, _ index: Int) -> BigUInt {
    var rest: UInt = 0
    let start = index * width
    for place in (start..<start + length(index)).reversed() {
      rest = word.dividingFullWidth((rest, words[place])).remainder
    }
    return BigUInt(words: [gcd(word, rest)])
  }

  /// The numbers divided by one that divides each of them.
  func divided(by divisor: BigInt) -> Integers {
    if divisor.isOne { return self }
    let division = ExactDivision(by: divisor)
    let room = division.room(dividendBits: longest * 64)
    return Integers(count: count, room: division.dividendRoom(quotient: room)) { index, sum in
      guard !isZero(index) else { return }
      sum.add(self, index)
      division.divide(&sum, quotient: room)
    }
  }
}
