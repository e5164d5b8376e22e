extension Command {
  /// Whether LaTeX itself, with amsmath and amssymb, has the command, so that `\newcommand` refuses it.
  ///
  /// Other names that formulas know, such as `\R` or `\argmax`, are the author's to define.
  static func isStandard(_ name: String) -> Bool {
    guard let command = named(name) else { return false }
    switch command {
    case .macro: return standardMacros.contains(name)
    case .forbidden, .hole, .enclosed, .colourName: return false
    case .leaf:
      return spellings[name] == nil
        ? OperatorNames.web[name] == nil && !others.contains(name)
        : standardSpellings.contains(name)
    case .operatorName, .accent, .fraction, .infixFraction, .describedFraction, .generalFraction,
      .root, .alphabet, .alphabetSwitch, .style, .text, .layering, .overUnder, .arrow, .left,
      .right, .middle, .sized, .begin, .end, .newLine, .placement, .classed, .negation, .modulo,
      .colour, .colourSwitch, .ground, .frame, .textBox, .decoration, .phantom, .length, .rule,
      .raised, .substack, .tag, .label, .noNumber, .reference, .rowRule, .partialRule, .spanning,
      .choice, .definition, .interlude, .plainRoot, .ignored:
      return !others.contains(name)
    }
  }

  /// Names for the layout of tables and pages that are no commands of a formula, but may be changed.
  static let layoutNames: Set<String> = ["baselinestretch", "qedsymbol", "theequation"]

  /// Commands that are short for others and that LaTeX has as well.
  private static let standardMacros = Set(
    """
    varGamma varDelta varTheta varLambda varXi varPi varSigma varUpsilon varPhi varPsi varOmega
    varlimsup varliminf varinjlim varprojlim sideset joinrel mathstrut strut vcenter buildrel
    lefteqn TeX LaTeX ensuremath textsuperscript textsubscript
    """.words)

  /// Other spellings of a symbol that LaTeX has as well.
  private static let standardSpellings = Set(
    """
    | owns intop lq restriction Doteq doublecup doublecap dasharrow llless gggtr mathellipsis
    mathsection mathparagraph mathdollar mathsterling mathunderscore relbar Relbar arrowvert
    bracevert Arrowvert textdegree textbackslash textunderscore textasciitilde textbar textdollar
    textcopyright textdagger textdaggerdbl textellipsis slash
    """.words)

  /// Names beyond LaTeX, amsmath and amssymb, from other packages or from web renderers.
  private static let others = Set(
    """
    omicron degree euro notni bigsqcap bigtimes oiint oiiint ointctrclockwise varointclockwise
    intclockwise fint llbracket rrbracket lBrack rBrack lAngle rAngle lBrace rBrace VDash lang rang
    lparen rparen imageof origof iddots adots hdots nequiv napprox rarr larr harr rArr lArr hArr uarr
    darr coloneqq coloneq eqqcolon Coloneqq vcentcolon eqcolon dblcolon Eqqcolon Coloneq Eqcolon
    colonapprox Colonapprox colonsim Colonsim approxcolon Approxcolon simcolon Simcolon colondash
    Colondash dashcolon Dashcolon cdotp ldotp widecheck overrightharpoon overleftharpoon
    Overrightarrow overparen underparen overgroup undergroup utilde overbracket underbracket Hat
    Check Tilde Acute Grave Dot Ddot Breve Bar Vec bm bold symbf symcal symbb symup mathds mathbbm
    mathbfscr mathbfcal mathbffrak mathbfsf mathup pmb cancel bcancel xcancel sout clap mathllap
    mathrlap mathclap overunderset space html dl of splitfrac adjustlimits smashoperator MoveEqLeft
    skew xlongequal xtwoheadrightarrow xtwoheadleftarrow xlongrightarrow xlongleftarrow xtofrom
    xrightleftarrows xrightequilibrium xleftequilibrium DeclarePairedDelimiter
    """.words)
}
