extension TracepointField {
  /// Returns the integer as a signed number.
  ///
  /// - Parameter raw: The raw data of a sample of this tracepoint.
  /// - Returns: The number; nothing when the field is no single integer, when the
  ///   raw data end before it does, or when it is greater than any signed number.
  @inlinable
  @inline(__always)
  public func signed(in raw: RawSpan) -> Int64? {
    guard let bits = loadBits(in: raw) else { return nil }
    return signed(bits, size: Int(loadSize))
  }

  /// Returns the integer as an unsigned number.
  ///
  /// - Parameter raw: The raw data of a sample of this tracepoint.
  /// - Returns: The number; nothing when the field is no single integer, when the
  ///   raw data end before it does, or when it is negative.
  @inlinable
  @inline(__always)
  public func unsigned(in raw: RawSpan) -> UInt64? {
    guard let bits = loadBits(in: raw) else { return nil }
    if isSigned && bits &>> (UInt64(loadSize) &* 8 &- 1) != 0 { return nil }
    return bits
  }

  /// Gives bits of a number of bytes the sign of the field.
  @inlinable
  @inline(__always)
  func signed(_ bits: UInt64, size: Int) -> Int64? {
    let number = Int64(bitPattern: bits)
    if !isSigned { return number < 0 ? nil : number }
    let shift = Int64(64 &- size &* 8)
    return (number &<< shift) &>> shift
  }

  /// Loads a single integer, with zeros in front.
  @inlinable
  @inline(__always)
  func loadBits(in raw: RawSpan) -> UInt64? {
    guard loadSize != 0 && raw.byteCount >= offset &+ size else { return nil }
    return TracepointField.load(raw, offset, size: Int(loadSize), isSwapped: isSwapped)
  }

  /// Loads one, two, four or eight bytes that the caller has found to be there.
  @inlinable
  @inline(__always)
  static func load(_ raw: RawSpan, _ offset: Int, size: Int, isSwapped: Bool) -> UInt64 {
    switch size {
    case 4:
      let value = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self)
      return UInt64(isSwapped ? value.byteSwapped : value)
    case 8:
      let value = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      return isSwapped ? value.byteSwapped : value
    case 2:
      let value = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt16.self)
      return UInt64(isSwapped ? value.byteSwapped : value)
    default:
      return UInt64(unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt8.self))
    }
  }
}
