internal import Glibc
internal import PerfEvent

/// Bytes of a file that stay in place until nobody needs them: mapped, read, or
/// those of an array.
///
/// The bytes never change through this type, so that it can be shared.
@safe
final class ByteStorage: @unchecked Sendable {
  private enum Origin {
    case array
    case mapping
    case allocation
  }

  private let origin: Origin
  /// Keeps the elements alive that the buffer shows.
  private let array: [UInt8]
  private let buffer: UnsafeRawBufferPointer

  private init(origin: Origin, buffer: UnsafeRawBufferPointer) {
    self.origin = origin
    self.array = []
    unsafe self.buffer = buffer
  }

  deinit {
    let address = unsafe UnsafeMutableRawPointer(mutating: buffer.baseAddress)
    switch origin {
    case .array: break
    case .mapping: _ = unsafe munmap(address, buffer.count)
    case .allocation: unsafe free(address)
    }
  }

  /// Shares the bytes of an array, without a copy.
  init(bytes: [UInt8]) {
    origin = .array
    array = bytes
    // An array's elements stay in place as long as it is kept and not changed.
    unsafe buffer = bytes.withUnsafeBytes { unsafe $0 }
  }

  /// Maps or reads a regular file; reads anything else, such as a pipe, to its end.
  convenience init(path: String, access: FileAccess) throws(PerfDataError) {
    let descriptor: Int32
    do throws(Errno) {
      descriptor = try SystemCalls.openFile(path)
    } catch {
      throw PerfDataError(path: path, error)
    }
    defer { _ = close(descriptor) }
    try self.init(descriptor: descriptor, name: path, access: access)
  }

  /// Maps or reads the regular file behind a descriptor; reads anything else to its end.
  convenience init(
    descriptor: Int32, name: String, access: FileAccess
  ) throws(PerfDataError) {
    do throws(Errno) {
      let status = try SystemCalls.status(of: descriptor)
      let isRegular = status.st_mode & S_IFMT == S_IFREG
      if access == .mapped && isRegular && status.st_size > 0 {
        let bytes = unsafe try ByteStorage.map(descriptor, count: Int(status.st_size))
        unsafe self.init(origin: .mapping, buffer: bytes)
      } else {
        var buffer = ReadBuffer()
        try buffer.fill(from: descriptor, isRegular: isRegular)
        unsafe self.init(origin: .allocation, buffer: try buffer.take())
      }
    } catch {
      throw PerfDataError(path: name, error)
    }
  }

  @unsafe
  private static func map(
    _ descriptor: Int32, count: Int
  ) throws(Errno) -> UnsafeRawBufferPointer {
    let address = unsafe try SystemCalls.map(descriptor, count: count)
    _ = unsafe madvise(address, count, MADV_SEQUENTIAL)
    return unsafe UnsafeRawBufferPointer(start: address, count: count)
  }

  /// The bytes.
  var span: RawSpan {
    @_lifetime(borrow self)
    get {
      unsafe _overrideLifetime(RawSpan(_unsafeBytes: buffer), borrowing: self)
    }
  }
}

extension PerfDataError {
  init(path: String, _ error: Errno) {
    self.init(.inaccessible, subject: path, offset: 0, systemError: error)
  }
}
