/// Commands that are short for others.
enum BuiltInMacros {
  /// The macro of that name.
  static func macro(_ name: String) -> Macros.Macro? {
    guard let source = sources[name], let tokens = try? TeXLexer.tokens(of: source),
      let body = try? MacroReader.body(of: tokens, name: name)
    else { return nil }
    return Macros.Macro(parameters: body.parameters, fallback: nil, body: body.tokens)
  }

  /// The name of every macro, in no order.
  static var allNames: [String] {
    Array(sources.keys)
  }

  private static let sources: [String: String] = [
    "varGamma": #"\mathit{\Gamma}"#, "varDelta": #"\mathit{\Delta}"#,
    "varTheta": #"\mathit{\Theta}"#, "varLambda": #"\mathit{\Lambda}"#,
    "varXi": #"\mathit{\Xi}"#, "varPi": #"\mathit{\Pi}"#, "varSigma": #"\mathit{\Sigma}"#,
    "varUpsilon": #"\mathit{\Upsilon}"#, "varPhi": #"\mathit{\Phi}"#, "varPsi": #"\mathit{\Psi}"#,
    "varOmega": #"\mathit{\Omega}"#, "Alpha": #"\mathrm{A}"#, "Beta": #"\mathrm{B}"#,
    "Epsilon": #"\mathrm{E}"#, "Zeta": #"\mathrm{Z}"#, "Eta": #"\mathrm{H}"#,
    "Iota": #"\mathrm{I}"#, "Kappa": #"\mathrm{K}"#, "Mu": #"\mathrm{M}"#, "Nu": #"\mathrm{N}"#,
    "Omicron": #"\mathrm{O}"#, "Rho": #"\mathrm{P}"#, "Tau": #"\mathrm{T}"#,
    "Chi": #"\mathrm{X}"#, "varlimsup": #"\mathop{\overline{\lim}}"#,
    "varliminf": #"\mathop{\underline{\lim}}"#,
    "varinjlim": #"\mathop{\underrightarrow{\lim}}"#,
    "varprojlim": #"\mathop{\underleftarrow{\lim}}"#, "prescript": "{}^{#1}_{#2}{#3}",
    "sideset": #"\mathop{{}#1{#3\nolimits#2}}"#, "shoveleft": "#1", "shoveright": "#1",
    "lefteqn": #"\mathrlap{#1}"#, "joinrel": #"\mkern-3mu"#, "nuparrow": #"\not\uparrow"#,
    "ndownarrow": #"\not\downarrow"#, "vdotswithin": #"\mathrel{\vdots}"#,
    "splitfrac": #"\genfrac{}{}{0pt}{1}{#1\quad}{\quad #2}"#,
    "splitdfrac": #"\genfrac{}{}{0pt}{0}{#1\quad}{\quad #2}"#, "cramped": "{#1}",
    "crampedllap": #"\mathllap{#1}"#, "crampedrlap": #"\mathrlap{#1}"#,
    "crampedclap": #"\mathclap{#1}"#, "crampedsubstack": #"\substack{#1}"#, "mathmbox": "{#1}",
    "thetasym": #"\vartheta"#, "R": #"\mathbb{R}"#, "N": #"\mathbb{N}"#,
    "Z": #"\mathbb{Z}"#, "reals": #"\mathbb{R}"#, "Reals": #"\mathbb{R}"#,
    "natnums": #"\mathbb{N}"#, "cnums": #"\mathbb{C}"#, "Complex": #"\mathbb{C}"#,
    "set": #"\{\,#1\,\}"#, "Set": #"\left\{\,#1\,\right\}"#,
    "Bra": #"\left\langle #1\right|"#, "Ket": #"\left| #1\right\rangle"#,
    "Braket": #"\left\langle #1\right\rangle"#, "TeX": #"\text{TeX}"#,
    "LaTeX": #"\text{LaTeX}"#, "mathbfit": #"\boldsymbol{#1}"#, "ensuremath": "{#1}",
    "textsuperscript": #"{}^{\text{#1}}"#, "textsubscript": #"{}_{\text{#1}}"#,
    "cancelto": #"\cancel{#2}^{#1}"#, "vcenter": "{#1}", "mathstrut": #"\vphantom{(}"#,
    "strut": #"\vphantom{(}"#, "buildrel": #"\overset{#1}{#3}"#,
    "dv": #"\frac{\mathrm{d}#1}{\mathrm{d}#2}"#, "pdv": #"\frac{\partial #1}{\partial #2}"#,
  ]
}
