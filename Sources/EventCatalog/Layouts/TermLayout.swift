/// The terms of a PMU and where their bits go, from sysfs or known beforehand.
struct TermLayout: Sendable {
  private let entries: [Entry]

  private struct Entry: Sendable {
    var name: [UInt8]
    var format: TermFormat
  }

  /// A layout of formats such as those in a folder of sysfs.
  init(_ formats: [String: TermFormat]) {
    var words: [String: TermFormat] = [:]
    for word in TermFormat.Word.allCases { words[word.rawValue] = TermFormat(word.rawValue) }
    // The names of whole words are terms of every PMU.
    entries = words.merging(formats) { _, own in own }
      .sorted { $0.key < $1.key }
      .map { Entry(name: Array($0.key.utf8), format: $0.value) }
  }

  /// The formats by the names of their terms.
  var formats: [String: TermFormat] {
    Dictionary(
      entries.map { (String(decoding: $0.name, as: UTF8.self), $0.format) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The names of all terms, sorted.
  var terms: [String] {
    entries.map { String(decoding: $0.name, as: UTF8.self) }
  }

  /// Packs the terms of a definition, such as `event=0x51,period=2000003,umask=1`.
  ///
  /// The period is no part of the words and is left out. Everything else has a place or
  /// is an error, so that no term is ever lost.
  func packed(_ terms: String) throws(TermPackingError) -> EventWords {
    try packed(Array(terms.utf8)[...])
  }

  /// Packs terms that are given as bytes.
  func packed(_ terms: ArraySlice<UInt8>) throws(TermPackingError) -> EventWords {
    var words = EventWords(config: 0)
    var start: Int = terms.startIndex
    while start < terms.endIndex {
      var end: Int = start
      var equals: Int?
      while end < terms.endIndex, terms[end] != UInt8(ascii: ",") {
        if equals == nil, terms[end] == UInt8(ascii: "=") { equals = end }
        end += 1
      }
      if start < end {
        try add(
          terms[start..<(equals ?? end)], value: equals.map { terms[($0 + 1)..<end] }, to: &words)
      }
      start = end + 1
    }
    return words
  }

  private func add(
    _ name: ArraySlice<UInt8>, value text: ArraySlice<UInt8>?, to words: inout EventWords
  ) throws(TermPackingError) {
    if name.elementsEqual("period".utf8) { return }
    guard let format = format(of: name) else {
      throw .unknownTerm(String(decoding: name, as: UTF8.self))
    }
    let value: UInt64 = try Self.value(of: name, text: text, format: format)
    words[format.word] |= format.packed(value)
  }

  private func format(of name: ArraySlice<UInt8>) -> TermFormat? {
    for index in entries.indices
    where entries[index].name.count == name.count && entries[index].name[...] == name {
      return entries[index].format
    }
    return nil
  }

  private static func value(
    of name: ArraySlice<UInt8>, text: ArraySlice<UInt8>?, format: TermFormat
  ) throws(TermPackingError) -> UInt64 {
    let term: () -> String = { String(decoding: name, as: UTF8.self) }
    guard let text else {
      guard format.width == 1 else { throw .missingValue(term: term(), width: format.width) }
      return 1
    }
    var cursor = FieldNumberCursor(text)
    guard let number = cursor.next(), cursor.isAtEnd else {
      throw .noNumber(term: term(), value: String(decoding: text, as: UTF8.self))
    }
    guard format.fits(number.value) else {
      throw .valueTooLarge(term: term(), value: number.value, width: format.width)
    }
    return number.value
  }
}
