public import PerfEvent

/// A position in borrowed bytes that reads forwards, checks every step, and knows the byte order.
///
/// Every read either advances the position behind what it returned, or throws
/// ``PerfDataError`` and leaves the position alone. Values may start at any
/// address.
@frozen
public struct ByteCursor: ~Escapable {
  @usableFromInline let bytes: RawSpan
  @usableFromInline let isSwapped: Bool
  @usableFromInline let base: UInt64
  @usableFromInline let subject: StaticString
  @usableFromInline var next: Int

  /// Creates a cursor in front of the first byte.
  ///
  /// - Parameters:
  ///   - bytes: The bytes to read.
  ///   - byteOrder: The byte order of the machine that wrote them.
  ///   - subject: What the bytes are, for the text of errors.
  ///   - base: The offset in the file of the first byte, for errors.
  @inlinable
  @_lifetime(copy bytes)
  public init(
    _ bytes: RawSpan, byteOrder: ByteOrder, subject: StaticString = "bytes", base: UInt64 = 0
  ) {
    self.init(bytes, isSwapped: byteOrder != .native, subject: subject, base: base)
  }

  @inlinable
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, isSwapped: Bool, subject: StaticString, base: UInt64) {
    self.bytes = bytes
    self.isSwapped = isSwapped
    self.base = base
    self.subject = subject
    self.next = 0
  }

  /// The byte order of the machine that wrote the bytes.
  public var byteOrder: ByteOrder {
    switch (ByteOrder.native, isSwapped) {
    case (.littleEndian, false), (.bigEndian, true): .littleEndian
    case (.bigEndian, false), (.littleEndian, true): .bigEndian
    }
  }

  /// The number of bytes in front of the next read.
  @inlinable
  public var position: Int { next }

  /// The number of bytes that have not been read.
  @inlinable
  public var remaining: Int { bytes.byteCount &- next }

  /// Reads an integer of eight bytes.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func readUInt64() throws(PerfDataError) -> UInt64 {
    let value = unsafe try load(UInt64.self)
    return isSwapped ? value.byteSwapped : value
  }

  /// Reads an integer of four bytes.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func readUInt32() throws(PerfDataError) -> UInt32 {
    let value = unsafe try load(UInt32.self)
    return isSwapped ? value.byteSwapped : value
  }

  /// Reads an integer of two bytes.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func readUInt16() throws(PerfDataError) -> UInt16 {
    let value = unsafe try load(UInt16.self)
    return isSwapped ? value.byteSwapped : value
  }

  /// Reads one byte.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func readUInt8() throws(PerfDataError) -> UInt8 {
    unsafe try load(UInt8.self)
  }

  /// Moves forwards without reading.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func skip(_ count: Int) throws(PerfDataError) {
    guard count >= 0 && count <= remaining else { throw truncated(needed: UInt64(clamping: count)) }
    next &+= count
  }

  /// Reads a number of bytes as they are.
  @inlinable
  @_lifetime(copy self)
  public mutating func readBytes(_ count: Int) throws(PerfDataError) -> RawSpan {
    let start = next
    try skip(count)
    return bytes.extracting(start..<next)
  }

  @unsafe
  @inlinable
  @_lifetime(self: copy self)
  mutating func load<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type
  ) throws(PerfDataError) -> T {
    guard remaining >= MemoryLayout<T>.size else {
      throw truncated(needed: UInt64(MemoryLayout<T>.size))
    }
    // The guard has just compared the bounds.
    let value = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: next, as: type)
    next &+= MemoryLayout<T>.size
    return value
  }

  @usableFromInline
  func truncated(needed: UInt64) -> PerfDataError {
    PerfDataError(
      .truncated, subject: "\(subject)", offset: base &+ UInt64(clamping: next),
      value: needed, limit: UInt64(clamping: remaining))
  }

  @usableFromInline
  func impossible(count: UInt64, limit: Int) -> PerfDataError {
    PerfDataError(
      .invalidSize, subject: "\(subject)", offset: base &+ UInt64(clamping: next),
      value: count, limit: UInt64(clamping: limit))
  }
}
