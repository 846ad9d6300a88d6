/// Borrowed integers of a field that is an array, of any size and byte order.
@frozen
public struct TracepointIntegers: ~Escapable {
  @usableFromInline let bytes: RawSpan
  /// The size in bytes of an integer: 1, 2, 4 or 8.
  public let elementSize: Int
  /// Whether the integers have a sign.
  public let isSigned: Bool
  @usableFromInline let isSwapped: Bool

  @inlinable
  @_lifetime(copy bytes)
  init(bytes: RawSpan, elementSize: Int, isSigned: Bool, isSwapped: Bool) {
    self.bytes = bytes
    self.elementSize = elementSize
    self.isSigned = isSigned
    self.isSwapped = isSwapped
  }

  /// The number of integers.
  @inlinable
  public var count: Int {
    // A shift, as a division takes longer than all the rest.
    bytes.byteCount &>> elementSize.trailingZeroBitCount
  }

  /// The positions, in order.
  @inlinable
  public var indices: Range<Int> { 0..<count }

  /// The bits of the integer at a position: with its sign if it has one, else with zeros in front.
  ///
  /// A negative number has the bits of the signed number of eight bytes.
  ///
  /// - Precondition: The index is at least 0 and less than ``count``.
  @inlinable
  public subscript(_ index: Int) -> UInt64 {
    precondition(index >= 0 && index < count, "there is no integer at this position")
    let bits = TracepointField.load(
      bytes, index &* elementSize, size: elementSize, isSwapped: isSwapped)
    if !isSigned { return bits }
    let shift = UInt64(64 &- elementSize &* 8)
    return UInt64(bitPattern: Int64(bitPattern: bits &<< shift) &>> Int64(shift))
  }

  /// A copy of the integers as unsigned numbers, negative ones as their bits.
  public var array: [UInt64] {
    var values: [UInt64] = []
    values.reserveCapacity(count)
    for index in indices { values.append(self[index]) }
    return values
  }
}
