import Synchronization
import Testing

@testable import DocTests

/// A disk in memory, on which any call can be made to fail.
private final class Disk: FileCalls, Sendable {
  struct File {
    var bytes: [UInt8]
    var mode: UInt32 = 0o640
    var owner: [UInt32] = [7, 8]
    var number: UInt64
    var version: Int64 = 0
  }

  struct State {
    var files: [String: File] = [:]
    var links: [String: String] = [:]
    var open: [CInt: String] = [:]
    var opened: [CInt: UInt64] = [:]
    var calls: [String] = []
    var failing: Int?
    var next: CInt = 3
    var nextNumber: UInt64 = 1
    /// What happens before a call, as if another program did it.
    var meanwhile: [Int: @Sendable (inout State) -> Void] = [:]
  }

  let state = Mutex(State())
  let processNumber = 42

  func put(_ path: String, _ text: String, mode: UInt32 = 0o640) {
    state.withLock { $0.put(path, text, mode: mode) }
  }

  func text(_ path: String) -> String? {
    state.withLock { state in state.files[path].map { String(decoding: $0.bytes, as: UTF8.self) } }
  }

  private func call<Result: Sendable>(
    _ name: String, _ body: (inout sending State) -> Result?
  ) throws(FileFailure) -> Result {
    let result: Result? = state.withLock { state in
      let number = state.calls.count
      state.calls.append(name)
      if let action = state.meanwhile[number] { action(&state) }
      return state.failing == number ? nil : body(&state)
    }
    guard let result else { throw FileFailure("\(name) fails") }
    return result
  }

  func resolved(_ path: String) throws(FileFailure) -> String {
    try call("resolve") { $0.links[path] ?? (($0.files[path] != nil) ? path : nil) }
  }

  func openLocked(_ path: String) throws(FileFailure) -> CInt {
    try call("open") { state in
      guard let file = state.files[path] else { return nil }
      state.next += 1
      state.open[state.next] = path
      state.opened[state.next] = file.number
      return state.next
    }
  }

  func status(of descriptor: CInt) throws(FileFailure) -> FileStatus {
    try call("fstat") { state in
      state.open[descriptor].flatMap { path in
        guard let file = state.files[path], let number = state.opened[descriptor] else {
          return nil
        }
        return FileStatus(
          identity: [1, number], version: [file.version], mode: file.mode, owner: file.owner,
          isRegular: true)
      }
    }
  }

  func status(at path: String) throws(FileFailure) -> FileStatus {
    try call("stat") { state in
      state.files[path].map { file in
        FileStatus(
          identity: [1, file.number], version: [file.version], mode: file.mode, owner: file.owner,
          isRegular: true)
      }
    }
  }

  func checkWritable(_ path: String) throws(FileFailure) {
    try call("access") { _ -> Void? in () }
  }

  func contents(of descriptor: CInt) throws(FileFailure) -> [UInt8] {
    try call("read") { state in state.open[descriptor].flatMap { state.files[$0]?.bytes } }
  }

  func create(_ path: String) throws(FileFailure) -> CInt {
    try call("create") { state in
      guard state.files[path] == nil else { return nil }
      state.put(path, "", mode: 0o600)
      state.next += 1
      state.open[state.next] = path
      state.opened[state.next] = state.files[path]?.number
      return state.next
    }
  }

  func setPermissions(of descriptor: CInt, as status: FileStatus) throws(FileFailure) {
    try call("chmod") { state -> Void? in
      guard let path = state.open[descriptor] else { return nil }
      state.files[path]?.mode = status.mode
      state.files[path]?.owner = status.owner
      return ()
    }
  }

  func write(_ bytes: ArraySlice<UInt8>, to descriptor: CInt) throws(FileFailure) {
    try call("write") { state -> Void? in
      guard let path = state.open[descriptor] else { return nil }
      state.files[path]?.bytes += bytes
      return ()
    }
  }

  func synchronize(_ descriptor: CInt) throws(FileFailure) {
    try call("fsync") { _ -> Void? in () }
  }

  func close(_ descriptor: CInt) throws(FileFailure) {
    try call("close") { state -> Void? in
      state.opened[descriptor] = nil
      return state.open.removeValue(forKey: descriptor) == nil ? nil : ()
    }
  }

