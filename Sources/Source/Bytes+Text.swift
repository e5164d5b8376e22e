/// Text that is written byte by byte into one growing array.
extension [UInt8] {
  /// Appends the bytes of `text`.
  public mutating func append(_ text: String) {
    append(text.utf8.span)
  }

  /// Appends `letters` at once.
  public mutating func append(_ letters: Swift.Span<UInt8>) {
    unsafe letters.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends `text` with another text in the place of every byte for which `replacement` has one.
  ///
  /// What lies between two such bytes is copied at once.
  @inlinable
  public mutating func append(_ text: String, replacing replacement: (UInt8) -> String?) {
    append(text.utf8.span, replacing: replacement)
  }

  /// The same for letters that need not be all of a text.
  @inlinable
  public mutating func append(
    _ letters: Swift.Span<UInt8>, replacing replacement: (UInt8) -> String?
  ) {
    var start = 0
    for index in letters.indices {
      guard let other = replacement(letters[index]) else { continue }
      append(letters.extracting(start..<index))
      append(other)
      start = index + 1
    }
    append(letters.extracting(start..<letters.count))
  }
}

extension Swift.Span<UInt8> {
  /// Whether one of the bytes is such a one.
  @inlinable
  public func contains(where isWanted: (UInt8) -> Bool) -> Bool {
    for index in indices where isWanted(self[index]) { return true }
    return false
  }

  /// Whether `text` stands at `index`.
  public func hasText(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    for offset in 0..<length where unsafe text.utf8Start[offset] != self[index + offset] {
      return false
    }
    return true
  }
}
