#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Memory that is handed out in ascending order and given back as a whole.
///
/// The parser of CommonMark makes a node or two for every word: freeing them one by one takes as
/// long as making them. Its functions for memory get no context, so each thread knows its arena; only
/// what was handed out last is used again before the end.
@safe struct Arena: ~Copyable {
  @safe private struct State {
    var next: UnsafeMutableRawPointer?
    var left = 0
    /// The chunk that is handed out at present.
    var chunk: UnsafeMutableRawPointer?
    var chunkSize = 1 << 14
  }

  /// In front of every chunk stand the address of the one before and its own size, in front of every
  /// block its size, in a unit that keeps what follows aligned.
  private static let unit = 16
  private static let largestChunk = 1 << 20

  private let state: UnsafeMutablePointer<State>

  /// An arena; nil if the system has no room to note one.
  init?() {
    guard Self.key != nil else { return nil }
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: State())
  }

  deinit {
    giveBackChunks()
    unsafe state.deallocate()
  }

  /// Takes all blocks back; what comes next gets the same memory, and as much of it in one chunk.
  func reset() {
    guard let chunk = unsafe state.pointee.chunk else { return }
    if unsafe Self.previous(of: chunk) == nil {
      unsafe state.pointee.next = chunk + Self.unit
      unsafe state.pointee.left = Self.room(of: chunk)
    } else {
      let room = giveBackChunks()
      unsafe state.initialize(to: State(chunkSize: room))
    }
  }

  /// Gives all chunks back to the system; how much room they had.
  @discardableResult
  private func giveBackChunks() -> Int {
    var room = 0
    var chunk = unsafe state.pointee.chunk
    while let old = unsafe chunk {
      unsafe room += Self.room(of: old)
      unsafe chunk = Self.previous(of: old)
      unsafe Self.giveBack(old)
    }
    return room
  }

  private static func previous(of chunk: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    unsafe chunk.load(as: UnsafeMutableRawPointer?.self)
  }

  private static func room(of chunk: UnsafeMutableRawPointer) -> Int {
    unsafe (chunk + MemoryLayout<UnsafeMutableRawPointer?>.size).load(as: Int.self)
  }

  /// Does `body`; what this thread allocates meanwhile comes from here.
  func whileUsed<Result>(_ body: () -> Result) -> Result {
    guard let key = Self.key else { return body() }
    let outer = unsafe pthread_getspecific(key)
    unsafe pthread_setspecific(key, state)
    defer { unsafe pthread_setspecific(key, outer) }
    return body()
  }

  /// Zeroed memory for `count` things of `size` bytes, as by C's `calloc`.
  ///
  /// Like the parser's own functions this ends the program when memory is out.
  static func allocate(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer {
    let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: size)
    guard !isTooLarge, bytes >= 0, bytes < .max / 2 else { abort() }
    let block = unsafe block(bytes)
    unsafe memset(block, 0, bytes)
    return unsafe block
  }

  /// The block with a new size, as by C's `realloc`.
  static func reallocate(_ old: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer {
    guard size >= 0, size < .max / 2 else { abort() }
    guard let old = unsafe old else { return unsafe block(size) }
    let oldSize = unsafe self.size(of: old)
    guard size > oldSize else { return unsafe old }
    unsafe free(old)
    let new = unsafe block(size)
    // If it was the last one it has grown in its place.
    if unsafe new != old { unsafe memmove(new, old, oldSize) }
    return unsafe new
  }

  /// Takes a block back, as C's `free` does.
  static func free(_ block: UnsafeMutableRawPointer?) {
    guard let block = unsafe block, let state = unsafe current else { return }
    let size = unsafe size(of: block)
    guard unsafe block + size == state.pointee.next else { return }
    unsafe state.pointee.next = block - unit
    unsafe state.pointee.left += size + unit
  }

  private static func size(of block: UnsafeMutableRawPointer) -> Int {
    unsafe (block - unit).load(as: Int.self)
  }

  private static func block(_ bytes: Int) -> UnsafeMutableRawPointer {
    guard let state = unsafe current else { abort() }
    let size = (bytes + unit - 1) / unit * unit
    if unsafe state.pointee.left < size + unit { unsafe addChunk(for: size, to: state) }
    guard let start = unsafe state.pointee.next else { abort() }
    unsafe start.storeBytes(of: size, as: Int.self)
    unsafe state.pointee.next = start + unit + size
    unsafe state.pointee.left -= size + unit
    return unsafe start + unit
  }

  private static func addChunk(for size: Int, to state: UnsafeMutablePointer<State>) {
    let room = unsafe max(size + unit, state.pointee.chunkSize)
    guard let chunk = unsafe malloc(unit + room) else { abort() }
    unsafe chunk.storeBytes(of: state.pointee.chunk, as: UnsafeMutableRawPointer?.self)
    unsafe (chunk + MemoryLayout<UnsafeMutableRawPointer?>.size).storeBytes(of: room, as: Int.self)
    unsafe state.pointee.chunk = chunk
    unsafe state.pointee.next = chunk + unit
    unsafe state.pointee.left = room
    unsafe state.pointee.chunkSize = min(2 * state.pointee.chunkSize, largestChunk)
  }

  private static func giveBack(_ chunk: UnsafeMutableRawPointer) {
    #if canImport(Glibc)
    unsafe Glibc.free(chunk)
    #elseif canImport(Musl)
    unsafe Musl.free(chunk)
    #else
    unsafe Darwin.free(chunk)
    #endif
  }

  private static var current: UnsafeMutablePointer<State>? {
    guard let key else { return nil }
    return unsafe pthread_getspecific(key)?.assumingMemoryBound(to: State.self)
  }

  private static let key: pthread_key_t? = {
    var key = pthread_key_t()
    return unsafe pthread_key_create(&key, nil) == 0 ? key : nil
  }()
}
