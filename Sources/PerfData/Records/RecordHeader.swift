/// The eight bytes with which every record begins, taken apart.
@frozen
@usableFromInline
struct RecordHeader: BitwiseCopyable {
  @usableFromInline let kind: UInt32
  @usableFromInline let flags: UInt16
  @usableFromInline let size: Int

  /// Takes the bytes as this machine loads them.
  @inlinable
  @inline(__always)
  init(_ stored: UInt64, isSwapped: Bool) {
    if isSwapped {
      let word = stored.byteSwapped
      kind = UInt32(truncatingIfNeeded: word &>> 32)
      flags = UInt16(truncatingIfNeeded: word &>> 16)
      size = Int(word & 0xffff)
    } else {
      kind = UInt32(truncatingIfNeeded: stored)
      flags = UInt16(truncatingIfNeeded: stored &>> 32)
      size = Int(stored &>> 48)
    }
  }
}
