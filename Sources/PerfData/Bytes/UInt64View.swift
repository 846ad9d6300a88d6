/// Borrowed integers of eight bytes in the file's byte order, at any address.
@frozen
public struct UInt64View: ~Escapable {
  @usableFromInline let bytes: RawSpan
  @usableFromInline let isSwapped: Bool

  @inlinable
  @_lifetime(copy bytes)
  init(bytes: RawSpan, isSwapped: Bool) {
    self.bytes = bytes
    self.isSwapped = isSwapped
  }

  /// The number of integers.
  @inlinable
  public var count: Int { bytes.byteCount / 8 }

  /// Whether there is none.
  @inlinable
  public var isEmpty: Bool { bytes.byteCount < 8 }

  /// The integer at a position.
  ///
  /// - Precondition: The index is at least 0 and less than ``count``.
  @inlinable
  public subscript(_ index: Int) -> UInt64 {
    let value = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
    return isSwapped ? value.byteSwapped : value
  }

  /// The positions, in order.
  @inlinable
  public var indices: Range<Int> { 0..<count }

  /// A copy of the integers in the machine's byte order.
  public var array: [UInt64] {
    var values: [UInt64] = []
    values.reserveCapacity(count)
    for index in indices { values.append(self[index]) }
    return values
  }
}
