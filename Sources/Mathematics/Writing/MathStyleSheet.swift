/// The style sheet that the MathML of this module is written for.
public enum MathStyleSheet {
  /// Rules for `math`, its wrappers and its classes; the `@font-face` is the page's own.
  ///
  /// The fonts of words are `--text-font`, `--mono-font` and `--sans-font`.
  public static let css = """
    math{font-family:"Notebook Math","Latin Modern Math","STIX Two Math","Cambria Math",math;\
    font-style:normal;font-weight:normal;line-height:normal;text-indent:0;letter-spacing:normal;\
    font-feature-settings:"dtls" off}
    math[display="block"]{display:block math;margin:0}
    .math-display{position:relative;margin:.8em 0}
    .math-display>.eq{overflow-x:auto;overflow-y:hidden;padding:.2em 0}
    .math-display.numbered>.eq{margin:0 3.2em}
    .eqno{user-select:none;-webkit-user-select:none}
    .math-display>.eqno{position:absolute;right:0;top:50%;transform:translateY(-50%)}
    .math-inline.long{display:inline-block;max-width:100%;overflow-x:auto;overflow-y:hidden;\
    vertical-align:middle}
    mtd{padding:.35ex .4em}
    mtable.aligned>mtr>mtd,mtable.gathered>mtr>mtd,mtable.cases>mtr>mtd,mtable.tagged>mtr>mtd\
    {padding-left:0;padding-right:0}
    mtable.aligned>mtr>mtd,mtable.gathered>mtr>mtd,mtable.tagged>mtr>mtd\
    {padding-top:.24em;padding-bottom:.24em}
    mtable.aligned>mtr>mtd:nth-child(2n+3){padding-left:2em}
    mtable.cases>mtr>mtd+mtd{padding-left:1em}
    mtable.substack>mtr>mtd{padding:0}
    mtable.smallmatrix>mtr>mtd{padding:.1em .28em}
    mtd.l{text-align:left;text-align:-webkit-left;text-align:-moz-left}
    mtd.r{text-align:right;text-align:-webkit-right;text-align:-moz-right}
    mtd.vl{border-left:.06em solid}mtd.vr{border-right:.06em solid}\
    mtr.ht>mtd,mtd.ct{border-top:.06em solid}mtr.hb>mtd,mtd.cb{border-bottom:.06em solid}\
    mtd.vll{border-left:.2em double}mtd.vrr{border-right:.2em double}\
    mtr.htt>mtd{border-top:.2em double}mtr.hbb>mtd{border-bottom:.2em double}
    mtd.tl{padding-left:0}mtd.tr{padding-right:0}
    mpadded.llap>mrow{transform:translateX(-100%)}mpadded.clap>mrow{transform:translateX(-50%)}
    @supports not (-moz-appearance:none){mspace.back{margin-left:var(--w)}}
    mo.prime{math-depth:0;transform:translateY(.35em)}
    mo.vec{font-size:70%}
    mspace.rule{background:currentColor}
    mrow.overline{border-top:.06em solid;padding-top:.12em}
    mrow.underline{border-bottom:.06em solid;padding-bottom:.12em}
    mrow.boxed{border:.06em solid;padding:.25em .35em}
    mrow.ground{padding:.15em .25em}
    mrow.cancel{background:linear-gradient(to bottom right,transparent calc(50% - .03em),\
    currentColor calc(50% - .03em),currentColor calc(50% + .03em),transparent calc(50% + .03em))}
    mrow.bcancel{background:linear-gradient(to top right,transparent calc(50% - .03em),\
    currentColor calc(50% - .03em),currentColor calc(50% + .03em),transparent calc(50% + .03em))}
    mrow.xcancel{background:linear-gradient(to bottom right,transparent calc(50% - .03em),\
    currentColor calc(50% - .03em),currentColor calc(50% + .03em),transparent calc(50% + .03em)),\
    linear-gradient(to top right,transparent calc(50% - .03em),currentColor calc(50% - .03em),\
    currentColor calc(50% + .03em),transparent calc(50% + .03em))}
    mrow.sout{background:linear-gradient(currentColor,currentColor) 0 55%/100% .06em no-repeat}
    mtext.tb,mtext.ti{font-family:var(--text-font,serif)}mtext.tb{font-weight:bold}\
    mtext.ti{font-style:italic}
    mtext.tt{font-family:var(--mono-font,monospace);font-size:.9em}\
    mtext.sf{font-family:var(--sans-font,sans-serif)}
    .math math{user-select:none;-webkit-user-select:none}
    .math>.tex{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\
    white-space:pre}
    .math-error{color:#b00020;font-family:var(--mono-font,monospace)}
    @media print{.math>.tex{display:none}.math-inline.long,.math-display>.eq{overflow:visible}\
    .math-display{break-inside:avoid}mrow.cancel,mrow.bcancel,mrow.xcancel,mrow.sout,mrow.ground,\
    mspace.rule,mtr,mtd{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

    """
}
