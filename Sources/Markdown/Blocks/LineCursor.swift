/// A place in one line that knows about tabs: a tab reaches to the next multiple of four columns,
/// and the prefix of a container may take only a part of it.
struct LineCursor {
  private let bytes: [UInt8]
  /// The offset behind the line, without its line end.
  let end: Int
  /// The next byte.
  private(set) var offset: Int
  /// The columns left of the cursor.
  private(set) var column = 0
  /// The first byte that is no space or tab; `end` on a blank line.
  private(set) var textOffset: Int
  /// The columns between the cursor and that byte.
  private(set) var indent = 0
  private var isInsideTab = false

  init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    self.end = end
    offset = start
    textOffset = start
    findText()
  }

  var isBlank: Bool { textOffset >= end }

  /// The byte at the first place that is no space or tab; 0 on a blank line.
  var first: UInt8 { textOffset < end ? bytes[textOffset] : 0 }

  /// How many spaces stand for what is left of a tab that was taken apart.
  var leftOfTab: Int { isInsideTab ? 4 - column % 4 : 0 }

  /// Moves over `count` columns of spaces and tabs, or single other bytes.
  mutating func advance(columns count: Int) {
    var left = count
    while left > 0, offset < end {
      if bytes[offset] == 0x09 {
        let width = 4 - column % 4
        if width > left {
          isInsideTab = true
          column += left
          break
        }
        isInsideTab = false
        column += width
        left -= width
      } else {
        isInsideTab = false
        column += 1
        left -= 1
      }
      offset += 1
    }
    findText()
  }

  /// Moves to the first byte that is no space or tab, then over `count` bytes.
  mutating func advanceToText(andOver count: Int = 0) {
    column += indent + count
    offset = textOffset + count
    isInsideTab = false
    findText()
  }

  /// Moves over one space, or one column of a tab, if one stands here.
  mutating func skipOneBlank() {
    guard offset < end, bytes[offset].isBlank else { return }
    advance(columns: 1)
  }

  private mutating func findText() {
    // What was found before still holds as long as the cursor has not passed it.
    if textOffset < offset { textOffset = offset }
    var index = offset
    var reached = column
    while index < end {
      if bytes[index] == 0x20 {
        reached += 1
      } else if bytes[index] == 0x09 {
        reached += 4 - reached % 4
      } else {
        break
      }
      index += 1
    }
    textOffset = index
    indent = reached - column
  }
}
