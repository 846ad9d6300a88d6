/// The records of an event file, one after the other.
///
/// A file is a list of records, or an object in which such a list is the member
/// `Events` or `Metrics`.
struct EventFile {
  private var scanner: JSONScanner
  private var state: State = .start
  /// Whether a list of records was found.
  private var hasList: Bool = false
  /// The record that was read last.
  private(set) var record: EventFileRecord

  private enum State {
    case start
    case inObject(isFirst: Bool)
    case inList(isFirst: Bool, isWhole: Bool)
    case finished
  }

  init(_ bytes: [UInt8], path: String) {
    self.scanner = JSONScanner(bytes, path: path)
    self.record = EventFileRecord(bytes, path: path)
  }

  /// Reads the next record into ``record``.
  ///
  /// - Returns: Whether there was one.
  /// - Throws: What is wrong with the file; nothing comes behind it.
  mutating func next() throws(EventSourceError) -> Bool {
    while true {
      switch state {
      case .finished: return false
      case .start: try start()
      case .inObject(let isFirst): try findList(isFirst: isFirst)
      case .inList(var isFirst, let isWhole):
        state = .finished
        if try scanner.hasNext(isFirst: &isFirst, before: UInt8(ascii: "]")) {
          try record.read(from: &scanner, depth: isWhole ? 1 : 2)
          state = .inList(isFirst: false, isWhole: isWhole)
          return true
        }
        if isWhole { try scanner.finish() } else { state = .inObject(isFirst: false) }
      }
    }
  }

  private mutating func start() throws(EventSourceError) {
    state = .finished
    switch scanner.peek() {
    case UInt8(ascii: "["): state = .inList(isFirst: true, isWhole: true)
    case UInt8(ascii: "{"): state = .inObject(isFirst: true)
    default: throw scanner.failure(expecting: "an object or a list")
    }
    scanner.position += 1
  }

  /// Goes on to the next list of records in the object that is the file.
  private mutating func findList(isFirst: Bool) throws(EventSourceError) {
    state = .finished
    var isFirst: Bool = isFirst
    while try scanner.hasNext(isFirst: &isFirst, before: UInt8(ascii: "}")) {
      let key: JSONSlice = try scanner.key()
      let name: ArraySlice<UInt8> = scanner.bytes[key.start..<key.end]
      if name.elementsEqual("Events".utf8) || name.elementsEqual("Metrics".utf8),
        scanner.peek() == UInt8(ascii: "[")
      {
        scanner.position += 1
        state = .inList(isFirst: true, isWhole: false)
        hasList = true
        return
      }
      _ = try scanner.value(depth: 1)
    }
    try scanner.finish()
    // Such an object is another kind of file, or the list has an unknown name.
    guard hasList else {
      throw EventSourceError(path: scanner.path, problem: .missingField("Events"))
    }
  }
}
