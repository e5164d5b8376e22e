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

extension Files {
  /// The notebooks that paths stand for: files as they are, folders searched for `.md` files that hold
  /// `dl` blocks, in the order of their names.
  ///
  /// Hidden folders and symbolic links in folders are passed over. What cannot be read is told.
  static func notebooks(at paths: [String]) throws -> (files: [String], code: Int32) {
    var files: [String] = []
    var seen: Set<String> = []
    var code: Int32 = 0
    for path in paths {
      guard path != "-", isFolder(path) else {
        if seen.insert(path).inserted { files.append(path) }
        continue
      }
      var found: [String] = []
      if !search(path, depth: 0, into: &found) { code = 2 }
      for file in found where !seen.contains(file) {
        do {
          guard NotebookCheck.holdsBlocks(try read(file)) else { continue }
          seen.insert(file)
          files.append(file)
        } catch let exit as ExitCode {
          code = max(code, exit.rawValue)
        }
      }
    }
    return (files, code)
  }

  /// Says that nothing was found, and gives exit code 1.
  static func nothingFound(_ paths: [String]) -> ExitCode {
    Terminal.complain(
      "\(paths.joined(separator: ", ")): error: there is no notebook with 'dl' blocks\n")
    return ExitCode(1)
  }

  /// Folders nest no deeper than this.
  private static let depthLimit = 64

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The `.md` files below a folder; false, and told, where a folder cannot be read.
  private static func search(_ folder: String, depth: Int, into found: inout [String]) -> Bool {
    guard depth < depthLimit, let names = names(in: folder) else {
      Terminal.complain("\(folder): error: the folder cannot be read\n")
      return false
    }
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    var isWhole = true
    for name in names.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    where !name.hasPrefix(".") {
      let path = prefix + name
      var status = stat()
      guard unsafe lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: isWhole = search(path, depth: depth + 1, into: &found) && isWhole
      case S_IFREG where name.hasSuffix(".md"): found.append(path)
      case _: break
      }
    }
    return isWhole
  }

  private static func names(in folder: String) -> [String]? {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }
}
