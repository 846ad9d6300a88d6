/// A few names, looked for in many files before any of them is read as a whole.
///
/// Names are compared in the form of ``NameKey``, in which letters of either case and
/// all punctuation are equal.
struct NameFilter: Sendable {
  fileprivate let names: [Name]

  /// A name that is sought.
  fileprivate struct Name: Sendable {
    /// The name in plain form.
    var plain: [UInt8]
    /// How far the search goes on when a byte stands at the end of the place.
    var steps: [Int]
    /// How many bytes are compared; more would only make hostile files slow.
    var length: Int
  }

  /// More bytes of a name than this tell nothing that the first do not.
  private static let limit: Int = 24

  init(_ names: [String]) {
    self.names = Set(names.map { $0.utf8.map(NameFolding.folded) }).filter { !$0.isEmpty }.map {
      Name($0, length: min($0.count, Self.limit))
    }
  }

  /// Whether a name is one of those that are sought.
  func contains(_ name: some Collection<UInt8>) -> Bool {
    names.contains { sought in
      sought.plain.count == name.count
        && sought.plain.elementsEqual(name.lazy.map(NameFolding.folded))
    }
  }

  /// Whether a definition bears one of the names.
  func contains(_ definition: EventDefinition) -> Bool {
    contains(definition.name.utf8) || definition.otherNames.contains { contains($0.utf8) }
  }

  /// Whether one of the names is this one, or starts with it and goes on behind a mark.
  func mayStart(with base: some Collection<UInt8>) -> Bool {
    let length: Int = base.count
    return names.contains { sought in
      guard sought.plain.count >= length else { return false }
      if sought.plain.count > length, sought.plain[length] != UInt8(ascii: "_") { return false }
      return sought.plain.starts(with: base.lazy.map(NameFolding.folded))
    }
  }

  /// Whether one of the names starts with a word in plain form.
  func mayGoOn(behind word: StaticString) -> Bool {
    names.contains { $0.plain.starts(with: word.description.utf8) }
  }

  /// Whether one of the names may stand in a text.
  ///
  /// - Complexity: O(*n*), and a small part of *n* for most texts.
  func mayStand(in text: [UInt8]) -> Bool {
    unsafe text.withUnsafeBufferPointer { text in
      for name in names where unsafe name.stands(in: text) { return true }
      return false
    }
  }
}

extension NameFilter.Name {
  /// Prepares the steps: if a byte of the text is not in the name, the whole name goes on.
  fileprivate init(_ plain: [UInt8], length: Int) {
    var steps: [Int] = Array(repeating: length, count: 256)
    for byte in UInt8.min...UInt8.max {
      let last: Int? = plain[..<(length - 1)].lastIndex(of: NameFolding.folded(byte))
      if let last { steps[Int(byte)] = length - 1 - last }
    }
    self.init(plain: plain, steps: steps, length: length)
  }

  /// Compares places from the left to the right, each from its end.
  @unsafe
  fileprivate func stands(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end: Int = length - 1
    while end < text.count {
      var index: Int = length - 1
      while unsafe index >= 0
        && plain[index] == NameFolding.folded(text[end - (length - 1 - index)])
      {
        index -= 1
      }
      if index < 0 { return true }
      end += unsafe steps[Int(text[end])]
    }
    return false
  }
}
