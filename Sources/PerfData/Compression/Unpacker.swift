internal import CZstd
internal import Glibc
internal import PerfEvent

/// Unpacks the pieces of one endless zstd stream into a buffer of fixed size.
///
/// The buffer does not grow with what the file claims: a piece that unpacks to
/// more is handed out in several steps. Beside it, zstd keeps the window that
/// the stream asks for, of which it allows 128 MiB.
@safe
final class Unpacker {
  /// Longer than any record, so that a record that was begun always fits.
  private static let mostKept: Int = 1 << 17
  private static let capacity: Int = mostKept + 1 << 19
  private let context: OpaquePointer
  private let buffer: UnsafeMutableRawBufferPointer
  /// The number of unpacked bytes in the buffer.
  private(set) var count: Int = 0
  /// The number of bytes that the last step unpacked.
  private(set) var news: Int = 0

  /// Creates an unpacker for the stream that begins in the record at an offset.
  ///
  /// - Throws: ``PerfDataError`` when there is no memory for it.
  init(offset: UInt64) throws(PerfDataError) {
    guard let context = unsafe ZSTD_createDCtx() else {
      throw PerfDataError(
        .compression, subject: "compressed record", offset: offset,
        systemError: Errno(rawValue: ENOMEM), detail: "there is no memory for unpacking")
    }
    unsafe self.context = context
    unsafe buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Unpacker.capacity, alignment: 16)
  }

  deinit {
    _ = unsafe ZSTD_freeDCtx(context)
    unsafe buffer.deallocate()
  }

  /// The unpacked bytes.
  var span: RawSpan {
    @_lifetime(borrow self)
    get {
      let filled = unsafe UnsafeRawBufferPointer(rebasing: buffer[0..<count])
      return unsafe _overrideLifetime(RawSpan(_unsafeBytes: filled), borrowing: self)
    }
  }

  /// Moves the rest of the buffer to its begin and forgets what was in front.
  func keep(_ rest: Range<Int>) {
    guard let start = unsafe buffer.baseAddress else { return }
    unsafe start.copyMemory(from: start + rest.lowerBound, byteCount: rest.count)
    count = rest.count
  }

  /// Unpacks behind what was kept until the buffer is full or the input is empty.
  ///
  /// - Returns: The number of bytes of the input that were used.
  func fill(from input: RawSpan, offset: UInt64) throws(PerfDataError) -> Int {
    guard count <= Unpacker.mostKept else {
      throw PerfDataError(
        .invalidSize, subject: "compressed record", offset: offset, value: UInt64(count),
        limit: UInt64(Unpacker.mostKept))
    }
    let before = count
    let (used, failure) = unsafe input.withUnsafeBytes { bytes in
      var source = unsafe ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
      var target = unsafe ZSTD_outBuffer(
        dst: buffer.baseAddress, size: buffer.count, pos: count)
      var failure: String? = nil
      repeat {
        let result = unsafe ZSTD_decompressStream(context, &target, &source)
        if ZSTD_isError(result) != 0 {
          failure = unsafe String(cString: ZSTD_getErrorName(result))
        }
      } while unsafe failure == nil && source.pos < source.size && target.pos < target.size
      unsafe count = target.pos
      return unsafe (source.pos, failure)
    }
    news = count - before
    if let failure, news == 0 {
      throw PerfDataError(
        .compression, subject: "compressed record", offset: offset, detail: failure)
    }
    return used
  }
}
