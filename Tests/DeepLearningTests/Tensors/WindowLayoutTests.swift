import Testing

@testable import DeepLearning

@Suite("Places of windows")
struct WindowLayoutTests {
  /// ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1, as on the page of torch.nn.Conv2d.
  @Test(
    "output sizes are PyTorch's",
    arguments: [
      ([5], [3], 1, 0, 1, [3]), ([5], [3], 2, 1, 1, [3]), ([7, 8], [3, 2], 2, 0, 2, [2, 3]),
      ([4], [4], 3, 0, 1, [1]),
    ] as [([Int], [Int], Int, Int, Int, [Int])])
  func sizes(
    _ input: [Int], _ kernel: [Int], _ stride: Int, _ padding: Int, _ dilation: Int, _ output: [Int]
  ) throws {
    let layout = try WindowLayout(
      input: input, kernel: kernel, stride: input.map { _ in stride },
      padding: input.map { _ in padding }, dilation: input.map { _ in dilation }, name: "convolve")
    #expect(layout.output == output)
    #expect(layout.places.count == output.reduce(1, *))
    for place in layout.places {
      for offset in layout.offsets {
        guard let source = layout.source(of: place, offset) else { continue }
        #expect(zip(source, input).allSatisfy { (0..<$1).contains($0) })
      }
    }
  }

  @Test("what lies in the padding has no source")
  func padding() throws {
    let layout = try WindowLayout(
      input: [2], kernel: [2], stride: [1], padding: [1], dilation: [1], name: "pool")
    #expect(layout.source(of: [0], [0]) == nil)
    #expect(layout.source(of: [0], [1]) == [0])
    #expect(layout.source(of: [2], [1]) == nil)
  }
}
