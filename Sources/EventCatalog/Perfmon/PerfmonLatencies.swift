/// How long instructions with an event waited before they retired, as was measured.
enum PerfmonLatencies {
  /// Reads a file and adds what it says to the remarks of a table's events.
  static func read(
    _ bytes: [UInt8], path: String, into table: inout EventTable
  ) throws(EventSourceError) {
    var latencies: [String: String] = [:]
    var scanner = JSONScanner(bytes, path: path)
    var record = EventFileRecord(bytes, path: path)
    try scanner.pass(UInt8(ascii: "{"), expecting: "an object")
    var isFirst: Bool = true
    while try scanner.hasNext(isFirst: &isFirst, before: UInt8(ascii: "}")) {
      let key: JSONSlice = try scanner.key()
      guard bytes[key.start..<key.end].elementsEqual("Data".utf8) else {
        _ = try scanner.value(depth: 1)
        continue
      }
      try scanner.pass(UInt8(ascii: "{"), expecting: "an object")
      var isFirstEvent: Bool = true
      while try scanner.hasNext(isFirst: &isFirstEvent, before: UInt8(ascii: "}")) {
        let name: JSONSlice = try scanner.key()
        try record.read(from: &scanner, depth: 2)
        guard let mean = record.text(.mean) else { continue }
        latencies[JSONText.decoded(name, of: bytes)] = RetirementLatency.remark(
          mean: mean, minimum: record.text(.minimum), maximum: record.text(.maximum))
      }
    }
    try scanner.finish()
    for index in table.events.indices {
      guard let remark = latencies.removeValue(forKey: table.events[index].name) else { continue }
      let earlier: String = table.events[index].constraints.remark
      table.events[index].constraints.remark = earlier.isEmpty ? remark : "\(earlier); \(remark)"
    }
    for name in latencies.keys.sorted() {
      table.add(
        warning: EventSourceError(
          path: path, place: .entry(name), problem: .danglingReference(name)))
    }
  }
}
