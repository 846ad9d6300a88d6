internal import Glibc
internal import PerfEvent

extension SystemCalls {
  /// Creates a file for writing, in place of a regular one of that name.
  static func createFile(_ path: String) throws(Errno) -> Int32 {
    let result = unsafe path.withCString { name in
      var status = stat()
      if unsafe lstat(name, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
        // Emptying it would pull the bytes away from whoever has mapped it.
        _ = unsafe unlink(name)
      }
      return attempt(
        { unsafe Glibc.open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600) },
        failed: { $0 < 0 })
    }
    return try result.get()
  }

  /// Tells whether a path names something that is no regular file.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return unsafe path.withCString { name in
      unsafe stat(name, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }
  }

  /// The path without symbolic links; nothing if it names nothing.
  static func resolved(_ path: String) -> String? {
    unsafe path.withCString { name in
      guard let found = unsafe realpath(name, nil) else { return nil }
      defer { unsafe free(found) }
      return unsafe String(cString: found)
    }
  }

  /// Gives a file without a name one that begins with a path.
  static func name(_ descriptor: Int32, near path: String) throws(Errno) -> [CChar] {
    let file = Array("/proc/self/fd/\(descriptor)".utf8CString)
    var attempts = 0
    while true {
      let name = Array("\(path).\(UInt32.random(in: 0 ... .max))".utf8CString)
      let linked = attempt(
        { unsafe linkat(AT_FDCWD, file, AT_FDCWD, name, AT_SYMLINK_FOLLOW) }, failed: { $0 != 0 })
      guard case .failure(let error) = linked else { return name }
      attempts += 1
      guard error.rawValue == EEXIST, attempts < 100 else { throw error }
    }
  }

  /// Writes bytes at the descriptor's position, or at an offset of a regular file.
  ///
  /// - Returns: The number of bytes, at least 1 unless there is none to write.
  static func write(
    _ descriptor: Int32, at offset: Int?, from source: UnsafeRawBufferPointer
  ) throws(Errno) -> Int {
    let (address, count) = (source.baseAddress, source.count)
    if let offset {
      return try attempt(
        { unsafe Glibc.pwrite(descriptor, address, count, offset) }, failed: { $0 < 0 }
      ).get()
    }
    return try attempt(
      { unsafe Glibc.write(descriptor, address, count) }, failed: { $0 < 0 }
    ).get()
  }

  /// Tells whether bytes at given offsets of a descriptor can be replaced.
  static func isPatchable(_ descriptor: Int32) -> Bool {
    let flags = fcntl(descriptor, F_GETFL)
    return lseek(descriptor, 0, SEEK_CUR) == 0 && flags >= 0 && flags & O_APPEND == 0
  }
}
