import Foundation
import Glibc
import PerfData
import PerfEvent
import TestSupport
import Testing

@Suite("What a writer refuses, streams and leaves behind")
struct WritingRuleTests {
  static func event(
    _ fields: SampleFields, _ identifiers: [UInt64] = [7], flags: EventFlags = [.sampleIDAll],
    _ change: (inout EventAttributes) -> Void = { _ in }
  ) -> RecordedEvent {
    var attributes = EventAttributes(type: .software, config: 0)
    attributes.sampleFields = fields
    attributes.flags = flags
    change(&attributes)
    return RecordedEvent(attributes: attributes, identifiers: identifiers)
  }

  /// Expects that a body throws an error of a code, and returns it.
  @discardableResult
  static func expectRefusal(
    _ code: PerfDataError.Code = .unacceptable, _ body: (inout PerfDataWriter) throws -> Void
  ) throws -> PerfDataError? {
    var writer = try PerfDataWriter(to: .memory)
    do {
      try body(&writer)
      Issue.record("nothing was thrown")
      return nil
    } catch let error as PerfDataError {
      #expect(error.code == code, "\(error)")
      return error
    }
  }

  @Test("Events that perf could not tell apart are refused")
  func events() throws {
    try Self.expectRefusal { writer in
      try writer.add(Self.event([.identifier, .time]))
      try writer.add(Self.event([.time], [8]))
    }
    try Self.expectRefusal { writer in
      try writer.add(Self.event([.id, .instructionPointer], [1]))
      try writer.add(Self.event([.id], [2]))
    }
    try Self.expectRefusal { writer in
      try writer.add(Self.event([.identifier], [1]))
      try writer.add(Self.event([.identifier], [2], flags: []))
    }
    try Self.expectRefusal { writer in
      try writer.add(Self.event([.identifier], [1]))
      try writer.add(Self.event([.identifier], [2, 1]))
    }
    try Self.expectRefusal { writer in
      try writer.add(Self.event([.identifier], [1]) { $0.config3 = 5 })
    }
    try Self.expectRefusal { writer in
      try writer.add(Self.event([.identifier]))
      try writer.append(.finishedRound)
      try writer.add(Self.event([.identifier], [8]))
    }
    for size in [0, 63, 65, -8, 1 << 16] {
      #expect(throws: PerfDataError.self) {
        _ = try PerfDataWriter(to: .memory, options: WriterOptions(attributeSize: size))
      }
    }
  }

  @Test("Records that perf would stop at are refused, and the next one is written")
  func records() throws {
    let events = [Self.event([.identifier, .time]), Self.event([.identifier], [8])]
    try Self.expectRefusal { writer in
      try writer.append(kind: .comm, payload: [0, 0, 0])
    }
    try Self.expectRefusal { writer in
      try writer.append(kind: .comm, payload: [UInt8](repeating: 0, count: 65536))
    }
    try Self.expectRefusal { writer in try writer.append(.lostSamples(count: 1)) }
    try Self.expectRefusal(.unknownIdentifier) { writer in
      for event in events { try writer.add(event) }
      try writer.append(.lostSamples(count: 1), trailer: RecordTrailer(identifier: 99))
    }
    try Self.expectRefusal { writer in try writer.append(kind: .headerFeature, payload: []) }
    var writer = try PerfDataWriter(to: .memory)
    for event in events { try writer.add(event) }
    var sample = SampleValues()
    sample.identifier = 55
    #expect(throws: PerfDataError.self) { try writer.append(sample) }
    sample.identifier = nil
    try writer.append(sample)
    #expect(writer.recordCount == 1)
    let file = try PerfDataFile(bytes: try writer.finish())
    #expect(Summary(file).samples == 1)
  }

  @Test("Features that perf would misread are refused")
  func features() throws {
    try Self.expectRefusal { writer in
      try writer.append(.cpuCounts(CPUCounts(available: 1, online: 2)))
    }
    try Self.expectRefusal { writer in
      try writer.append(.cpuTopology(CPUTopology(socketSiblings: ["0"], threadSiblings: ["0"])))
    }
    try Self.expectRefusal { writer in
      try writer.append(.sampleTimes(SampleTimes(first: 2, last: 1)))
    }
    try Self.expectRefusal { writer in
      try writer.append(.bytes(HeaderFeature(rawValue: 256), []))
    }
  }

  @Test("A file whose writer went away is read up to the last record that left the buffer")
  func unfinished() throws {
    let folder = TemporaryFolder()
    let path = folder.file("unfinished.data")
    func leave() throws {
      var writer = try PerfDataWriter(to: .path(path))
      try writer.add(Self.event([.identifier, .time]))
      for time in 0..<100 {
        var sample = SampleValues()
        sample.time = UInt64(time)
        try writer.append(sample)
      }
      try writer.append(.hostname("gone"))
      try writer.flush()
      try writer.append(SampleValues())
    }
    try leave()
    let file = try PerfDataFile(path: path)
    let isUnfinished = file.isUnfinished
    #expect(isUnfinished)
    #expect(Summary(file).samples == 100)
    #expect(file.events.count == 1)
  }

  @Test("A stream reaches a pipe, which cannot take a file")
  func pipes() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(throws: PerfDataError.self) { _ = try PerfDataWriter(to: .descriptor(ends[1])) }
    var writer = try PerfDataWriter(
      to: .descriptor(ends[1]), options: WriterOptions(mode: .pipe))
    try writer.add(Self.event([.identifier, .time]))
    try writer.append(.hostname("stream"))
    try writer.append(SampleValues())
    try writer.finish()
    close(ends[1])
    let file = try PerfDataFile(descriptor: ends[0])
    close(ends[0])
    let (mode, isCut) = (file.header.mode, file.isUnfinished)
    #expect(mode == .pipe)
    #expect(!isCut)
    #expect(try file.hostname == "stream")
    #expect(Summary(file).samples == 1)
  }

  @Test("A target that cannot be written says so")
  func targets() throws {
    do {
      _ = try PerfDataWriter(to: .path("/nowhere/at/all"))
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.code == .unwritable && error.systemError == .noSuchFile)
      #expect("\(error)".hasPrefix("cannot write /nowhere/at/all: "))
    }
    var writer = try PerfDataWriter(
      to: .path("/dev/full"), options: WriterOptions(mode: .pipe))
    try writer.append(.finishedRound)
    do {
      try writer.finish()
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.code == .unwritable)
    }
  }

  @Test("Packed records of every size come back, also those that two pieces share")
  func packing() throws {
    for form in [RecordCompression.Form.compressed, .compressed2] {
      for mode in [FileMode.file, .pipe] {
        var generator = SeededGenerator(seed: 5)
        var options = WriterOptions(mode: mode)
        options.compression = RecordCompression(form: form, level: 3)
        var writer = try PerfDataWriter(to: .memory, options: options)
        try writer.add(Self.event([.identifier, .time, .raw]))
        var sizes: [Int] = []
        for size in [0, 100, 65_480, 4, 65_000, 63_900, 60, 30_000, 30_000, 30_000] {
          var sample = SampleValues()
          sample.time = UInt64(size)
          sample.rawData = generator.bytes(size)
          sizes.append((size + 11) / 8 * 8 - 4)
          try writer.append(sample)
          if size == 60 { try writer.append(.finishedRound) }
        }
        let file = try PerfDataFile(bytes: try writer.finish())
        var found: [Int] = []
        var rounds = 0
        var reader = file.records()
        while let record = try reader.next() {
          if let raw = record.sample?.rawData { found.append(raw.byteCount) }
          if record.kind == .finishedRound {
            rounds += 1
            #expect(found.count == 7)
          }
        }
        #expect(found == sizes && rounds == 1)
        #expect(try file.compression?.bufferSize == 65536)
      }
    }
  }

  @Test("Random values come back as they were written")
  func randomValues() throws {
    for seed in 0..<200 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let order: ByteOrder = seed % 2 == 0 ? .littleEndian : .bigEndian
      let known = WritingSampleTests.all.filter { _ in Bool.random(using: &generator) }
      let fields = known.reduce(into: SampleFields([.identifier])) { $0.formUnion($1) }
      let event = Self.event(fields) {
        $0.readFormat = ReadFormat(rawValue: UInt64.random(in: 0..<32, using: &generator))
        $0.branchFields = .any
      }
      var options = WriterOptions(mode: seed % 3 == 0 ? .pipe : .file, byteOrder: order)
      if seed % 5 == 0 { options.compression = RecordCompression() }
      var writer = try PerfDataWriter(to: .memory, options: options)
      try writer.add(event)
      var written: [SampleValues] = []
      for _ in 0..<20 {
        var sample = SampleValues()
        sample.instructionPointer = generator.next()
        sample.time = generator.next()
        sample.callchain = (0..<Int.random(in: 0..<9, using: &generator)).map { _ in
          generator.next()
        }
        sample.counters = CounterValues([CounterValues.Value(value: generator.next())])
        sample.rawData = generator.bytes(Int.random(in: 0..<40, using: &generator))
        sample.userStack = generator.bytes(Int.random(in: 0..<40, using: &generator))
        sample.cgroup = generator.next()
        sample.weight = generator.next()
        sample.codePageSize = generator.next()
        written.append(sample)
        try writer.append(sample)
      }
      let file = try PerfDataFile(bytes: try writer.finish())
      var index = 0
      var reader = file.records()
      while let record = try reader.next() {
        guard record.kind == .sample else { continue }
        let isEqual = samplesEqual(record, written[index], fields)
        #expect(isEqual, "seed \(seed) sample \(index)")
        index += 1
      }
      #expect(index == 20, "seed \(seed)")
    }
  }

  private func samplesEqual(
    _ record: borrowing Record, _ written: SampleValues, _ fields: SampleFields
  ) -> Bool {
    guard let sample = record.sample else { return false }
    var isEqual = true
    func compare(_ field: SampleFields, _ found: UInt64?, _ value: UInt64) {
      if found != (fields.contains(field) ? value : nil) { isEqual = false }
    }
    compare(.instructionPointer, sample.instructionPointer, written.instructionPointer)
    compare(.cgroup, sample.cgroup, written.cgroup)
    compare(.codePageSize, sample.codePageSize, written.codePageSize)
    if let chain = sample.callchain, chain.entries.array != written.callchain { isEqual = false }
    if let stack = sample.userStack, Array(copying: stack) != written.userStack { isEqual = false }
    if let values = sample.readValues, values.count > 0,
      values[0].value != written.counters.values[0].value
    {
      isEqual = false
    }
    return isEqual
  }
}
