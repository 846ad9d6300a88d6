/// Reads the sets of regular expressions, such as `[0-9A-F]` or `[[:xdigit:]]`.
enum CPUPatternSet {
  /// The set behind an opening bracket, nil if it makes no sense.
  static func read(_ bytes: [UInt8], at index: inout Int) -> ByteSet? {
    var set = ByteSet()
    let isExclusive: Bool = index < bytes.count && bytes[index] == UInt8(ascii: "^")
    if isExclusive { index += 1 }
    let first: Int = index
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "]"), index > first {
        index += 1
        return isExclusive ? set.inverted : set
      }
      if bytes[index...].starts(with: "[:".utf8) {
        guard let length = insertClass(bytes[(index + 2)...], into: &set) else { return nil }
        index += length + 4
      } else if index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "-"),
        bytes[index + 2] != UInt8(ascii: "]")
      {
        guard bytes[index] <= bytes[index + 2] else { return nil }
        set.insert(bytes[index]...bytes[index + 2])
        index += 3
      } else {
        set.insert(bytes[index]...bytes[index])
        index += 1
      }
    }
    return nil
  }

  private static let classes: [String: [ClosedRange<Character>]] = [
    "alnum": ["0"..."9", "A"..."Z", "a"..."z"], "alpha": ["A"..."Z", "a"..."z"],
    "blank": [" "..." ", "\t"..."\t"], "digit": ["0"..."9"], "lower": ["a"..."z"],
    "space": [" "..." ", "\t"..."\r"], "upper": ["A"..."Z"],
    "xdigit": ["0"..."9", "A"..."F", "a"..."f"],
  ]

  /// Inserts the class whose name follows, and returns the length of the name.
  private static func insertClass(_ bytes: ArraySlice<UInt8>, into set: inout ByteSet) -> Int? {
    guard let colon = bytes.prefix(8).firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.endIndex,
      bytes[colon + 1] == UInt8(ascii: "]"),
      let ranges = classes[String(decoding: bytes[..<colon], as: UTF8.self)]
    else { return nil }
    for range in ranges {
      guard let low = range.lowerBound.asciiValue, let high = range.upperBound.asciiValue else {
        continue
      }
      set.insert(low...high)
    }
    return colon - bytes.startIndex
  }
}

extension ByteSet {
  /// All bytes that are not in the set.
  fileprivate var inverted: ByteSet {
    var set = ByteSet()
    for byte in UInt8.min...UInt8.max where !contains(byte) { set.insert(byte...byte) }
    return set
  }
}
