/// Replaces a file by a new version: at every moment it is the old one or the new one.
///
/// The new version is written beside the file under another name, then renamed. Symbolic links stay
/// links, permissions are kept, a file that is not what was read is left alone, and nothing remains of
/// an attempt that failed. While one program replaces a file, others that do wait for it.
public struct Replacement<Calls: FileCalls> {
  private let calls: Calls
  /// The most bytes that are written at once.
  private static var chunk: Int { 1 << 16 }
  /// So often a file may be replaced by others while this one waits for it.
  private static var attempts: Int { 16 }

  /// Replacements by these calls.
  public init(_ calls: Calls) {
    self.calls = calls
  }

  /// Puts `new` in the place of `old`; nothing is done where the file holds `new` already.
  ///
  /// - Throws: Why nothing was written; the file is then as it was.
  public func replace(_ path: String, old: [UInt8], with new: [UInt8]) throws(FileFailure) {
    let target = try calls.resolved(path)
    let descriptor = try openCurrent(target)
    do throws(FileFailure) {
      try replace(target, opened: descriptor, old: old, with: new)
    } catch {
      try? calls.close(descriptor)
      throw error
    }
    // The new version is in its place; what could still fail is no failure of it.
    try? calls.close(descriptor)
  }

  private func replace(
    _ target: String, opened descriptor: CInt, old: [UInt8], with new: [UInt8]
  ) throws(FileFailure) {
    let status = try calls.status(of: descriptor)
    guard status.isRegular else { throw FileFailure("it is no plain file") }
    guard status.mode & 0o222 != 0 else { throw FileFailure("it is read-only") }
    try calls.checkWritable(target)
    let contents = try calls.contents(of: descriptor)
    if contents == new { return }
    guard contents == old else { throw .changed }
    let temporary = try writeBeside(target, new, like: status)
    do throws(FileFailure) {
      // Who does not wait for locks, such as an editor, may have saved meanwhile.
      guard try calls.status(at: target) == status else { throw .changed }
      try calls.rename(temporary, to: target)
    } catch {
      try? calls.remove(temporary)
      throw error
    }
  }

  /// Opens the file that stands at the path once nobody else replaces it.
  private func openCurrent(_ target: String) throws(FileFailure) -> CInt {
    for _ in 0..<Self.attempts {
      let descriptor = try calls.openLocked(target)
      do throws(FileFailure) {
        // Whoever held the lock may have put another file there.
        let opened = try calls.status(of: descriptor)
        if try calls.status(at: target).identity == opened.identity { return descriptor }
      } catch {
        try? calls.close(descriptor)
        throw error
      }
      try calls.close(descriptor)
    }
    throw .changed
  }

  /// Writes a file of another name into the folder of the target; nothing is left of it on failure.
  private func writeBeside(
    _ target: String, _ bytes: [UInt8], like status: FileStatus
  ) throws(FileFailure) -> String {
    let temporary = "\(target).\(calls.processNumber).part"
    let descriptor = try calls.create(temporary)
    do throws(FileFailure) {
      var isOpen = true
      do throws(FileFailure) {
        try calls.setPermissions(of: descriptor, as: status)
        var written = 0
        while written < bytes.count {
          let end = min(bytes.count, written + Self.chunk)
          try calls.write(bytes[written..<end], to: descriptor)
          written = end
        }
        try calls.synchronize(descriptor)
        isOpen = false
        try calls.close(descriptor)
      } catch {
        if isOpen { try? calls.close(descriptor) }
        throw error
      }
    } catch {
      try? calls.remove(temporary)
      throw error
    }
    return temporary
  }
}

extension FileFailure {
  /// Somebody else wrote the file.
  static let changed = FileFailure("it was changed since it was read; nothing is written")
}
