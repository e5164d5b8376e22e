import Testing

@Suite("The repository is tidy")
struct TidyTests {
  private let repository = Repository.shared

  @Test func everySwiftFileHasAtMostFiveHundredLines() {
    #expect(longFiles([swift(lines: 500), swift(lines: 501)]).count == 1)
    #expect(longFiles(repository.swift) == [])
  }

  @Test func theMedianSourceFileHasAtMostOneHundredAndTwentyLines() {
    #expect(medianLineCount([swift(lines: 3), swift(lines: 900), swift(lines: 121)]) == 121)
    #expect(medianLineCount(repository.sources) <= 120)
  }

  @Test func everyFunctionFitsOnAScreen() {
    #expect(longFunctions([function(lines: 70)]) == [])
    #expect(longFunctions([function(lines: 71)]).map(\.line) == [2])
    #expect(longFunctions(repository.swift) == [])
  }

  @Test func noSwitchOverAnEnumHasADefault() {
    #expect(defaults([swift("switch a {\ncase .b: c()\ndefault: break\n}")]).map(\.line) == [3])
    #expect(defaults([swift("switch a {\ncase 1: c()\ndefault: break\n}")]) == [])
    #expect(defaults(repository.sources) == [])
  }

  @Test func noPathHasASpace() {
    #expect(Forbidden.spaces(among: ["a/b.md", "a/b c.md"]).map(\.path) == ["a/b c.md"])
    #expect(Forbidden.spaces(among: repository.paths) == [])
  }

  @Test func everyRoomImportsOnlyWhatLiesBelow() {
    let wrong = swift("import Source\nprivate import Language\nimport Glibc\n", in: "Mathematics")
    #expect(Rooms.forbiddenImports(in: wrong).map(\.line) == [2])
    #expect(Rooms.forbiddenImports(in: swift("import struct Foundation.URL", in: "Source")) != [])
    #expect(Rooms.forbiddenImports(in: swift("// import Language", in: "Source")) == [])
    #expect(Rooms.forbiddenImports(in: swift("", in: "Cellar")) != [])
    #expect(repository.sources.flatMap(Rooms.forbiddenImports) == [])
  }

  @Test func oneFileImportsEachCLibrary() {
    let twice = [swift("import CCmark"), swift("import CYaml"), swift("@safe import CCmark")]
    #expect(Rooms.crowdedImports(in: twice).count == 1)
    #expect(Rooms.crowdedImports(in: repository.swift) == [])
  }

  @Test func onlyTheCommandsPrint() {
    #expect(Forbidden.printing(in: swift("if true { print(1) }", in: "Source")) != [])
    #expect(Forbidden.printing(in: swift("print(1)", in: "notebook")) == [])
    #expect(Forbidden.printing(in: swift("pen.print(1)\nblueprint(2)")) == [])
    #expect(Forbidden.printing(in: swift("let text = \"print(\" // print(3)")) == [])
    #expect(repository.sources.flatMap(Forbidden.printing) == [])
  }

  @Test(arguments: ["try! f()", "a as! B", "fatalError(\"\")", "a.b!", "f()!.c", "\"\\(a[0]!)\""])
  func noSourceCanStopTheProgram(_ wrong: String) {
    #expect(Forbidden.crashes(in: swift(wrong)).count == 1)
    #expect(Forbidden.crashes(in: swift("a != b && !c || f(!d) // e!\nlet s = \"e!\"")) == [])
    #expect(repository.sources.flatMap(Forbidden.crashes) == [])
  }

  @Test(arguments: ["see /" + "home/ann/x", "file:///" + "Users/ann", "https://pypi" + ".org/x"])
  func noTextNamesAMachineOrARegistry(_ wrong: String) {
    #expect(Forbidden.places(in: TextFile(path: "a.md", text: wrong)).count == 1)
    let harmless = TextFile(path: "a.md", text: "https://x.org/" + "home/ $x/" + "root/ /usr/bin")
    #expect(Forbidden.places(in: harmless) == [])
    #expect(repository.texts.flatMap(Forbidden.places) == [])
  }

  @Test func noProductIsCommitted() {
    let wrong = [
      "Package.resolved", "a/.build/b", "notebooks/a.html", "notebooks/a.md",
      "templates/MathFont.swift",
    ]
    #expect(Forbidden.products(among: wrong).count == 4)
    #expect(Forbidden.products(among: repository.paths) == [])
  }

  @Test func theReadmeNamesBothCommands() throws {
    let readme = try #require(repository.texts.first { $0.path == "README.md" })
    #expect(missingCommands(in: "just `make demo`") == ["make test"])
    #expect(missingCommands(in: readme.text) == [])
  }

  @Test func theRepositoryIsReallyRead() {
    #expect(repository.paths.contains("Package.swift"))
    #expect(repository.texts.contains { $0.path == "LICENSE" })
    #expect(Set(repository.sources.compactMap(\.room)) == Set(Rooms.allowed.keys))
  }

  // MARK: - The smaller checks

  private func longFiles(_ files: [TextFile]) -> [Finding] {
    files.filter { $0.lines.count > 500 }
      .map { Finding(path: $0.path, line: 0, message: "\($0.lines.count) lines") }
  }

  private func medianLineCount(_ files: [TextFile]) -> Int {
    files.map(\.lines.count).sorted()[files.count / 2]
  }

  private func longFunctions(_ files: [TextFile]) -> [Finding] {
    files.flatMap { file in
      FunctionLength.all(in: file.code).filter { $0.count > 70 }
        .map { Finding(path: file.path, line: $0.line, message: "\($0.count) lines") }
    }
  }

  private func defaults(_ files: [TextFile]) -> [Finding] {
    files.flatMap { file in
      EnumDefault.lines(in: file.code)
        .map { Finding(path: file.path, line: $0, message: "a default among the cases of an enum") }
    }
  }

  private func missingCommands(in readme: String) -> [String] {
    ["make demo", "make test"].filter { !readme.contains($0) }
  }

  // MARK: - Samples

  private func swift(_ text: String, in room: String = "Source") -> TextFile {
    TextFile(path: "Sources/\(room)/Sample.swift", text: text)
  }

  private func swift(lines count: Int) -> TextFile {
    swift(String(repeating: "let a = 1\n", count: count))
  }

  /// A function of `count` lines, from the second line on.
  private func function(lines count: Int) -> TextFile {
    swift("\nfunc f() {\n" + String(repeating: "a()\n", count: count - 2) + "}\n")
  }
}
