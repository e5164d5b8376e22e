/// What no text, or no Swift text, may say.
enum Forbidden {
  /// Ways to stop the program, in Swift code.
  ///
  /// A force unwrap is an exclamation mark right behind a name or a closing bracket.
  static func crashes(in file: TextFile) -> [Finding] {
    findings(in: file) { line in
      ["try!", "as!", "fatalError("].filter { contains($0, in: line) }.map { "'\($0)'" }
        + (hasForceUnwrap(line) ? ["a force unwrap"] : [])
    }
  }

  /// Calls that write to standard output behind the commands' back.
  static func printing(in file: TextFile) -> [Finding] {
    guard file.room != "notebook" else { return [] }
    return findings(in: file) { line in
      ["print(", "debugPrint(", "dump("].filter { contains($0, in: line) }.map { "'\($0)'" }
    }
  }

  /// Places of somebody's machine and hosts of package registries, in any text.
  static func places(in file: TextFile) -> [Finding] {
    file.lines.enumerated().flatMap { index, line in
      (machineFolders.filter { names(folder: $0, in: line) }
        + registries.filter { line.contains($0) })
        .map { Finding(path: file.path, line: index + 1, message: "names '\($0)'") }
    }
  }

  /// Paths that are products, not sources.
  static func products(among paths: [String]) -> [Finding] {
    paths.filter { path in
      let parts = path.split(separator: "/")
      return parts.last == "Package.resolved" || parts.contains(".build")
        || parts.contains(".swiftpm") || parts.contains(".DS_Store")
        || path.hasPrefix("templates/MathFont.")
        || (parts.first == "notebooks" && productSuffixes.contains { path.hasSuffix($0) })
    }.map { Finding(path: $0, line: 0, message: "a product") }
  }

  /// Paths that need quoting in a shell.
  static func spaces(among paths: [String]) -> [Finding] {
    paths.filter { $0.contains(where: \.isWhitespace) }
      .map { Finding(path: $0, line: 0, message: "a space in a path") }
  }

  private static let productSuffixes = [".html", ".tex", ".pdf", ".json"]

  // The names are put together here, so that this file does not say them.
  private static let machineFolders = [
    "home", "Users", "root", "work", "opt", "mnt", "var/folders",
  ].map { "/\($0)/" }
  private static let registries = [
    ["pypi", "org"], ["pythonhosted", "org"], ["npmjs", "org"], ["npmjs", "com"], ["crates", "io"],
    ["rubygems", "org"], ["golang", "org"], ["anaconda", "org"], ["maven", "org"], ["ghcr", "io"],
    ["docker", "io"], ["quay", "io"], ["gcr", "io"], ["deb", "debian", "org"],
    ["archive", "ubuntu", "com"],
  ].map { $0.joined(separator: ".") }

  /// Whether an absolute path into `folder` stands in the line; the path of a URL is none.
  private static func names(folder: String, in line: Substring) -> Bool {
    line.ranges(of: folder).contains { range in
      guard range.lowerBound > line.startIndex else { return true }
      let before = line[line.index(before: range.lowerBound)]
      return !(before.isLetter || before.isNumber || "._-~})*".contains(before))
    }
  }

  private static func findings(
    in file: TextFile, _ messages: (Substring) -> [String]
  ) -> [Finding] {
    file.code.lines.enumerated().flatMap { index, line in
      messages(line).map { Finding(path: file.path, line: index + 1, message: $0) }
    }
  }

  /// Whether `call` stands in the line as a word of its own, neither a member nor a declaration.
  private static func contains(_ call: String, in line: Substring) -> Bool {
    line.ranges(of: call).contains { range in
      let before = line[..<range.lowerBound]
      return !(before.last.map(isNamePart) ?? false) && before.last != "."
        && !before.hasSuffix("func ")
    }
  }

  private static func hasForceUnwrap(_ line: Substring) -> Bool {
    line.indices.contains { index in
      guard line[index] == "!", index > line.startIndex else { return false }
      let before = line[..<index]
      let last = before.last ?? " "
      return (isNamePart(last) || ")]>`".contains(last)) && !endsInKeyword(before)
    }
  }

  /// Whether the mark belongs to `try!` or `as!`, which have their own finding.
  private static func endsInKeyword(_ before: Substring) -> Bool {
    let word = String(before.reversed().prefix { isNamePart($0) }.reversed())
    return word == "try" || word == "as"
  }

  private static func isNamePart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
