extension DiagnosticCode {
  /// Codes of what stands around the blocks.
  static let notebookCodes: [DiagnosticCode] = [
    .init(
      "almost-dl", "a fence whose language is nearly dl is only shown",
      .notebook("```DL\nx = 1\n```\n")),
    .init(
      "almost-heading", "a line lacks the space that would make it a heading",
      .notebook("# Q {marks=1}\n\n##Solution\n")),
    .init(
      "almost-solution",
      "a title in a question is nearly that of a solution, of marking or of a hint",
      .notebook("# Q {marks=1}\n\n## Model answer\n")),
    .init(
      "attribute-syntax", "the attributes in braces cannot be read", .notebook("# A {#x #y}\n")),
    .init(
      "bad-convention", "a convention names no parameter of a built-in",
      .notebook("---\nconventions: {mse.reducton: sum}\n---\n")),
    .init("bad-formula", "a formula that cannot be typeset", .notebook("$\\frac{1}$\n")),
    .init(
      "bad-macro-name", "a macro has a name that no command can have",
      .notebook("---\nmacros: {2x: \"a\"}\n---\n")),
    .init(
      "bad-marks", "brackets at the start of an item of a marking guide say no marks",
      .notebook("# Q {marks=1}\n\n## Marking\n\n- [one mark] a\n")),
    .init(
      "bad-option", "an option of a block has a value that it does not take",
      .notebook("```dl {digits=many}\nx = 1\n```\n")),
    .init(
      "bad-parameter-name", "a parameter has no name of a quantity",
      .notebook("---\nparams: {2x: 1}\n---\n")),
    .init("bad-scheme", "a link leads nowhere that is safe", .notebook("[a](javascript:alert)\n")),
    .init(
      "bad-value", "a key of the front matter has a value that it does not take",
      .notebook("---\nmarks: many\n---\n")),
    .init(
      "bare-percent", "a '%' in a formula begins no comment", .notebook("$95%$ of the data\n")),
    .init(
      "choice-without-box", "an option of a choice list has no box, or none that can be read",
      .notebook("# Q {marks=1}\n\n- [ ] a\n- b\n")),
    .init(
      "conflicting-options", "two options exclude each other",
      .notebook("```dl {digits=3 decimals=2}\nx = 1\n```\n")),
    .init("duplicate-id", "an id is used twice", .notebook("# A {#x}\n\n# B {#x}\n")),
    .init(
      "duplicate-label", "a label of an equation is used twice",
      .notebook("$$\\begin{align} a \\label{q} \\\\ b \\label{q} \\end{align}$$\n")),
    .init(
      "duplicate-number", "two questions side by side have the same number",
      .notebook("# A {number=1}\n\n# B {number=1}\n")),
    .init(
      "edited-output", "a stored output was edited by hand",
      .words("`notebook update` on a file whose stored output does not have its 'sum' any more")),
    .init(
      "equal-choices", "two options of a choice list read the same",
      .notebook("# Q {marks=1}\n\n- [ ] a\n- [x] a\n")),
    .init(
      "expectation-failed", "an 'expect' does not hold",
      .notebook("```dl\nexpect 1/3 == 0.3333\n```\n")),
    .init("file-too-large", "a file has more than 64 MiB", .words("a file of 65 MiB")),
    .init(
      "footnote-twice", "a footnote is defined twice", .notebook("a[^1]\n\n[^1]: b\n\n[^1]: c\n")),
    .init(
      "front-matter", "the front matter is no YAML of keys and values", .notebook("---\ntitle: a\n")
    ),
    .init(
      "heading-inside", "a heading inside of a list or quote begins no section",
      .notebook("> # A\n")),
    .init(
      "hidden-footnote", "the audience sees a reference, but not its footnote",
      .notebook("# Q {marks=1}\n\na[^1]\n\n## Solution\n\n[^1]: b\n")),
    .init(
      "image-absolute-path", "an image stands outside of the notebook's folder",
      .notebook("![a](/a.png)\n")),
    .init(
      "image-format", "an image is no PNG, JPEG, GIF, WebP or SVG", .words("a text called a.png")),
    .init(
      "image-missing", "there is no such image beside the notebook",
      .notebook("![a](missing.png)\n")),
    .init(
      "image-outside", "an image stands outside of the notebook's folder",
      .notebook("![a](../a.png)\n")),
    .init("image-path", "an image names no file", .notebook("![a](<>)\n")),
    .init("image-too-large", "an image has more than 8 MiB", .words("a PNG of 9 MiB")),
    .init("image-unreadable", "an image cannot be read", .words("a folder called a.png")),
    .init(
      "image-url", "an image is somewhere in the net",
      .notebook("![a](https://example.org/a.png)\n")),
    .init(
      "images-too-large", "all images together are too large", .words("a hundred PNGs of 8 MiB")),
    .init(
      "macro-exists", "a definition names a command that exists already",
      .notebook("$\\newcommand{\\frac}{x}$\n")),
    .init(
      "macro-missing", "a definition changes a command that does not exist",
      .notebook("$\\renewcommand{\\loss}{x}$\n")),
    .init(
      "marks-differ", "the marks of the parts do not add up",
      .notebook("# Q {marks=3}\n\n## A {marks=1}\n\n## B {marks=1}\n")),
    .init(
      "misplaced-option", "an option means nothing on a solution, a marking guide or a hint",
      .notebook("# Q {marks=1}\n\n## Solution {marks=1}\n")),
    .init(
      "missing-expression", "there is nothing where an expression must be",
      .notebook("$\\dl{ }$\n")),
    .init(
      "no-failure", "a block with 'fails' does not fail", .notebook("```dl {fails}\nx = 1\n```\n")),
    .init("not-utf8", "a file is no text in UTF-8", .words("a text in Latin 1")),
    .init("nul-character", "there is a NUL character in a file", .words("a binary file")),
    .init(
      "open-output", "a stored output has no end",
      .notebook("```dl\n1\n```\n\n<!-- dl:output 1 sum=0 -->\n")),
    .init(
      "options-outside-braces", "options of a block stand outside of braces",
      .notebook("```dl digits=3\nx = 1\n```\n")),
    .init("raw-html", "raw HTML is left out", .notebook("a<br>b\n")),
    .init(
      "reveals-solution", "the paper would show what a solution works out",
      .notebook("# Q {marks=1}\n\n## Solution\n\n```dl\nx = 1\n```\n\n## A\n\n`dl x`\n")),
    .init(
      "stray-attributes", "attributes stand where nothing takes them",
      .notebook("an apple {#fig-apple}\n")),
    .init(
      "stray-output-end", "a stored output ends that did not begin", .notebook("<!-- dl:end -->\n")),
    .init(
      "table-cells",
      "a row of a table has more cells than its header, or that of dashes another number",
      .notebook("| a |\n|---|\n| b | c |\n")),
    .init(
      "two-roles", "a heading has two of the classes '.solution', '.marking', '.hint' and '.plain'",
      .notebook("# A {.hint .solution}\n")),
    .init(
      "unclosed-formula", "a dollar or other TeX in the text opens or closes no formula",
      .notebook("see $x + y and so on\n")),
    .init("unknown-class", "a class that nothing reads", .notebook("# A {.solutoin}\n")),
    .init("unknown-footnote", "a footnote that is not there", .notebook("a[^1]\n")),
    .init(
      "unknown-key", "a key of the front matter that nothing reads",
      .notebook("---\ntitel: A\n---\n")),
    .init(
      "unknown-notation", "a notation of nothing",
      .notebook("---\nnotation: {layer: superscript}\n---\n")),
    .init(
      "unknown-option", "an option that nothing reads", .notebook("```dl {digit=3}\nx = 1\n```\n")),
    .init("unknown-reference", "a reference to nothing", .notebook("see @eq-loss\n")),
    .init("unterminated-fence", "a block is never closed", .notebook("```dl\nx = 1\n")),
    .init("unused-footnote", "nothing mentions a footnote", .notebook("[^1]: b\n")),
    .init(
      "unused-option", "an option has nothing to work on",
      .notebook("```dl {caption=\"A\"}\n1\n```\n")),
    .init(
      "wide-formula", "a formula runs over the margin of a printed page",
      .notebook("$" + String(repeating: "a + ", count: 100) + "a$\n")),
  ]
}
