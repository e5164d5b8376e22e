/// What a TeX command does in a formula.
///
/// Indirect, so that the recursive functions of the reader keep small stack frames.
indirect enum Command: Sendable {
  /// A symbol, letter, space or named operator, whatever its name: made once, used by all formulas.
  case leaf(Formula)
  case operatorName
  case accent(Formula.Accent)
  case fraction(Formula.Fraction.Form)
  case infixFraction(Formula.Fraction.Form)
  /// An infix fraction that says its delimiters or the thickness of its rule, as plain TeX has it.
  case describedFraction(hasDelimiters: Bool, rule: InfixRule)
  case generalFraction
  case root
  case alphabet(Formula.Alphabet)
  case alphabetSwitch(Formula.Alphabet)
  case style(Formula.Style)
  case text(Formula.Prose.Font)
  case layering(Formula.Layering)
  case overUnder
  case arrow
  case left, right, middle
  case sized(Formula.SizedDelimiter.Size, Formula.SizedDelimiter.Side)
  case begin, end, newLine
  case placement(Formula.Scripts.Placement)
  case classed(Formula.AtomClass)
  case negation
  case modulo(Formula.Modulus)
  case colour, colourSwitch, colourName(String), ground, frame, textBox
  case decoration(Formula.Decoration)
  case phantom(Formula.Phantom)
  case length(isMath: Bool, braced: Bool)
  case rule
  case substack
  case tag, label, noNumber, reference(parenthesised: Bool)
  /// A rule across all columns of a table, or across some of them.
  case rowRule, partialRule
  /// A cell that takes several columns: a line of dots, or with content.
  case spanning(isDots: Bool)
  /// Four formulas, of which the style decides.
  case choice
  /// `\raisebox`.
  case raised
  case definition(Definition)
  case hole
  case interlude
  /// A root with its index in front of `\of`.
  case plainRoot
  case ignored(arguments: Int, hasOption: Bool = false)
  /// `\bra`, `\ket`, `\abs` and the like: content between two delimiters.
  case enclosed(String, String)
  /// A command that is short for others.
  case macro
  case forbidden

  /// The commands that define another one.
  enum Definition: Sendable {
    case new, renew, provide, plain, alias, mathOperator, pairedDelimiter, prefix
  }

  /// What an infix fraction of plain TeX says about its rule.
  enum InfixRule: Sendable {
    case usual, none, measured
  }

  /// What the command of that name does; `nil` when there is none.
  static func named(_ name: String) -> Command? {
    table[name]
  }

  /// The name of every command that may be used, sorted.
  static let allNames: [String] = table.all.filter { entry in
    if case .forbidden = entry.value { false } else { true }
  }.map(\.name).sorted()

  private static let table: NameTable<Command> = {
    var table = NameTable<Command>()
    for name in SymbolTable.shared.allNames { table[name] = .leaf(.glyph(name)) }
    for name in GreekLetters.allNames {
      table[name] = GreekLetters.letter(name).map { .leaf(.letter($0)) }
    }
    for name in OperatorNames.plain { table[name] = .leaf(.named(name, limits: false)) }
    for (name, text) in OperatorNames.withLimits { table[name] = .leaf(.named(text, limits: true)) }
    for (name, form) in OperatorNames.web {
      table[name] = .leaf(.named(form.text, limits: form.limits))
    }
    for accent in Formula.Accent.allCases { table[accent.rawValue] = .accent(accent) }
    for alphabet in Formula.Alphabet.allCases { table[alphabet.rawValue] = .alphabet(alphabet) }
    for style in Formula.Style.allCases { table[style.rawValue] = .style(style) }
    for font in Formula.Prose.Font.allCases { table[font.rawValue] = .text(font) }
    for layering in [Formula.Layering.overset, .underset, .stackrel] {
      table[layering.rawValue] = .layering(layering)
    }
    for size in Formula.SizedDelimiter.Size.allCases {
      for side in Formula.SizedDelimiter.Side.allCases {
        table[size.rawValue + side.rawValue] = .sized(size, side)
      }
    }
    for atomClass in Formula.AtomClass.allCases { table[atomClass.rawValue] = .classed(atomClass) }
    for modulus in Formula.Modulus.allCases { table[modulus.rawValue] = .modulo(modulus) }
    for phantom in Formula.Phantom.allCases where !phantom.rawValue.hasSuffix("]") {
      table[phantom.rawValue] = .phantom(phantom)
    }
    for name in ExtensibleArrows.allNames { table[name] = .arrow }
    for name in BuiltInMacros.allNames { table[name] = .macro }
    for (name, command) in structures { table[name] = command }
    for (name, other) in spellings { table[name] = .leaf(.glyph(other)) }
    return table
  }()
}
