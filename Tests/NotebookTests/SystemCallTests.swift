import DocTests
import Foundation
import Synchronization
import Testing

@testable import notebook

/// The system's calls, one of which fails.
private final class FailingCalls: FileCalls, Sendable {
  private let system = SystemCalls()
  private let state = Mutex((count: 0, failing: -1))

  init(failing: Int = -1) {
    state.withLock { $0.failing = failing }
  }

  var count: Int { state.withLock(\.count) }

  private func call<Result>(
    _ body: () throws(FileFailure) -> Result
  ) throws(FileFailure) -> Result {
    let fails = state.withLock { state in
      state.count += 1
      return state.count - 1 == state.failing
    }
    if fails { throw FileFailure("no luck") }
    return try body()
  }

  var processNumber: Int { system.processNumber }

  func resolved(_ path: String) throws(FileFailure) -> String {
    try call { () throws(FileFailure) in try system.resolved(path) }
  }
  func openLocked(_ path: String) throws(FileFailure) -> CInt {
    try call { () throws(FileFailure) in try system.openLocked(path) }
  }
  func status(of descriptor: CInt) throws(FileFailure) -> FileStatus {
    try call { () throws(FileFailure) in try system.status(of: descriptor) }
  }
  func status(at path: String) throws(FileFailure) -> FileStatus {
    try call { () throws(FileFailure) in try system.status(at: path) }
  }
  func checkWritable(_ path: String) throws(FileFailure) {
    try call { () throws(FileFailure) in try system.checkWritable(path) }
  }
  func contents(of descriptor: CInt) throws(FileFailure) -> [UInt8] {
    try call { () throws(FileFailure) in try system.contents(of: descriptor) }
  }
  func create(_ path: String) throws(FileFailure) -> CInt {
    try call { () throws(FileFailure) in try system.create(path) }
  }
  func setPermissions(of descriptor: CInt, as status: FileStatus) throws(FileFailure) {
    try call { () throws(FileFailure) in try system.setPermissions(of: descriptor, as: status) }
  }
  func write(_ bytes: ArraySlice<UInt8>, to descriptor: CInt) throws(FileFailure) {
    try call { () throws(FileFailure) in try system.write(bytes, to: descriptor) }
  }
  func synchronize(_ descriptor: CInt) throws(FileFailure) {
    try call { () throws(FileFailure) in try system.synchronize(descriptor) }
  }
  func close(_ descriptor: CInt) throws(FileFailure) {
    try call { () throws(FileFailure) in try system.close(descriptor) }
  }
  func rename(_ path: String, to target: String) throws(FileFailure) {
    try call { () throws(FileFailure) in try system.rename(path, to: target) }
  }
  func remove(_ path: String) throws(FileFailure) {
    try call { () throws(FileFailure) in try system.remove(path) }
  }
}

/// Replacing files on the disk itself.
@Suite("The system's calls")
struct SystemCallTests {
  @Test("whatever call fails, the file on the disk is whole and alone in its folder")
  func survivesEveryFailure() throws {
    let folder = try CommandTests().folder
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a.md")
    let (old, new) = (Array("old".utf8), [UInt8](repeating: 0x6E, count: 200_000))
    try Data(old).write(to: file)
    let counting = FailingCalls()
    try Replacement(counting).replace(file.path, old: old, with: new)
    #expect(try Data(contentsOf: file) == Data(new))
    #expect(counting.count > 15)
    for number in 0..<counting.count {
      try Data(old).write(to: file)
      var hasFailed = false
      do throws(FileFailure) {
        try Replacement(FailingCalls(failing: number)).replace(file.path, old: old, with: new)
      } catch {
        hasFailed = true
      }
      #expect(try Data(contentsOf: file) == Data(hasFailed ? old : new), "call \(number)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.md"])
    }
  }

  @Test("a file that was changed since it was read is left alone")
  func noticesChanges() throws {
    let folder = try CommandTests().folder
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a.md")
    try Data("theirs".utf8).write(to: file)
    #expect(throws: FileFailure.self) {
      try Replacement(SystemCalls()).replace(file.path, old: Array("old".utf8), with: [0x6E])
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == "theirs")
  }
}
