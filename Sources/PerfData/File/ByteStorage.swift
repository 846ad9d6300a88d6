internal import Glibc
internal import PerfEvent

/// Bytes of a file that stay in place until nobody needs them: mapped, or a copy.
///
/// The bytes never change through this type, so that it can be shared.
@safe
final class ByteStorage: @unchecked Sendable {
  private let buffer: UnsafeRawBufferPointer
  private let isMapped: Bool

  private init(buffer: UnsafeRawBufferPointer, isMapped: Bool) {
    unsafe self.buffer = buffer
    self.isMapped = isMapped
  }

  deinit {
    if isMapped {
      _ = unsafe munmap(UnsafeMutableRawPointer(mutating: buffer.baseAddress), buffer.count)
    } else {
      unsafe buffer.deallocate()
    }
  }

  /// Keeps a copy of bytes.
  convenience init(bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    unsafe copy.copyBytes(from: bytes)
    unsafe self.init(buffer: UnsafeRawBufferPointer(copy), isMapped: false)
  }

  /// Maps a regular file; reads anything else, such as a pipe, to its end.
  convenience init(path: String) throws(PerfDataError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw PerfDataError(path: path, errno) }
    defer { _ = close(descriptor) }
    try self.init(descriptor: descriptor, name: path)
  }

  /// Maps the regular file behind a descriptor; reads anything else to its end.
  convenience init(descriptor: Int32, name: String) throws(PerfDataError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw PerfDataError(path: name, errno) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      self.init(bytes: try ByteStorage.readAll(descriptor, name: name))
      return
    }
    let count = Int(status.st_size)
    let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw PerfDataError(path: name, errno)
    }
    _ = unsafe madvise(address, count, MADV_SEQUENTIAL)
    unsafe self.init(
      buffer: UnsafeRawBufferPointer(start: address, count: count), isMapped: true)
  }

  /// The bytes.
  var span: RawSpan {
    @_lifetime(borrow self)
    get {
      unsafe _overrideLifetime(RawSpan(_unsafeBytes: buffer), borrowing: self)
    }
  }

  private static func readAll(
    _ descriptor: Int32, name: String
  ) throws(PerfDataError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe read(descriptor, &piece, piece.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += piece[..<count]
      } else if errno != EINTR {
        throw PerfDataError(path: name, errno)
      }
    }
  }
}

extension PerfDataError {
  init(path: String, _ number: Int32) {
    self.init(.inaccessible, subject: path, offset: 0, systemError: Errno(rawValue: number))
  }
}
