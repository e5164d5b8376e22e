import Source

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Standard output and standard error.
enum Terminal {
  /// Writes bytes to standard output.
  static func write(_ bytes: [UInt8]) {
    write(bytes, to: 1)
  }

  /// Writes a line to standard error.
  static func complain(_ text: String) {
    write(Array(text.utf8), to: 2)
  }

  /// Draws diagnostics on standard error, in colour where that is a terminal and wanted.
  static func write(_ diagnostics: [Diagnostic], of source: SourceText) {
    guard !diagnostics.isEmpty else { return }
    let printer = DiagnosticPrinter(source, isColored: showsColor, showsCodes: true)
    complain(printer.text(for: diagnostics.sortedByPlace()))
  }

  /// Whether standard error is a terminal and `NO_COLOR` is not set.
  private static var showsColor: Bool {
    guard isatty(2) == 1 else { return false }
    return unsafe getenv("NO_COLOR") == nil
  }

  /// Writes all bytes; false when the system refuses.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        #if canImport(Glibc)
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
        let count = unsafe Musl.write(descriptor, rest.baseAddress, rest.count)
        #else
        let count = unsafe Darwin.write(descriptor, rest.baseAddress, rest.count)
        #endif
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else { return false }
        written += count
      }
      return true
    }
  }
}
