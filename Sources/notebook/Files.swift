import ArgumentParser
import DocTests
import Source

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads and writes files; the only place that touches the disk.
enum Files {
  /// Beyond this no file is read.
  static let limit = 64 << 20

  /// The text of a file, or of standard input for `-`.
  ///
  /// - Throws: Exit code 2 after saying why, when it cannot be read.
  static func read(_ path: String) throws -> SourceText {
    let descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw failure(path, "cannot be read") }
    defer { if path != "-" { close(descriptor) } }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(path, "cannot be read") }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw failure(path, "is a folder", because: nil)
    }
    guard let bytes = bytes(of: descriptor, limit: limit) else {
      throw failure(path, "cannot be read")
    }
    guard bytes.count <= limit else {
      throw failure(path, "is larger than \(limit >> 20) MiB, the limit", because: nil)
    }
    return SourceText(name: path, bytes: bytes)
  }

  /// Whether something of that name is there.
  static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// What can be read, or somewhat more than `limit` bytes of it; nil when reading fails.
  static func bytes(of descriptor: CInt, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Self.read(descriptor, buffer)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return bytes
  }

  private static func read(_ descriptor: CInt, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
    unsafe Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
    unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// Does something with every file, also behind one that fails.
  ///
  /// - Throws: The highest exit code that was not 0.
  static func forEach(_ paths: [String], _ body: (String) throws -> Int32) throws {
    var code: Int32 = 0
    for path in paths {
      do {
        code = max(code, try body(path))
      } catch let exit as ExitCode {
        code = max(code, exit.rawValue)
      }
    }
    if code != 0 { throw ExitCode(code) }
  }

  /// Writes a file whole or not at all: a temporary file beside it, then a rename.
  ///
  /// A pipe or a device is written into: a rename would put a file in its place.
  ///
  /// - Throws: Exit code 2 after saying why, when it cannot be written; nothing is left behind.
  static func write(_ bytes: [UInt8], to path: String) throws {
    guard path != "-" else { return Terminal.write(bytes) }
    var status = stat()
    if unsafe stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
      let descriptor = unsafe open(path, O_WRONLY)
      guard descriptor >= 0 else { throw failure(path, "cannot be written") }
      defer { close(descriptor) }
      guard Terminal.write(bytes, to: descriptor) else { throw failure(path, "cannot be written") }
      return
    }
    let temporary = path + ".\(getpid()).part"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else { throw failure(path, "cannot be written") }
    var isWhole = Terminal.write(bytes, to: descriptor)
    if close(descriptor) != 0 { isWhole = false }
    if isWhole { isWhole = unsafe rename(temporary, path) == 0 }
    guard isWhole else {
      let error = failure(path, "cannot be written")
      unsafe unlink(temporary)
      throw error
    }
  }

  /// Puts a new version in the place of a file that was read, whole or not at all.
  ///
  /// - Throws: Exit code 2 after saying why, when it cannot be replaced or was changed since.
  static func replace(_ source: SourceText, with bytes: [UInt8]) throws {
    do throws(FileFailure) {
      try Replacement(SystemCalls()).replace(source.name, old: source.bytes, with: bytes)
    } catch {
      Terminal.complain("\(source.name): error: \(error.message)\n")
      throw ExitCode(2)
    }
  }

  /// Says what is wrong with a file, with the system's reason, and gives exit code 2.
  private static func failure(
    _ path: String, _ what: String,
    because reason: String? = unsafe String(cString: strerror(errno))
  ) -> ExitCode {
    let name = path == "-" ? "standard input" : path
    let reason = reason.map { ": " + $0.lowercased() } ?? ""
    Terminal.complain("\(name): error: \(what)\(reason)\n")
    return ExitCode(2)
  }
}
