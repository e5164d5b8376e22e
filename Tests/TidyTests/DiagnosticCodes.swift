import Testing

@Suite("The codes of diagnostics")
struct DiagnosticCodes {
  /// A code where a diagnostic or a failure is made, as `Failure("wrong-type", …)`.
  private static func codesMade(in text: String) -> Set<String> {
    let makers =
      /(?:Failure|Self|Message|Diagnostic\.Message|\.init)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)+|empty|groups|misplaced|undecided|recursion|redefinition)",\s/
    let labelled = /code: "([a-z0-9]+(?:-[a-z0-9]+)+)"/
    return Set(text.matches(of: makers).map { String($0.1) })
      .union(text.matches(of: labelled).map { String($0.1) })
  }

  @Test func areAllInTheReference() {
    #expect(Self.codesMade(in: "throw Failure(\n  \"a-b\", \"x\")") == ["a-b"])
    let isReference = { (file: TextFile) in file.path.contains("/DiagnosticCode+") }
    let known = Repository.shared.sources.filter(isReference)
      .reduce(into: Set<String>()) { $0.formUnion(Self.codesMade(in: $1.text)) }
    let made = Repository.shared.sources.filter { !isReference($0) }
      .reduce(into: Set<String>()) { $0.formUnion(Self.codesMade(in: $1.text)) }
    #expect(made.subtracting(known).sorted() == [], "add them to Sources/Language/Reference")
  }
}
