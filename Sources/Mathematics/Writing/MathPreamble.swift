/// What a LaTeX document needs for the formulas that ``Formula/tex`` writes.
public enum MathPreamble {
  /// The packages, as lines of a preamble.
  public static let packages = #"""
    \usepackage{amsmath,amssymb,mathtools,mathrsfs,xcolor,cancel}
    \usepackage[normalem]{ulem}

    """#

  /// Stand-ins for the symbols that those packages lack.
  public static let definitions = #"""
    \providecommand{\VDash}{\mathrel{\Vert\!\!=}}
    \providecommand{\degree}{{}^{\circ}}
    \providecommand{\euro}{\text{EUR}}
    \providecommand{\iddots}{\mathinner{\mkern1mu\raise1pt\hbox{.}\mkern2mu\raise4pt\hbox{.}\mkern2mu\raise7pt\hbox{.}\mkern1mu}}
    \providecommand{\llbracket}{\mathopen{[\![}}
    \providecommand{\rrbracket}{\mathclose{]\!]}}
    \providecommand{\lAngle}{\mathopen{\langle\!\langle}}
    \providecommand{\rAngle}{\mathclose{\rangle\!\rangle}}
    \providecommand{\lBrace}{\mathopen{\{\!|}}
    \providecommand{\rBrace}{\mathclose{|\!\}}}
    \providecommand{\bigsqcap}{\mathop{\sqcap}}
    \providecommand{\oiint}{\mathop{\oint\!\!\oint}}
    \providecommand{\oiiint}{\mathop{\oint\!\!\oint\!\!\oint}}
    \providecommand{\ointctrclockwise}{\oint}
    \providecommand{\varointclockwise}{\oint}
    \providecommand{\intclockwise}{\int}
    \providecommand{\fint}{\mathop{-\mkern-18mu\int}}

    """#
}
