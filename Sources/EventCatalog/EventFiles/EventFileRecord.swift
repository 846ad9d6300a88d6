/// The fields of one record of an event file.
///
/// One value serves for all records of a file, one after the other, so that a record
/// takes no memory of its own.
struct EventFileRecord {
  private let bytes: [UInt8]
  /// The file, for errors.
  let path: String
  /// Where the record starts.
  private(set) var offset: Int = 0
  private var values: [JSONSlice]
  /// The fields that the record has, for forgetting them.
  private var present: [EventFileField] = []

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    self.values = Array(repeating: .missing, count: EventFileField.allCases.count)
  }

  /// Replaces the fields by those of the object that follows; of fields that are there
  /// twice the last one counts.
  mutating func read(
    from scanner: inout JSONScanner, depth: Int
  ) throws(EventSourceError) {
    for field in present { values[Int(field.rawValue)] = .missing }
    present.removeAll(keepingCapacity: true)
    guard scanner.peek() == UInt8(ascii: "{") else {
      throw scanner.failure(expecting: "an object")
    }
    offset = scanner.position
    scanner.position += 1
    var isFirst: Bool = true
    while try scanner.hasNext(isFirst: &isFirst, before: UInt8(ascii: "}")) {
      let key: JSONSlice = try scanner.key()
      let value: JSONSlice = try scanner.value(depth: depth + 1)
      guard let field = EventFileField.named(bytes[key.start..<key.end]) else { continue }
      values[Int(field.rawValue)] = value
      present.append(field)
    }
  }

  subscript(field: EventFileField) -> JSONSlice { values[Int(field.rawValue)] }

  /// The text of a field, nil if it is missing, null or empty.
  func text(_ field: EventFileField) -> String? {
    let slice: JSONSlice = self[field]
    switch slice.kind {
    case .missing, .null, .array, .object: return nil
    case .text, .escapedText, .number, .truth:
      return slice.start == slice.end ? nil : JSONText.decoded(slice, of: bytes)
    }
  }

  /// The parts of a field that is a list, without blanks at their ends.
  func list(_ field: EventFileField, separator: Unicode.Scalar) -> [String] {
    text(field).map { ListText.parts(of: $0, separator: UInt8(ascii: separator)) } ?? []
  }

  /// The bytes of a field as they stand in the file, empty if it is missing or null.
  func bytes(_ field: EventFileField) -> ArraySlice<UInt8> {
    let slice: JSONSlice = self[field]
    switch slice.kind {
    case .missing, .null, .array, .object: return []
    case .text, .escapedText, .number, .truth: return bytes[slice.start..<slice.end]
    }
  }

  /// A scanner at a list or an object that a field holds, nil if it holds none.
  func scanner(at field: EventFileField) -> JSONScanner? {
    let slice: JSONSlice = self[field]
    guard slice.kind == .array || slice.kind == .object else { return nil }
    var scanner = JSONScanner(bytes, path: path)
    scanner.position = slice.start
    return scanner
  }

  /// An error of the record, by its name if it has one.
  func failure(_ problem: EventSourceProblem) -> EventSourceError {
    let name: String? =
      text(.eventName) ?? text(.metricName) ?? text(.standardEvent) ?? text(.matrixRequest)
    return EventSourceError(
      path: path, place: name.map { .entry($0) } ?? .offset(offset), problem: problem)
  }
}
