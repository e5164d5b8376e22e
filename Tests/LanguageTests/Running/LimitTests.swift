import Language
import Source
import Testing

/// The limits of the design, each a little exceeded and just kept.
@Suite("Limits")
struct LimitTests {
  static let cases: [(String, [String])] = [
    (
      "a = " + String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300),
      ["nested-too-deeply"]
    ),
    ("a = " + String(repeating: "(", count: 200) + "1" + String(repeating: ")", count: 200), []),
    ("a = zeros(1001, 1000)", ["tensor-too-large"]), ("a = shape(zeros(1000, 1000))", []),
    ("a = outer(ones(1001), ones(1000))", ["tensor-too-large"]),
    ("a = 10^100001", ["number-too-large"]), ("a = 10^99998", []),
    ("a = 2^(2^40)", ["number-too-large"]), ("a = 1e200000", ["number-too-large"]),
    ("a = [[[[[[1]]]]]]", ["nested-too-deeply"]), ("a = [[[[[1]]]]]", []),
    ("a = sum(j, j in 1...10^7)", ["range-too-large"]),
    ("a = sum(sum(i*j, i in 1...3000), j in 1...3000)", ["work-limit"]),
    ("a = linspace(0, 1, 10^7)", ["tensor-too-large"]),
    ("a = one_hot(1, 10^7)", ["tensor-too-large"]), ("a = identity(2000)", ["tensor-too-large"]),
  ]

  @Test("end with a clear message, or are kept", arguments: cases)
  func limits(_ text: String, _ codes: [String]) {
    #expect(Run(operations: 2_000_000).execute(text).diagnostics.map(\.message.code) == codes)
  }

  @Test("of functions within functions are told, and stop nothing else")
  func calls() {
    let chain = (1...80).map { "f\($0)(x) = f\($0 - 1)(x) + 1" }.joined(separator: "\n")
    let result = Run().execute("f0(x) = x\n\(chain)\ny = f80(1)\nz = f20(1)")
    #expect(result.diagnostics.map(\.message.code) == ["nested-too-deeply"])
    #expect(result.bindings.last?.name == "z")
  }
}
