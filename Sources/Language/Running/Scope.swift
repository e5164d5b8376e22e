import Algebra
import Source
import Workings

/// What a name means at some place of the notebook.
enum Binding {
  /// A quantity or a symbol.
  case quantity(Quantity.ID)
  /// A function of the author's.
  case function(UserFunction)
  /// Its definition failed, which has been reported.
  case failed
}

/// A function of the author's with all it refers to.
struct UserFunction {
  let definition: FunctionDefinition
  /// The definition as written.
  let text: String
  /// What the names of its body mean where it was defined.
  let captured: [String: Binding]
  let identity: Int

  /// The name that it is called by, as the author wants it shown.
  func name(as name: String) -> Algebra.Name {
    Algebra.Name(name, tex: name == definition.name.text ? definition.tex?.text : nil)
  }

  /// The function as a value, called `name` there.
  func value(named name: String) -> FunctionValue {
    FunctionValue(
      name: name, parameters: definition.parameters.map(\.text), text: text, identity: identity)
  }
}

/// The names of one question, or of what stands outside questions.
struct Scope {
  struct Entry {
    let binding: Binding
    /// Where it was defined, in the text of its block.
    let span: Span
    /// The section it was defined in; a later one may define the name anew.
    let section: Int
    /// The block it was defined in.
    let block: Int
  }

  private(set) var entries: [String: Entry] = [:]

  subscript(name: String) -> Entry? { entries[name] }

  mutating func define(_ name: String, _ entry: Entry) {
    entries[name] = entry
  }
}
