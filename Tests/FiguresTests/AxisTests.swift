import Testing

@testable import Figures

@Suite("Axes")
struct AxisTests {
  @Test(
    "puts ticks at multiples of 1, 2 or 5",
    arguments: [
      ([0, 1.5], ["0", "0.5", "1", "1.5"]),
      ([0, 11], ["0", "2", "4", "6", "8", "10"]),
      ([-3, 3], ["−3", "−2", "−1", "0", "1", "2", "3"]),
      ([0.1, 0.35], ["0.1", "0.15", "0.2", "0.25", "0.3", "0.35"]),
      ([0, 3e7], ["0", "0.5×10^7", "10^7", "1.5×10^7", "2×10^7", "2.5×10^7", "3×10^7"]),
      ([0, 2], ["0", "1", "2"]), ([3, 3], ["2", "3", "4"]),
      ([0.5], ["0.3", "0.4", "0.5", "0.6", "0.7"]),
    ] as [([Double], [String])])
  func placesTicks(_ values: [Double], _ labels: [String]) {
    #expect(Axis(linear: values, fixed: nil).ticks.map(\.label.plainText) == labels)
  }

  @Test(
    "names every tick exactly and keeps it within the axis",
    arguments: [
      (0, 1), (-1e-9, 1e-9), (1e9, 1e9 + 1), (-7.3, 12.9), (1e-300, 1e-280), (-1e300, 1e300),
      (0.999, 1.001), (-5, -4.99), (123_456, 123_789),
    ] as [(Double, Double)])
  func namesTicksExactly(_ low: Double, _ high: Double) throws {
    let axis = Axis(linear: [low, high], fixed: nil)
    #expect((2...12).contains(axis.ticks.count))
    for tick in axis.ticks {
      #expect(tick.value >= low - 1e-9 * (high - low) && tick.value <= high + 1e-9 * (high - low))
      let text = tick.label.plainText.replacing("−", with: "-")
      #expect(text != "-0")
      #expect(abs(try value(of: text) - tick.value) <= 1e-12 * max(abs(low), abs(high)))
    }
  }

  @Test("gives a usable axis for nothing, one value, and ends that make none")
  func survivesPoorValues() {
    #expect(Axis(linear: [], fixed: nil).range == 0...1)
    #expect(Axis(linear: [0, 0], fixed: nil).range == -1...1)
    #expect(Axis(linear: [4], fixed: nil).range == 2...6)
    #expect(Axis(linear: [1, 2], fixed: 5...5).range == 1...2)
    #expect(Axis(linear: [1, 2], fixed: -(.infinity)...(.infinity)).range == 1...2)
    #expect(Axis(linear: [.leastNonzeroMagnitude, 0], fixed: nil).range.upperBound > 0.5)
  }

  @Test("does not go below zero for values that do not")
  func keepsSign() {
    #expect(
      Axis(linear: [0, 2.4], fixed: nil, margin: 0.05, keepsSign: true).range.lowerBound == 0)
    #expect(Axis(linear: [-9, -1], fixed: nil, margin: 0.3, keepsSign: true).range.upperBound == 0)
  }

  @Test(
    "puts logarithmic ticks at powers of ten, and between them on a short axis",
    arguments: [
      ([0.001, 10], ["0.001", "0.01", "0.1", "1", "10"]),
      ([1, 8], ["1", "2", "3", "5", "10"]),
      ([1e-12, 1], ["10^-12", "10^-10", "10^-8", "10^-6", "10^-4", "10^-2", "10^0"]),
      ([], ["0.1", "0.2", "0.3", "0.5", "1"]), ([-3, 0], ["0.1", "0.2", "0.3", "0.5", "1"]),
    ] as [([Double], [String])])
  func placesLogarithmicTicks(_ values: [Double], _ labels: [String]) {
    #expect(Axis(logarithmic: values, fixed: nil).ticks.map(\.label.plainText) == labels)
  }

  @Test("keeps a foot of the logarithmic axis for zero and less")
  func keepsFoot() {
    let axis = Axis(logarithmic: [0, 0.01, 1], fixed: nil)
    #expect(axis.foot > 0)
    #expect(axis.fraction(of: 0) < axis.foot && axis.fraction(of: 0) > 0)
    #expect(axis.fraction(of: -4) == axis.fraction(of: 0))
    #expect(abs(axis.fraction(of: 0.01) - axis.foot) < 1e-12)
    #expect(abs(axis.fraction(of: 1) - 1) < 1e-12)
    #expect(Axis(logarithmic: [0.01, 1], fixed: nil).foot == 0)
  }

  /// The value of a label such as `1.5×10^7`.
  private func value(of text: String) throws -> Double {
    let parts = text.split(separator: "10^")
    if !text.contains("10^") { return try #require(Double(text)) }
    let exponent = try #require(parts.last)
    let factor = parts.count == 1 ? "" : parts[0].replacing("×", with: "")
    let sign = factor == "-" ? "-1" : factor.isEmpty ? "1" : String(factor)
    return try #require(Double("\(sign)e\(exponent)"))
  }
}
