import Testing

@testable import DeepLearning

@Suite("Seeded numbers")
struct SeededGeneratorTests {
  /// The first outputs of SplitMix64 for the seed 1, by a Python transcription of the paper's listing.
  @Test("the doubles are SplitMix64's upper bits")
  func doubles() {
    var generator = SeededGenerator(seed: 1)
    let found = (0..<4).map { _ in generator.unit() }
    #expect(
      found == [0.5665615751722809, 0.7457817572627011, 0.9710027535867962, 0.4443592170557721])
  }

  @Test("a permutation holds every position once", arguments: [0, 1, 2, 50])
  func permutes(_ count: Int) {
    var generator = SeededGenerator(seed: 9)
    #expect(generator.permutation(of: count).sorted() == Array(0..<count))
  }

  @Test("normal numbers have about the mean 0 and the deviation 1")
  func normal() {
    var generator = SeededGenerator(seed: 3)
    let numbers = (0..<10_000).map { _ in generator.normal() }
    let mean = numbers.reduce(0, +) / 10_000
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 10_000
    #expect(abs(mean) < 0.04 && abs(variance - 1) < 0.06)
  }
}
