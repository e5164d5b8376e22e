/// What a replacement of a file asks of the system, one call each, so that a test can let any fail.
public protocol FileCalls {
  /// The path without symbolic links.
  func resolved(_ path: String) throws(FileFailure) -> String
  /// Opens a file for reading and waits until nobody else holds it.
  func openLocked(_ path: String) throws(FileFailure) -> CInt
  /// What an open file is.
  func status(of descriptor: CInt) throws(FileFailure) -> FileStatus
  /// What stands at a path now.
  func status(at path: String) throws(FileFailure) -> FileStatus
  /// Fails where the file must not be written.
  func checkWritable(_ path: String) throws(FileFailure)
  /// All that an open file holds.
  func contents(of descriptor: CInt) throws(FileFailure) -> [UInt8]
  /// Makes a new file that only its owner sees; fails where there is one.
  func create(_ path: String) throws(FileFailure) -> CInt
  /// Gives an open file the owner and the permissions of another one.
  func setPermissions(of descriptor: CInt, as status: FileStatus) throws(FileFailure)
  /// Writes bytes at the end of an open file.
  func write(_ bytes: ArraySlice<UInt8>, to descriptor: CInt) throws(FileFailure)
  /// Waits until an open file is on the disk.
  func synchronize(_ descriptor: CInt) throws(FileFailure)
  /// Closes a file, which frees its lock.
  func close(_ descriptor: CInt) throws(FileFailure)
  /// Puts one file in the place of another, whole.
  func rename(_ path: String, to target: String) throws(FileFailure)
  /// Removes a file.
  func remove(_ path: String) throws(FileFailure)
  /// Different for every process that runs.
  var processNumber: Int { get }
}

/// What the system knows of a file.
public struct FileStatus: Hashable, Sendable {
  /// The disk and the number of the file on it.
  public let identity: [UInt64]
  /// When it was changed, and its size.
  public let version: [Int64]
  /// The permissions.
  public let mode: UInt32
  /// The owner and the group.
  public let owner: [UInt32]
  /// Whether it is a file like any other: no folder, no device.
  public let isRegular: Bool

  /// What the system knows of a file.
  public init(
    identity: [UInt64], version: [Int64], mode: UInt32, owner: [UInt32], isRegular: Bool
  ) {
    self.identity = identity
    self.version = version
    self.mode = mode
    self.owner = owner
    self.isRegular = isRegular
  }
}

/// Why a file could not be replaced: a clause, with the system's reason.
public struct FileFailure: Error, Hashable, Sendable {
  /// What could not be done.
  public let message: String

  /// A failure and its clause.
  public init(_ message: String) {
    self.message = message
  }
}
