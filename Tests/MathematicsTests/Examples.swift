/// Formulas that every part of the module has to cope with, by the groups of real notes.
enum Examples {
  static let all = letters + operators + structures + tables + words + looks

  static let letters = [
    #"\theta \alpha \sigma \epsilon \beta \phi \pi \lambda \mu \rho \tau \eta \delta \gamma"#,
    #"\omega \psi \xi \varepsilon \varphi \kappa \nu \vartheta \chi"#,
    #"\Theta \Delta \Sigma \Omega \Phi \Lambda \Pi \Gamma \Xi \Psi"#,
    #"\nabla f \partial x w^\top \ell \infty x^\prime \forall \lnot \emptyset \backslash \Re"#,
    #"\imath \therefore \exists \neg"#, #"x"#, #"a_i"#, #"n=3"#, #"f'(x) = f''(x)"#, #"a~b"#,
    #"10^{-5}"#, #"1{,}000"#, #"3.14"#, #".5"#, #"x, y; z."#, #"… − π ≤ →"#, #"{}^2 _1x"#,
    #"x_i^{(t+1)}"#, #"x^{a^{b^c}}"#,
    #"\mathbf{W} \mathbf{ABC} \boldsymbol{\theta} {\bf x} \pmb{y}"#,
    #"\mathcal{N} \mathbb{E} \mathbb{1} \mathscr{L} {\cal L} \mathfrak{g}"#,
    #"\mathrm{KL} \mathrm d x \mathsf{S} \mathit{diff} {\rm d}x \mathtt{id} \mathrm{x_{max}}"#,
    #"\boldsymbol{\mathcal{L}} \bm{\mathsf{X}\mathfrak{g}} \mathbfcal{A} \mathbfsf{Ab} \mathbffrak{g}"#,
    ##"50\% a\_b \# \$ \& \{x\}"##, #"x²"#, #"w₁ + w₂"#, #"\boldsymbol{\hat{x} + 1}"#,
  ]

  static let operators = [
    #"a \times b \cdot c \star d \odot e \rtimes f \otimes g \land h \pm i \cap j \lor k \oplus l"#,
    #"a \ast b \cup c \bullet d \setminus e \circ f \oslash g \circledast h \intercal i \wedge j"#,
    #"x \in A \mid B \sim C \approx D \leq E \geq F \neq G \le H \ge I \subseteq J \propto K"#,
    #"a \perp b \ll c \subset d \gt e \equiv f \parallel g \approxeq h \lt i \gg j \doteq k"#,
    #"a \succeq b \preceq c \geqslant d \ni e \lessapprox f \ne g \notin h \simeq i \succ j"#,
    #"a \to b \rightarrow c \leftarrow d \longleftarrow e \Rightarrow f \Leftrightarrow g"#,
    #"a \mapsto b \leftrightarrow c \gets d \implies e \longrightarrow f \iff g \downarrow h"#,
    #"a \rightsquigarrow b \uparrow c \Longleftrightarrow d \Longrightarrow e"#,
    #"\sum_{i=1}^n \int_0^1 \prod_j \bigoplus \bigcup \bigvee"#,
    #"\int\limits_a^b \sum\nolimits_i"#,
    #"\displaystyle \sum_i x_i"#, #"{\displaystyle x} + y"#,
    #"\log p \exp x \cos \sin \tanh \arg \det A \ln x \tan \arccos \Pr(A) \cosh"#,
    #"\max_\theta \min_x \lim_{x \to 0} \operatorname*{arg\,max}_x \argmax_x \sup_n"#,
    #"\mathop{arg}_x \operatorname{softmax}(z) a \mod b a \bmod b a \pmod n \mathbin{\&}"#,
    #"\not\subset \not= \not\in \not\to \not{x}"#,
    #"1, \ldots, n, \cdots \vdots \ddots \dots \dotsc"#,
    #"a + \dots + b"#, #"-x"#, #"a - b"#, #"(-1)^n"#, #"a = -b"#, #"x^{*} W^+ a^-"#, #"3/4"#,
    #"n!"#,
    #"p(x|y) \|x\| |x| \lvert x \rvert \lVert x \rVert \Vert x \Vert \vert"#, #"x : y \colon z"#,
    #"\mathrel{R} x \mathbin{+} y \mathpunct{:} \mathopen{(} x \mathclose{)} \mathord{=} \mathinner{a}"#,
  ]

