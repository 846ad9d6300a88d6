import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("Editing recordings")
struct EditingTests {
  static let hasData: Bool = SharedData.folder != nil
  static let generated = "generated/perf6.1/"

  static func open(_ name: String) throws -> PerfDataFile {
    try PerfDataFile(bytes: try SharedData.bytes(name))
  }

  /// Counts records and looks at samples.
  static func count(
    _ file: borrowing PerfDataFile, _ body: (borrowing Record) -> Bool
  ) throws -> Int {
    var count = 0
    var records = file.records()
    while let record = try records.next() {
      if body(record) { count += 1 }
    }
    return count
  }

  static func samples(_ file: borrowing PerfDataFile) throws -> Int {
    try count(file) { $0.kind == .sample }
  }

  @Test(
    "A filter keeps exactly the samples of its conditions, and all that they need",
    .enabled(if: hasData, "PERF_EVENTS_SHARED does not name the data"))
  func filters() throws {
    let file = try Self.open(Self.generated + "multi.data")
    let times = try #require(try file.sampleTimes)
    let middle = (times.first + times.last) / 2
    var filter = RecordingFilter()
    filter.times = middle...times.last
    filter.events = [0, 2]
    let kept = try Self.count(file) { record in
      record.kind == .sample && record.time ?? 0 >= middle
        && [0, 2].contains(record.eventIndex)
    }
    #expect(kept > 0)
    let result = try PerfDataFile(bytes: try filter.write(file, to: .memory))
    #expect(try Self.samples(result) == kept)
    let newTimes = try #require(try result.sampleTimes)
    #expect(newTimes.first >= middle && newTimes.last <= times.last)
    #expect(result.events.count == 4)
    for kind in [RecordKind.comm, .mmap, .mmap2, .fork] {
      #expect(
        try Self.count(result) { $0.kind == kind } == Self.count(file) { $0.kind == kind })
    }

    filter.removesUnusedEvents = true
    let smaller = try PerfDataFile(bytes: try filter.write(file, to: .memory))
    #expect(try Self.samples(smaller) == kept)
    #expect(smaller.events.count < 4)
    #expect(try smaller.eventDescriptions?.count == smaller.events.count)
    let known = Set(smaller.events.flatMap(\.identifiers))
    var records = smaller.records()
    while let record = try records.next() {
      if case .idIndex(let index) = record.content {
        for position in 0..<index.count { #expect(known.contains(index[position].identifier)) }
      }
      #expect(!record.kind.isKernel || record.eventIndex >= 0)
    }
  }

  @Test(
    "Conditions on CPUs, threads and processes hold for every sample",
    .enabled(if: hasData, "PERF_EVENTS_SHARED does not name the data"))
  func places() throws {
    let file = try Self.open(Self.generated + "fp.data")
    var filter = RecordingFilter()
    filter.cpus = [1]
    filter.threads = [0]
    let kept = try Self.count(file) {
      $0.kind == .sample && $0.cpu == 1 && $0.thread?.thread == 0
    }
    #expect(kept > 0)
    let result = try PerfDataFile(bytes: try filter.write(file, to: .memory))
    #expect(try Self.samples(result) == kept)
  }

  @Test("A process keeps the mappings of those from which it was forked")
  func processes() throws {
    let thread = { (process: Int32) in ThreadID(process: process, thread: process) }
    let bytes = try WritingGapTests.write(.native, [WritingGapTests.event([])]) { writer in
      for process: Int32 in [1, 2, 3] {
        let parent = thread(process - 1)
        try writer.append(.fork(thread: thread(process), parent: parent, time: 0))
        try writer.append(.commandName(thread: thread(process), name: "p\(process)"))
        var sample = SampleValues()
        sample.thread = thread(process)
        sample.time = 100 + UInt64(process)
        try writer.append(sample)
      }
      try writer.append(.fork(thread: thread(9), parent: thread(1), time: 0))
    }
    var filter = RecordingFilter()
    filter.processes = [2]
    let file = try PerfDataFile(bytes: bytes)
    let result = try PerfDataFile(bytes: try filter.write(file, to: .memory))
    var forks: [Int32] = []
    var records = result.records()
    while let record = try records.next() {
      if case .fork(let fork) = record.content { forks.append(fork.thread.process) }
    }
    #expect(forks == [1, 2])
    #expect(try Self.samples(result) == 1)
  }

