import Language
import Manuscripts
import Source
import Testing

@Suite("The reference of diagnostics")
struct DiagnosticCodeTests {
  @Test("gives for every code an example that it alone comes of", arguments: DiagnosticCode.all)
  func examples(_ entry: DiagnosticCode) {
    let codes: [String]
    switch entry.example {
    case .statements(let source):
      // A smaller limit of work shows the same as the usual one.
      codes = Run(operations: 500_000).execute(source).diagnostics.map(\.message.code)
    case .notebook(let text):
      let executed = read(text).execute()
      var options = WeavingOptions()
      options.loadsImage = { _ in .missing }
      let document = executed.weave(for: .paper, options: options)
      codes = (executed.diagnostics + document.diagnostics).map(\.message.code)
    case .words(let words):
      #expect(!words.isEmpty)
      return
    }
    #expect(Set(codes) == [entry.code])
  }

  @Test("has each code once, with a meaning")
  func eachOnce() {
    let codes = DiagnosticCode.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(DiagnosticCode.all.allSatisfy { !$0.meaning.isEmpty && !$0.meaning.hasSuffix(".") })
  }

  @Test("is found by a code and by the word errors")
  func isFound() throws {
    let entry = try #require(Reference().entry("log-of-zero"))
    #expect(entry.contains("    log(1 - q)\n"))
    #expect(Reference().entry("errors")?.contains(entry) == true)
    #expect(Reference().entry("no-such-code") == nil)
  }
}
