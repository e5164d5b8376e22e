import Markdown
import Source
import Testing

@Suite("Formulas in Markdown")
struct FormulaTests {
  @Test(
    "finds formulas between dollars and leaves prices alone",
    arguments: [
      ("$a_b*c$ and $d*e_f$", "p(math(a_b*c) and math(d*e_f))"),
      ("costs $5 and $6", "p(costs $5 and $6)"),
      ("from $5-$6", "p(from $5-$6)"),
      ("20$, then 15$", "p(20$, then 15$)"),
      ("$ a$ and $a $", "p($ a$ and $a $)"),
      (#"\$5 and $x$"#, "p($5 and math(x))"),
      (#"$\$5$"#, #"p(math(\$5))"#),
      (#"\\$x$"#, #"p(\math(x))"#),
      (#"$\text{if $x$ holds}$"#, #"p(math(\text{if $x$ holds}))"#),
      ("$a$$b$", "p(math(a)math(b))"),
      ("**loss $L$**is *em $x$*", "p(strong(loss math(L))is em(em math(x)))"),
      ("_$x$_", "p(em(math(x)))"),
      ("&#36;x&dollar; $y$", "p($x$ math(y))"),
      ("$a\nb$", "p(math(a¬b))"),
      ("$a\n\nb$", "p($a) p(b$)"),
      ("# On $x$", "h1(On math(x))"),
      ("[see $x$](u)", "p(link(see math(x) u))"),
      ("$x$1", "p($x$1)"),
      ("$`x`$", "p($code(x)$)"),
    ] as [(String, String)])
  func readsDollars(markdown: String, expected: String) {
    #expect(Outline.of(markdown) == expected)
  }

  @Test(
    "lets code, raw HTML and links win when they open first",
    arguments: [
      ("`$x$` $y$", "p(code($x$) math(y))"),
      ("$a `$` b$", "p($a code($) b$)"),
      ("$a ` b$", "p(math(a ` b))"),
      ("t <a b=\"$x$\">", "p(t html(<a b=\"$x$\">))"),
      ("a <!-- $x$ --> $y$", "p(a comment(<!-- $x$ -->) math(y))"),
      ("[a]($x$) $y$", "p(link(a $x$) math(y))"),
      ("<http://a/$x$> $y$", "p(link(http://a/$x$ http://a/$x$) math(y))"),
      ("[a]: /$x$\n\n[a] $y$", "p(link(a /$x$) math(y))"),
      ("    $x$", "code![]($x$¬)"),
      ("```\n$x$\n```", "code[]($x$¬)"),
      ("<div>\n$x$\n</div>", "html(<div>¬$x$¬</div>¬)"),
    ] as [(String, String)])
  func respectsOpaqueText(markdown: String, expected: String) {
    #expect(Outline.of(markdown) == expected)
  }

  @Test(
    "finds displayed formulas",
    arguments: [
      ("$$x$$", "math!(x)"),
      (
        "$$\nx\n= y\n- z\n> 0\n# a\n1. b\n<div>\n```\n$$",
        "math!(¬x¬= y¬- z¬> 0¬# a¬1. b¬<div>¬```¬)"
      ),
      ("text $$x$$ text", "p(text math!(x) text)"),
      ("a\n$$\n- x\n$$\nb", "p(a¬math!(¬- x¬)¬b)"),
      ("$$a$$\n$$b$$", "math!(a) math!(b)"),
      ("$$x$$ {#eq-x .wide}", "math!(x){#eq-x .wide}"),
      ("$$\nx\n$$ {#eq-x}\nwhere", "p(math!(¬x¬){#eq-x}¬where)"),
      ("> $$\n> a\n> - b\n> $$", "quote(math!(¬a¬- b¬))"),
      ("- $$\n  a\n  $$\n- b", "ul(math!(¬a¬) | p(b))"),
      ("$$\na\n\nb\n$$", "p($$¬a) p(b¬$$)"),
      ("$$\n- a", "p($$) ul(p(a))"),
      ("$$$$", "p($$$$)"),
      ("\\[\nx\n\\]", "math!(¬x¬)"),
      ("\\[ x \\]", "math!( x )"),
      ("\\[1\\] see \\[x\\].", "p([1] see [x].)"),
      ("\\(x\\) and \\\\(y\\\\)", "p(math(x) and \\(y\\))"),
      (
        "\\begin{align}\na &= b \\\\\n- c\n\\end{align}",
        "math!(\\begin{align}¬a &= b \\\\¬- c¬\\end{align})"
      ),
      ("\\begin{align*}x\\end{align*}", "math!(\\begin{align*}x\\end{align*})"),
      ("\\begin{cases}x\\end{cases}", "p(\\begin{cases}x\\end{cases})"),
      ("```math\n\\frac{a}{b}\n```", "math!(\\frac{a}{b}¬)"),
      ("```math {#eq-a}\nx\n```", "math!(x¬){#eq-a}"),
    ] as [(String, String)])
  func readsDisplays(markdown: String, expected: String) {
    #expect(Outline.of(markdown) == expected)
  }

  @Test("says where the TeX stands, prefixes of quotes left out")
  func placesTeX() throws {
    let source = SourceText(name: "a.md", "> $$\r\n> a\r\n> - b\r\n> $$\r\n")
    guard case .quote(let blocks, _) = MarkdownDocument.parse(source).document.blocks.first,
      case .math(let formula) = blocks.first
    else {
      Issue.record("no formula")
      return
    }
    #expect(formula.tex.text == "\na\n- b\n")
    for (inner, byte) in formula.tex.text.utf8.enumerated() where byte > 0x20 {
      #expect(source.bytes[formula.tex.offset(of: inner)] == byte)
    }
    #expect(source.text(in: formula.span) == "$$\r\n> a\r\n> - b\r\n> $$")
  }

  @Test("keeps characters that look like placeholders")
  func keepsNoncharacters() throws {
    let fake =
      "\(try #require(Unicode.Scalar(0xFDD0 as UInt32)))0\(try #require(Unicode.Scalar(0xFDD1 as UInt32)))"
    #expect(Outline.of("$x$ \(fake) `\(fake)`") == "p(math(x) \(fake) code(\(fake)))")
    #expect(Outline.of("$x$ &#xFDD0;0&#xFDD1;") == "p(math(x) \(fake))")
  }
}
