internal import CPerfEvent
internal import Glibc

extension LinuxKernel {
  /// Reads a small file.
  ///
  /// What is no file is refused before anything is read: a device may never end, and a
  /// pipe would seem to be empty. The corresponding C functions are `open`, `fstat` and
  /// `read`.
  public func readFile(_ path: String, limit: Int) throws(Errno) -> [UInt8] {
    let descriptor: Int32 = try retrying { unsafe cperf_open_file(path) }
    defer { close(descriptor) }
    try requireFile(descriptor)
    var bytes: [UInt8] = []
    while true {
      // Most files are small; of a large one each piece is as long as all before it.
      let length: Int = min(max(bytes.count, 1 << 12), 1 << 20)
      let piece: [UInt8] = try unsafe [UInt8](unsafeUninitializedCapacity: length) {
        (memory, count) throws(Errno) in
        count = try unsafe read(descriptor, into: UnsafeMutableRawBufferPointer(memory))
      }
      if piece.isEmpty { return bytes }
      guard piece.count <= limit - bytes.count else { throw .fileTooLarge }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
    }
  }

  private func requireFile(_ descriptor: Int32) throws(Errno) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Errno(rawValue: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw .isDirectory
    default: throw .illegalSeek
    }
  }

  /// Lists a folder.
  ///
  /// The corresponding C functions are `opendir` and `readdir`.
  public func listDirectory(_ path: String) throws(Errno) -> [String] {
    var error: Int32 = 0
    guard let folder = unsafe cperf_open_directory(path, &error) else {
      throw Errno(rawValue: error)
    }
    defer { _ = unsafe closedir(folder) }
    var names: [String] = []
    while let name = unsafe cperf_next_name(folder, &error) {
      let text: String = unsafe String(cString: name)
      if text != "." && text != ".." { names.append(text) }
    }
    guard error == 0 else { throw Errno(rawValue: error) }
    return names.sorted()
  }
}
