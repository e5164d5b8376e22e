/// A mathematical formula as a tree that knows neither TeX nor MathML.
///
/// Build one with the static functions of `Formula+Building.swift` or read it from TeX with
/// ``init(tex:macros:)``. Those two keep the tree in one normal form (rows are flat, a base that
/// carries scripts is one atom), in which ``tex`` reads back to an equal tree. The cases are for
/// passes that walk a formula.
public enum Formula: Hashable, Sendable {
  /// Digits with inner points and commas: `3.5`, `1,000`.
  case digits(String)
  /// One letter in the italic (upper-case Greek: upright) of mathematics.
  case letter(String)
  /// An identifier of several letters in one alphabet, set as one token: `\mathrm{loss}`.
  indirect case word(String, Alphabet)
  /// A named operator such as `log`; `limits` says that scripts go below and above in display.
  indirect case named(String, limits: Bool)
  /// A symbol by the name of its TeX command, or by its character.
  case glyph(String)
  /// White space.
  indirect case space(Space)
  /// Formulas side by side; never nested directly and never of one element.
  case sequence([Formula])
  /// A row in braces, which its surroundings see as one ordinary atom.
  indirect case group(Formula)
  /// A base with primes, a subscript and a superscript.
  indirect case scripted(Scripts)
  /// A fraction, a binomial coefficient or another stack of two with or without a rule.
  indirect case ratio(Fraction)
  /// A root; without an index, the square root.
  indirect case radical(Formula, index: Formula?)
  /// A base under or above an accent, a rule, an arrow or a brace.
  indirect case accented(Accent, Formula)
  /// A label set small above or below a base.
  indirect case layered(Layering, label: Formula, base: Formula)
  /// An arrow as long as the labels above and below it.
  indirect case arrow(String, over: Formula, under: Formula?)
  /// Content between two delimiters that grow with it.
  indirect case fence(Fence)
  /// A single delimiter of a chosen size.
  indirect case delimiter(SizedDelimiter)
  /// Rows and cells: matrices, arrays, cases, alignments.
  indirect case table(Table)
  /// Words of a text, possibly with formulas inside.
  indirect case prose(Prose)
  /// Content in another alphabet.
  indirect case alphabet(Alphabet, Formula)
  /// Content in another style or size up to the end of its row.
  indirect case styled(Style, Formula)
  /// Content in a colour.
  indirect case colored(Colour, Formula)
  /// Content in a box, on a coloured ground or struck out.
  indirect case decorated(Decoration, Formula)
  /// Content that takes space without being seen, or is seen without taking space.
  indirect case phantom(Phantom, Formula)
  /// Content that is spaced like another class of atom.
  indirect case classed(AtomClass, Formula)
  /// A relation or arrow with a stroke through it.
  indirect case negated(Formula)
  /// A modulus at the end of a congruence.
  indirect case modulo(Modulus, Formula)
  /// A filled rectangle.
  indirect case rule(width: Length, height: Length)
  /// An equation number, its absence, or a name to refer to it; takes no space in the row.
  indirect case numbering(Numbering)
  /// The number of another equation, by its label; nil until the document says it.
  indirect case reference(String, parenthesised: Bool, number: String? = nil)
  /// A formula for each style.
  indirect case choice(Choice)
  /// The source of an expression whose value belongs here: `\dl{…}`.
  indirect case hole(String)
}
