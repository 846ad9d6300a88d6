internal import PerfEvent

/// The edit that a filter makes of a recording.
struct FilterEdit: RecordingEdit {
  let filter: RecordingFilter
  private var neededProcesses: Set<Int32> = []
  private var parents: [Int32: Int32] = [:]
  private var hasAuxTrace: Bool = false
  private var usedEvents: Set<Int> = []
  private var hasUnknownEvents: Bool = false
  private var needsFirstLayout: Bool = false
  private var times: TimeRange = TimeRange()
  private var selection: EventSelection = EventSelection([])

  init(filter: RecordingFilter) {
    self.filter = filter
  }

  mutating func prepare(_ file: borrowing PerfDataFile) throws(PerfDataError) {
    var records = file.records()
    while let record = try records.next() {
      note(record)
    }
    var pending = Array(neededProcesses)
    while let process = pending.popLast() {
      if let parent = parents[process], neededProcesses.insert(parent).inserted {
        pending.append(parent)
      }
    }
    var kept = Set(file.events.indices)
    if filter.removesUnusedEvents && file.events.count > 1 {
      kept = usedEvents
      if needsFirstLayout, let first = file.events.first, let least = kept.min() {
        let other = file.events[least].attributes
        if other.sampleFields != first.attributes.sampleFields { kept.insert(0) }
      }
      if kept.isEmpty { kept.insert(0) }
      // Of an only event, samples of unknown ones would count as its own.
      if hasUnknownEvents && kept.count == 1 { kept.insert(kept.contains(0) ? 1 : 0) }
    }
    selection = EventSelection(file.events, kept: kept)
  }

  private mutating func note(_ record: borrowing Record) {
    switch record.kind {
    case .auxTrace: hasAuxTrace = true
    case .sample:
      guard filter.matches(record) else { return }
      if record.eventIndex >= 0 {
        usedEvents.insert(record.eventIndex)
      } else {
        hasUnknownEvents = true
      }
      if let thread = record.thread { neededProcesses.insert(thread.process) }
      times.note(record)
    default:
      guard record.kind.isKernel else { return }
      if case .fork(let fork) = record.content, fork.thread.process != fork.parent.process {
        parents[fork.thread.process] = fork.parent.process
      }
      guard isInTime(record), record.eventIndex >= 0 else { return }
      if record.identifier == 0 {
        needsFirstLayout = true
      } else if FilterEdit.process(of: record) != nil || filter.matches(record) {
        usedEvents.insert(record.eventIndex)
      }
    }
  }

  private func isInTime(_ record: borrowing Record) -> Bool {
    guard let times = filter.times, let time = record.time else { return true }
    return time <= times.upperBound
  }

  /// The process that a record of a process tells of.
  private static func process(of record: borrowing Record) -> Int32? {
    switch record.content {
    case .memoryMap(let map): map.thread.process
    case .memoryMap2(let map): map.thread.process
    case .commandName(let name): name.thread.process
    case .fork(let fork): fork.thread.process
    case .exit(let exit): exit.thread.process
    case .namespaces(let namespaces): namespaces.thread.process
    default: nil
    }
  }

  func events(of file: borrowing PerfDataFile) -> [RecordedEvent] { selection.events }

  mutating func feature(
    _ feature: HeaderFeature, of file: borrowing PerfDataFile
  ) throws(PerfDataError) -> FeatureValue? {
    switch feature {
    case .sampleTime:
      return .sampleTimes(times.found ?? SampleTimes(first: 0, last: 0))
    case .eventDescriptions where selection.removesAny:
      return .eventDescriptions(selection.events.map(EventDescription.init))
    case .groupDescriptions where selection.removesAny:
      return try file.groups.map { .groups(selection.groups($0)) }
    default:
      return try FeatureValue(bytesOf: feature, of: file)
    }
  }

  mutating func write(
    _ record: borrowing Record, of file: borrowing PerfDataFile, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    guard record.kind.isKernel else {
      try writeRecorders(record, to: &writer)
      return
    }
    if keeps(record) { try writer.append(record) }
  }

  private func keeps(_ record: borrowing Record) -> Bool {
    if record.kind != .sample {
      switch record.kind {
      case .kernelSymbol, .bpfEvent, .cgroup, .textPoke: return isInTime(record)
      default: break
      }
      if let process = FilterEdit.process(of: record) {
        guard isInTime(record) else { return false }
        return filter.processes == nil && filter.threads == nil || process <= 0
          || neededProcesses.contains(process)
      }
      if hasAuxTrace { return true }
    }
    return filter.matches(record)
  }

  private func writeRecorders(
    _ record: borrowing Record, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    guard selection.removesAny else { return try writer.append(record) }
    switch record.content {
    case .idIndex(let index):
      var entries: [IDIndexRecord.Entry] = []
      for position in 0..<index.count {
        let entry = index[position]
        if selection.identifiers.contains(entry.identifier) { entries.append(entry) }
      }
      if !entries.isEmpty { try writer.append(.idIndex(entries)) }
    case .eventUpdate(let update):
      if selection.identifiers.contains(update.identifier) { try writer.append(record) }
    case .stat(let stat):
      if selection.identifiers.contains(stat.identifier) { try writer.append(record) }
    default:
      try writer.append(record)
    }
  }
}

/// The events of a recording that stay, and what follows from that.
struct EventSelection {
  let events: [RecordedEvent]
  let removesAny: Bool
  let identifiers: Set<UInt64>
  /// The new position of each event that stays.
  let positions: [Int: Int]

  init(_ all: [RecordedEvent], kept: Set<Int> = []) {
    let indices = all.indices.filter(kept.contains)
    events = indices.map { all[$0] }
    removesAny = indices.count < all.count
    identifiers = Set(events.flatMap(\.identifiers))
    positions = Dictionary(
      uniqueKeysWithValues: indices.enumerated().map { ($0.element, $0.offset) })
  }

  /// The groups all of whose members stay.
  func groups(_ groups: [RecordedGroup]) -> [RecordedGroup] {
    groups.compactMap { group in
      guard let leader = positions[group.leader], group.count >= 1, group.count <= events.count,
        positions[group.leader + group.count - 1] == leader + group.count - 1
      else { return nil }
      return RecordedGroup(name: group.name, leader: leader, count: group.count)
    }
  }
}

extension FeatureValue {
  /// A feature of a recording as it is.
  init?(bytesOf feature: HeaderFeature, of file: borrowing PerfDataFile) throws(PerfDataError) {
    guard let bytes = file.bytes(of: feature) else { return nil }
    self = .bytes(feature, Array(copying: bytes))
  }
}
