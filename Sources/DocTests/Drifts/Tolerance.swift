import Algebra

/// The slack with which stored numbers are compared, `tolerance=1e-6` of a block.
///
/// A number may be off by the slack (times its size where that is above 1) and by the half unit that
/// storing it rounded away. Only doubles may: exact numbers, signs, words and the number of rows and
/// entries are compared to the letter.
struct Tolerance {
  /// The slack, not negative.
  let slack: Double

  /// So many digits tell a double from an exact number, and its value from what was stored of it.
  static let digits = 40

  /// What was stored, with each number that is close enough replaced by the one there is now.
  ///
  /// - Parameters:
  ///   - stored: What was stored.
  ///   - now: What there is now, in the digits of what was stored.
  ///   - precise: The same in ``digits`` digits.
  /// - Returns: `now` itself where all is close enough.
  func forgiving(_ stored: String, now: String, precise: String) -> String {
    let (old, new, full) = (NumberTokens(stored), NumberTokens(now), NumberTokens(precise))
    guard old.words == new.words, new.isLaidOut(like: full) else { return stored }
    var numbers = old.numbers
    for (index, number) in new.numbers.enumerated() where numbers[index] != number {
      let power = full.powerOfTen(behind: index)
      if isClose(numbers[index] + power, number + power, full.numbers[index] + power) {
        numbers[index] = number
      }
    }
    return NumberTokens(words: old.words, numbers: numbers).text
  }

  /// Numbers as `0.8808` or `2.718e-20`.
  private func isClose(_ stored: String, _ now: String, _ precise: String) -> Bool {
    guard now != precise, stored.contains("."), let old = Double(stored),
      let value = Double(precise), Self.isDouble(value, shownAs: precise),
      let unit = Self.lastUnit(of: stored)
    else { return false }
    let difference = (old - value).magnitude
    return difference <= (slack * max(1, value.magnitude) + unit / 2) * (1 + 1e-12)
  }

  /// What one step of the last digit is worth.
  private static func lastUnit(of number: String) -> Double? {
    let parts = number.split(separator: "e")
    guard let mantissa = parts.first, let point = mantissa.firstIndex(of: ".") else { return nil }
    let decimals = mantissa.distance(from: point, to: mantissa.endIndex) - 1
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return Double("1e\(power - decimals)")
  }

  /// Whether these are the digits of a double, and not of a fraction that does not end.
  private static func isDouble(_ value: Double, shownAs digits: String) -> Bool {
    let shown = DisplayNumber(.approximate(value.magnitude), rounding: .significant(Self.digits))
    switch shown.form {
    case .integer(let text), .decimal(let text): return text == digits
    case .scientific(let mantissa, let exponent): return "\(mantissa)e\(exponent)" == digits
    case .fraction, .infinity, .undefined: return false
    }
  }
}

/// A text cut into numbers and what stands between them.
struct NumberTokens {
  /// One more than numbers.
  let words: [String]
  /// Digits with or without a point; a sign belongs to the words.
  let numbers: [String]

  init(words: [String], numbers: [String]) {
    self.words = words
    self.numbers = numbers
  }

  init(_ text: String) {
    var words: [String] = []
    var numbers: [String] = []
    let bytes = Array(text.utf8)
    var start = 0
    var at = 0
    while at < bytes.count {
      guard bytes[at].isDigit else {
        at += 1
        continue
      }
      words.append(String(decoding: bytes[start..<at], as: UTF8.self))
      start = at
      while at < bytes.count, bytes[at].isDigit { at += 1 }
      if at + 1 < bytes.count, bytes[at] == UInt8(ascii: "."), bytes[at + 1].isDigit {
        at += 1
        while at < bytes.count, bytes[at].isDigit { at += 1 }
      }
      numbers.append(String(decoding: bytes[start..<at], as: UTF8.self))
      start = at
    }
    words.append(String(decoding: bytes[start...], as: UTF8.self))
    self.words = words
    self.numbers = numbers
  }

  /// `e-20` where a number stands before ten to that power, else nothing.
  func powerOfTen(behind index: Int) -> String {
    guard index + 2 < numbers.count, numbers[index + 1] == "10",
      words[index + 1].trimmingSpaces == "\\times", words[index + 2].hasPrefix("^")
    else { return "" }
    return "e" + (words[index + 2].contains("-") ? "-" : "") + numbers[index + 2]
  }

  /// The text again.
  var text: String {
    zip(words, numbers).map { $0 + $1 }.joined() + (words.last ?? "")
  }

  /// Whether only digits differ, and what follows from them: `=` or `≈`, and the breaks of lines.
  func isLaidOut(like other: NumberTokens) -> Bool {
    numbers.count == other.numbers.count && Self.bare(words) == Self.bare(other.words)
  }

  private static func bare(_ words: [String]) -> [String] {
    words.map { word in
      var bare = word
      for noise in ["\\begin{aligned}", "\\end{aligned}", "\\\\", "&", " ", "\n"] {
        while let range = bare.firstRange(of: noise) { bare.removeSubrange(range) }
      }
      while let range = bare.firstRange(of: "\\approx") { bare.replaceSubrange(range, with: "=") }
      return bare
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }
}
