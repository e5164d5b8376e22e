import Testing

@testable import DocTests

/// The checksum of stored outputs.
@Suite("Checksums")
struct ChecksumTests {
  /// Values of `zlib.crc32` of Python 3.
  @Test(
    "are CRC-32, as zlib has it",
    arguments: [("", "00000000"), ("123456789", "cbf43926"), ("w = −1\n", "e7439119")])
  func isCRC32(_ text: String, _ sum: String) {
    #expect(Checksum.text(of: text) == sum)
  }
}
