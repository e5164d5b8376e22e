extension SymbolTable {
  /// Symbols that are spaced like a letter.
  static let ordinary = #"""
    nabla ∇ partial ∂ infty ∞ ell ℓ hbar ℏ hslash ℏ imath ı jmath ȷ Re ℜ Im ℑ aleph ℵ beth ℶ
    gimel ℷ daleth ℸ wp ℘ mho ℧ eth ð Finv Ⅎ Game ⅁ Bbbk 𝕜 complement ∁
    forall ∀ exists ∃ nexists ∄ lnot ¬ neg ¬ top ⊤ bot ⊥ emptyset ∅ varnothing ⌀
    prime ′ backprime ‵ surd √ angle ∠ measuredangle ∡ sphericalangle ∢ degree °
    triangle △ triangledown ▽ blacktriangle ▲ blacktriangledown ▼
    square □ Box □ blacksquare ■ lozenge ◊ Diamond ◇ blacklozenge ⧫ bigstar ★
    clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯
    circledS Ⓢ circledR ® maltese ✠ checkmark ✓ diagup ╱ diagdown ╲ backslash \
    S § P ¶ copyright © pounds £ mathsterling £ yen ¥ euro € textdegree °
    _ _ % % # # $ $ & & mathdollar $ mathsection § mathparagraph ¶
    vert | Vert ‖ lq ‘ rq ’
    """#

  /// Dots, which open up the row around them.
  static let dots = """
    ldots … dots … dotso … dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ cdots ⋯ mathellipsis … hdots …
    vdots ⋮ ddots ⋱ iddots ⋰ adots ⋰
    """

  /// Punctuation other than comma and semicolon.
  static let punctuation = """
    colon : ldotp . cdotp ·
    """

  /// Delimiters on the left.
  static let opening = #"""
    { { lbrace { lbrack [ lparen ( langle ⟨ lceil ⌈ lfloor ⌊ lvert | lVert ‖ lgroup ⟮
    lmoustache ⎰ ulcorner ⌜ llcorner ⌞ llbracket ⟦ lBrack ⟦ lang ⟨ lAngle ⟪ lBrace ⦃
    """#

  /// Delimiters on the right.
  static let closing = #"""
    } } rbrace } rbrack ] rparen ) rangle ⟩ rceil ⌉ rfloor ⌋ rvert | rVert ‖ rgroup ⟯
    rmoustache ⎱ urcorner ⌝ lrcorner ⌟ rrbracket ⟧ rBrack ⟧ rang ⟩ rAngle ⟫ rBrace ⦄
    """#

  /// What may follow `\left`.
  static let delimiters = #"""
    ( ) [ ] { } | / lbrace rbrace lbrack rbrack lparen rparen langle rangle lceil rceil lfloor rfloor \#
    vert Vert lvert rvert lVert rVert lgroup rgroup lmoustache rmoustache ulcorner urcorner \#
    llcorner lrcorner lang rang \#
    backslash uparrow downarrow updownarrow Uparrow Downarrow Updownarrow parallel mid
    """#

  /// Operators that grow in display and have their scripts below and above.
  static let sums = """
    sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀
    biguplus ⨄ bigsqcup ⨆ bigsqcap ⨅ bigtimes ⨉
    """

  /// Operators that grow in display and have their scripts beside them.
  static let integrals = """
    int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ smallint ∫ intop ∫ idotsint ∫⋯∫
    ointctrclockwise ∳ varointclockwise ∲ intclockwise ∱ fint ⨍
    """
}
