/// The lines of a file one after the other.
///
/// They are cut when they are asked for, since a hostile file may have millions.
struct SourceLines: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>
  private var number: Int = 0

  /// Starts behind the mark of the byte order, if there is one.
  init(_ bytes: [UInt8]) {
    self.rest = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes[3...] : bytes[...]
  }

  mutating func next() -> SourceLine? {
    guard !rest.isEmpty else { return nil }
    number += 1
    let end: Int = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    let line: ArraySlice<UInt8> = rest[rest.startIndex..<end]
    rest = end < rest.endIndex ? rest[(end + 1)...] : []
    return SourceLine(number: number, bytes: line)
  }
}
