import Algebra
import Mathematics
import Workings

/// The letters of an optimizer's states: the rule's own, or a paper's (`names: {m: "s", v: "r"}`).
struct Letters {
  private var chosen: [String: String] = [:]

  init(_ letters: [String], _ call: CallContext) throws(Failure) {
    guard case .record(let record)? = try call.option("names") else { return }
    for field in record.fields {
      guard letters.contains(field.name) else {
        throw Failure(
          "unknown-label", "'\(call.builtIn.name)' has no state '\(field.name)'",
          at: call.operand("names"),
          hint: letters.isEmpty ? nil : "its states are \(letters.joined(separator: ", "))")
      }
      guard case .text(let letter) = field.value, !letter.isEmpty else {
        throw Failure(
          "wrong-type", "the letter of '\(field.name)' is a text", at: call.operand("names"))
      }
      chosen[field.name] = letter
    }
  }

  /// The column of a state or of its correction: `m`, `mhat`, or what the paper calls them.
  func column(_ letter: String) -> String {
    if let name = chosen[letter] { return name }
    guard letter.hasSuffix("hat"), let name = chosen[String(letter.dropLast(3))] else {
      return letter
    }
    return name + "hat"
  }

  /// The letter as TeX.
  func tex(_ letter: String) -> String {
    let column = column(letter)
    return column.hasSuffix("hat") ? "\\hat{\(column.dropLast(3))}" : column
  }
}

/// A name as the index of another.
enum NameLabel {
  static func tex(of name: Name) -> String {
    name.tex ?? NameFormula.formula(of: name.spelling).tex
  }
}
