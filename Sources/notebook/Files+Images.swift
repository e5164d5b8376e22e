import Manuscripts

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Files {
  /// The image at a path that leads from a notebook's folder into it; standard input stands in the
  /// current folder.
  static func image(at path: String, besides notebook: String) -> ImageFile {
    let folder = folder(of: notebook)
    guard let root = resolved(folder) else { return .unreadable }
    guard let file = resolved(folder + "/" + path) else {
      return errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG ? .missing : .unreadable
    }
    // Nothing but symbolic links leads out now, and none is left in either path.
    guard file != root else { return .unreadable }
    guard file.hasPrefix(root.hasSuffix("/") ? root : root + "/") else { return .outside }
    // What is no plain file might never end, or never begin.
    let descriptor = unsafe open(file, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return .unreadable }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .unreadable
    }
    guard status.st_size <= ImageFile.byteLimit else { return .tooLarge }
    guard let bytes = bytes(of: descriptor, limit: ImageFile.byteLimit) else { return .unreadable }
    return bytes.count <= ImageFile.byteLimit ? .bytes(bytes) : .tooLarge
  }

  private static func folder(of notebook: String) -> String {
    guard notebook != "-", let slash = notebook.lastIndex(of: "/") else { return "." }
    return slash == notebook.startIndex ? "/" : String(notebook[..<slash])
  }

  /// The path without symbolic links; nil, and the reason in `errno`, where nothing stands.
  private static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}
