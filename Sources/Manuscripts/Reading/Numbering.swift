/// Counts questions and parts: 1, (a), (i), and again from there.
struct Numbering {
  /// The last number on each level.
  private var counts: [Int] = []

  /// The number of the next section on the level `depth`, from 0.
  ///
  /// - Parameters:
  ///   - depth: 0 for a question, 1 for its parts.
  ///   - wish: What `number=` says: a number of this level counts on from there, any other text
  ///     stands as it is.
  /// - Returns: The number as shown.
  mutating func next(_ depth: Int, wish: String?) -> String {
    while counts.count <= depth { counts.append(0) }
    counts.removeSubrange((depth + 1)...)
    guard let wish else {
      counts[depth] += 1
      return Self.text(counts[depth], depth)
    }
    guard let value = Self.value(of: wish, depth) else { return wish }
    counts[depth] = value
    return Self.text(value, depth)
  }

  private static func text(_ number: Int, _ depth: Int) -> String {
    switch depth % 3 {
    case 1: "(\(letters(number)))"
    case 2: "(\(roman(number)))"
    default: String(number)
    }
  }

  /// `a` to `z`, then `aa`, `ab` and so on.
  static func letters(_ number: Int) -> String {
    var rest = max(number, 1)
    var text = ""
    while rest > 0 {
      rest -= 1
      text = String(Character(Unicode.Scalar(UInt8(97 + rest % 26)))) + text
      rest /= 26
    }
    return text
  }

  /// Roman numerals in lower case; beyond 3999 digits.
  static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    let signs = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static func value(of wish: String, _ depth: Int) -> Int? {
    let plain = wish.filter { $0 != "(" && $0 != ")" && $0 != "." }
    if let number = Int(plain), (1...3999).contains(number) { return number }
    guard depth % 3 != 0, plain.utf8.count <= 15 else { return nil }
    return (1...200).first { (depth % 3 == 1 ? letters($0) : roman($0)) == plain }
  }
}
