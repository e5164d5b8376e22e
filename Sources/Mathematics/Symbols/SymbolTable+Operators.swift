extension SymbolTable {
  /// Binary operators.
  static let binary = #"""
    times × cdot ⋅ centerdot ⋅ div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet ∙ odot ⊙ oplus ⊕ ominus ⊖
    otimes ⊗ oslash ⊘ circledast ⊛ circledcirc ⊚ circleddash ⊝ bigcirc ◯ boxplus ⊞ boxminus ⊟
    boxtimes ⊠ boxdot ⊡ cap ∩ cup ∪ Cap ⋒ Cup ⋓ doublecap ⋒ doublecup ⋓ uplus ⊎ sqcap ⊓ sqcup ⊔
    land ∧ wedge ∧ lor ∨ vee ∨ barwedge ⊼ veebar ⊻ doublebarwedge ⩞ curlywedge ⋏ curlyvee ⋎
    setminus ∖ smallsetminus ∖ wr ≀ amalg ⨿ dagger † ddagger ‡ dag † ddag ‡ diamond ⋄
    triangleleft ◁ triangleright ▷ bigtriangleup △ bigtriangledown ▽ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵
    ltimes ⋉ rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌ divideontimes ⋇ dotplus ∔ intercal ⊺
    gtrdot ⋗ lessdot ⋖ And & bmod mod
    """#

  /// Relations that are not arrows and not negated.
  static let relations = #"""
    in ∈ ni ∋ owns ∋ le ≤ leq ≤ ge ≥ geq ≥ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ ll ≪ gg ≫ lll ⋘ ggg ⋙
    llless ⋘ gggtr ⋙ eqslantless ⪕ eqslantgtr ⪖ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆
    lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ lesseqqgtr ⪋ gtreqqless ⪌
    sim ∼ simeq ≃ approx ≈ approxeq ≊ thicksim ∼ thickapprox ≈ cong ≅ backsim ∽ backsimeq ⋍
    equiv ≡ asymp ≍ doteq ≐ Doteq ≑ doteqdot ≑ risingdotseq ≓ fallingdotseq ≒ circeq ≗ eqcirc ≖
    triangleq ≜ bumpeq ≏ Bumpeq ≎ eqsim ≂ coloneqq ≔ coloneq ≔ eqqcolon ≕ Coloneqq ⩴ vcentcolon ∶
    propto ∝ varpropto ∝ perp ⟂ parallel ∥ shortparallel ∥ mid ∣ shortmid ∣ models ⊨ vdash ⊢ dashv ⊣
    vDash ⊨ Vdash ⊩ Vvdash ⊪ VDash ⊫ between ≬ pitchfork ⋔ bowtie ⋈ Join ⋈ smile ⌣ frown ⌢
    smallsmile ⌣ smallfrown ⌢ therefore ∴ because ∵
    subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subseteqq ⫅ supseteqq ⫆ Subset ⋐ Supset ⋑
    sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒
    prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ curlyeqprec ⋞ curlyeqsucc ⋟
    precsim ≾ succsim ≿ precapprox ⪷ succapprox ⪸
    vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴ trianglerighteq ⊵ vartriangle △
    blacktriangleleft ◀ blacktriangleright ▶ backepsilon ∍ eqcolon ≕
    dblcolon ∷ Eqqcolon =∷ Coloneq ∷− Eqcolon −∷ colonapprox ∶≈ Colonapprox ∷≈ colonsim ∶∼
    Colonsim ∷∼ approxcolon ≈∶ Approxcolon ≈∷ simcolon ∼∶ Simcolon ∼∷ colondash ∶− Colondash ∷−
    dashcolon −∶ Dashcolon −∷ imageof ⊷ origof ⊶
    """#

  /// Relations with a stroke.
  static let negatedRelations = #"""
    ne ≠ neq ≠ notin ∉ notni ∌ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nleqslant ⩽̸ ngeqslant ⩾̸ nleqq ≦̸ ngeqq ≧̸
    lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ lvertneqq ≨︀ gvertneqq ≩︀ lnsim ⋦ gnsim ⋧ lnapprox ⪉ gnapprox ⪊
    nsim ≁ ncong ≇ nmid ∤ nshortmid ∤ nparallel ∦ nshortparallel ∦ nvdash ⊬ nvDash ⊭ nVdash ⊮ nVDash ⊯
    nprec ⊀ nsucc ⊁ npreceq ⪯̸ nsucceq ⪰̸ precneqq ⪵ succneqq ⪶ precnsim ⋨ succnsim ⋩
    precnapprox ⪹ succnapprox ⪺ nsubset ⊄ nsupset ⊅ nsubseteq ⊈ nsupseteq ⊉ nsubseteqq ⫅̸ nsupseteqq ⫆̸
    subsetneq ⊊ supsetneq ⊋ subsetneqq ⫋ supsetneqq ⫌ varsubsetneq ⊊︀ varsupsetneq ⊋︀
    varsubsetneqq ⫋︀ varsupsetneqq ⫌︀ ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬
    ntrianglerighteq ⋭ nequiv ≢ napprox ≉
    """#

  /// Arrows.
  static let arrows = #"""
    to → rightarrow → leftarrow ← gets ← uparrow ↑ downarrow ↓ updownarrow ↕ leftrightarrow ↔
    Rightarrow ⇒ Leftarrow ⇐ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ Leftrightarrow ⇔
    longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸
    Longleftrightarrow ⟺ implies ⟹ impliedby ⟸ iff ⟺ mapsto ↦ longmapsto ⟼
    hookrightarrow ↪ hookleftarrow ↩ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖
    rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌
    leftrightharpoons ⇋ upharpoonright ↾ upharpoonleft ↿ downharpoonright ⇂ downharpoonleft ⇃
    restriction ↾ rightsquigarrow ⇝ leadsto ⇝ leftrightsquigarrow ↭ dashrightarrow ⇢ dashleftarrow ⇠
    dasharrow ⇢ leftleftarrows ⇇ rightrightarrows ⇉ leftrightarrows ⇆ rightleftarrows ⇄
    upuparrows ⇈ downdownarrows ⇊ Lleftarrow ⇚ Rrightarrow ⇛ twoheadleftarrow ↞ twoheadrightarrow ↠
    leftarrowtail ↢ rightarrowtail ↣ looparrowleft ↫ looparrowright ↬ curvearrowleft ↶
    curvearrowright ↷ circlearrowleft ↺ circlearrowright ↻ Lsh ↰ Rsh ↱ multimap ⊸
    nleftarrow ↚ nrightarrow ↛ nLeftarrow ⇍ nRightarrow ⇏ nleftrightarrow ↮ nLeftrightarrow ⇎
    rarr → larr ← harr ↔ rArr ⇒ lArr ⇐ hArr ⇔ uarr ↑ darr ↓
    """#
}
