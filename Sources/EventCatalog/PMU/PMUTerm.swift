/// A term of a PMU, and where its bits go.
public struct PMUTerm: Hashable, Sendable {
  /// The name of the term, such as `umask`.
  public var name: String
  /// The number of the word, 0 for `config` and 4 for `config4`.
  public var word: Int
  /// The bits of the word that belong to the term.
  ///
  /// Bits of a value go to these places, both in ascending order.
  public var mask: UInt64

  /// Creates a description.
  ///
  /// - Parameters:
  ///   - name: The name of the term.
  ///   - word: The number of the word.
  ///   - mask: The bits of the word that belong to the term.
  public init(name: String, word: Int, mask: UInt64) {
    self.name = name
    self.word = word
    self.mask = mask
  }

  init(_ name: String, _ format: TermFormat) {
    self.init(
      name: name, word: TermFormat.Word.allCases.firstIndex(of: format.word) ?? 0,
      mask: format.mask)
  }

  /// The number of bits that a value may have.
  public var width: Int { mask.nonzeroBitCount }
}

extension PMUTerm: CustomStringConvertible {
  /// The term in the words of sysfs, such as `umask=config:8-15,40-47`.
  public var description: String {
    var ranges: [String] = []
    var bit: Int = 0
    while bit < 64 {
      guard mask >> UInt64(bit) & 1 != 0 else {
        bit += 1
        continue
      }
      let first: Int = bit
      while bit < 63, mask >> UInt64(bit + 1) & 1 != 0 { bit += 1 }
      ranges.append(first == bit ? "\(bit)" : "\(first)-\(bit)")
      bit += 1
    }
    return "\(name)=config\(word == 0 ? "" : "\(word)"):\(ranges.joined(separator: ","))"
  }
}
