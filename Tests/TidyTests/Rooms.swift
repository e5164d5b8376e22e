/// Which module may import which: the map of the house, as a table.
enum Rooms {
  /// What each folder below `Sources` may import.
  static let allowed: [String: Set<String>] = {
    let working: Set = ["Algebra", "Figures", "Mathematics"]
    let language = working.union(["DeepLearning", "Source", "Workings"])
    let manuscripts = language.union(["Language", "Markdown"])
    let rendering = manuscripts.union(["Manuscripts", "Templates"])
    let docTests = rendering.union(["Rendering"])
    return [
      "Source": [],
      "Mathematics": ["Source"],
      "Algebra": ["BigInt"],
      "Figures": ["Mathematics"],
      "Workings": working,
      "DeepLearning": working.union(["Workings"]),
      "Language": language,
      "Markdown": ["CCmark", "CYaml", "Source"],
      "Manuscripts": manuscripts,
      "Rendering": rendering,
      "DocTests": docTests,
      "notebook": docTests.union([
        "ArgumentParser", "DocTests", "Foundation", "FoundationEssentials",
      ]),
    ]
  }()

  /// Parts of the system, allowed everywhere.
  static let system: Set = ["Darwin", "Glibc", "Musl", "Synchronization"]

  /// C libraries, and how many files may import each.
  static let filesImporting = ["CCmark": 1, "CYaml": 1]

  /// Imports that the table does not allow, in a file below `Sources`.
  static func forbiddenImports(in file: TextFile) -> [Finding] {
    guard let room = file.room else { return [] }
    guard let allowed = allowed[room] else {
      return [Finding(path: file.path, line: 0, message: "the table has no room '\(room)'")]
    }
    return imports(in: file).filter { !allowed.contains($0.module) && !system.contains($0.module) }
      .map { Finding(path: file.path, line: $0.line, message: "\(room) imports '\($0.module)'") }
  }

  /// C libraries that more files import than may.
  static func crowdedImports(in files: [TextFile]) -> [Finding] {
    filesImporting.sorted { $0.key < $1.key }.flatMap { module, limit in
      files.flatMap { file in
        imports(in: file).filter { $0.module == module }
          .map { Finding(path: file.path, line: $0.line, message: "one more imports '\(module)'") }
      }.dropFirst(limit)
    }
  }

  /// The modules that a Swift text imports, with their lines from 1.
  static func imports(in file: TextFile) -> [(module: String, line: Int)] {
    file.code.lines.enumerated().flatMap { index, line in
      line.split(separator: ";").compactMap { statement in
        let words = statement.split(whereSeparator: \.isWhitespace)
          .drop { $0.hasPrefix("@") || accessWords.contains(String($0)) }
        guard words.first == "import",
          let path = words.dropFirst().first(where: { !kinds.contains(String($0)) }),
          let module = path.split(separator: ".").first
        else { return nil }
        return (String(module), index + 1)
      }
    }
  }

  private static let accessWords: Set = ["public", "package", "internal", "fileprivate", "private"]
  private static let kinds: Set = [
    "struct", "class", "enum", "protocol", "typealias", "func", "var", "let",
  ]
}
