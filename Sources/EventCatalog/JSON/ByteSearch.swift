internal import Glibc

extension [UInt8] {
  /// The first place of a byte in a part of the text; none if the part is empty.
  func firstPlace(of byte: UInt8, in range: Range<Int>) -> Int? {
    unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, !range.isEmpty,
        let hit = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return unsafe UnsafeRawPointer(hit) - base
    }
  }
}
