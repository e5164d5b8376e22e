extension Formula {
  /// The style or the size of a part of a formula; the raw value is the TeX command.
  public enum Style: String, Hashable, Sendable, CaseIterable {
    case display = "displaystyle"
    case text = "textstyle"
    case script = "scriptstyle"
    case scriptscript = "scriptscriptstyle"
    case tiny, scriptsize, footnotesize, small, normalsize, large
    case larger = "Large"
    case largest = "LARGE"
    case huge
    case hugest = "Huge"
  }

  /// A frame, a ground or a stroke; the raw value of the plain ones is the TeX command.
  public enum Decoration: Hashable, Sendable {
    case boxed, cancel, backwardCancel, crossCancel, struckOut
    /// Above its line, or below it where the length is negative.
    case raised(Length)
    case ground(Colour)
    case frame(Colour, ground: Colour)
  }

  /// What is kept of an invisible or weightless formula; the raw value is the TeX command.
  public enum Phantom: String, Hashable, Sendable, CaseIterable {
    case phantom, hphantom, vphantom, smash
    case smashTop = "smash[t]"
    case smashBottom = "smash[b]"
    case leftOverlap = "mathllap"
    case rightOverlap = "mathrlap"
    case centredOverlap = "mathclap"
  }

  /// How a modulus is written; the raw value is the TeX command.
  public enum Modulus: String, Hashable, Sendable, CaseIterable {
    case mod, pmod, pod
  }

  /// The number of an equation.
  public enum Numbering: Hashable, Sendable {
    /// The author's number; `bare` leaves out the parentheses.
    case tag(String, bare: Bool)
    /// A name that other formulas refer to, and the number that the document gives it.
    case label(String, number: String? = nil)
    /// The number that the document gives a row that has no label; it has no source.
    case part(String)
    /// The equation has no number.
    case none
  }
}
