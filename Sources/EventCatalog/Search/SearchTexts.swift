internal import Glibc

/// The texts of all items behind each other in lower case.
///
/// One search over all bytes is much faster than one per item, for most words stand
/// in few of them. A zero byte ends each part of a text,
/// so that no word can be found across two.
struct SearchTexts: Sendable {
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// How often each byte stands in all texts.
  private var frequencies: [Int] = Array(repeating: 0, count: 256)

  /// Where the parts of an item's text end.
  private struct Entry: Sendable {
    var namesEnd: Int
    var briefEnd: Int
    var end: Int
  }

  init(_ items: some Collection<some Searchable>) {
    entries.reserveCapacity(items.count)
    bytes.reserveCapacity(items.count * 200)
    for item in items {
      for name in item.searchedNames { append(name) }
      let namesEnd: Int = bytes.count
      for text in item.searchedBriefs { append(text) }
      let briefEnd: Int = bytes.count
      append(item.details)
      entries.append(Entry(namesEnd: namesEnd, briefEnd: briefEnd, end: bytes.count))
    }
  }

  private mutating func append(_ text: String) {
    for byte in text.utf8 {
      let byte: UInt8 = byte == 0 ? 0x20 : NameFolding.lowered(byte)
      bytes.append(byte)
      frequencies[Int(byte)] += 1
    }
    bytes.append(0)
  }

  /// How well each item fits, nil for those that do not.
  func matches(of query: SearchQuery) -> [SearchQuality?] {
    var found: [SearchQuality?] = Array(repeating: .wholeName, count: entries.count)
    for word in query.words {
      let qualities: [SearchQuality?] = qualities(of: word)
      for index in found.indices { found[index] = Self.worse(found[index], qualities[index]) }
    }
    for pattern in query.patterns {
      for index in found.indices where found[index] != nil && !fits(pattern, at: index) {
        found[index] = nil
      }
    }
    return found
  }

  private static func worse(_ first: SearchQuality?, _ second: SearchQuality?) -> SearchQuality? {
    guard let first, let second else { return nil }
    return max(first, second)
  }

  private func fits(_ pattern: GlobPattern, at index: Int) -> Bool {
    let start: Int = index == 0 ? 0 : entries[index - 1].end
    return bytes[start..<entries[index].namesEnd].split(separator: 0).contains {
      pattern.matches($0)
    }
  }

  /// Where each item has a word at its best place.
  private func qualities(of word: [UInt8]) -> [SearchQuality?] {
    var found: [SearchQuality?] = Array(repeating: nil, count: entries.count)
    var index: Int = 0
    var position: Int = 0
    let rarest: Int =
      word.indices.min { frequencies[Int(word[$0])] < frequencies[Int(word[$1])] } ?? 0
    while let hit = firstPlace(of: word, rarest: rarest, from: position) {
      while entries[index].end <= hit { index += 1 }
      let quality: SearchQuality = quality(of: word, at: hit, in: entries[index])
      found[index] = min(found[index] ?? quality, quality)
      // Behind the names nothing can rank better.
      position = hit < entries[index].namesEnd ? hit + 1 : entries[index].end
    }
    return found
  }

  private func quality(of word: [UInt8], at place: Int, in entry: Entry) -> SearchQuality {
    if place >= entry.briefEnd { return .details }
    if place >= entry.namesEnd { return .brief }
    let isStart: Bool = place == 0 || bytes[place - 1] == 0
    if isStart { return bytes[place + word.count] == 0 ? .wholeName : .startOfName }
    return Self.belongsToPart(bytes[place - 1]) ? .name : .startOfPart
  }

  private static func belongsToPart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || NumberText.isDigit(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  /// The next place of a word, found by the byte of it that is rarest in all texts.
  private func firstPlace(of word: [UInt8], rarest: Int, from position: Int) -> Int? {
    var position: Int = position + rarest
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      while position < bytes.count {
        guard
          let hit = unsafe memchr(base + position, Int32(word[rarest]), bytes.count - position)
        else { return nil }
        position = unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
        let start: Int = position - rarest
        guard start + word.count <= bytes.count else { return nil }
        if unsafe memcmp(base + start, word, word.count) == 0 { return start }
        position += 1
      }
      return nil
    }
  }
}
