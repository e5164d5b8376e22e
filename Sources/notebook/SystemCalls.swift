import DocTests

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The system's own calls, for replacing files.
struct SystemCalls: FileCalls {
  var processNumber: Int { Int(getpid()) }

  func resolved(_ path: String) throws(FileFailure) -> String {
    guard let found = unsafe realpath(path, nil) else { throw .last("it cannot be found") }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  func openLocked(_ path: String) throws(FileFailure) -> CInt {
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last("it cannot be opened") }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let failure = FileFailure.last("it cannot be locked")
        _ = systemClose(descriptor)
        throw failure
      }
    }
    return descriptor
  }

  func status(of descriptor: CInt) throws(FileFailure) -> FileStatus {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last("it cannot be looked at") }
    return FileStatus(status)
  }

  func status(at path: String) throws(FileFailure) -> FileStatus {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw .last("it cannot be looked at") }
    return FileStatus(status)
  }

  func checkWritable(_ path: String) throws(FileFailure) {
    guard unsafe access(path, W_OK) == 0 else { throw .last("it cannot be written") }
  }

  func contents(of descriptor: CInt) throws(FileFailure) -> [UInt8] {
    guard let bytes = Files.bytes(of: descriptor, limit: Files.limit) else {
      throw .last("it cannot be read")
    }
    return bytes
  }

  func create(_ path: String) throws(FileFailure) -> CInt {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last("no file can be made beside it") }
    return descriptor
  }

  func setPermissions(of descriptor: CInt, as status: FileStatus) throws(FileFailure) {
    // Only the superuser may give files away; the group is kept where that is allowed.
    if fchown(descriptor, status.owner[0], status.owner[1]) != 0 {
      _ = fchown(descriptor, uid_t.max, status.owner[1])
    }
    guard fchmod(descriptor, mode_t(status.mode & 0o7777)) == 0 else {
      throw .last("its permissions cannot be kept")
    }
  }

  func write(_ bytes: ArraySlice<UInt8>, to descriptor: CInt) throws(FileFailure) {
    guard Terminal.write(Array(bytes), to: descriptor) else {
      throw .last("it cannot be written")
    }
  }

  func synchronize(_ descriptor: CInt) throws(FileFailure) {
    guard fsync(descriptor) == 0 else { throw .last("it cannot be written") }
  }

  func close(_ descriptor: CInt) throws(FileFailure) {
    guard systemClose(descriptor) == 0 else { throw .last("it cannot be written") }
  }

  func rename(_ path: String, to target: String) throws(FileFailure) {
    guard systemRename(path, target) == 0 else { throw .last("it cannot be replaced") }
  }

  func remove(_ path: String) throws(FileFailure) {
    guard unsafe unlink(path) == 0 else { throw .last("it cannot be removed") }
  }
}

private func systemClose(_ descriptor: CInt) -> CInt { close(descriptor) }

private func systemRename(_ path: String, _ target: String) -> CInt {
  unsafe rename(path, target)
}

extension FileFailure {
  /// A failure with the reason that the system gave last.
  fileprivate static func last(_ message: String) -> FileFailure {
    let reason = unsafe String(cString: strerror(errno)).lowercased()
    return FileFailure("\(message): \(reason)")
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    #if canImport(Darwin)
    let time = status.st_mtimespec
    #else
    let time = status.st_mtim
    #endif
    self.init(
      identity: [UInt64(truncatingIfNeeded: status.st_dev), UInt64(status.st_ino)],
      version: [Int64(time.tv_sec), Int64(time.tv_nsec), Int64(status.st_size)],
      mode: UInt32(status.st_mode & 0o7777), owner: [status.st_uid, status.st_gid],
      isRegular: status.st_mode & S_IFMT == S_IFREG)
  }
}