  static let structures = [
    #"\frac{a}{b} \dfrac{a}{b} \tfrac12 \cfrac{1}{2} \frac ab"#, #"\binom{n}{k} {n \choose k}"#,
    #"{a \atop b} {a \over b + c} {a \brace b} {a \brack b} \genfrac{\{}{]}{1pt}{2}{a}{b}"#,
    #"\sqrt{x} \sqrt[3]{x} \sqrt[\leftroot{2}\uproot{1} n]{x} \sqrt 2 \sqrt[{[a]}]{x}"#,
    #"\hat{y} \mathring{a} \bar x \tilde{x} \dot x \check{x} \vec{v} \ddot x \breve x \acute x"#,
    #"\grave x \dddot x \overrightarrow{AB} \widehat{AB} \overleftarrow{AB} \widetilde{AB}"#,
    #"\overline{AB} \underline{x} \overleftrightarrow{AB} \underrightarrow{AB}"#,
    #"\underset{x}{E} \overset{def}{=} \stackrel{a}{\to} \sum_{\substack{i<n\\ j<m}} a_{ij}"#,
    #"\sideset{_a^b}{_c^d}\sum_i^n \root 3 \of {x + 1} \splitfrac{a}{b} \lefteqn{x}"#,
    #"{a \above 2pt b} {n \overwithdelims() k} {n \atopwithdelims[] k} {a \abovewithdelims<> 1pt b}"#,
    #"\overparen{AB} \underparen{AB} \overgroup{A}^x \utilde{x} \Overrightarrow{A} \Hat{\Vec x}"#,
    #"\overunderset{a}{b}{X} \underset{x}{\max} f"#, #"\underbrace{x + y}_{n} \overbrace{z}^{m}"#,
    #"\left( x \right) \left[ \frac{a}{b} \right] \left\{ x \middle| y \right\} \left. x \right|_0"#,
    #"\left\lVert x \right\rVert_2 \left\langle a \right\rangle \left\lfloor x \right\rceil"#,
    #"\lbrace x \rbrace \lceil x \rceil \lfloor x \rfloor \langle x, y \rangle"#,
    #"\big( x \Big) \bigg[ \Bigg] \bigl( \Bigl( \biggl( \Biggl( \bigr) \Bigr) \biggr) \Biggr) \bigm|"#,
    #"\xrightarrow[b]{text} \xleftarrow{a} \xmapsto{}"#, #"\norm{x}_2 \abs{x}^2 \bra{x} \ket{y}"#,
  ]

