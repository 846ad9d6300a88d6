import Foundation
import PerfData
import PerfEvent
import TestSupport
import Testing

@Suite("State from what a header tells, early or late")
struct StateHeaderTests {
  static let orders: [ByteOrder] = [.littleEndian, .bigEndian]

  @Test("The oldest streams and files name their events by configuration", arguments: orders)
  func oldNames(order: ByteOrder) throws {
    func named(_ builder: inout PerfDataBuilder) {
      for (identifier, name) in [(300, "sched:sched_switch"), (0x1a2, "my-raw"), (1, "both")] {
        builder.record(65) { body in
          body.u64(UInt64(identifier))
          body.raw(Array(name.utf8) + [UInt8](repeating: 0, count: 64 - name.utf8.count))
        }
      }
    }
    var builder = PerfDataBuilder(order)
    let events: [(EventType, UInt64)] = [
      (.tracepoint, 300), (.raw, 0x1a2), (.hardware, 1), (.software, 1),
    ]
    for (type, config) in events {
      builder.event([.identifier, .instructionPointer], identifiers: [10 + config]) {
        $0.type = type
        $0.config = config
      }
    }
    named(&builder)
    builder.record(9) { $0.u64(310, 1) }
    // The name of a number that means two events may be that of either.
    let expected = ["sched:sched_switch", "my-raw", "instructions:HG", "task-clock:HG"]
    let bytes = builder.pipe()
    #expect(try PerfDataFile(bytes: bytes).events.map(\.name) == expected)
    let folder = TemporaryFolder()
    let path = try folder.write(bytes, as: "old.data")
    var follower = try RecordFollower(path: path, patience: 0)
    while try follower.next() != nil {}
    #expect(follower.events.map(\.name) == expected)
  }

  private static func described(_ order: ByteOrder) -> PerfDataBuilder {
    var builder = PerfDataBuilder(order)
    builder.event([.identifier, .instructionPointer], flags: [.sampleIDAll, .useClockID]) {
      $0.clockID = 1
    }
    builder.event([.identifier, .instructionPointer])
    builder.feature(.hostname) { $0.sized("box") }
    builder.feature(.osRelease) { $0.sized("6.1") }
    builder.feature(.perfVersion) { $0.sized("3.2") }
    builder.feature(.architecture) { $0.sized("x86_64") }
    builder.feature(.cpuCounts) { $0.u32(2, 2) }
    builder.feature(.commandLine) { body in
      body.u32(2)
      body.sized("perf")
      body.sized("record")
    }
    builder.feature(.cpuTopology) { body in
      body.u32(1)
      body.sized("0-1")
      body.u32(2)
      body.sized("0")
      body.sized("1")
      body.u32(0, 0, 1, 0)
    }
    builder.feature(.groupDescriptions) { body in
      body.u32(1)
      body.sized("both")
      body.u32(0, 2)
    }
    builder.feature(.clockData) { body in
      body.u32(1, 1)
      body.u64(5000, 1000)
    }
    for (identifier, event) in [5, 6].enumerated() {
      builder.events[identifier].identifiers = [UInt64(event)]
    }
    return builder
  }

  @Test("Features that come as records are known from then on", arguments: orders)
  func features(order: ByteOrder) throws {
    var builder = Self.described(order)
    builder.record(9) { $0.u64(5, 1) }
    builder.record(78) { body in
      body.u64(2, 6)
      body.text("second")
    }
    builder.record(9) { $0.u64(6, 1) }
    let folder = TemporaryFolder()
    let path = try folder.write(builder.pipe(), as: "live.data")
    var follower = try RecordFollower(path: path, patience: 0)
    var state = RecordingState()
    #expect(state.origin == RecordingOrigin.none)
    var names: [String] = []
    try state.follow(&follower) { record, state in
      if record.kind == .sample {
        names.append(state.events.events[record.eventIndex].name)
        #expect(state.origin.hostname == "box" && state.origin.osRelease == "6.1")
      }
      return true
    }
    #expect(names == ["cpu-clock:HG", "second"])
    #expect(state.origin.perfVersion == "3.2" && state.origin.architecture == "x86_64")
    #expect(state.origin.commandLine == ["perf", "record"])
    #expect(state.events.events.map(\.leader) == [0, 0])
    #expect(state.events.events[0].groupName == "both")
    #expect(state.clock.name == "monotonic" && state.clock.wallClock(at: 1001) == 5001)
    #expect(state.cpus.cpu(1).core == 1)
    // The same as with the whole file at hand.
    let whole = RecordingState(reading: try PerfDataFile(path: path))
    #expect(whole.origin == state.origin && whole.clock == state.clock)
    #expect(whole.events.events.map(\.leader) == [0, 0])
  }