  func rename(_ path: String, to target: String) throws(FileFailure) {
    try call("rename") { state -> Void? in
      guard let file = state.files.removeValue(forKey: path) else { return nil }
      state.files[target] = file
      return ()
    }
  }

  func remove(_ path: String) throws(FileFailure) {
    try call("unlink") { state -> Void? in
      state.files.removeValue(forKey: path) == nil ? nil : ()
    }
  }
}

extension Disk.State {
  mutating func put(_ path: String, _ text: String, mode: UInt32 = 0o640) {
    nextNumber += 1
    files[path] = Disk.File(bytes: Array(text.utf8), mode: mode, number: nextNumber)
  }
}

/// Files are the old version or the new one, whatever fails.
@Suite("Replacing files")
struct ReplacementTests {
  /// Long enough for several writes.
  private static let new = String(repeating: "new ", count: 50_000)

  private static func disk() -> Disk {
    let disk = Disk()
    disk.put("/n/exam.md", "old")
    disk.state.withLock { $0.links["link.md"] = "/n/exam.md" }
    return disk
  }

  private static func replace(_ disk: Disk, _ path: String = "/n/exam.md") throws(FileFailure) {
    try Replacement(disk).replace(path, old: Array("old".utf8), with: Array(new.utf8))
  }

  @Test("the new version is in place, with the permissions of the old one, through a link too")
  func replaces() throws {
    for path in ["/n/exam.md", "link.md"] {
      let disk = Self.disk()
      try Self.replace(disk, path)
      #expect(disk.text("/n/exam.md") == Self.new)
      disk.state.withLock { state in
        #expect(state.files.count == 1 && state.open.isEmpty)
        #expect(
          state.files["/n/exam.md"]?.mode == 0o640 && state.files["/n/exam.md"]?.owner == [7, 8])
        #expect(state.calls.count { $0 == "write" } == 4)
      }
    }
  }

  @Test("any call may fail: no mixture, no litter, nothing left open")
  func survivesEveryFailure() throws {
    let whole = Self.disk()
    try Self.replace(whole)
    let calls = whole.state.withLock(\.calls)
    #expect(calls.count > 15)
    for (number, name) in calls.enumerated() {
      let disk = Self.disk()
      disk.state.withLock { $0.failing = number }
      let isLast = number == calls.count - 1
      do throws(FileFailure) {
        try Self.replace(disk)
        #expect(isLast, "\(name) failed silently")
        #expect(disk.text("/n/exam.md") == Self.new)
      } catch {
        #expect(disk.text("/n/exam.md") == "old", "\(name)")
        #expect(error.message == "\(name) fails")
      }
      disk.state.withLock { state in
        #expect(state.files.count == 1, "\(name) leaves \(state.files.keys)")
        #expect(state.open.count <= (name == "close" ? 1 : 0), "\(name)")
      }
    }
  }

  @Test("a file that somebody else writes at any moment is never overwritten")
  func noticesOthers() throws {
    let whole = Self.disk()
    try Self.replace(whole)
    let calls = whole.state.withLock(\.calls)
    let rename = try #require(calls.firstIndex(of: "rename"))
    for number in 0..<rename {
      let disk = Self.disk()
      disk.state.withLock { $0.meanwhile[number] = { $0.put("/n/exam.md", "theirs") } }
      #expect(throws: FileFailure.changed) { try Self.replace(disk) }
      #expect(disk.text("/n/exam.md") == "theirs", "before \(calls[number])")
      #expect(disk.state.withLock(\.files).count == 1)
    }
  }

  @Test("what holds the new version already is left alone, what is read-only too")
  func leavesAlone() throws {
    let disk = Self.disk()
    disk.put("/n/exam.md", Self.new)
    try Self.replace(disk)
    #expect(!disk.state.withLock(\.calls).contains("create"))
    let locked = Disk()
    locked.put("/n/exam.md", "old", mode: 0o444)
    #expect(throws: FileFailure("it is read-only")) { try Self.replace(locked) }
    #expect(locked.text("/n/exam.md") == "old")
  }
}
