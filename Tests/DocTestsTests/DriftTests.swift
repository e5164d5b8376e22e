import Source
import Testing

@testable import DocTests

/// What a test says of outputs that are not what they were.
@Suite("Drift")
struct DriftTests {
  static let perceptron = """
    ---
    params:
      eta: 1
    ---

    Text.

    ```dl {#run}
    data = [(1, 1) -> 1, (1, 0) -> -1, (0, 1) -> -1]
    run = perceptron(data, epochs: 2, eta: eta)
    run
    ```

    """

  static func test(_ text: String) -> NotebookTest {
    NotebookTest(UpdateTests.inspect(text))
  }

  /// The values told of a notebook whose text is changed after its outputs are stored.
  static func values(_ text: String, _ old: String, _ new: String) -> [String] {
    let changed = UpdateTests.updated(text).replacingFirst(old, with: new)
    return test(changed).entries.first?.drift?.values.map(\.description) ?? []
  }

  @Test("a value is named by the output: a row of a trace and an entry of its vector")
  func namesCells() throws {
    // By hand: w₁ = (1, 1, 1); row 2 has −w·(1, 0, 1) = −2 ≤ 0, so w₂ = (0, 1, 0); with η = 1/2 all halve.
    let values = Self.values(Self.perceptron, "eta: 1", "eta: 0.5")
    #expect(values.contains("w after[1][1]: 1 was stored, 0.5 now"), "\(values)")
    #expect(values.contains("w after[2][2]: 1 was stored, 0.5 now"), "\(values)")
    #expect(!values.contains { $0.hasPrefix("t[") || $0.hasPrefix("x[") })
    // Rows of the second epoch's table count on.
    #expect(
      values.contains { $0.hasPrefix("w after[4]") }
        && !values.contains { $0.hasPrefix("w after[7]") })
  }

  struct Change: CustomTestStringConvertible {
    let testDescription: String
    let block: String
    let old: String
    let new: String
    let says: [String]

    init(_ name: String, _ block: String, _ old: String, _ new: String, says: [String]) {
      testDescription = name
      (self.block, self.old, self.new, self.says) = (block, old, new, says)
    }
  }

  static let changes = [
    Change(
      "the end of a chain", "x = 2\ny = 3*x\ny", "3*x", "4*x", says: ["y: 6 was stored, 8 now"]),
    Change(
      "an entry of a vector", "w = [1, 2, -1]\nshow w", "-1", "0",
      says: ["w[3]: −1 was stored, 0 now"]),
    Change(
      "an entry of a matrix", "W = [[1, 2], [3, 4]]\nshow W", "4]", "5]",
      says: ["W[2, 2]: 4 was stored, 5 now"]),
    Change(
      "the shape of a vector", "w = [1, 2]\nshow w", "2]", "2, 3]",
      says: ["w: (1, 2) was stored, (1, 2, 3) now"]),
    Change(
      "a step on the way", "x = 2\nz = x + 4\nz", "x = 2\nz = x + 4", "x = 3\nz = x + 3",
      says: ["z: x + 4 was stored, x + 3 now"]),
    Change(
      "one of several", "a = 1\nb = 2\nshow a, b", "b = 2", "b = 3",
      says: ["b: 2 was stored, 3 now"]),
    Change(
      "one more of several", "a = 1\nb = 2\nshow a", "show a", "show a, b",
      says: ["b: nothing was stored, 2 now"]),
    Change(
      "more rows", "table(x^2, x in [1, 2])", "[1, 2]", "[1, 2, 3]",
      says: ["2 rows was stored, 3 now"]),
    Change(
      "a cell", "f(x) = x^2\ntable(f(x), x in [1, 2])", "x^2", "x^3",
      says: ["f(x)[2]: 4 was stored, 8 now"]),
    Change(
      "a verdict", "x = 2\npublished x = 2 from \"key\"", "x = 2\n", "x = 3\n",
      says: ["x: ✓ agrees was stored, ✗ disagrees now"]),
    Change(
      "a listing", "show l = pseudocode(\"sgd\")", "sgd", "batch", says: ["line "]),
    Change(
      "a figure", "plot(x^2, x in 0...2)", "0...2", "0...3", says: ["[9]: 4 was stored, 9 now"]),
    Change(
      "a sign", "x = tanh(0.5)\nx", "0.5", "-0.5", says: ["x: 0.4621 was stored, −0.4621 now"]),
    Change("one output more", "1 + 1", "1 + 1\n", "1 + 1\n2 + 2\n", says: ["nothing was stored"]),
    Change("one output less", "1 + 1\n2 + 3", "2 + 3\n", "\n", says: ["was stored, nothing now"]),
  ]

  @Test("what changed is told by its value", arguments: changes)
  func tellsValues(_ change: Change) {
    let values = Self.values("```dl\n\(change.block)\n```\n", change.old, change.new)
    for text in change.says {
      #expect(values.contains { $0.contains(text) }, "\(text) is not in \(values)")
    }
  }

  @Test("only what changed is told")
  func tellsNothingElse() {
    #expect(
      Self.values(
        "```dl\na = 1\nb = 2\nshow a, b\nW = [[1, 2], [3, 4]]\nshow W\n```\n", "b = 2", "b = 3")
        == ["b: 2 was stored, 3 now"])
  }

  @Test("a unified diff has the line numbers of the file")
  func drawsDiff() throws {
    let text = UpdateTests.updated("# T\n\n```dl\na = 1\nb = 2\nshow a, b\n```\n")
    let changed = text.replacingFirst("b = 2\n", with: "b = 3\n")
    let drift = try #require(Self.test(changed).entries[0].drift)
    let lines = changed.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0 == "b &= 2" }) + 1
    #expect(drift.diff.lines[0] == "@@ -\(line - 3),6 +\(line - 3),6 @@")
    #expect(drift.diff.lines.contains("-b &= 2") && drift.diff.lines.contains("+b &= 3"))
    // The head's numbers are true of every line.
    for (offset, shown) in drift.diff.lines.dropFirst().filter({ !$0.hasPrefix("+") }).enumerated()
    {
      #expect(lines[line - 4 + offset] == shown.dropFirst())
    }
  }

  @Test(
    "a diff turns one text into the other", arguments: 0..<40)
  func diffIsTrue(_ seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    func pick(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let old = (0..<pick(30)).map { _ in String(pick(6)) }
    var new = old
    for _ in 0..<pick(8) {
      if !new.isEmpty, pick(2) == 0 { new.remove(at: pick(new.count)) }
      new.insert(String(pick(9)), at: pick(new.count + 1))
    }
    let diff = UnifiedDiff(
      stored: old.map { $0 + "\n" }.joined(), now: new.map { $0 + "\n" }.joined(), firstLine: 1)
    #expect(Self.patched(old, with: diff.lines) == new, "\(old) \(new) \(diff.lines)")
  }

  /// The lines after what a diff says, whose heads are believed.
  static func patched(_ old: [String], with diff: [String]) -> [String] {
    var lines: [String] = []
    var next = 0
    for line in diff {
      if line.hasPrefix("@@") {
        let start = Int(line.dropFirst(4).prefix { $0.isNumber }) ?? 0
        while next < start - 1 {
          lines.append(old[next])
          next += 1
        }
      } else if line.hasPrefix("+") {
        lines.append(String(line.dropFirst()))
      } else {
        if line.hasPrefix(" ") { lines.append(String(line.dropFirst())) }
        next += 1
      }
    }
    return lines + old[min(next, old.count)...]
  }

  @Test("each status is told of its block")
  func statuses() {
    let stored = UpdateTests.updated(
      "```dl {#good}\n1 + 1\n```\n\n```dl {#gone}\n1 + 2\n```\n\n```dl {#off}\nx = 3\nx\n```\n")
    let text =
      stored.replacingFirst("```dl {#gone}\n1 + 2\n```\n", with: "").replacingFirst(
        "x = 3\n", with: "x = 4\n")
      + "\n```dl {#new}\n5\n5 + 5\n```\n\n```dl {#wrong}\nexpect 1 == 2\n```\n\n```dl {#bad}\nlog(0)\n```\n"
    let found = Self.test(text).entries.map { "\($0.name): \($0.status.rawValue)" }
    #expect(
      found == [
        "good: passed", "gone: orphaned", "off: drifted", "new: missing",
        "wrong: failed expectation",
        "bad: failed",
      ])
  }

  @Test("a notebook that stores nothing is tested by its expectations")
  func testsExpectations() {
    #expect(Self.test("```dl\n1 + 1\n```\n\n```dl\nexpect 1 == 1\n```\n").hasPassed)
    let failing = Self.test("```dl\n1 + 1\n```\n\n```dl\nexpect 1 == 2\n```\n")
    #expect(failing.entries.map(\.status) == [.passed, .failedExpectation])
  }

  @Test("what fails outside of blocks fails the file")
  func failsTheRest() {
    #expect(
      Self.test("`dl y1`\n\n```dl\n1 + 1\n```\n").entries.map(\.status) == [.passed, .failed])
  }
}
