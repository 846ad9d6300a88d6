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
    var hash: UInt32 = 2_166_136_261
    for byte in key { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int((hash ^ hash >> 15) & 1023)
  }

  /// The field of a name, or nil if it is one that is passed over.
  static func named(_ key: ArraySlice<UInt8>) -> EventFileField? {
    var place: Int = Self.place(of: key)
    while let field = table.places[place] {
      if table.keys[Int(field.rawValue)].elementsEqual(key) { return field }
      place = (place + 1) & 1023
    }
    return nil
  }
}
