/// The checksum that tells whether a stored output was edited by hand.
enum Checksum {
  /// CRC-32 (ISO 3309, as in zlib) of the text's UTF-8, in eight hexadecimal digits.
  static func text(of content: String) -> String {
    var rest: UInt32 = .max
    for byte in content.utf8 {
      rest = table[Int((rest ^ UInt32(byte)) & 0xFF)] ^ rest >> 8
    }
    let digits = String(~rest, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? 0xEDB8_8320 ^ rest >> 1 : rest >> 1 }
  }
}
