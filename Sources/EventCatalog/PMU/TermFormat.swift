/// Where a term's bits go: a word of the attributes and a set of its bits.
struct TermFormat: Equatable {
  var word: Word
  /// The bits of the word that belong to the term.
  var mask: UInt64

  enum Word: String, CaseIterable {
    case config
    case config1
    case config2
    case config3
    case config4
  }

  /// The number of bits that a value may have.
  var width: Int { mask.nonzeroBitCount }

  /// Reads a file of sysfs, such as `config:0-7,32-35`.
  ///
  /// Without bits a term is the whole word.
  init?(_ text: String) {
    let parts: [Substring] = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, let word = Word(rawValue: String(name)), parts.count <= 2 else {
      return nil
    }
    self.word = word
    self.mask = parts.count == 1 ? .max : 0
    guard parts.count == 2 else { return }
    for range in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
      let bounds: [Int?] = range.split(separator: "-", omittingEmptySubsequences: false)
        .map { Int($0) }
      guard let first = bounds.first ?? nil, let last = bounds.last ?? nil, bounds.count <= 2,
        0 <= first, first <= last, last < 64
      else { return nil }
      mask |= (UInt64.max >> UInt64(63 - (last - first))) << UInt64(first)
    }
  }

  /// Whether a value has no more bits than the term.
  func fits(_ value: UInt64) -> Bool {
    width == 64 || value >> UInt64(width) == 0
  }

  /// The value's bits at the places of the term's bits, both in ascending order.
  ///
  /// Bits that have no place are dropped.
  func packed(_ value: UInt64) -> UInt64 {
    var packed: UInt64 = 0
    var rest: UInt64 = mask
    var value: UInt64 = value
    while rest != 0, value != 0 {
      let place: UInt64 = rest & (~rest &+ 1)
      if value & 1 != 0 { packed |= place }
      rest &= rest &- 1
      value >>= 1
    }
    return packed
  }
}
