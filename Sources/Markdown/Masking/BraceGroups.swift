/// Which brace closes which in a text with formulas; dollars inside `\text{…}` close nothing.
struct BraceGroups {
  private let bytes: [UInt8]
  private var closers: [Int: Int] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var open: [Int] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): open.append(index)
      case UInt8(ascii: "}"): if let start = open.popLast() { closers[start] = index }
      case _: break
      }
      index += 1
    }
  }

  /// Whether a command whose argument is text, such as `\text{`, starts with the backslash here.
  static func isTextCommand(_ bytes: [UInt8], _ start: Int) -> Bool {
    openingBrace(bytes, start) != nil
  }

  /// The offset behind the argument of the text command at `start`; nil when it stays open.
  func end(ofTextCommandAt start: Int) -> Int? {
    guard let brace = Self.openingBrace(bytes, start), let closer = closers[brace] else {
      return nil
    }
    return closer + 1
  }

  private static func openingBrace(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard
      bytes.at(start + 1) == UInt8(ascii: "t") || bytes.at(start + 1) == UInt8(ascii: "m")
        || bytes.at(start + 1) == UInt8(ascii: "h")
    else { return nil }
    for command in commands where bytes.hasText(command, at: start + 1) {
      return start + command.utf8CodeUnitCount
    }
    return nil
  }

  private static let commands: [StaticString] = [
    "text{", "mbox{", "hbox{", "textrm{", "textbf{", "textit{", "textsf{", "texttt{", "textnormal{",
  ]
}