  @Test(
    "Stripped samples lack the fields and keep the others",
    .enabled(if: hasData, "PERF_EVENTS_SHARED does not name the data"),
    arguments: ["fp.data", "dwarf.data", "regs.data", "tracepoint.data", "addr_datasrc.data"])
  func strips(name: String) throws {
    let file = try Self.open(Self.generated + name)
    let stripping = SampleStripping(SampleStripping.removableFields)
    let result = try PerfDataFile(bytes: try stripping.write(file, to: .memory))
    let before = Summary(file, ignoresForm: true)
    let after = Summary(result, ignoresForm: true)
    #expect(after.samples == before.samples && after.malformed == 0)
    #expect(after.periodSum == before.periodSum && after.pointerSum == before.pointerSum)
    #expect(after.frames == 0 && after.rawBytes == 0)
    for event in result.events {
      #expect(event.attributes.sampleFields.isDisjoint(with: SampleStripping.removableFields))
    }
    let raw = try PerfDataFile(bytes: try SampleStripping(.raw).write(file, to: .memory))
    #expect(Summary(raw).frames == before.frames && Summary(raw).rawBytes == 0)
  }

  @Test(
    "A union has the samples of all under events of their own",
    .enabled(if: hasData, "PERF_EVENTS_SHARED does not name the data"))
  func merges() throws {
    let names = ["fp.data", "multi.data", "tracepoint.data", "zstd.data", "default.data"]
    let merge = RecordingMerge()
    var samples = 0
    var pointers: UInt64 = 0
    var events = 0
    for name in names + ["default.data"] {
      let file = try Self.open(Self.generated + name)
      let summary = Summary(file)
      samples += summary.samples
      pointers &+= summary.pointerSum
      events += file.events.count
      try merge.add(file)
    }
    let result = try PerfDataFile(bytes: try merge.write(to: .memory))
    let summary = Summary(result)
    #expect(summary.samples == samples && summary.pointerSum == pointers)
    #expect(summary.malformed == 0 && summary.fault == nil)
    #expect(result.events.count == events)
    let identifiers = result.events.flatMap(\.identifiers)
    #expect(Set(identifiers).count == identifiers.count)
    #expect(result.events.last?.name == "cpu-clock")
    #expect(try Self.count(result) { $0.kind.isKernel && $0.eventIndex < 0 } == 0)
    var ordered = result.records(in: .rounds)
    while try ordered.next() != nil {}
    #expect(ordered.lateRecords == 0)
    // Of these lists perf ignores all but one.
    #expect(summary.kinds[RecordKind.threadMap.rawValue] == 1)
    #expect(summary.kinds[RecordKind.cpuMap.rawValue] == 1)
  }

  @Test(
    "An anonymous recording holds no name of a user, and the same addresses",
    .enabled(if: hasData, "PERF_EVENTS_SHARED does not name the data"),
    arguments: ["fp.data", "tracepoint.data", "switch_ns_cgroup.data", "pipe_tracepoint.data"])
  func anonymises(name: String) throws {
    let file = try Self.open(Self.generated + name)
    let bytes = try Anonymisation().write(file, to: .memory)
    let text = String(decoding: bytes, as: UTF8.self)
    for secret in ["burn", "perf.data", "/usr/", "libc.so", "systemd", "debian\0"] {
      #expect(!text.contains(secret), "\(secret)")
    }
    let result = try PerfDataFile(bytes: bytes)
    let (before, after) = (Summary(file), Summary(result))
    #expect(after.samples == before.samples && after.pointerSum == before.pointerSum)
    #expect(after.frameSum == before.frameSum && after.kinds[3] == before.kinds[3])
    #expect(result.events.map(\.name) == file.events.map(\.name))
    #expect(try result.hostname == "host")
  }

  @Test(
    "Added build identifiers are read again, in a file and a stream",
    .enabled(if: hasData, "PERF_EVENTS_SHARED does not name the data"))
  func buildIDs() throws {
    let file = try Self.open(Self.generated + "fp.data")
    let old = try #require(try file.buildIDs)
    let path = try #require(old.last).path
    let addition = BuildIDAddition([path: [1, 2, 3], "/new": Array(1...20)])
    let result = try PerfDataFile(bytes: try addition.write(file, to: .memory))
    let new = try #require(try result.buildIDs)
    #expect(new.count == old.count + 1)
    #expect(new.first { $0.path == path }?.bytes == [1, 2, 3])
    #expect(new.first { $0.path == "/new" }?.bytes == Array(1...20))
    var options = WriterOptions(like: file)
    options.mode = .pipe
    let stream = try PerfDataFile(
      bytes: try addition.write(file, to: .memory, options: options))
    let count = try Self.count(stream) { $0.kind == .headerBuildID }
    #expect(count == 2)
    #expect(throws: PerfDataError.self) {
      try BuildIDAddition(["/x": []]).write(file, to: .memory)
    }
  }
}
