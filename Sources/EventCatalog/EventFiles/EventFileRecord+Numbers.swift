extension EventFileRecord {
  /// The first number of a field, nil if the field is missing or says that there is none.
  func number(_ field: EventFileField) throws(EventSourceError) -> FieldNumber? {
    // Most records lack most fields.
    if self[field].kind == .missing { return nil }
    let bytes: ArraySlice<UInt8> = bytes(field)
    if bytes.isEmpty { return nil }
    var cursor = FieldNumberCursor(bytes)
    if cursor.saysNothing { return nil }
    guard let number = cursor.next() else { throw invalid(field) }
    return number
  }

  /// The first number of a field that can be done without.
  ///
  /// What makes no sense is missing, and is added to the doubts.
  func number(_ field: EventFileField, doubts: inout [EventSourceError]) -> FieldNumber? {
    do throws(EventSourceError) {
      return try number(field)
    } catch {
      doubts.append(error)
      return nil
    }
  }

  /// The numbers of a list that can be done without, up to the first that makes no sense.
  func numbers(_ field: EventFileField, doubts: inout [EventSourceError]) -> [UInt64] {
    let bytes: ArraySlice<UInt8> = bytes(field)
    var cursor = FieldNumberCursor(bytes)
    if bytes.isEmpty || cursor.saysNothing { return [] }
    var numbers: [UInt64] = []
    while !cursor.isAtEnd {
      guard let number = cursor.next() else {
        doubts.append(invalid(field))
        break
      }
      numbers.append(number.value)
    }
    return numbers
  }

  /// Whether a field says yes, in the form of files that write `1`.
  func isSet(_ field: EventFileField) -> Bool {
    if self[field].kind == .missing { return false }
    return holds("1", in: field) || holds("true", in: field)
  }

  /// Whether a field holds a word and nothing else.
  func holds(_ word: StaticString, in field: EventFileField) -> Bool {
    let slice: JSONSlice = self[field]
    guard slice.end - slice.start == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { unsafe bytes(field).elementsEqual($0) }
  }

  /// An error that shows what a field holds.
  func invalid(_ field: EventFileField) -> EventSourceError {
    failure(.invalidField(field.key, value: text(field) ?? ""))
  }
}
