/// The names that `dl` text refers to, found without reading it as a program.
enum Names {
  /// All words that could refer to a quantity, in their order.
  ///
  /// Left out are comments, texts, fields (`run.w`), labels (`wrt: w`) and names that the text binds
  /// itself (`x in 0...1`). Linear in the length of the text.
  static func all(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var names: [String] = []
    var bound: Set<String> = []
    var at = 0
    while at < scalars.count {
      switch scalars[at] {
      case "#": at = end(of: scalars, from: at) { $0 == "\n" }
      case "\"": at = end(of: scalars, from: at + 1) { $0 == "\"" || $0 == "\n" } + 1
      case let scalar where isNamePart(scalar):
        let stop = end(of: scalars, from: at) { !isNamePart($0) }
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars[at..<stop])
        let next = end(of: scalars, from: stop) { $0 != " " }
        let isField = at > 0 && scalars[at - 1] == "." && !(at > 1 && scalars[at - 2] == ".")
        let isLabel = next < scalars.count && scalars[next] == ":"
        if scalars[next...].starts(with: "in ".unicodeScalars) { bound.insert(String(name)) }
        if !isField, !isLabel { names.append(String(name)) }
        at = stop
      default: at += 1
      }
    }
    return names.filter { !bound.contains($0) }
  }

  /// The first place from `start` on where a scalar is of the kind; the end where none is.
  private static func end(
    of scalars: [Unicode.Scalar], from start: Int, _ stops: (Unicode.Scalar) -> Bool
  ) -> Int {
    guard start < scalars.count else { return scalars.count }
    return scalars[start...].firstIndex(where: stops) ?? scalars.count
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "_", "'": true
    default:
      scalar.value >= 0x80
        && (scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark)
    }
  }
}
