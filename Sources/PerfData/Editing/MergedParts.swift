internal import PerfEvent

/// What a union of recordings consists of, as far as they were added.
struct MergedParts {
  private(set) var events: [RecordedEvent] = []
  /// The records of each recording.
  private(set) var records: [SpooledRecords] = []
  private(set) var byteOrder: ByteOrder?
  private(set) var attributeSize: Int = 64
  private var features: [UInt32: FeatureValue] = [:]
  private var tracingData: TracingDataUnion = TracingDataUnion()
  private var commandLine: [String] = []
  private var buildIDs: [BuildID] = []
  private var groups: [RecordedGroup] = []
  /// The threads and CPUs that the recordings name as recorded.
  private(set) var targets: RecordedTargets = RecordedTargets()
  private var times: TimeRange = TimeRange()
  private var taken: Set<UInt64> = []
  private var nextIdentifier: UInt64 = 1

  /// Whether all records can tell their time.
  var tellsTimes: Bool {
    events.allSatisfy { event in
      event.attributes.flags.contains(.sampleIDAll)
        && event.attributes.sampleFields.contains(.time)
    }
  }

  mutating func add(_ file: borrowing PerfDataFile) throws(PerfDataError) {
    if let byteOrder, byteOrder != file.header.byteOrder {
      throw .refused(
        "recording", at: 0, "it has another byte order than the first; convert it before")
    }
    let hasTrailers = file.events.contains { $0.attributes.flags.contains(.sampleIDAll) }
    if let first = events.first, !file.events.isEmpty,
      first.attributes.flags.contains(.sampleIDAll) != hasTrailers
    {
      throw .refused(
        "recording", at: 0, "its records and those of the first differ in having trailers")
    }
    byteOrder = file.header.byteOrder
    attributeSize = max(attributeSize, WriterOptions(like: file).attributeSize)
    let base = events.count
    let renumbering = addEvents(of: file)
    try addFeatures(of: file, base: base)
    var spool = try RecordSpool()
    var reader = file.records(in: .time)
    while let record = try reader.next() {
      times.note(record)
      if targets.take(record) { continue }
      try renumbering.spool(record, to: &spool)
    }
    records.append(try spool.finish())
  }

  private mutating func addEvents(of file: borrowing PerfDataFile) -> Renumbering {
    var renumbering = Renumbering()
    for event in file.events {
      var changed = event
      changed.attributes.sampleFields.insert(.identifier)
      changed.identifiers = []
      for identifier in event.identifiers.isEmpty ? [0] : event.identifiers {
        let new = unusedIdentifier(identifier)
        renumbering.new[identifier] = new
        changed.identifiers.append(new)
      }
      if renumbering.first == nil { renumbering.first = changed.identifiers.first }
      events.append(changed)
    }
    return renumbering
  }

  private mutating func unusedIdentifier(_ wanted: UInt64) -> UInt64 {
    if wanted != 0 && taken.insert(wanted).inserted { return wanted }
    while !taken.insert(nextIdentifier).inserted { nextIdentifier += 1 }
    return nextIdentifier
  }

  private mutating func addFeatures(
    of file: borrowing PerfDataFile, base: Int
  ) throws(PerfDataError) {
    let isFirst = records.isEmpty
    for entry in file.features {
      switch entry.feature {
      case .auxTrace, .directoryFormat, .compressed, .eventDescriptions, .groupDescriptions,
        .buildIDs, .commandLine, .sampleTime, .tracingData:
        continue
      default:
        guard isFirst else { continue }
        features[entry.feature.rawValue] = try FeatureValue(bytesOf: entry.feature, of: file)
      }
    }
    if let bytes = file.bytes(of: .tracingData) { try tracingData.add(bytes) }
    if let words = try file.commandLine {
      if !commandLine.isEmpty { commandLine.append("+") }
      commandLine += words
    }
    var known = Set(buildIDs)
    for identifier in try file.buildIDs ?? [] where known.insert(identifier).inserted {
      buildIDs.append(identifier)
    }
    for group in try file.groups ?? [] {
      groups.append(
        RecordedGroup(name: group.name, leader: group.leader + base, count: group.count))
    }
  }

  func writeFeatures(to writer: inout PerfDataWriter) throws(PerfDataError) {
    var values = features
    if let bytes = tracingData.bytes { values[1] = .tracingData(bytes) }
    if !commandLine.isEmpty { values[11] = .commandLine(commandLine) }
    if !buildIDs.isEmpty { values[2] = .buildIDs(buildIDs) }
    if !groups.isEmpty { values[17] = .groups(groups) }
    if let found = times.found { values[21] = .sampleTimes(found) }
    values[12] = .eventDescriptions(events.map(EventDescription.init))
    for number in values.keys.sorted() {
      if let value = values[number] { try writer.append(value) }
    }
  }
}

extension Renumbering {
  /// Adds a record under its new identifiers to those that wait.
  func spool(
    _ record: borrowing Record, to spool: inout RecordSpool
  ) throws(PerfDataError) {
    if record.kind == .auxTrace {
      // It may be large, and nothing of it changes.
      try spool.append(record.bytes, time: 0)
    } else if let changed = try self.record(record) {
      try spool.append(
        changed.bytes.rawSpan, time: record.sortingTime, timePlace: changed.trailerTimePlace)
    }
  }
}
