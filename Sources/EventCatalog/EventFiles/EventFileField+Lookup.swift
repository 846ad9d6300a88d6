extension EventFileField {
  /// The fields by a number that is computed from their names.
  ///
  /// There are eight times as many places as names, and each name stands in the first
  /// free place from its own number on.
  private struct Table {
    var places: [EventFileField?] = Array(repeating: nil, count: 1024)
    var keys: [[UInt8]] = EventFileField.allCases.map { Array($0.key.utf8) }

    init() {
      for field in EventFileField.allCases {
        let key: [UInt8] = keys[Int(field.rawValue)]
        var place: Int = EventFileField.place(of: key[...])
        while places[place] != nil { place = (place + 1) & 1023 }
        places[place] = field
      }
    }
  }

  private static let table: Table = Table()

  private static func place(of key: ArraySlice<UInt8>) -> Int {
    guard let first = key.first, let last = key.last else { return 0 }
    // The ends, the middle and the length tell nearly all names apart.
    let middle: UInt8 = key[key.startIndex + key.count / 2]
    var hash: UInt32 = UInt32(truncatingIfNeeded: key.count) << 24 | UInt32(first) << 16
    hash |= UInt32(middle) << 8 | UInt32(last)
    hash = hash &* 2_654_435_769
    return Int(hash >> 22)
  }

  /// The field of a name, or nil if it is one that is passed over.
  static func named(_ key: ArraySlice<UInt8>) -> EventFileField? {
    var place: Int = Self.place(of: key)
    while let field = table.places[place] {
      let known: [UInt8] = table.keys[Int(field.rawValue)]
      if known.count == key.count, known.elementsEqual(key) { return field }
      place = (place + 1) & 1023
    }
    return nil
  }
}
