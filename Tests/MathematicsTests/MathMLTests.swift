import Testing

@testable import Mathematics

@Suite("MathML")
struct MathMLTests {
  @Test("is well-formed, of known elements with their number of children", arguments: Examples.all)
  func isWellFormed(_ source: String) throws {
    let formula = try Formula(tex: source)
    for display in [false, true] {
      let math = try XMLChecker.element(formula.mathML(display: display, source: source))
      #expect(math.name == "math")
      #expect(math.attributes["display"] == (display ? "block" : nil))
      #expect(math.first("annotation")?.text == source)
      for element in math.descendants {
        #expect(coreElements.contains(element.name))
        if let arity = arities[element.name] { #expect(element.children.count == arity) }
        let variant = element.attributes["mathvariant"]
        #expect(variant == nil || variant == "normal")
        #expect(
          !element.text.contains("\\") || element.name == "annotation" || source.contains("slash"))
      }
    }
  }

  /// What section 2 of the coverage page asks for, one row each.
  @Test(
    "draws what the notes mean",
    arguments: [
      (#"\theta"#, "<mi>θ</mi>"), (#"\epsilon"#, "<mi>ϵ</mi>"), (#"\varphi"#, "<mi>φ</mi>"),
      (#"\Sigma"#, #"<mi mathvariant="normal">Σ</mi>"#),
      (#"\nabla"#, #"<mi mathvariant="normal">∇</mi>"#),
      (#"x^\prime"#, #"<mo class="prime">′</mo>"#),
      (#"a \odot b"#, #"<mo largeop="false">⊙</mo>"#), (#"x \in A"#, "<mo>∈</mo>"),
      (#"x \mid y"#, #"<mo stretchy="false" lspace="0.2778em" rspace="0.2778em">∣</mo>"#),
      (#"x \to y"#, #"<mo stretchy="false">→</mo>"#),
      (#"\frac{a}{b}"#, "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
      (#"\dfrac ab"#, #"<mstyle displaystyle="true" scriptlevel="0"><mfrac>"#),
      (#"\binom{n}{k}"#, #"<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>"#),
      (#"a \over b"#, "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
      (#"\sqrt[3]{x}"#, "<mroot><mi>x</mi><mn>3</mn></mroot>"),
      (#"\sum_i^n"#, "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>"),
      (#"\int_a^b"#, "<msubsup><mo>∫</mo><mi>a</mi><mi>b</mi></msubsup>"),
      (#"\int\limits_a"#, #"<munder><mo movablelimits="false">∫</mo>"#),
      (#"\sum\nolimits_i"#, "<msub><mo>∑</mo><mi>i</mi></msub>"),
      (#"x \log p"#, #"<mo lspace=".1667em" rspace=".1667em">log</mo>"#),
      (#"\log(p)"#, #"<mo lspace="0" rspace="0">log</mo>"#),
      (#"\max_x"#, #"movablelimits="true">max</mo>"#),
      (#"\operatorname{softmax} x"#, ">softmax</mo>"), (#"\mathbf{W}"#, "<mi>𝐖</mi>"),
      (#"\boldsymbol{W\theta 0}"#, "<mi>𝑾</mi><mi>𝜽</mi><mn>𝟎</mn>"),
      (#"\mathbb{E}"#, "<mi>𝔼</mi>"),
      (#"\mathbb{R}\mathbb{1}"#, "<mi>ℝ</mi><mn>𝟙</mn>"),
      (#"\mathcal{N}\mathcal{L}"#, "<mi>𝒩</mi><mi>ℒ</mi>"),
      (#"\mathrm{KL}"#, "<mi>KL</mi>"), (#"\mathrm{d}x"#, #"<mi mathvariant="normal">d</mi>"#),
      (#"\mathit{diff}"#, "<mi>𝑑𝑖𝑓𝑓</mi>"), (#"\mathsf{S}"#, "<mi>𝖲</mi>"),
      (#"\text{if }"#, "<mtext>if\u{A0}</mtext>"),
      (#"\textbf{a}"#, #"<mtext class="tb">a</mtext>"#),
      (#"\hat{y}"#, "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">\u{2C6}</mo></mover>"),
      (#"\vec{v}"#, #"<mo class="vec" stretchy="false">→</mo>"#),
      (#"\widehat{AB}"#, "<mo stretchy=\"true\">\u{302}</mo>"),
      (#"\overline{AB}"#, #"<mrow class="overline"><mi>A</mi><mi>B</mi></mrow>"#),
      (#"\underset{x}{E}"#, "<munder><mi>E</mi><mi>x</mi></munder>"),
      (
        #"\underbrace{x}_{n}"#,
        #"<munder><munder><mi>x</mi><mo stretchy="true">⏟</mo></munder><mi>n</mi></munder>"#
      ),
      (#"\left( x \right)"#, #"<mo form="prefix" stretchy="false">(</mo>"#),
      (#"\left( \frac12 \right)"#, #"<mo form="prefix" stretchy="true">(</mo>"#),
      (#"\|x"#, #"<mo stretchy="false" form="prefix">‖</mo>"#),
      (#"(x)"#, #"<mo stretchy="false">(</mo>"#),
      (#"\Big("#, #"minsize="1.8em" maxsize="1.8em""#), (#"a\,b"#, #"<mspace width="0.1667em"/>"#),
      (#"a\!b"#, #"<mspace class="back" style="--w:-0.1667em" width="-0.1667em"/>"#),
      (#"a, \dots, b"#, #"<mo lspace="0" rspace="0.1667em">…</mo>"#),
      (#"a + \dots + b"#, "⋯"), (#"\textcolor{red}{x}"#, #"<mrow style="color:red">"#),
      (#"{\small x}"#, #"<mstyle mathsize="90%">"#), (#"\boxed{x}"#, #"<mrow class="boxed">"#),
      (#"\smash{x}"#, #"<mpadded height="0" depth="0">"#), (#"\not\subset"#, "⊄"), (#"\not="#, "≠"),
      (
        #"a := b"#,
        #"<mo lspace="0.2778em" rspace="0">:</mo><mo lspace="0" rspace="0.2778em">=</mo>"#
      ),
      (#"f \bigg|_0"#, #"<msub><mrow><mo minsize="2.4em""#),
      (#"50\%"#, "<mn>50</mn><mi>%</mi>"),
      (#"f''"#, #"<msup><mi>f</mi><mo class="prime">″</mo></msup>"#),
      (#"10^{-5}"#, "<msup><mn>10</mn><mrow>"), (#"1{,}000.5"#, "<mn>1,000.5</mn>"),
      (#"-x"#, #"<mo form="prefix">−</mo>"#), (#"a = -x"#, #"<mo form="prefix">−</mo>"#),
      (#"(-x)"#, #"<mo form="prefix">−</mo>"#), (#"a - x"#, "<mo>−</mo>"),
      (#"x_{i+1}"#, #"<mo lspace="0" rspace="0">+</mo>"#),
      (#"a/b"#, #"<mo lspace="0" rspace="0">/</mo>"#),
      (#"\xrightarrow{f}"#, #"<mover><mo stretchy="true">→</mo><mrow><mspace width="0.4em"/>"#),
      (#"\begin{cases} a & b \end{cases}"#, #"<mtable class="cases"><mtr><mtd class="l">"#),
      (#"\begin{aligned} a &= b \end{aligned}"#, #"<mtable class="aligned" displaystyle="true">"#),
      (#"\begin{aligned} a &= b \end{aligned}"#, #"<mtd class="l"><mo form="infix">=</mo>"#),
      (#"\begin{array}{l|r} a & b \end{array}"#, #"<mtd class="r vl">"#),
      (#"\begin{array}{c} \hline a \end{array}"#, #"<mtr class="ht">"#),
      (
        #"\begin{smallmatrix} a \end{smallmatrix}"#,
        #"<mtable class="smallmatrix" scriptlevel="1">"#
      ),
    ])
  func draws(_ source: String, _ expected: String) throws {
    let written = try Formula(tex: source).mathML(display: false, source: "")
    #expect(written.contains(expected), "\(written)")
  }

  @Test(
    "never lets what an author wrote end an element",
    arguments: [
      #"\operatorname{</math><script>alert(1)</script>}"#,
      #"\text{</mtext><img src=x onerror="a">}"#,
      #"\mathrm{</mi>}"#, #"\tag{</span><b>}"#, #"\label{"><b>}"#, #"\dl{</math>"'&}"#,
      #"\ref{</math>}"#,
      #"<&>"'"#, #"\text{]]>&lt;}"#, #"\textcolor{red}{<}"#,
    ])
  func escapes(_ source: String) throws {
    let allowed = coreElements.union(["span", "div"])
    for display in [false, true] {
      let formula = (try? Formula(tex: source)) ?? .text(source)
      let element = try XMLChecker.element(formula.html(display: display, source: source))
      #expect(element.descendants.allSatisfy { allowed.contains($0.name) })
      #expect(
        element.descendants.allSatisfy { !$0.attributes.keys.contains { $0.hasPrefix("on") } })
      #expect(element.first("annotation")?.text == source)
    }
    let error = MathMarkup.error(source: source, display: true, reason: "\"><b>" + source)
    let span = try XMLChecker.element(error)
    #expect(span.text == source && span.children.isEmpty)
    #expect(span.attributes["title"] == "\"><b>" + source)
    #expect(span.attributes["data-display"] == "block")
  }

  @Test("is wrapped with its source, its delimiters and its number")
  func isWrapped() throws {
    let formula = try Formula(tex: "x_i")
    let inline = try XMLChecker.element(formula.html(display: false, source: "x_i"))
    #expect(inline.attributes["class"] == "math math-inline")
    #expect(inline.children.last?.text == "$x_i$")
    #expect(inline.children.last?.attributes == ["class": "tex", "aria-hidden": "true"])
    let display = try XMLChecker.element(
      formula.html(display: true, source: "x_i", number: "(3)"))
    #expect(display.attributes["class"] == "math math-display numbered")
    #expect(display.children.map(\.name) == ["div", "span", "span"])
    #expect(display.children[1].text == "(3)" && display.children[2].text == "$$x_i$$")
    let tagged = try Formula(tex: #"x \tag{a}"#)
    #expect(tagged.html(display: true, source: "").contains(#"<span class="eqno">(a)</span>"#))
    let long = Formula.row(Array(repeating: .variable("x"), count: 80))
    #expect(long.html(display: false, source: "").contains("math-inline long"))
  }

  @Test("numbers the rows of an alignment inside the table")
  func numbersRows() throws {
    let source = #"\begin{align} a &= b \tag{1} \\ &= c \tag{2} \end{align}"#
    let written = try Formula(tex: source).html(display: true, source: source)
    #expect(written.contains(#"<mtable class="tagged" style="width:100%""#))
    #expect(written.contains(#"<mtd class="r tag" style="width:50%"><mtext>(1)</mtext></mtd>"#))
    #expect(!written.contains("eqno") && !written.contains("$$"))
  }
}