  static let tables = [
    #"\begin{bmatrix}1 & 2\\ 3 & 4\end{bmatrix}^T"#, #"\begin{pmatrix} a \\ b \end{pmatrix}"#,
    #"\begin{matrix} a \\ \end{matrix}"#, #"\begin{vmatrix} a & b \end{vmatrix}"#,
    #"\begin{Bmatrix} a \end{Bmatrix} \begin{Vmatrix} a \end{Vmatrix}"#,
    #"\begin{bmatrix*}[r] -1 & 2 \end{bmatrix*}"#,
    #"\begin{smallmatrix} a & b \\ c & d\end{smallmatrix}"#,
    #"\begin{array}{l|r} a & b \\ \hline c & d \\ \hline \end{array}"#,
    #"\begin{array} a & b \\ c \end{array}"#, #"\begin{array}{*{2}{c}@{x}l} a & b & c \end{array}"#,
    #"f(x) = \begin{cases} x & x \ge 0 \\ 0 & \text{otherwise} \end{cases}"#,
    #"\begin{dcases} x & y \end{dcases} \begin{rcases} x \\ y \end{rcases}"#,
    #"\begin{align} a &= b \\ &= c \end{align}"#,
    #"\begin{aligned}[t] a &= -b \\ &+ c \end{aligned}"#,
    #"\begin{align*} a &= b & c &= d \end{align*}"#, #"\begin{split} a &= b \end{split}"#,
    #"\begin{eqnarray} a &=& b \\ c &=& d \end{eqnarray}"#,
    #"\begin{eqnarray*} a &=& b \end{eqnarray*}"#, #"\begin{gather} a \\ b \end{gather}"#,
    #"\begin{gathered} a \\ b \end{gathered}"#,
    #"\begin{alignat}{2} a &= b & c &= d \end{alignat}"#,
    #"\begin{multline} a \\ b \\ c \end{multline}"#, #"\begin{flalign*} a &= b \end{flalign*}"#,
    #"\begin{equation} x = 1 \label{eq:a} \end{equation}"#, #"\begin{equation*} x \end{equation*}"#,
    #"\sum_{\begin{subarray}{l} a \\ b \end{subarray}} x"#, #"a \\ b \\[2pt] c"#, #"a \\ [x] \\ b"#,
    #"\begin{matrix} a \\ [x] \\ * \\ \\ \end{matrix}"#, #"x \tag{1}"#,
    #"x \tag*{a_1} \nonumber \ref{a}"#,
    #"\begin{align} a &= b \tag{1} \\ &= c \tag{2} \end{align}"#, #"\eqref{eq:a}"#,
    #"\begin{align} a &= b \\ \intertext{and $x$,} c &= d \\ \shortintertext{so} e \end{align}"#,
    #"f = \begin{cases*} x & if $x > 0$, \\ 0 & otherwise \end{cases*}"#,
    #"\begin{rcases*} x & a_b \end{rcases*} \begin{multlined} a \\ b \end{multlined}"#,
    #"\begin{lgathered} a \\ b \end{lgathered} \begin{Vsmallmatrix} a & b \end{Vsmallmatrix}"#,
    #"\begin{IEEEeqnarray}{rCl} a &=& b \end{IEEEeqnarray}"#,
    #"\begin{tabular}{l|c} a & b \end{tabular}"#,
  ]

  static let words = [
    #"\text{if }x > 0 \textrm{a} \textbf{b} \mbox{c d} \texttt{e_f} \textsf{g} \textnormal{h}"#,
    #"\text{num_params} \text{50% of $x$ and \textbf{b}} \text{a # b & c}"#, #"\text{}"#,
    #"\text{it's ``so'' -- --- a-{}-b \{\} \textbackslash x ~ \ldots}"#, #"\text x \text{ a  b }"#,
    #"\text{a $\frac{1}{2}$ b $\text{c $d$}$}"#, #"\textit{a \emph{b \textbf{c}}}"#,
    #"\operatorname{arg\,max} \operatorname{sin^{-1}} \operatorname{a-b}"#, #"\mathrm{dW\ 1}"#,
    #"\verb|a_b \c{$ %| \verb*+x~^y+"#, #"\text{Poincar\'e, Fr\'{e}chet, \"o \c{c} \~n \aa}"#,
    #"\text{<b>&amp;"'}"#, #"\texttt{a--b 'c'}"#, #"\text{\alpha und \% naïve 你好}"#,
  ]

  static let looks = [
    #"a\,b\ c\;d\quad e\hspace{1em}f\!g\qquad h\space i\> j\:k~l\kern2pt m\mkern 3mu n"#,
    #"\textcolor{red}{x} \red{y} \blue{z} {\gray x} {\color{blue} y + z} \textcolor{FF00FF}{w}"#,
    #"\textcolor{#abc}{x} \textcolor[rgb]{1,0,.5}{x} \colorbox{yellow}{$x$} \fcolorbox{red}{white}{y}"#,
    #"\textcolor{tomato}{=} \textcolor{red!50}{x} \textcolor{ForestGreen}{x}"#,
    #"{\small x} {\tiny x} {\footnotesize x} {\scriptsize x} {\large x} {\Large x}"#,
    #"\boxed{x} \fbox{a $b$} \cancel{x} \bcancel{x} \xcancel{x} \sout{x}"#,
    #"\phantom{x} \smash{y} \hphantom{x} \vphantom{x} \mathllap{x} \rlap{y} \mathstrut"#,
    #"\rule{1em}{2pt}"#, #"x % a comment"#, #"\dl{w + 1} = y"#, #"a \label{b}"#,
    #"{\small x \over y}"#, #"{a}{b} {{c}}"#, #"\frac{{a}}{b}"#, #"\left( \displaystyle x \right)"#,
  ]
}
