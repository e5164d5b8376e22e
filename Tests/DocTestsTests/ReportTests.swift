import Foundation
import Source
import Testing

@testable import DocTests

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The five forms of a report.
@Suite("Reports")
struct ReportTests {
  static let tests: [NotebookTest] = {
    let stored = UpdateTests.updated("```dl {#a}\nx = 1\nx\n```\n\n```dl {#b}\n2\n```\n")
    let text =
      stored.replacingFirst("x = 1\n", with: "x = 2\n")
      + "\n```dl {#c}\nexpect 1 == 2 # <&\"]]>%\n```\n\n```dl {#d}\nlog(0)\n```\n"
    let other = SourceText(name: "a,b:c.md", "```dl\nexpect 1 == 1\n```\n")
    return [NotebookTest(UpdateTests.inspect(text)), NotebookTest(Inspection(other))]
  }()

  @Test("the text has a line a block, values before lines, and the sums")
  func text() {
    let lines = ReportFormat.text.report(Self.tests).split(separator: "\n").map(String.init)
    #expect(lines[0] == "exam.md:1: a: drifted")
    #expect(lines[1] == "  x: 1 was stored, 2 now")
    #expect(lines[2].hasPrefix("  @@ -"))
    #expect(lines.contains("a,b:c.md:1: 1: passed"))
    #expect(lines.last == "5 blocks: 2 passed, 1 drifted, 1 failed expectation, 1 failed")
  }

  @Test("annotations are one line each, escaped")
  func github() {
    let lines = ReportFormat.github.report(Self.tests).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines[0].hasPrefix(
        "::error file=exam.md,line=1,title=a%3A drifted::x: 1 was stored, 2 now%0A@@"))
    #expect(lines[1].contains("%25"))
    #expect(lines[3].hasPrefix("::notice title=notebook test::5 blocks"))
  }

  @Test("TAP counts, and numbers from 1")
  func tap() {
    let lines = ReportFormat.tap.report(Self.tests).split(separator: "\n")
    #expect(lines[0] == "TAP version 13" && lines[1] == "1..5")
    let results = lines.filter { $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") }
    #expect(results.count == 5 && results.count { $0.hasPrefix("ok ") } == 2)
    #expect(
      lines.dropFirst(2).allSatisfy {
        $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") || $0.hasPrefix("#")
      })
  }

  @Test("JSON reads back")
  func json() throws {
    let data = Data(ReportFormat.json.report(Self.tests).utf8)
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let totals = try #require(report["totals"] as? [String: Int])
    #expect(totals["drifted"] == 1 && totals["passed"] == 2 && totals["missing"] == 0)
    let notebooks = try #require(report["notebooks"] as? [[String: Any]])
    let blocks = try #require(notebooks[0]["blocks"] as? [[String: Any]])
    let values = try #require(blocks[0]["values"] as? [[String: String]])
    #expect(values == [["path": "x", "stored": "1", "now": "2"]])
    #expect(notebooks[1]["passed"] as? Bool == true)
  }

  @Test("JUnit is well-formed XML with the right counts")
  func junit() throws {
    final class Reader: NSObject, XMLParserDelegate {
      var counts: [String: Int] = [:]
      var suite: [String: String] = [:]

      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
      ) {
        counts[name, default: 0] += 1
        if name == "testsuites" { suite = attributes }
      }
    }
    let parser = XMLParser(data: Data(ReportFormat.junit.report(Self.tests).utf8))
    let reader = Reader()
    parser.delegate = reader
    #expect(parser.parse())
    #expect(
      reader.counts == ["testsuites": 1, "testsuite": 2, "testcase": 5, "failure": 2, "error": 1])
    #expect(
      reader.suite["tests"] == "5" && reader.suite["failures"] == "2"
        && reader.suite["errors"] == "1")
  }

  @Test("a filter means ids and numbers, and a star anything")
  func filters() {
    let filter = NameFilter(["perceptron*", "3", "a*b*c"])
    for name in ["perceptron", "perceptron-run", "3", "abc", "aXbYc"] {
      #expect(filter.selects(name))
    }
    for name in ["", "33", "percep", "ab", "aXbYcZ"] { #expect(!filter.selects(name)) }
    #expect(NameFilter([]).selects("") && NameFilter([]).selects("x"))
    let long = NameFilter([String(repeating: "a*", count: 200) + "b"])
    #expect(!long.selects(String(repeating: "a", count: 5000)))
  }
}
