/// A mathematical formula as a tree that knows neither TeX nor MathML.
///
/// Build one with the static functions of `Formula+Building.swift` or read it from TeX with
/// ``init(tex:macros:)``. Those two keep the tree in one normal form (rows are flat, a base that
/// carries scripts is one atom), in which ``tex`` reads back to an equal tree. The cases are for
/// passes that walk a formula.
public indirect enum Formula: Hashable, Sendable {
  /// Digits with inner points and commas: `3.5`, `1,000`.
  case digits(String)
  /// One letter in the italic (upper-case Greek: upright) of mathematics.
  case letter(String)
  /// An identifier of several letters in one alphabet, set as one token: `\mathrm{loss}`.
  case word(String, Alphabet)
  /// A named operator such as `log`; `limits` says that scripts go below and above in display.
  case named(String, limits: Bool)
  /// A symbol by the name of its TeX command, or by its character.
  case glyph(String)
  /// White space.
  case space(Space)
  /// Formulas side by side; never nested directly and never of one element.
  case sequence([Formula])
  /// A row in braces, which its surroundings see as one ordinary atom.
  case group(Formula)
  /// A base with primes, a subscript and a superscript.
  case scripted(Scripts)
  /// A fraction, a binomial coefficient or another stack of two with or without a rule.
  case ratio(Fraction)
  /// A root; without an index, the square root.
  case radical(Formula, index: Formula?)
  /// A base under or above an accent, a rule, an arrow or a brace.
  case accented(Accent, Formula)
  /// A label set small above or below a base.
  case layered(Layering, label: Formula, base: Formula)
  /// An arrow as long as the labels above and below it.
  case arrow(String, over: Formula, under: Formula?)
  /// Content between two delimiters that grow with it.
  case fence(Fence)
  /// A single delimiter of a chosen size.
  case delimiter(SizedDelimiter)
  /// Rows and cells: matrices, arrays, cases, alignments.
  case table(Table)
  /// Words of a text, possibly with formulas inside.
  case prose(Prose)
  /// Content in another alphabet.
  case alphabet(Alphabet, Formula)
  /// Content in another style or size up to the end of its row.
  case styled(Style, Formula)
  /// Content in a colour.
  case colored(Colour, Formula)
  /// Content in a box, on a coloured ground or struck out.
  case decorated(Decoration, Formula)
  /// Content that takes space without being seen, or is seen without taking space.
  case phantom(Phantom, Formula)
  /// Content that is spaced like another class of atom.
  case classed(AtomClass, Formula)
  /// A relation or arrow with a stroke through it.
  case negated(Formula)
  /// A modulus at the end of a congruence.
  case modulo(Modulus, Formula)
  /// A filled rectangle.
  case rule(width: Length, height: Length)
  /// An equation number, its absence, or a name to refer to it; takes no space in the row.
  case numbering(Numbering)
  /// The number of another equation, by its label; nil until the document says it.
  case reference(String, parenthesised: Bool, number: String? = nil)
  /// The source of an expression whose value belongs here: `\dl{…}`.
  case hole(String)
}
