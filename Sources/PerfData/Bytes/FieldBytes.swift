/// Borrowed bytes of a record whose fields lie at known offsets.
///
/// Whoever creates one has compared the offsets with the size; a load outside
/// stops the program rather than reading foreign memory.
@frozen
@usableFromInline
struct FieldBytes: ~Escapable {
  @usableFromInline let span: RawSpan
  @usableFromInline let isSwapped: Bool

  @inlinable
  @_lifetime(copy span)
  init(_ span: RawSpan, isSwapped: Bool) {
    self.span = span
    self.isSwapped = isSwapped
  }

  @inlinable
  var count: Int { span.byteCount }

  @inlinable
  func uint64(_ offset: Int) -> UInt64 {
    let value = unsafe span.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return isSwapped ? value.byteSwapped : value
  }

  @inlinable
  func uint32(_ offset: Int) -> UInt32 {
    let value = unsafe span.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return isSwapped ? value.byteSwapped : value
  }

  @inlinable
  func int32(_ offset: Int) -> Int32 {
    Int32(bitPattern: uint32(offset))
  }

  @inlinable
  func uint16(_ offset: Int) -> UInt16 {
    let value = unsafe span.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)
    return isSwapped ? value.byteSwapped : value
  }

  @inlinable
  func uint8(_ offset: Int) -> UInt8 {
    unsafe span.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
  }

  @inlinable
  func thread(_ offset: Int) -> ThreadID {
    ThreadID(process: int32(offset), thread: int32(offset + 4))
  }

  /// The bytes from an offset up to the first NUL byte or the end.
  @inlinable
  @_lifetime(copy self)
  func text(from offset: Int) -> RawSpan {
    let rest = suffix(from: offset)
    return rest.extracting(0..<rest.terminatedCount)
  }

  /// The bytes from an offset to the end.
  @inlinable
  @_lifetime(copy self)
  func suffix(from offset: Int) -> RawSpan {
    span.extracting(offset..<span.byteCount)
  }

  /// Some of the bytes.
  @inlinable
  @_lifetime(copy self)
  func slice(_ offset: Int, _ count: Int) -> RawSpan {
    span.extracting(offset..<(offset + count))
  }

  /// Integers of eight bytes from an offset on.
  @inlinable
  @_lifetime(copy self)
  func words(_ offset: Int, count: Int) -> UInt64View {
    UInt64View(bytes: slice(offset, count * 8), isSwapped: isSwapped)
  }
}
