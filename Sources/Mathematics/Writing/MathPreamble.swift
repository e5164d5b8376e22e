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
    \providecommand{\mathbfcal}[1]{\boldsymbol{\mathcal{#1}}}
    \providecommand{\mathbffrak}[1]{\boldsymbol{\mathfrak{#1}}}
    \providecommand{\mathbfsf}[1]{\boldsymbol{\mathsf{#1}}}
    \providecommand{\overparen}[1]{\overset{\frown}{#1}}
    \providecommand{\underparen}[1]{\underset{\smile}{#1}}
    \providecommand{\overgroup}[1]{\overbracket{#1}}
    \providecommand{\undergroup}[1]{\underbracket{#1}}
    \providecommand{\overrightharpoon}[1]{\overset{\rightharpoonup}{#1}}
    \providecommand{\overleftharpoon}[1]{\overset{\leftharpoonup}{#1}}
    \providecommand{\Overrightarrow}[1]{\overset{\Rightarrow}{#1}}
    \providecommand{\utilde}[1]{\underset{\sim}{#1}}
    \providecommand{\imageof}{\mathrel{\bullet\!\!-\!\!\circ}}
    \providecommand{\origof}{\mathrel{\circ\!\!-\!\!\bullet}}
    \providecommand{\xlongequal}[2][]{\mathrel{\overset{#2}{\underset{#1}{=\!=\!=}}}}
    \providecommand{\xtwoheadrightarrow}[2][]{\mathrel{\overset{#2}{\underset{#1}{\twoheadrightarrow}}}}
    \providecommand{\xtwoheadleftarrow}[2][]{\mathrel{\overset{#2}{\underset{#1}{\twoheadleftarrow}}}}
    \providecommand{\xtofrom}[2][]{\mathrel{\overset{#2}{\underset{#1}{\rightleftarrows}}}}
    \providecommand{\xrightleftarrows}[2][]{\mathrel{\overset{#2}{\underset{#1}{\rightleftarrows}}}}
    \providecommand{\xrightequilibrium}[2][]{\xrightleftharpoons[#1]{#2}}
    \providecommand{\xleftequilibrium}[2][]{\xleftrightharpoons[#1]{#2}}
    \providecommand{\fint}{\mathop{-\mkern-18mu\int}}

    """#
}
