import Manuscripts
import Testing

@Suite("Hostile notebooks")
struct HostileTests {
  @Test(
    "are read, executed and woven to an end",
    arguments: [
      "", "---", "---\n---", "\u{FEFF}# A\r\n\r\n```dl\r\n1\r\n```\r\n", "\u{0}", "# \n# \n#",
      String(repeating: "> ", count: 5_000) + "x", String(repeating: "- ", count: 5_000),
      String(repeating: "[", count: 20_000), String(repeating: "$", count: 9_999),
      "```dl\n" + String(repeating: "(", count: 20_000) + "\n```\n",
      "`dl " + String(repeating: "-", count: 20_000) + "1`",
      "$\\dl{" + String(repeating: "{", count: 5_000) + "$",
      "$\\dl\\dl{}\\dl{\\dl{1}}$", "`dl `", "`blank`", "`dl  `",
      "## {marks=1 marks=2 #a #b number=\"\" space=\"\"}",
      "###### {marks=" + String(repeating: "1+", count: 500) + "1}",
      "---\nparams: {a: [[[[1]]]]}\ntitle: `dl a`\n---\n", "[^a]: [^a]\n\n[^a]",
      "<!-- dl:output -->\n\ntext", "<!-- dl:end -->",
      String(repeating: "# a {marks=1}\n", count: 3_000),
      "# a {marks=1}\n" + String(repeating: "- [x\n", count: 3_000),
      "# a {marks=1}\n" + String(repeating: "- [x]a\n", count: 1_000),
      "# a {marks=1}\n" + String(repeating: "###Solution {#a\n", count: 2_000),
      "# a {marks=1}\n```dl {echo}\nexpect (" + String(repeating: "\n", count: 5_000) + "\n```\n",
      "# a {marks=1}\n```dl {echo}\n\"" + String(repeating: "expect;\n", count: 500) + "\n```\n",
      String(repeating: "\\[\n", count: 2_000),
      String(repeating: "a \\begin{align} ", count: 1_000),
      String(repeating: "a {#b} ", count: 2_000) + "\\eqref{" + "\\ref{}",
      "# @a {#a}\n\n@a\n\n![@a](b){#c caption=\"@c @a\"}\n\n@c",
    ])
  func end(_ text: String) {
    for audience in Audience.allCases { _ = weave(text, for: audience) }
  }
}
