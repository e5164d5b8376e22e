extension Formula {
  /// A colour that was understood, never copied from the source.
  public enum Colour: Hashable, Sendable {
    /// A name that CSS and LaTeX share.
    case named(String)
    /// Red, green and blue as 0xRRGGBB.
    case rgb(UInt32)
  }
}

extension Formula.Colour {
  /// The colour of a name, of `#rgb`, `#rrggbb`, of six bare hexadecimal digits, or of a name mixed
  /// with white as in `red!50`.
  ///
  /// - Returns: `nil` for anything else.
  init?(_ text: String) {
    if Self.sharedNames.contains(text) {
      self = .named(text)
    } else if let code = ColourNames.code(of: text) {
      self = .rgb(code)
    } else if let code = Self.hexadecimal(text) {
      self = .rgb(code)
    } else if let code = Self.mixture(text) {
      self = .rgb(code)
    } else {
      return nil
    }
  }

  /// The colour in one of the models of LaTeX's colour package: `rgb`, `RGB`, `gray`, `HTML`.
  init?(model: String, _ text: String) {
    let parts = text.split(separator: ",").map { part in
      Decimal.thousandths(part.utf8.filter { $0 != UInt8(ascii: " ") })
    }
    func code(_ values: [Int?], full: Int) -> UInt32? {
      var code: UInt32 = 0
      for value in values {
        guard let value, (0...full * 1000).contains(value) else { return nil }
        code = code << 8 | UInt32((value * 255 / full + 500) / 1000)
      }
      return code
    }
    let found: UInt32? =
      switch model {
      case "HTML": Self.hexadecimal(text)
      case "rgb" where parts.count == 3: code(parts, full: 1)
      case "RGB" where parts.count == 3: code(parts, full: 255)
      case "gray" where parts.count == 1: code(parts + parts + parts, full: 1)
      default: nil
      }
    guard let found else { return nil }
    self = .rgb(found)
  }

  /// The value for a CSS property.
  var css: String {
    switch self {
    case .named(let name): name
    case .rgb(let code): "#" + Self.digits(code, uppercase: false)
    }
  }

  /// The argument of `\textcolor`, with its model.
  var tex: String {
    switch self {
    case .named(let name): "{\(name)}"
    case .rgb(let code): "[HTML]{\(Self.digits(code, uppercase: true))}"
    }
  }

  /// The names that LaTeX's colour package defines by itself.
  private static let sharedNames: Set<String> = [
    "black", "blue", "brown", "cyan", "darkgray", "gray", "green", "lightgray", "lime", "magenta",
    "olive", "orange", "pink", "purple", "red", "teal", "violet", "white", "yellow",
  ]

  private static func digits(_ code: UInt32, uppercase: Bool) -> String {
    let digits = String(code, radix: 16, uppercase: uppercase)
    return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }

  private static func hexadecimal(_ text: String) -> UInt32? {
    let isMarked = text.utf8.first == UInt8(ascii: "#")
    let digits = isMarked ? text.dropFirst() : text[...]
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let code = UInt32(digits, radix: 16)
    else { return nil }
    if digits.utf8.count == 6 { return code }
    guard isMarked, digits.utf8.count == 3 else { return nil }
    let red = code >> 8, green = code >> 4 & 15, blue = code & 15
    return red * 17 << 16 | green * 17 << 8 | blue * 17
  }

  private static func mixture(_ text: String) -> UInt32? {
    let parts = text.split(separator: "!", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts.first, let last = parts.last,
      let share = UInt32(last), share <= 100, let code = ColourNames.code(of: String(first))
    else { return nil }
    return [16, 8, 0].reduce(0) { mixed, shift in
      mixed << 8 | ((code >> UInt32(shift) & 255) * share + 255 * (100 - share) + 50) / 100
    }
  }
}
