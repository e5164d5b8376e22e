extension Command {
  /// The commands that stand alone in their family.
  static let structures: [String: Command] = fractions.merging(fonts) { $1 }
    .merging(spaces) { $1 }.merging(decorations) { $1 }.merging(grammar) { $1 }

  private static let fractions: [String: Command] = [
    "frac": .fraction(.plain), "dfrac": .fraction(.display), "tfrac": .fraction(.text),
    "cfrac": .fraction(.continued), "binom": .fraction(.binomial),
    "dbinom": .fraction(.displayBinomial), "tbinom": .fraction(.textBinomial),
    "over": .infixFraction(.plain), "choose": .infixFraction(.binomial),
    "atop": .infixFraction(.atop), "brace": .infixFraction(.braces),
    "brack": .infixFraction(.brackets), "genfrac": .generalFraction, "sqrt": .root,
    "sqrtsign": .root, "root": .plainRoot,
    "above": .describedFraction(hasDelimiters: false, rule: .measured),
    "overwithdelims": .describedFraction(hasDelimiters: true, rule: .usual),
    "atopwithdelims": .describedFraction(hasDelimiters: true, rule: .none),
    "abovewithdelims": .describedFraction(hasDelimiters: true, rule: .measured),
  ]

  private static let fonts: [String: Command] = [
    "bm": .alphabet(.boldItalic), "bold": .alphabet(.bold), "Bbb": .alphabet(.blackboard),
    "frak": .alphabet(.fraktur), "symbf": .alphabet(.bold), "symcal": .alphabet(.calligraphic),
    "symbb": .alphabet(.blackboard), "mathds": .alphabet(.blackboard),
    "mathbbm": .alphabet(.blackboard),
    "mathbfscr": .alphabet(.boldScript), "mathup": .alphabet(.roman),
    "symup": .alphabet(.roman), "bf": .alphabetSwitch(.bold), "rm": .alphabetSwitch(.roman),
    "it": .alphabetSwitch(.italic), "mit": .alphabetSwitch(.normal),
    "cal": .alphabetSwitch(.calligraphic), "sf": .alphabetSwitch(.sansSerif),
    "tt": .alphabetSwitch(.typewriter), "bfseries": .alphabetSwitch(.bold),
    "boldmath": .alphabetSwitch(.boldItalic), "hbox": .text(.box), "operatorname": .operatorName,
    "operatornamewithlimits": .operatorName,
  ]

  private static let spaces: [String: Command] = {
    var table: [String: Command] = [
      "hspace": .length(isMath: false, braced: true),
      "mspace": .length(isMath: true, braced: true),
      "hskip": .length(isMath: false, braced: false),
      "kern": .length(isMath: false, braced: false),
      "mskip": .length(isMath: true, braced: false),
      "mkern": .length(isMath: true, braced: false),
      "rule": .rule,
    ]
    for name in [
      "!", ",", ":", ">", ";", " ", "space", "negthinspace", "negmedspace", "negthickspace",
      "thinspace", "medspace", "thickspace", "nobreakspace", "enspace", "enskip", "quad", "qquad",
    ] {
      table[name] = Formula.Space(command: name).map { .leaf(.space($0)) }
    }
    for name in [
      "relax", "allowbreak", "nobreak", "noindent", "null", "protect", "/", "adjustlimits",
      "nobreakdash", "DOTSB", "DOTSI", "DOTSX",
    ] {
      table[name] = .ignored(arguments: 0)
    }
    for name in ["MoveEqLeft", "allowdisplaybreaks", "displaybreak", "smashoperator"] {
      table[name] = .ignored(arguments: 0, hasOption: true)
    }
    table["setlength"] = .ignored(arguments: 2)
    for name in ["leftroot", "uproot", "vspace", "addtolength", "penalty", "raisetag", "skew"] {
      table[name] = .ignored(arguments: 1)
    }
    return table
  }()

  private static let decorations: [String: Command] = {
    var table: [String: Command] = [
      "boxed": .decoration(.boxed), "fbox": .textBox, "cancel": .decoration(.cancel),
      "bcancel": .decoration(.backwardCancel), "xcancel": .decoration(.crossCancel),
      "sout": .decoration(.struckOut), "textcolor": .colour, "color": .colourSwitch,
      "colorbox": .ground, "fcolorbox": .frame, "llap": .phantom(.leftOverlap),
      "rlap": .phantom(.rightOverlap), "clap": .phantom(.centredOverlap),
      "abs": .enclosed("lvert", "rvert"), "norm": .enclosed("lVert", "rVert"),
      "bra": .enclosed("langle", "rvert"), "ket": .enclosed("lvert", "rangle"),
      "braket": .enclosed("langle", "rangle"), "ceil": .enclosed("lceil", "rceil"),
      "floor": .enclosed("lfloor", "rfloor"),
    ]
    for accent in ["hat", "check", "tilde", "acute", "grave", "dot", "ddot", "breve", "bar", "vec"]
    {
      // The names of amsmath before 2000.
      table[accent.prefix(1).uppercased() + accent.dropFirst()] =
        Formula.Accent(rawValue: accent).map { .accent($0) }
    }
    table["underbar"] = .accent(.underline)
    for name in ["red", "blue", "green", "gray", "orange", "purple", "pink", "teal"] {
      table[name] = .colourName(name)
    }
    return table
  }()

  private static let grammar: [String: Command] = {
    var table: [String: Command] = [
      "left": .left, "right": .right, "middle": .middle, "begin": .begin, "end": .end,
      "\\": .newLine, "cr": .newLine, "newline": .newLine, "limits": .placement(.limits),
      "nolimits": .placement(.beside), "displaylimits": .placement(.automatic), "not": .negation,
      "substack": .substack, "tag": .tag, "label": .label, "nonumber": .noNumber,
      "notag": .noNumber, "ref": .reference(parenthesised: false),
      "eqref": .reference(parenthesised: true), "hline": .rowRule,
      "toprule": .rowRule, "midrule": .rowRule, "bottomrule": .rowRule, "hdashline": .rowRule,
      "cline": .partialRule, "cmidrule": .partialRule, "multicolumn": .spanning(isDots: false),
      "hdotsfor": .spanning(isDots: true), "mathchoice": .choice, "raisebox": .raised,
      "intertext": .interlude, "shortintertext": .interlude, "overunderset": .overUnder,
      "dl": .hole, "newcommand": .definition(.new), "renewcommand": .definition(.renew),
      "providecommand": .definition(.provide), "def": .definition(.plain),
      "gdef": .definition(.plain), "edef": .definition(.plain), "xdef": .definition(.plain),
      "let": .definition(.alias), "DeclareMathOperator": .definition(.mathOperator),
      "DeclarePairedDelimiter": .definition(.pairedDelimiter), "global": .definition(.prefix),
      "long": .definition(.prefix),
    ]
    for name in [
      "href", "url", "includegraphics", "html", "htmlClass", "htmlId", "htmlStyle", "htmlData",
      "class", "style", "cssId", "input", "include", "write", "openout", "openin", "read",
      "special", "csname", "catcode", "usepackage", "require", "unicode", "data", "bbox",
      "mmlToken",
      "immediate", "directlua", "newenvironment",
    ] {
      table[name] = .forbidden
    }
    return table
  }()

  /// Commands that are another spelling of a symbol that LaTeX has.
  static let spellings: [String: String] = [
    "gt": ">", "lt": "<", "|": "Vert", "lang": "langle", "rang": "rangle", "rarr": "rightarrow",
    "larr": "leftarrow", "harr": "leftrightarrow", "rArr": "Rightarrow", "lArr": "Leftarrow",
    "hArr": "Leftrightarrow", "uarr": "uparrow", "darr": "downarrow", "infin": "infty",
    "isin": "in", "empty": "emptyset", "exist": "exists", "sub": "subset", "sube": "subseteq",
    "plusmn": "pm", "sdot": "cdot", "real": "Re", "image": "Im", "alef": "aleph", "lq": "`",
    "hdots": "ldots", "restriction": "upharpoonright", "Doteq": "doteqdot", "doublecup": "Cup",
    "doublecap": "Cap", "dasharrow": "dashrightarrow", "owns": "ni", "intop": "int",
    "coloneq": "coloneqq", "lparen": "(", "rparen": ")", "vcentcolon": ":", "llless": "lll",
    "gggtr": "ggg", "slash": "/", "textdegree": "degree",
    "textbackslash": "backslash", "textunderscore": "_", "textasciitilde": "sim",
    "mathellipsis": "ldots", "mathsection": "S", "mathparagraph": "P", "mathdollar": "$",
    "part": "partial", "alefsym": "aleph", "bull": "bullet", "clubs": "clubsuit",
    "diamonds": "diamondsuit", "hearts": "heartsuit", "spades": "spadesuit", "Dagger": "ddagger",
    "sect": "S", "supe": "supseteq", "weierp": "wp", "dArr": "Downarrow", "Darr": "Downarrow",
    "uArr": "Uparrow", "Uarr": "Uparrow", "Larr": "Leftarrow", "Rarr": "Rightarrow",
    "lrArr": "Leftrightarrow", "Lrarr": "Leftrightarrow", "Harr": "Leftrightarrow",
    "lrarr": "leftrightarrow", "ratio": ":", "ordinarycolon": ":", "dotsx": "dots",
    "ointop": "oint", "varbigtriangleup": "bigtriangleup", "relbar": "-", "Relbar": "=",
    "varbigtriangledown": "bigtriangledown", "arrowvert": "vert", "bracevert": "vert",
    "Arrowvert": "Vert", "colonequals": "coloneqq", "coloncolon": "dblcolon",
    "coloncolonequals": "Coloneqq", "equalscolon": "eqqcolon", "equalscoloncolon": "Eqqcolon",
    "textbar": "|", "textdollar": "$", "textcopyright": "copyright", "textdagger": "dagger",
    "textdaggerdbl": "ddagger", "textellipsis": "ldots", "mathunderscore": "_",
    "mathsterling": "pounds", "lBrack": "llbracket", "rBrack": "rrbracket", "adots": "iddots",
  ]
}
