import Foundation

/// One text of the repository.
struct TextFile: Sendable {
  /// The path from the top of the repository, such as `Sources/Source/Span.swift`.
  let path: String
  /// Everything in it.
  let text: String
  /// Its code, where it is Swift; else nothing.
  let code: SwiftCode

  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = SwiftCode(path.hasSuffix(".swift") ? text : "")
  }

  /// Its lines, without their ends; a line end behind the last one opens no further line.
  var lines: [Substring] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.last == "" ? lines.dropLast() : lines
  }

  /// The folder below `Sources`, or `nil` elsewhere.
  var room: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
  }
}

/// One thing that is not tidy; `line` counts from 1, 0 stands for the whole file.
struct Finding: Hashable, Sendable, CustomStringConvertible {
  let path: String
  let line: Int
  let message: String

  var description: String { "\(path):\(line): \(message)" }
}

/// The files that are, or are about to be, part of the repository.
struct Repository: Sendable {
  /// This repository, read once.
  static let shared = Repository(top: URL(filePath: #filePath, directoryHint: .notDirectory))

  /// Every path that git tracks, or would with `git add`; without git, every path that is no product.
  let paths: [String]
  /// Every file that is valid UTF-8.
  let texts: [TextFile]

  /// The Swift files, this one included.
  var swift: [TextFile] { texts.filter { $0.path.hasSuffix(".swift") } }

  /// The Swift files of the program.
  var sources: [TextFile] { swift.filter { $0.room != nil } }

  private init(top file: URL) {
    let top = file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let paths = (Self.listed(at: top) ?? Self.found(at: top)).sorted()
    self.paths = paths
    texts = paths.compactMap { path in
      guard let bytes = try? Data(contentsOf: top.appending(path: path)) else { return nil }
      return String(validating: bytes, as: UTF8.self).map { TextFile(path: path, text: $0) }
    }
  }

  /// What git lists, without what is gone from the disk; `nil` outside a clone.
  private static func listed(at top: URL) -> [String]? {
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = [
      "git", "-C", top.path, "ls-files", "-z", "--cached", "--others", "--exclude-standard",
    ]
    let output = Pipe()
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    guard (try? git.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { return nil }
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      .filter { FileManager.default.fileExists(atPath: top.appending(path: $0).path) }
  }

  /// What lies in the folder, without hidden folders.
  private static func found(at top: URL) -> [String] {
    let all = FileManager.default.enumerator(atPath: top.path)?.compactMap { $0 as? String } ?? []
    return all.filter { path in
      let folder = path.split(separator: "/").dropLast()
      return !folder.contains { $0.hasPrefix(".") && $0 != ".ci" }
    }
  }
}
