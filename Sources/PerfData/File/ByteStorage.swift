internal import Glibc
internal import PerfEvent

/// Bytes of a file that stay in place until nobody needs them: mapped, read, or
/// those of an array.
///
/// The bytes never change through this type, so that it can be shared.
@safe
final class ByteStorage: @unchecked Sendable {
  /// What the bytes are, and so how they begin.
  enum Content {
    /// A recording, or the main file of one, which begins with the magic number.
    case recording
    /// A part of a directory, which consists of records alone.
    case records
  }

  private enum Origin {
    case array
    case mapping
    case allocation
  }

  private let origin: Origin
  /// Keeps the elements alive that the buffer shows.
  private let array: [UInt8]
  private let buffer: UnsafeRawBufferPointer

  /// What is wrong with the packed file that these bytes come from, if it is packed.
  let wrappingFault: PerfDataError?
  /// When the file was changed last, in nanoseconds; 0 for what is no file.
  let modified: Int64

  private init(
    origin: Origin, buffer: UnsafeRawBufferPointer, modified: Int64,
    wrappingFault: PerfDataError? = nil
  ) {
    self.origin = origin
    self.modified = modified
    self.array = []
    self.wrappingFault = wrappingFault
    unsafe self.buffer = buffer
  }

  /// Takes over memory that `malloc` has given.
  convenience init(adopting buffer: UnsafeRawBufferPointer, wrappingFault: PerfDataError?) {
    unsafe self.init(
      origin: .allocation, buffer: buffer, modified: 0, wrappingFault: wrappingFault)
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
    wrappingFault = nil
    modified = 0
    // An array's elements stay in place as long as it is kept and not changed.
    unsafe buffer = bytes.withUnsafeBytes { unsafe $0 }
  }

  /// Maps or reads a regular file; reads anything else, such as a pipe, to its end.
  convenience init(
    path: String, access: FileAccess, content: Content = .recording, streamLimit: Int
  ) throws(PerfDataError) {
    let descriptor: Int32
    do throws(Errno) {
      descriptor = try SystemCalls.openFile(path)
    } catch {
      throw PerfDataError(path: path, error)
    }
    defer { _ = close(descriptor) }
    try self.init(
      descriptor: descriptor, name: path, access: access, content: content,
      streamLimit: streamLimit)
  }

  /// Maps or reads the regular file behind a descriptor; reads anything else to its end.
  convenience init(
    descriptor: Int32, name: String, access: FileAccess, content: Content = .recording,
    streamLimit: Int
  ) throws(PerfDataError) {
    let isRegular: Bool
    let modified: Int64
    do throws(Errno) {
      let status = try SystemCalls.status(of: descriptor)
      isRegular = status.st_mode & S_IFMT == S_IFREG
      let time = status.st_mtim
      modified = isRegular ? Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) : 0
      if access == .mapped && isRegular && status.st_size > 0 {
        let bytes = unsafe try ByteStorage.map(descriptor, count: Int(status.st_size))
        unsafe self.init(origin: .mapping, buffer: bytes, modified: modified)
        return
      }
    } catch {
      throw PerfDataError(path: name, error)
    }
    let bytes = unsafe try ByteStorage.read(
      descriptor, name: name, content: content, limit: isRegular ? nil : streamLimit)
    unsafe self.init(origin: .allocation, buffer: bytes, modified: modified)
  }

  /// Reads a regular file, or a stream that has a limit.
  ///
  /// What does not begin as a recording is refused before the rest is read, which
  /// may have no end.
  @unsafe
  private static func read(
    _ descriptor: Int32, name: String, content: Content, limit: Int?
  ) throws(PerfDataError) -> UnsafeRawBufferPointer {
    let isRegular = limit == nil
    // One byte more than the limit shows that the limit is exceeded.
    let most = limit.map { max(0, min($0, .max - 1)) + 1 } ?? .max
    var buffer = GrowingBuffer()
    do throws(Errno) {
      try buffer.fill(from: descriptor, isRegular: isRegular, upTo: min(8, most))
    } catch {
      throw PerfDataError(path: name, error)
    }
    if content == .recording && Wrapping(buffer.span) == nil {
      _ = try FileHeader.magic(of: buffer.span)
    }
    do throws(Errno) {
      try buffer.fill(from: descriptor, isRegular: isRegular, upTo: most)
      if buffer.count < most { return unsafe try buffer.take() }
    } catch {
      throw PerfDataError(path: name, error)
    }
    throw PerfDataError(
      .inaccessible, subject: name, offset: UInt64(most - 1), limit: UInt64(most - 1),
      systemError: .fileTooLarge,
      detail: "the stream has more than \(most - 1) bytes; write it to a file first")
  }

  @unsafe
  private static func map(
    _ descriptor: Int32, count: Int
  ) throws(Errno) -> UnsafeRawBufferPointer {
    let address = unsafe try SystemCalls.map(descriptor, count: count)
    _ = unsafe madvise(address, count, MADV_SEQUENTIAL)
    return unsafe UnsafeRawBufferPointer(start: address, count: count)
  }

  /// The number of bytes.
  var count: Int { unsafe buffer.count }

  /// The bytes for a caller who keeps the storage as long as it reads them.
  @unsafe
  var unownedSpan: RawSpan {
    @_lifetime(immortal)
    get { unsafe _overrideLifetime(RawSpan(_unsafeBytes: buffer), copying: ()) }
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
