/// A name without what makes no difference to a reader: case, and kinds of separators.
///
/// `L1D.REPLACEMENT`, `l1d:replacement` and `l1d_replacement` are folded alike.
struct FoldedName {
  private(set) var bytes: [UInt8] = []
  /// Which letters and digits there are, a bit each.
  private(set) var letters: UInt64 = 0

  private static let separator: UInt8 = UInt8(ascii: "_")

  init(_ name: String) {
    fold(name)
  }

  /// Takes another name into the same memory.
  mutating func fold(_ name: String) {
    bytes.removeAll(keepingCapacity: true)
    letters = 0
    for byte in name.utf8 {
      let folded: UInt8 = Self.folded(byte)
      bytes.append(folded)
      letters |= 1 << UInt64(folded & 63)
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "/"): separator
    default: byte
    }
  }

  /// The words between separators, sorted, without empty ones.
  var words: [ArraySlice<UInt8>] {
    bytes.split(separator: Self.separator).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether another name has all letters of this one.
  func lettersAreIn(_ other: FoldedName) -> Bool { letters & ~other.letters == 0 }

  /// How many bytes at the start are equal.
  func commonPrefix(with other: FoldedName) -> Int {
    var count: Int = 0
    while count < bytes.count, count < other.bytes.count, bytes[count] == other.bytes[count] {
      count += 1
    }
    return count
  }

  /// A number of edits that is not above the real one.
  func leastDistance(to other: FoldedName) -> Int {
    // Each edit changes the length by one, and the set of letters by two at most.
    let missing: Int = (letters & ~other.letters).nonzeroBitCount
    let added: Int = (other.letters & ~letters).nonzeroBitCount
    return max(abs(bytes.count - other.bytes.count), missing, added)
  }
}
