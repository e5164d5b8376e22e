import DeepLearning
import Testing
import Workings

@Suite("Declarations of built-ins")
struct DeclarationTests {
  static let entries = BuiltInTable.standard.entries

  @Test("a name is declared once in each role")
  func namesDiffer() {
    let keys = Self.entries.map { "\($0.role.rawValue) \($0.name)" }
    #expect(Set(keys).count == keys.count)
  }

  @Test("every declaration has a summary, an example and labels that differ")
  func areComplete() {
    for entry in Self.entries {
      #expect(!entry.summary.isEmpty && !entry.summary.hasSuffix("."), "\(entry.name)")
      #expect(!entry.example.source.isEmpty, "\(entry.name)")
      let labels = entry.parameters.map(\.label)
      #expect(Set(labels).count == labels.count, "\(entry.name)")
    }
  }

  @Test("a convention offers a choice besides its default")
  func conventionsOfferChoices() {
    for entry in Self.entries {
      for parameter in entry.parameters where parameter.isConvention {
        guard case .value(let fallback) = parameter.fallback else {
          Issue.record("\(entry.name).\(parameter.label) has no default")
          continue
        }
        let others = parameter.alternatives.filter { $0 != fallback }
        #expect(!others.isEmpty, "\(entry.name).\(parameter.label)")
      }
    }
  }

  @Test("required arguments without a label come before optional ones")
  func requiredComeFirst() {
    for entry in Self.entries {
      let positional = entry.parameters.filter { !$0.isLabelled }
      let optional = positional.drop { $0.fallback == .required }
      #expect(!optional.contains { $0.fallback == .required }, "\(entry.name)")
    }
  }
}
