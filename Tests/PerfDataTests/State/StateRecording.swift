import PerfData
import PerfEvent

/// Builds recordings that tell about processes, and applies them.
struct StateRecording {
  var builder: PerfDataBuilder

  init(_ order: ByteOrder = .littleEndian) {
    builder = PerfDataBuilder(order)
    builder.event([.identifier, .instructionPointer, .thread, .time, .cpu], identifiers: [5])
  }

  private static func pair(_ process: Int32, _ thread: Int32) -> [UInt32] {
    [UInt32(bitPattern: process), UInt32(bitPattern: thread)]
  }

  /// The trailer of the event that ``init(_:)`` makes: thread, time, CPU, identifier.
  private static func trail(_ body: inout ByteWriter, _ time: UInt64, identifier: UInt64 = 5) {
    body.u32(1, 1)
    body.u64(time)
    body.u32(0, 0)
    body.u64(identifier)
  }

  mutating func record(
    _ kind: UInt32, flags: UInt16 = 0, at time: UInt64, identifier: UInt64 = 5,
    _ body: (inout ByteWriter) -> Void
  ) {
    builder.record(kind, flags: flags) {
      body(&$0)
      Self.trail(&$0, time, identifier: identifier)
    }
  }

  mutating func comm(
    _ name: String, _ process: Int32, _ thread: Int32, at time: UInt64, exec: Bool = false
  ) {
    record(3, flags: exec ? 1 << 13 : 0, at: time) { body in
      for number in Self.pair(process, thread) { body.u32(number) }
      body.text(name)
    }
  }

  mutating func fork(
    _ process: Int32, _ thread: Int32, from parent: Int32, _ parentThread: Int32,
    at time: UInt64, flags: UInt16 = 0
  ) {
    life(7, process, thread, parent, parentThread, time, flags)
  }

  mutating func exit(_ process: Int32, _ thread: Int32, at time: UInt64) {
    life(4, process, thread, 1, 1, time, 0)
  }

  private mutating func life(
    _ kind: UInt32, _ process: Int32, _ thread: Int32, _ parent: Int32, _ parentThread: Int32,
    _ time: UInt64, _ flags: UInt16
  ) {
    record(kind, flags: flags, at: time) { body in
      body.u32(UInt32(bitPattern: process), UInt32(bitPattern: parent))
      body.u32(UInt32(bitPattern: thread), UInt32(bitPattern: parentThread))
      body.u64(time)
    }
  }

  mutating func map(
    _ process: Int32, _ address: UInt64, _ length: UInt64, offset: UInt64 = 0, _ path: String,
    at time: UInt64, mode: UInt16 = 2, identifier: UInt64 = 5
  ) {
    record(1, flags: mode, at: time, identifier: identifier) { body in
      for number in Self.pair(process, process) { body.u32(number) }
      body.u64(address, length, offset)
      body.text(path)
    }
  }

  mutating func map2(
    _ process: Int32, _ address: UInt64, _ length: UInt64, offset: UInt64 = 0, _ path: String,
    buildID: [UInt8] = [], protection: UInt32 = 5, at time: UInt64
  ) {
    record(10, flags: 2 | (buildID.isEmpty ? 0 : 1 << 14), at: time) { body in
      for number in Self.pair(process, process) { body.u32(number) }
      body.u64(address, length, offset)
      if buildID.isEmpty {
        body.u32(8, 1)
        body.u64(4711, 3)
      } else {
        body.u8(UInt8(buildID.count), 0, 0, 0)
        body.raw(buildID + [UInt8](repeating: 0, count: 20 - buildID.count))
      }
      body.u32(protection, 2)
      body.text(path)
    }
  }

  /// The state after all records, in the order in which they were built.
  func state() throws -> RecordingState {
    RecordingState(reading: try PerfDataFile(bytes: builder.file()))
  }

  func processes(history: StateHistory = .everything) throws -> ProcessTable {
    let file = try PerfDataFile(bytes: builder.file())
    var table = ProcessTable(history: history)
    var records = file.records()
    while let record = try records.next() { table.apply(record) }
    return table
  }
}

extension ProcessTable {
  func name(_ thread: Int32, at time: UInt64 = .max) -> String? {
    name(of: ThreadID(process: thread, thread: thread), at: time)
  }

  /// The path and offset to which a user's address leads.
  func place(_ process: Int32, _ address: UInt64, at time: UInt64 = .max) -> String? {
    place(process, address, .user, at: time)
  }

  func place(
    _ process: Int32, _ address: UInt64, _ context: Callchain.Context, at time: UInt64 = .max,
    machine: Int32 = 0
  ) -> String? {
    let found = location(
      of: address, context: context, thread: ThreadID(process: process, thread: process),
      at: time, machine: machine)
    guard let found, let module = module(of: found) else { return nil }
    return "\(module.path)+\(found.moduleOffset)"
  }
}
