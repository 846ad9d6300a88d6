/// A pattern of the shell's kind: `*`, `?`, `[a-c]` and `[!a-c]`.
struct GlobPattern {
  fileprivate var parts: [Part] = []

  fileprivate enum Part {
    case any
    case one
    case byte(UInt8)
    case set(ByteSet, isExclusive: Bool)
  }

  static func isPattern(_ text: String) -> Bool {
    text.utf8.contains {
      $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[")
    }
  }

  init(_ text: String) {
    let bytes: [UInt8] = Array(text.utf8)
    // Behind a bracket that is never closed none is, so that each is tried once.
    var mayHaveSets: Bool = true
    var index: Int = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "*"):
        if case .any? = parts.last { break }
        parts.append(.any)
      case UInt8(ascii: "?"): parts.append(.one)
      case UInt8(ascii: "[") where mayHaveSets:
        if let (set, end) = Self.set(bytes, from: index) {
          parts.append(set)
          index = end
        } else {
          parts.append(.byte(bytes[index]))
          mayHaveSets = false
        }
      default: parts.append(.byte(bytes[index]))
      }
      index += 1
    }
  }

  /// The set that starts at a bracket, and where its closing bracket is.
  private static func set(_ bytes: [UInt8], from start: Int) -> (Part, Int)? {
    var index: Int = start + 1
    let isExclusive: Bool = index < bytes.count && bytes[index] == UInt8(ascii: "!")
    if isExclusive { index += 1 }
    let first: Int = index
    var set = ByteSet()
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "]"), index > first {
        return (.set(set, isExclusive: isExclusive), index)
      }
      let low: UInt8 = bytes[index]
      if index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "-"),
        bytes[index + 2] != UInt8(ascii: "]")
      {
        if low <= bytes[index + 2] { set.insert(low...bytes[index + 2]) }
        index += 3
      } else {
        set.insert(low...low)
        index += 1
      }
    }
    return nil
  }

  /// Whether a whole text fits.
  ///
  /// - Complexity: O(*n*²) for *n* bytes, whatever the pattern.
  func matches(_ text: String) -> Bool {
    matches(Array(text.utf8)[...])
  }

  /// Whether all bytes of a text fit.
  ///
  /// - Complexity: O(*n*²) for *n* bytes, whatever the pattern.
  func matches(_ bytes: ArraySlice<UInt8>) -> Bool {
    var part: Int = 0
    var index: Int = bytes.startIndex
    var retry: (part: Int, index: Int)?
    while index < bytes.endIndex {
      if part < parts.count, case .any = parts[part] {
        retry = (part, index)
        part += 1
      } else if part < parts.count, parts[part].fits(bytes[index]) {
        part += 1
        index += 1
      } else if let last = retry {
        part = last.part + 1
        index = last.index + 1
        retry = (last.part, index)
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { if case .any = $0 { true } else { false } }
  }
}

extension GlobPattern.Part {
  fileprivate func fits(_ byte: UInt8) -> Bool {
    switch self {
    case .any, .one: true
    case .byte(let own): own == byte
    case .set(let set, let isExclusive): set.contains(byte) != isExclusive
    }
  }
}
