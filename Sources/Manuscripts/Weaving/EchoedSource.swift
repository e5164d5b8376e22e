/// The source of a block as it is shown to those who do not mark: without audits and checks.
struct EchoedSource {
  /// The lines that are left, with LF ends; empty when none is.
  private(set) var text = ""

  private let scalars: [Unicode.Scalar]
  private var at = 0

  /// The lines of `source` without statements that begin with `expect` or `published`.
  ///
  /// A comment goes with the statement before it on its line. Linear in the length of the source.
  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
    var line = ""
    var isCut = false
    while at < scalars.count {
      let start = at
      let isCheck = skipStatement()
      if isCheck { isCut = true } else { line += string(start..<at) }
      guard at < scalars.count else { break }
      let separator = scalars[at]
      at += 1
      if separator == ";" {
        if !isCheck { line += ";" }
        continue
      }
      finish(&line, &isCut)
    }
    finish(&line, &isCut)
  }

  /// Ends a line; one of which nothing but checks stood is left out.
  private mutating func finish(_ line: inout String, _ isCut: inout Bool) {
    defer { (line, isCut) = ("", false) }
    guard isCut else {
      if at < scalars.count || !line.isEmpty { text += line + "\n" }
      return
    }
    while let last = line.last, last == " " || last == ";" { line.removeLast() }
    if !line.isEmpty { text += line + "\n" }
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// Moves to the end of a statement, its comment included; true for one to leave out.
  private mutating func skipStatement() -> Bool {
    var depth = 0
    var first: String?
    var last = ""
    while at < scalars.count {
      let scalar = scalars[at]
      switch scalar {
      case "\n":
        if depth == 0, first == nil || !goesOn(behind: last) { return isCheck(first) }
        at += 1
      case ";" where depth == 0: return isCheck(first)
      case "#": while at < scalars.count, scalars[at] != "\n" { at += 1 }
      case "\"":
        at += 1
        while at < scalars.count, scalars[at] != "\"", scalars[at] != "\n" { at += 1 }
        if at < scalars.count, scalars[at] == "\"" { at += 1 }
        (first, last) = (first ?? "", "\"")
      case " ", "\t", "\r": at += 1
      case _ where scalar.properties.isAlphabetic || scalar == "_":
        let start = at
        while at < scalars.count, isWordPart(scalars[at]) { at += 1 }
        last = string(start..<at)
        first = first ?? last
      default:
        if "([{".unicodeScalars.contains(scalar) { depth += 1 }
        if ")]}".unicodeScalars.contains(scalar) { depth = max(depth - 1, 0) }
        (first, last) = (first ?? "", String(Character(scalar)))
        at += 1
      }
    }
    return isCheck(first)
  }

  private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_" || scalar == "'"
      || ("0"..."9").contains(scalar)
  }

  private func isCheck(_ word: String?) -> Bool { word == "expect" || word == "published" }

  /// Whether a statement goes on behind a line that ends so, or in front of a line with `|>`.
  private func goesOn(behind last: String) -> Bool {
    if Self.operators.contains(last) { return true }
    var next = at
    while next < scalars.count, [" ", "\t", "\n", "\r"].contains(scalars[next]) { next += 1 }
    return scalars[next...].starts(with: "|>".unicodeScalars)
  }

  private static let operators: Set<String> = [
    "+", "-", "*", "/", "@", "·", "⊙", "^", "=", "<", ">", "≈", "~", "|", ",", "then", "else",
    "and", "or", "not", "in", "within", "from", "as", "if", "expect", "published",
  ]
}
