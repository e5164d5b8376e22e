/// Values by the names of commands, which every pass over a formula looks up again and again.
///
/// Quicker than a dictionary, which hashes so that nobody can choose names that collide: here all
/// names are the program's, ASCII and short. A name beyond ASCII is never found.
struct NameTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let name: String
    var value: Value
  }

  private var entries: [Entry] = []
  /// The index of an entry at the hash of its name or at the next free place behind; -1 where free.
  private var slots: [Int16]

  /// A table for at most 4,000 names.
  init() {
    slots = Array(repeating: -1, count: 1 << 13)
    entries.reserveCapacity(1_200)
  }

  /// The value of a name; what has been set is never removed.
  subscript(name: String) -> Value? {
    get {
      let index = Int(slots[slot(of: name)])
      return index < 0 ? nil : entries[index].value
    }
    set {
      guard let newValue else { return }
      let slot = slot(of: name)
      let index = Int(slots[slot])
      if index >= 0 { return entries[index].value = newValue }
      precondition(entries.count < 4_000, "a table of names is full")
      slots[slot] = Int16(entries.count)
      entries.append(Entry(name: name, value: newValue))
    }
  }

  /// All names with their values, in the order in which they were set first.
  var all: some Sequence<(name: String, value: Value)> {
    entries.lazy.map { ($0.name, $0.value) }
  }

  /// Where the name stands, or else the free place where it would.
  private func slot(of name: String) -> Int {
    let letters = name.utf8.span
    var hash: UInt32 = 2_166_136_261
    for index in letters.indices { hash = (hash ^ UInt32(letters[index])) &* 16_777_619 }
    let mask = slots.count - 1
    var slot = Int(hash ^ hash >> 15) & mask
    while slots[slot] >= 0, entries[Int(slots[slot])].name != name { slot = (slot + 1) & mask }
    return slot
  }
}
