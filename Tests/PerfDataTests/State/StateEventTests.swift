import PerfData
import PerfEvent
import Testing

@Suite("State: events, counters, deferred callchains")
struct StateEventTests {
  /// Two kinds of core, each with an event `cycles`, and others.
  private func hybrid() -> PerfDataBuilder {
    var builder = PerfDataBuilder()
    let fields: SampleFields = [.identifier, .instructionPointer, .thread, .time]
    func hardware(_ config: UInt64, _ identifier: UInt64, _ flags: EventFlags = []) {
      builder.event(fields, flags: flags.union(.sampleIDAll), identifiers: [identifier]) {
        $0.type = .hardware
        $0.config = config
      }
    }
    hardware(4 << 32, 1, .excludeGuest)
    hardware(10 << 32, 2, .excludeGuest)
    hardware(4 << 32 | 1, 3, [.excludeKernel, .excludeHypervisor])
    builder.event(fields, identifiers: [4]) {
      $0.type = EventType(rawValue: 22)
      $0.config = 1
    }
    builder.event(fields, flags: [.sampleIDAll, .excludeGuest], identifiers: [5])
    builder.feature(.pmuMappings) { body in
      body.u32(4)
      for (type, name) in [(UInt32(4), "cpu_core"), (10, "cpu_atom"), (1, "software"), (22, "msr")]
      {
        body.u32(type)
        body.sized(name)
      }
    }
    builder.feature(.groupDescriptions) { body in
      body.u32(2)
      body.sized("{anon_group}")
      body.u32(0, 2)
      body.sized("mine")
      body.u32(2, 99)
    }
    return builder
  }