  @Test("Many features of one kind cost no more than one")
  func manyFeatures() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    for number in 0..<50_000 {
      builder.record(80) { body in
        body.u64(3)
        body.sized("box\(number)")
      }
    }
    let folder = TemporaryFolder()
    let path = try folder.write(builder.pipe(), as: "many.data")
    var follower = try RecordFollower(path: path, patience: 0)
    var state = RecordingState()
    try state.follow(&follower) { _, _ in true }
    #expect(state.origin.hostname == "box0")
  }

  /// Types as BPF has them: an integer, a prototype with a member, two functions.
  private static func types(_ order: ByteOrder) -> [UInt8] {
    var types = ByteWriter(order)
    types.u32(1, 1 << 24, 4, 0x20)
    types.u32(0, 13 << 24 | 1, 1, 5, 1)
    types.u32(5, 12 << 24, 2)
    types.u32(9, 12 << 24, 2)
    var writer = ByteWriter(order)
    writer.u16(0xeb9f)
    writer.u8(1, 0)
    writer.u32(24, 0, UInt32(types.bytes.count), UInt32(types.bytes.count), 14)
    writer.raw(types.bytes + Array("\0int\0one\0two\0\0".utf8.prefix(14)))
    return writer.bytes
  }

  private static func program(
    _ body: inout ByteWriter, _ order: ByteOrder, address: UInt64, types: UInt32, count: Int
  ) {
    var data = ByteWriter(order)
    for index in 0..<count { data.u64(address + 0x100 * UInt64(index)) }
    let lengths = data.bytes.count
    for _ in 0..<count { data.u32(0x80) }
    data.pad(8)
    let functions = data.bytes.count
    if types != 0 { for index in 0..<count { data.u32(0, UInt32(3 + index)) } }
    let tags = data.bytes.count
    for index in 0..<count { data.raw([UInt8](repeating: UInt8(0x10 + index), count: 8)) }
    var info = ByteWriter(order)
    info.u32(2, 40 + types)
    info.raw([UInt8](repeating: 0x10, count: 8))
    info.raw([UInt8](repeating: 0, count: 48))
    info.raw(Array("whole".utf8) + [UInt8](repeating: 0, count: 24 + 11))
    info.pad(8)
    info.u32(UInt32(count), UInt32(count))
    info.u64(0, UInt64(lengths))
    info.u32(types, 8)
    info.u64(UInt64(functions))
    info.u32(UInt32(types == 0 ? 0 : count))
    info.raw([UInt8](repeating: 0, count: 180 - info.bytes.count))
    info.u32(UInt32(count))
    info.u64(UInt64(tags))
    info.raw([UInt8](repeating: 0, count: 232 - info.bytes.count))
    body.u32(232, UInt32(data.bytes.count))
    body.u64(1 << 3 | 1 << 4 | (types == 0 ? 0 : 1 << 5) | 1 << 8)
    body.raw(info.bytes + data.bytes)
  }

  @Test("BPF programs that only the header tells are found by address", arguments: orders)
  func programs(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    builder.event([.identifier, .instructionPointer, .thread, .time], identifiers: [5])
    builder.feature(.bpfProgramInfo) { body in
      body.u32(3)
      Self.program(&body, order, address: 0x1000, types: 9, count: 2)
      Self.program(&body, order, address: 0x2000, types: 0, count: 1)
      Self.program(&body, order, address: 0x3000, types: 0, count: 2)
    }
    builder.feature(.bpfTypeFormat) { body in
      body.u32(1, 9, UInt32(Self.types(order).count))
      body.raw(Self.types(order))
    }
    // A record tells of other code at a place from its time on.
    builder.record(17) { body in
      body.u64(0x2000)
      body.u32(0x80)
      body.u16(1, 0)
      body.text("bpf_prog_new")
      body.u32(1, 1)
      body.u64(500, 5)
    }
    for bytes in [builder.file(), builder.pipe()] {
      let table = RecordingState(reading: try PerfDataFile(bytes: bytes)).processes
      #expect(table.place(1, 0x1004, .kernel) == "bpf_prog_1010101010101010_one+4")
      #expect(table.place(1, 0x1104, .kernel) == "bpf_prog_1111111111111111_two+4")
      #expect(table.place(1, 0x1080, .kernel) == nil)
      #expect(table.place(1, 0x2001, .kernel, at: 400) == "bpf_prog_1010101010101010_whole+1")
      #expect(table.place(1, 0x2001, .kernel, at: 600) == "bpf_prog_new+1")
      #expect(table.place(1, 0x3100, .kernel) == "bpf_prog_1111111111111111_F+0")
      #expect(table.bpfPrograms[49]?.name == "whole")
    }
  }

  @Test(
    "Names made from a header are those that the kernel gave",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"))
  func realPrograms() throws {
    var compared = 0
    for row in SharedData.rows where !row.path.contains("damaged") {
      let file = try PerfDataFile(path: SharedData.path(row.path))
      guard let programs = try? file.bpfPrograms, !programs.isEmpty else { continue }
      let header = RecordingState(file).processes
      let records = RecordingState(reading: file).processes
      for program in programs {
        for address in program.symbols {
          guard let made = header.place(1, address, .kernel),
            let told = records.kernelCode(at: 0).first(where: { $0.contains(address) })
          else { continue }
          #expect(made == "\(records.modules[Int(told.moduleIndex)].path)+0", "\(row.path)")
          compared += 1
        }
      }
    }
    print("compared the names of \(compared) functions")
  }
}
