/// How long instructions with an event waited before they retired, as was measured.
enum PerfmonLatencies {
  /// Reads a file and enters what it says into a table's events.
  static func read(
    _ bytes: [UInt8], path: String, into table: inout EventTable
  ) throws(EventSourceError) {
    var latencies: [String: RetirementLatency] = [:]
    var doubts: [EventSourceError] = []
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
        latencies[JSONText.decoded(name, of: bytes)] = record.latency(
          mean: .mean, minimum: .minimum, maximum: .maximum, doubts: &doubts)
      }
    }
    try scanner.finish()
    var used: Set<String> = []
    for index in table.events.indices {
      guard let latency = latencies[table.events[index].name] else { continue }
      table.events[index].retirementLatency = latency
      used.insert(table.events[index].name)
    }
    for doubt in doubts { table.add(warning: doubt) }
    for name in latencies.keys.sorted() where !used.contains(name) {
      table.add(
        warning: EventSourceError(
          path: path, place: .entry(name), problem: .danglingReference(name)))
    }
  }
}