  @Test("Events of the same name are told apart by PMU", arguments: [false, true])
  func hybridNames(isPipe: Bool) throws {
    let builder = hybrid()
    let file = try PerfDataFile(bytes: isPipe ? builder.pipe() : builder.file())
    let events = RecordingState(file).events.events
    #expect(file.events[0].name == file.events[1].name)
    #expect(
      events.map(\.displayName) == [
        "cpu_core/cycles/", "cpu_atom/cycles/", "cpu_core/instructions/u",
        "unknown attr type: 22", "cpu-clock",
      ])
    #expect(events.map(\.pmuName) == ["cpu_core", "cpu_atom", "cpu_core", "msr", "software"])
    #expect(events.map(\.pmuType) == [4, 10, 4, 22, 1])
    #expect(events.map(\.leader) == [0, 0, 2, 2, 2])
    #expect(events.map(\.members) == [[0, 1], [], [2, 3, 4], [], []])
    #expect(events.map(\.groupName) == ["", "", "mine", "mine", "mine"])
    #expect(events.filter(\.isGrouped).count == 5)
  }

  @Test("Identifiers lead to events, 0 to the first one")
  func identifiers() throws {
    let state = RecordingState(try PerfDataFile(bytes: hybrid().file()))
    #expect((0...6).map { state.events.event(ofIdentifier: $0) } == [0, 0, 1, 2, 3, 4, nil])
    #expect(state.events.place(ofIdentifier: 1) == nil)
  }

  @Test("A name that comes later replaces the one before")
  func updates() throws {
    var builder = hybrid()
    builder.record(78) { body in
      body.u64(2, 2)
      body.text("cycles:P")
    }
    let state = RecordingState(reading: try PerfDataFile(bytes: builder.file()))
    #expect(state.events.events[1].name == "cycles:P")
    #expect(state.events.events[1].displayName == "cpu_atom/cycles/P")
  }

  /// A group of two whose leader carries the counts of both.
  private func group(inherit: Bool) -> PerfDataBuilder {
    var builder = PerfDataBuilder()
    for identifiers in [[UInt64(1), 2], [11, 12]] {
      builder.event(
        [.identifier, .thread, .time, .read],
        flags: inherit ? [.sampleIDAll, .inherit] : [.sampleIDAll], identifiers: identifiers
      ) {
        $0.readFormat = [.group, .id, .timeEnabled]
      }
    }
    return builder
  }

  private func reading(
    _ builder: inout PerfDataBuilder, _ identifier: UInt64, thread: UInt32, time: UInt64,
    _ values: [(UInt64, UInt64)]
  ) {
    builder.record(9) { body in
      body.u64(identifier)
      body.u32(7, thread)
      body.u64(time, UInt64(values.count), 1000)
      for (value, identifier) in values { body.u64(value, identifier) }
    }
  }

  private func deltas(_ builder: PerfDataBuilder) throws -> [String] {
    let file = try PerfDataFile(bytes: builder.file())
    var counters = CounterDeltas(RecordingState(file).events)
    var found: [String] = []
    var records = file.records()
    while let record = try records.next() {
      guard let sample = record.sample else { continue }
      for delta in counters.deltas(sample) {
        found.append(
          "\(delta.identifier ?? 0) of \(delta.eventIndex): \(delta.delta) \(delta.change)")
      }
    }
    return found
  }

  @Test("Totals of a group become counts for each member")
  func groupReads() throws {
    var builder = group(inherit: false)
    reading(&builder, 1, thread: 7, time: 10, [(100, 1), (5, 11)])
    reading(&builder, 2, thread: 7, time: 15, [(40, 2), (1, 12)])
    reading(&builder, 1, thread: 8, time: 20, [(150, 1), (5, 11)])
    reading(&builder, 1, thread: 7, time: 18, [(120, 1), (5, 11)])
    reading(&builder, 1, thread: 7, time: 30, [(20, 1), (6, 11)])
    reading(&builder, 1, thread: 7, time: 40, [(25, 1), (6, 99)])
    #expect(
      try deltas(builder) == [
        "1 of 0: 100 first", "11 of 1: 5 first", "2 of 0: 40 first", "12 of 1: 1 first",
        "1 of 0: 50 advanced", "11 of 1: 0 advanced", "1 of 0: 0 late", "11 of 1: 0 advanced",
        "1 of 0: 20 restarted", "11 of 1: 1 advanced", "1 of 0: 5 advanced", "99 of -1: 6 first",
      ])
  }

  @Test("Inherited counters have a total for each thread")
  func inherited() throws {
    var builder = group(inherit: true)
    reading(&builder, 1, thread: 7, time: 10, [(100, 1)])
    reading(&builder, 1, thread: 8, time: 11, [(30, 1)])
    reading(&builder, 1, thread: 7, time: 12, [(101, 1)])
    reading(&builder, 1, thread: 8, time: 13, [(37, 1)])
    #expect(
      try deltas(builder) == [
        "1 of 0: 100 first", "1 of 0: 30 first", "1 of 0: 1 advanced", "1 of 0: 7 advanced",
      ])
  }

  @Test("Without a description of groups the samples tell the members")
  func learnedGroups() throws {
    var builder = group(inherit: false)
    reading(&builder, 1, thread: 7, time: 10, [(100, 1), (5, 11)])
    let before = RecordingState(try PerfDataFile(bytes: builder.pipe()))
    #expect(before.events.events.allSatisfy { !$0.isGrouped })
    let state = RecordingState(reading: try PerfDataFile(bytes: builder.pipe()))
    #expect(state.events.events.map(\.leader) == [0, 0])
    #expect(state.events.events.map(\.members) == [[0, 1], []])
  }

  private static let deferredMark: UInt64 = UInt64(bitPattern: -640)
  private static let userMark: UInt64 = UInt64(bitPattern: -512)
  private static let kernelMark: UInt64 = UInt64(bitPattern: -128)

  private func chainSample(
    _ builder: inout PerfDataBuilder, _ thread: UInt32, time: UInt64, _ chain: [UInt64]
  ) {
    builder.record(9, flags: 1) { body in
      body.u64(5)
      body.u32(7, thread)
      body.u64(time, UInt64(chain.count))
      for entry in chain { body.u64(entry) }
      body.u32(12)
      body.raw([UInt8](repeating: UInt8(truncatingIfNeeded: time), count: 12))
    }
  }

  private func userPart(
    _ builder: inout PerfDataBuilder, _ thread: UInt32, _ cookie: UInt64, _ chain: [UInt64]
  ) {
    builder.record(22) { body in
      body.u64(cookie, UInt64(chain.count))
      for entry in chain { body.u64(entry) }
      body.u32(7, thread)
      body.u64(99, 5)
    }
  }

  private func chains(
    _ builder: PerfDataBuilder, merger: inout DeferredCallchains
  ) throws -> [String] {
    let file = try PerfDataFile(bytes: builder.file())
    var found: [String] = []
    func note(_ record: borrowing Record) {
      guard let sample = record.sample, let chain = sample.callchain else {
        found.append("\(record.kind)")
        return
      }
      var frames = chain.frames
      var text = "\(sample.time ?? 0):"
      while let frame = frames.next() {
        text += frame.context == .user ? " u\(frame.address)" : " k\(frame.address)"
      }
      var raw: [UInt8] = []
      if let data = sample.rawData { raw = [UInt8](copying: data) }
      let mark = UInt8(truncatingIfNeeded: sample.time ?? 0)
      #expect(raw == [UInt8](repeating: mark, count: 12))
      found.append(text)
    }
    var records = file.records()
    while let record = try records.next() { merger.apply(record, note) }
    merger.finish(note)
    return found
  }

  @Test(
    "Deferred user parts are put in place",
    arguments: [
      ByteOrder.littleEndian, .bigEndian,
    ])
  func deferred(order: ByteOrder) throws {
    let (kernel, later, user) = (Self.kernelMark, Self.deferredMark, Self.userMark)
    var builder = PerfDataBuilder(order)
    builder.event([.identifier, .thread, .time, .callchain, .raw], identifiers: [5])
    chainSample(&builder, 7, time: 1, [kernel, 11, 12, later, 900])
    chainSample(&builder, 8, time: 2, [kernel, 13, later, 901])
    chainSample(&builder, 7, time: 3, [kernel, 14, later, 900])
    chainSample(&builder, 9, time: 4, [kernel, 15, user, 16])
    userPart(&builder, 7, 900, [user, 21, 22, 23])
    chainSample(&builder, 7, time: 5, [later, 902])
    userPart(&builder, 7, 903, [user, 24])
    userPart(&builder, 7, 902, [user, 25])
    chainSample(&builder, 9, time: 6, [kernel, 17, later, 904])
    userPart(&builder, 9, 904, [26])
    var merger = DeferredCallchains()
    #expect(
      try chains(builder, merger: &merger) == [
        "4: k15 u16", "1: k11 k12 u21 u22 u23", "3: k14 u21 u22 u23", "5: k902",
        "CALLCHAIN_DEFERRED", "6: k17 u26", "2: k13 k901",
      ])
    #expect(merger.mergedCount == 3 && merger.unmergedCount == 2)
  }

  @Test("No more than the limit waits")
  func deferredLimit() throws {
    var builder = PerfDataBuilder()
    builder.event([.identifier, .thread, .time, .callchain, .raw], identifiers: [5])
    for time in 1...10 {
      chainSample(&builder, UInt32(time), time: UInt64(time), [1, Self.deferredMark, UInt64(time)])
    }
    var merger = DeferredCallchains(limit: 200)
    #expect(try chains(builder, merger: &merger).count == 10)
    #expect(merger.unmergedCount == 10)
  }
}
