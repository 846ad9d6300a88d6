/// A name without what makes no difference to a reader: case, and kinds of separators.
///
/// `L1D.REPLACEMENT`, `l1d:replacement` and `l1d_replacement` are folded alike. Its
/// memory is used again for one name after the other.
struct FoldedName {
  /// Longer names are nobody's.
  static let limit: Int = 200

  private(set) var bytes: [UInt8] = []
  /// How often each class of letters and digits occurs.
  private var counts: SIMD32<UInt8> = .zero
  /// A number for each word between separators.
  private(set) var words: [UInt64] = []
  /// A number for all words, whatever their order.
  private(set) var wordSum: UInt64 = 0

  private static let wordSeed: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ name: String) {
    fold(name)
  }

  /// Takes another name.
  mutating func fold(_ name: String) {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    counts = .zero
    wordSum = 0
    var word: UInt64 = Self.wordSeed
    for byte in name.utf8 {
      let folded: UInt8 = NameFolding.folded(byte)
      bytes.append(folded)
      counts[Int(folded & 31)] &+= 1
      if folded == NameFolding.separator {
        close(&word)
      } else {
        word = (word ^ UInt64(folded)) &* 0x100_0000_01b3
      }
    }
    close(&word)
  }

  private mutating func close(_ word: inout UInt64) {
    guard word != Self.wordSeed else { return }
    words.append(word)
    wordSum &+= word
    word = Self.wordSeed
  }

  /// Whether another name has the same words, in whatever order.
  func hasWords(of other: FoldedName) -> Bool {
    words.count == other.words.count && wordSum == other.wordSum
  }

  /// Whether all words of this name are among those of another.
  func isWithin(_ other: FoldedName) -> Bool {
    words.count <= other.words.count && words.allSatisfy { other.words.contains($0) }
  }

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
    // Each edit takes away one letter at most, and adds one at most.
    let common: SIMD32<UInt8> = pointwiseMin(counts, other.counts)
    let shared = Int(SIMD32<UInt16>(truncatingIfNeeded: common).wrappedSum())
    return max(bytes.count, other.bytes.count) - shared
  }
}
