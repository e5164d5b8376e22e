import Testing

@testable import Figures

@Suite("Numbers on axes")
struct DecimalNumberTests {
  @Test(
    "prints few digits, exactly, and never minus zero",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (0.1, "0.1"), (-2.5, "-2.5"), (1e-5, "1e-5"), (123_456, "123500"),
      (999_999, "1e6"), (0.03284, "0.03284"), (1.0 / 3, "0.3333"), (2.0 / 3, "0.6667"),
      (9.9999e22, "1e23"), (.leastNonzeroMagnitude, "5e-324"), (.infinity, "0"), (100, "100"),
    ])
  func printsShortly(_ value: Double, _ text: String) {
    #expect(value.shortText == text)
  }

  @Test("prints powers of ten as powers")
  func printsPowers() {
    let label = DecimalNumber(-2, timesTenTo: 9).label
    #expect(label.runs == [.init("−2×10"), .init("9", .superscripted)])
    #expect(label.plainText == "−2×10^9")
    #expect(DecimalNumber(1, timesTenTo: -7).label.plainText == "10^-7")
    #expect(DecimalNumber(1_500, timesTenTo: -3).label.plainText == "1.5")
  }
}
