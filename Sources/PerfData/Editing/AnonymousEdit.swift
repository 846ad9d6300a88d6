internal import PerfEvent

/// The edit that replaces names.
struct AnonymousEdit: RecordingEdit {
  private let settings: Anonymisation
  private let stripping: SampleStripping
  private let names: Pseudonyms = Pseudonyms()
  private var attributesOfIdentifier: [UInt64: EventAttributes] = [:]

  init(_ settings: Anonymisation) {
    self.settings = settings
    stripping = SampleStripping(settings.removedFields)
  }

  mutating func prepare(_ file: borrowing PerfDataFile) throws(PerfDataError) {
    for event in file.events {
      for identifier in event.identifiers {
        attributesOfIdentifier[identifier] = event.attributes
      }
    }
  }

  func events(of file: borrowing PerfDataFile) -> [RecordedEvent] {
    file.events.map { event in
      var event = stripping.event(event)
      event.name = names.event(event.name, event.attributes)
      return event
    }
  }

  mutating func feature(
    _ feature: HeaderFeature, of file: borrowing PerfDataFile
  ) throws(PerfDataError) -> FeatureValue? {
    switch feature {
    case .hostname: return .hostname("host")
    case .commandLine: return .commandLine(["perf"])
    case .branchStack where stripping.fields.contains(.branchStack): return nil
    case .eventDescriptions:
      return try file.eventDescriptions.map { all in
        .eventDescriptions(all.map(description))
      }
    case .groupDescriptions:
      return try file.groups.map { groups in
        .groups(
          groups.map { RecordedGroup(name: "", leader: $0.leader, count: $0.count) })
      }
    case .buildIDs:
      guard settings.keepsBuildIDs else { return nil }
      return try file.buildIDs.map { all in .buildIDs(all.map(buildID)) }
    case .tracingData:
      guard let bytes = file.bytes(of: feature) else { return nil }
      return .tracingData(try TracingDataNames.removed(from: bytes))
    case .osRelease, .perfVersion, .architecture, .cpuCounts, .cpuDescription, .cpuID,
      .totalMemory, .cpuTopology, .numaTopology, .branchStack, .pmuMappings, .stat, .cache,
      .sampleTime, .memoryTopology, .clockID, .cpuPMUCapabilities, .clockData, .hybridTopology,
      .pmuCapabilities, .cpuDomainInfo, .machineNumber, .cacheLineSize:
      return try FeatureValue(bytesOf: feature, of: file)
    default:
      return nil
    }
  }

  private func description(_ description: EventDescription) -> EventDescription {
    let changed = stripping.description(description)
    return EventDescription(
      attributes: changed.attributes,
      name: names.event(description.name, description.attributes),
      identifiers: description.identifiers)
  }

  private func buildID(_ identifier: BuildID) -> BuildID {
    BuildID(
      bytes: identifier.bytes, path: names.path(identifier.path), process: identifier.process,
      flags: identifier.flags)
  }

  mutating func write(
    _ record: borrowing Record, of file: borrowing PerfDataFile, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    switch record.content {
    case .malformed(let error):
      throw error
    case .memoryMap(let map):
      try replace(from: 40, with: names.path(map.path), in: record, &writer)
    case .memoryMap2(let map):
      try writeMapping(record, names.path(map.path), to: &writer)
    case .commandName(let name):
      try replace(from: 16, with: names.command(name.name), in: record, &writer)
    case .cgroup(let cgroup):
      try replace(from: 16, with: names.cgroup(cgroup.path), in: record, &writer)
    case .kernelSymbol(let symbol):
      try replace(from: 24, with: names.symbol(symbol.name), in: record, &writer)
    case .eventUpdate(let update) where update.updateType == 2:
      let attributes = attributesOfIdentifier[update.identifier]
      let name = attributes.map { names.event(update.text, $0) } ?? "event"
      try replace(from: 24, with: name, in: record, &writer)
    case .buildID(let found):
      if settings.keepsBuildIDs { try writer.append(.buildID(buildID(BuildID(found)))) }
    case .threadMap(let threads):
      var entries: [ThreadMapRecord.Entry] = []
      for index in 0..<threads.count {
        let entry = threads[index]
        entries.append(
          ThreadMapRecord.Entry(thread: entry.thread, name: names.command(entry.name)))
      }
      try writer.append(.threadMap(entries))
    default:
      try writeRest(record, to: &writer)
    }
  }

  private func writeRest(
    _ record: borrowing Record, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    // What is not known may hold names; Android's recorder keeps paths in its records.
    let isKnown = record.kind.rawValue <= 22 || 64...86 ~= record.kind.rawValue
    if !isKnown || record.kind == .bpfMetadata || record.kind == .auxTraceError { return }
    try stripping.write(record, to: &writer)
  }

  private func writeMapping(
    _ record: borrowing Record, _ path: String, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    guard !settings.keepsBuildIDs, record.flags.contains(.buildID) else {
      return try replace(from: 72, with: path, in: record, &writer)
    }
    var result = AssembledRecord(record, upTo: 72)
    for offset in [40, 48, 56] { result.set(0, at: offset) }
    result.remove(.buildID)
    try finish(&result, with: path, in: record, &writer)
  }

  /// Replaces the text that fills a record from an offset to its trailer.
  private func replace(
    from offset: Int, with text: String, in record: borrowing Record,
    _ writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    var result = AssembledRecord(record, upTo: offset)
    try finish(&result, with: text, in: record, &writer)
  }

  private func finish(
    _ result: inout AssembledRecord, with text: String, in record: borrowing Record,
    _ writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    result.append(terminated: text)
    let end = record.size - record.trailerSize
    result.append(record.bytes.extracting(end..<record.size))
    try writer.append(result)
  }
}
