import PerfData
import PerfEvent

/// What is written: events, records and features in one order.
struct Content {
  enum Part {
    case sample(SampleValues, event: Int)
    case record(RecordFields, event: Int)
    case feature(FeatureValue)
  }

  let events: [RecordedEvent]
  private let parts: [Part]

  init(_ numbers: inout Numbers) {
    let events = (0...numbers.below(3)).map { numbers.event($0) }
    self.events = events
    var parts: [Part] = []
    while !numbers.isEmpty && parts.count < 64 {
      let event = numbers.below(events.count)
      switch numbers.below(4) {
      case 0...1: parts.append(.sample(numbers.sample(of: events[event]), event: event))
      case 2: parts.append(.record(numbers.fields(), event: event))
      default: parts.append(.feature(numbers.feature()))
      }
    }
    self.parts = parts
  }

  var samples: [(values: SampleValues, event: Int)] {
    parts.compactMap { part in
      if case .sample(let values, let event) = part { (values, event) } else { nil }
    }
  }

  /// The recording in a form; nothing when the writer refuses it.
  func write(_ options: WriterOptions) -> [UInt8]? {
    do {
      var writer = try PerfDataWriter(to: .memory, options: options)
      for event in events { try writer.add(event) }
      for part in parts {
        switch part {
        case .sample(let values, let event): try writer.append(values, event: event)
        case .record(let fields, let event): try writer.append(fields, event: event)
        case .feature(let value): try writer.append(value)
        }
      }
      return try writer.finish()
    } catch {
      guard error.code == .unacceptable else { fatalError("\(error)") }
      return nil
    }
  }

  /// Reads a recording back, and compares it with what was written.
  func check(_ bytes: [UInt8]) {
    do {
      let file = try PerfDataFile(bytes: bytes)
      guard file.faults.isEmpty else { fatalError("\(file.faults)") }
      guard file.events.map(\.attributes) == events.map(\.attributes) else {
        fatalError("other attributes")
      }
      try checkRecords(file)
      if file.header.mode == .file { try checkFeatures(file) }
    } catch {
      fatalError("what was written cannot be read: \(error)")
    }
  }

  private func checkRecords(_ file: borrowing PerfDataFile) throws(PerfDataError) {
    let samples = samples
    var found = 0
    var kinds: [RecordKind] = []
    var records = file.records()
    while let record = try records.next() {
      if case .malformed(let error) = record.content { fatalError("malformed: \(error)") }
      if let sample = record.sample {
        guard found < samples.count else { fatalError("too many samples") }
        let written = samples[found]
        guard record.eventIndex == written.event else {
          fatalError("sample \(found) is another event's")
        }
        let read = SampleValues(sample, like: written.values)
        guard read == written.values else { fatalError("\(read) instead of \(written.values)") }
        found += 1
      } else {
        kinds.append(record.kind)
      }
    }
    guard found == samples.count else { fatalError("\(found) samples instead of \(samples.count)") }
    let written = parts.compactMap { part in
      if case .record(let fields, _) = part { fields.kind } else { nil }
    }
    kinds.removeAll {
      [.headerAttributes, .headerFeature, .compressed, .compressed2].contains($0)
    }
    guard kinds == written else { fatalError("\(kinds) instead of \(written)") }
  }

  /// The last feature of a kind is the one that counts.
  private func checkFeatures(_ file: borrowing PerfDataFile) throws(PerfDataError) {
    var last: [UInt32: FeatureValue] = [:]
    for case .feature(let value) in parts { last[value.feature.rawValue] = value }
    for value in last.values {
      let read: FeatureValue? =
        switch value {
        case .hostname: try file.hostname.map { .hostname($0) }
        case .commandLine: try file.commandLine.map { .commandLine($0) }
        case .totalMemoryKilobytes:
          try file.totalMemoryKilobytes.map { .totalMemoryKilobytes($0) }
        case .clockData: try file.clockData.map { .clockData($0) }
        case .numaNodes: try file.numaNodes.map { .numaNodes($0) }
        case .pmuMappings: try file.pmuMappings.map { .pmuMappings($0) }
        case .hybridCPUs: try file.hybridCPUs.map { .hybridCPUs($0) }
        case .pmuCapabilities: try file.pmuCapabilities.map { .pmuCapabilities($0) }
        case .memoryTopology: try file.memoryTopology.map { .memoryTopology($0) }
        case .cacheLineSize: try file.cacheLineSize.map { .cacheLineSize($0) }
        case .clockResolution: try file.clockResolution.map { .clockResolution($0) }
        default: value
        }
      guard read == value else { fatalError("\(String(describing: read)) instead of \(value)") }
    }
  }
}
