internal import Glibc
internal import PerfEvent

/// The system calls that reading a recording takes.
///
/// Names are turned into C's form before a call and released behind it, so that
/// nothing runs between the call and the reading of errno.
enum SystemCalls {
  /// Opens a file for reading.
  static func openFile(_ path: String) throws(Errno) -> Int32 {
    let result = unsafe path.withCString { name in
      attempt({ unsafe Glibc.open(name, O_RDONLY | O_CLOEXEC) }, failed: { $0 < 0 })
    }
    return try result.get()
  }

  /// Tells the kind and the size of an open file.
  static func status(of descriptor: Int32) throws(Errno) -> stat {
    var status = stat()
    _ = try attempt({ unsafe Glibc.fstat(descriptor, &status) }, failed: { $0 < 0 }).get()
    return status
  }

  /// Reads bytes at the descriptor's position, or at an offset of a regular file.
  ///
  /// - Returns: The number of bytes; 0 at the end.
  static func read(
    _ descriptor: Int32, at offset: Int?, into target: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    let (address, count) = (target.baseAddress, target.count)
    if let offset {
      return try attempt(
        { unsafe Glibc.pread(descriptor, address, count, offset) }, failed: { $0 < 0 }
      ).get()
    }
    return try attempt({ unsafe Glibc.read(descriptor, address, count) }, failed: { $0 < 0 }).get()
  }

  /// Waits until a descriptor has bytes or its other end is closed.
  ///
  /// - Returns: Whether reading would not wait; false also when a signal came.
  static func isReadable(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, milliseconds) > 0
  }

  /// Sleeps, or less long when a signal comes.
  static func sleep(milliseconds: Int32) {
    _ = poll(nil, 0, milliseconds)
  }

  /// The size of the machine's memory in bytes, if the system tells it.
  static var memorySize: Int? {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let (size, overflow) = pages.multipliedReportingOverflow(by: sysconf(Int32(_SC_PAGESIZE)))
    return pages > 0 && size > 0 && !overflow ? size : nil
  }

  /// Maps the first bytes of a file for reading.
  @unsafe
  static func map(_ descriptor: Int32, count: Int) throws(Errno) -> UnsafeMutableRawPointer? {
    let result = unsafe attempt(
      { unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0) },
      failed: { unsafe $0 == MAP_FAILED })
    return unsafe try result.get()
  }

  /// Opens a directory; nothing when the path names something else.
  @unsafe
  static func openDirectory(_ path: String) throws(Errno) -> OpaquePointer? {
    let result = unsafe path.withCString { name in
      unsafe attempt({ unsafe opendir(name) }, failed: { unsafe $0 == nil })
    }
    if case .failure(let error) = unsafe result, error.rawValue == ENOTDIR { return nil }
    return unsafe try result.get()
  }

  /// Returns the next name in a directory, or nothing behind the last one.
  @unsafe
  static func nextName(in directory: OpaquePointer) throws(Errno) -> String? {
    // The end and a failure differ in errno alone, which the end leaves as it is.
    errno = 0
    let entry = unsafe readdir(directory)
    let number = errno
    guard let entry = unsafe entry else {
      if number == 0 { return nil }
      throw Errno(rawValue: number)
    }
    return unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// The folder for temporary files: the one that `TMPDIR` names, or `/var/tmp`.
  static var temporaryFolder: String {
    guard let name = unsafe getenv("TMPDIR"), unsafe name.pointee != 0 else {
      return "/var/tmp"
    }
    return unsafe String(cString: name)
  }

  /// Makes a file that never had a name; nothing where that fails, as on some file systems.
  static func openUnnamed(in folder: String) -> Int32? {
    // The header defines it in a way that Swift does not import.
    let temporary = 0o20000000 | O_DIRECTORY
    let opened = unsafe folder.withCString { name in
      attempt(
        { unsafe Glibc.open(name, O_RDWR | O_CLOEXEC | temporary, 0o600) },
        failed: { $0 < 0 })
    }
    return try? opened.get()
  }

  /// Makes a file without a name, which goes away when it is closed.
  static func openTemporary(in folder: String) throws(Errno) -> Int32 {
    if let descriptor = openUnnamed(in: folder) { return descriptor }
    // One with a name can always be made, or tells why not; the name is taken away.
    let (descriptor, name) = try openDraft("\(folder)/perfdata")
    _ = unsafe unlink(name)
    return descriptor
  }

  /// Makes a file with a new name behind a given beginning.
  static func openDraft(
    _ beginning: String
  ) throws(Errno) -> (descriptor: Int32, name: [CChar]) {
    // The call puts letters of its own in place of each X.
    var template = Array("\(beginning).XXXXXX".utf8CString)
    let descriptor = try attempt({ unsafe mkstemp(&template) }, failed: { $0 < 0 }).get()
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return (descriptor, template)
  }

  /// Writes all bytes.
  static func write(_ bytes: RawSpan, to descriptor: Int32) throws(Errno) {
    var written = 0
    while written < bytes.byteCount {
      let rest = bytes.extracting(written..<bytes.byteCount)
      let result = unsafe rest.withUnsafeBytes { buffer in
        let (address, count) = (buffer.baseAddress, buffer.count)
        return attempt(
          { unsafe Glibc.write(descriptor, address, count) }, failed: { $0 < 0 })
      }
      written += try result.get()
    }
  }

  /// Calls again as long as signals interrupt, and takes errno before anything else.
  static func attempt<Value>(
    _ call: () -> Value, failed: (Value) -> Bool
  ) -> Result<Value, Errno> {
    while true {
      let value = call()
      let number = errno
      if !failed(value) { return .success(value) }
      if number != EINTR { return .failure(Errno(rawValue: number)) }
    }
  }
}
