/// What TeX itself says about the symbols of amsmath and amssymb.
///
/// The names and classes are those that fontmath.ltx, amsfonts.sty and amssymb.sty (3.01) declare, as
/// Debian's texlive-latex-base and texlive-base 2022 have them, but for the parts that arrows and
/// braces are put together from; some names of amsmath are added. The characters, and the classes of
/// what those files only define, are those of unicode-math-table.tex, where Greek letters begin with
/// `mup`.
enum SymbolFacts {
  /// `name:code:class`, the code in hexadecimal.
  static let symbols = """
    Bbbk:1D55C:ord Bumpeq:224E:rel Cap:22D2:bin Cup:22D3:bin Delta:394:alpha Doteq:2251:rel
    Downarrow:21D3:rel Finv:2132:ord Game:2141:ord Gamma:393:alpha Im:2111:ord Lambda:39B:alpha
    Leftarrow:21D0:rel Leftrightarrow:21D4:rel Lleftarrow:21DA:rel Longleftarrow:27F8:rel
    Longleftrightarrow:27FA:rel Longrightarrow:27F9:rel Lsh:21B0:rel Omega:3A9:alpha Phi:3A6:alpha
    Pi:3A0:alpha Psi:3A8:alpha Re:211C:ord Rightarrow:21D2:rel Rrightarrow:21DB:rel Rsh:21B1:rel
    Sigma:3A3:alpha Subset:22D0:rel Supset:22D1:rel Theta:398:alpha Uparrow:21D1:rel
    Updownarrow:21D5:rel Upsilon:3A5:alpha Vdash:22A9:rel Vert:2016:ord Vvdash:22AA:rel
    Xi:39E:alpha aleph:2135:ord alpha:3B1:ord amalg:2A3F:bin angle:2220:ord approx:2248:rel
    approxeq:224A:rel ast:2217:bin asymp:224D:rel backprime:2035:ord backsim:223D:rel
    backsimeq:22CD:rel backslash:5C:ord barwedge:22BC:bin because:2235:rel beta:3B2:ord
    beth:2136:ord between:226C:rel bigcap:22C2:op bigcup:22C3:op bigodot:2A00:op bigoplus:2A01:op
    bigotimes:2A02:op bigsqcup:2A06:op bigstar:2605:ord bigtriangledown:25BD:bin
    bigtriangleup:25B3:bin biguplus:2A04:op bigvee:22C1:op bigwedge:22C0:op blacktriangle:25B4:ord
    blacktriangledown:25BE:ord blacktriangleleft:25C0:rel blacktriangleright:25B6:rel bot:22A5:ord
    bowtie:22C8:rel boxdot:22A1:bin boxminus:229F:bin boxplus:229E:bin boxtimes:22A0:bin
    bumpeq:224F:rel cap:2229:bin cdot:22C5:bin cdotp:B7:punct chi:3C7:ord circeq:2257:rel
    circledast:229B:bin circledcirc:229A:bin circleddash:229D:bin clubsuit:2663:ord
    complement:2201:ord cong:2245:rel coprod:2210:op cup:222A:bin curlyeqprec:22DE:rel
    curlyeqsucc:22DF:rel curlyvee:22CE:bin curlywedge:22CF:bin curvearrowleft:21B6:rel
    curvearrowright:21B7:rel dagger:2020:bin daleth:2138:ord dashv:22A3:rel ddagger:2021:bin
    ddots:22F1:rel delta:3B4:ord diamondsuit:2662:ord div:F7:bin divideontimes:22C7:bin
    doteq:2250:rel dotplus:2214:bin doublebarwedge:2A5E:bin downarrow:2193:rel
    downdownarrows:21CA:rel downharpoonleft:21C3:rel downharpoonright:21C2:rel ell:2113:ord
    epsilon:3F5:ord eqcirc:2256:rel eqsim:2242:rel eqslantgtr:2A96:rel eqslantless:2A95:rel
    equiv:2261:rel eta:3B7:ord exists:2203:ord fallingdotseq:2252:rel flat:266D:ord
    forall:2200:ord frown:2322:rel gamma:3B3:ord geq:2265:rel geqq:2267:rel geqslant:2A7E:rel
    gg:226B:rel ggg:22D9:rel gimel:2137:ord gnapprox:2A8A:rel gneq:2A88:rel gneqq:2269:rel
    gnsim:22E7:rel gtrapprox:2A86:rel gtrdot:22D7:bin gtreqless:22DB:rel gtreqqless:2A8C:rel
    gtrless:2277:rel gtrsim:2273:rel heartsuit:2661:ord hookleftarrow:21A9:rel
    hookrightarrow:21AA:rel hslash:210F:ord iiiint:2A0C:op iiint:222D:op iint:222C:op
    imath:1D6A4:ord in:2208:rel infty:221E:ord int:222B:op intercal:22BA:bin iota:3B9:ord
    jmath:1D6A5:ord kappa:3BA:ord lambda:3BB:ord langle:27E8:open lbrace:7B:open lceil:2308:open
    leftarrow:2190:rel leftarrowtail:21A2:rel leftharpoondown:21BD:rel leftharpoonup:21BC:rel
    leftleftarrows:21C7:rel leftrightarrow:2194:rel leftrightarrows:21C6:rel
    leftrightharpoons:21CB:rel leftrightsquigarrow:21AD:rel leftthreetimes:22CB:bin leq:2264:rel
    leqq:2266:rel leqslant:2A7D:rel lessapprox:2A85:rel lessdot:22D6:bin lesseqgtr:22DA:rel
    lesseqqgtr:2A8B:rel lessgtr:2276:rel lesssim:2272:rel lfloor:230A:open lgroup:27EE:open
    ll:226A:rel lll:22D8:rel lmoustache:23B0:open lnapprox:2A89:rel lneq:2A87:rel lneqq:2268:rel
    lnsim:22E6:rel longleftarrow:27F5:rel longleftrightarrow:27F7:rel longmapsto:27FC:rel
    longrightarrow:27F6:rel looparrowleft:21AB:rel looparrowright:21AC:rel ltimes:22C9:bin
    mapsto:21A6:rel mathdollar:24:ord mathparagraph:B6:ord mathsection:A7:ord mathsterling:A3:ord
    measuredangle:2221:ord mid:2223:rel models:22A7:rel mp:2213:bin mu:3BC:ord multimap:22B8:rel
    nLeftarrow:21CD:rel nLeftrightarrow:21CE:rel nRightarrow:21CF:rel nVDash:22AF:rel
    nVdash:22AE:rel nabla:2207:ord natural:266E:ord ncong:2247:rel ne:2260:rel nearrow:2197:rel
    neg:AC:ord nexists:2204:ord ngeq:2271:rel ngtr:226F:rel ni:220B:rel nleftarrow:219A:rel
    nleftrightarrow:21AE:rel nleq:2270:rel nless:226E:rel nmid:2224:rel notin:2209:rel
    nparallel:2226:rel nprec:2280:rel nrightarrow:219B:rel nsim:2241:rel nsubseteq:2288:rel
    nsucc:2281:rel nsupseteq:2289:rel ntrianglelefteq:22EC:rel ntrianglerighteq:22ED:rel
    nu:3BD:ord nvDash:22AD:rel nvdash:22AC:rel nwarrow:2196:rel odot:2299:bin oint:222E:op
    omega:3C9:ord ominus:2296:bin oplus:2295:bin oslash:2298:bin otimes:2297:bin parallel:2225:rel
    partial:2202:ord perp:27C2:rel phi:3D5:ord pi:3C0:ord pitchfork:22D4:rel pm:B1:bin
    prec:227A:rel precapprox:2AB7:rel preccurlyeq:227C:rel preceq:2AAF:rel precnapprox:2AB9:rel
    precneqq:2AB5:rel precnsim:22E8:rel precsim:227E:rel prime:2032:ord prod:220F:op
    propto:221D:rel psi:3C8:ord rangle:27E9:close rbrace:7D:close rceil:2309:close
    rfloor:230B:close rgroup:27EF:close rho:3C1:ord rightarrow:2192:rel rightarrowtail:21A3:rel
    rightharpoondown:21C1:rel rightharpoonup:21C0:rel rightleftarrows:21C4:rel
    rightleftharpoons:21CC:rel rightrightarrows:21C9:rel rightsquigarrow:21DD:rel
    rightthreetimes:22CC:bin risingdotseq:2253:rel rmoustache:23B1:close rtimes:22CA:bin
    searrow:2198:rel setminus:29F5:bin sharp:266F:ord sigma:3C3:ord sim:223C:rel simeq:2243:rel
    smallsetminus:2216:bin smile:2323:rel spadesuit:2660:ord sphericalangle:2222:ord
    sqcap:2293:bin sqcup:2294:bin sqsubseteq:2291:rel sqsupseteq:2292:rel star:22C6:bin
    subset:2282:rel subseteq:2286:rel subseteqq:2AC5:rel subsetneq:228A:rel subsetneqq:2ACB:rel
    succ:227B:rel succapprox:2AB8:rel succcurlyeq:227D:rel succeq:2AB0:rel succnapprox:2ABA:rel
    succneqq:2AB6:rel succnsim:22E9:rel succsim:227F:rel sum:2211:op supset:2283:rel
    supseteq:2287:rel supseteqq:2AC6:rel supsetneq:228B:rel supsetneqq:2ACC:rel surd:221A:ord
    swarrow:2199:rel tau:3C4:ord therefore:2234:rel theta:3B8:ord times:D7:bin top:22A4:ord
    triangledown:25BF:ord triangleleft:25C1:bin trianglelefteq:22B4:rel triangleq:225C:rel
    triangleright:25B7:bin trianglerighteq:22B5:rel twoheadleftarrow:219E:rel
    twoheadrightarrow:21A0:rel uparrow:2191:rel updownarrow:2195:rel upharpoonleft:21BF:rel
    upharpoonright:21BE:rel uplus:228E:bin upsilon:3C5:ord upuparrows:21C8:rel vDash:22A8:rel
    varepsilon:3B5:ord varkappa:3F0:ord varnothing:2205:ord varphi:3C6:ord varpi:3D6:ord
    varrho:3F1:ord varsigma:3C2:ord vartheta:3D1:ord vartriangle:25B5:rel vartriangleleft:22B2:rel
    vartriangleright:22B3:rel vdash:22A2:rel vdots:22EE:rel vee:2228:bin veebar:22BB:bin
    vert:7C:ord wedge:2227:bin wp:2118:ord wr:2240:bin xi:3BE:ord zeta:3B6:ord
    """

  /// Names for which that table has no character.
  static let names = """
    Arrowvert Bbb Big Bigg Box Diamond Relbar arrowvert backepsilon big bigcirc bigg blacklozenge
    blacksquare bold bracevert bullet cdots centerdot circ circlearrowleft circlearrowright
    circledS colon dasharrow diagdown diagup diamond digamma doteqdot dotsb dotsc dotsi dotsm
    dotso doublecap doublecup emptyset eth frak ge gets gggtr gvertneqq hbar idotsint iff
    impliedby implies injlim intop joinrel lVert land ldotp le leadsto lhd llless lnot lor lozenge
    lvert lvertneqq mathellipsis mathunderscore neq ngeqq ngeqslant nleqq nleqslant not npreceq
    nshortmid nshortparallel nsubseteqq nsucceq nsupseteqq ntriangleleft ntriangleright ointop
    owns projlim rVert relbar restriction rhd rvert shortmid shortparallel skew smallfrown
    smallint smallsmile square thickapprox thicksim to triangle unlhd unrhd varDelta
    varbigtriangledown varbigtriangleup varpropto varsubsetneq varsubsetneqq varsupsetneq
    varsupsetneqq
    """
}
