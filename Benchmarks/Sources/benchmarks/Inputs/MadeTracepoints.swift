import PerfData
import PerfEvent

/// The three tracepoints of a made-up recording.
struct MadeTracepoints {
  /// A tracepoint and the fields that it has besides the common ones.
  private struct Tracepoint {
    let system: String
    let name: String
    let number: UInt16
    /// Declaration, offset, size and whether it is signed.
    let fields: [(String, Int, Int, Int)]
    let print: String
  }

  private static let tracepoints: [Tracepoint] = [
    Tracepoint(
      system: "sched", name: "sched_switch", number: 300,
      fields: [
        ("char prev_comm[16]", 8, 16, 0), ("pid_t prev_pid", 24, 4, 1),
        ("int prev_prio", 28, 4, 1), ("long prev_state", 32, 8, 1),
        ("char next_comm[16]", 40, 16, 0), ("pid_t next_pid", 56, 4, 1),
        ("int next_prio", 60, 4, 1),
      ], print: "\"%d to %d\", REC->prev_pid, REC->next_pid"),
    Tracepoint(
      system: "raw_syscalls", name: "sys_enter", number: 301,
      fields: [("long id", 8, 8, 1), ("unsigned long args[6]", 16, 48, 0)],
      print: "\"%ld\", REC->id"),
    Tracepoint(
      system: "raw_syscalls", name: "sys_exit", number: 302,
      fields: [("long id", 8, 8, 1), ("long ret", 16, 8, 1)], print: "\"%ld\", REC->id"),
  ]

  private var count = 0

  /// Makes the fields of a sample, of a switch or of a system call.
  ///
  /// - Returns: The position of the event.
  mutating func fill(
    _ values: inout SampleValues, thread: inout ThreadID, _ random: inout SplitMix
  ) -> Int {
    count += 1
    let event: Int = count % 8 == 0 ? 0 : 1 + count % 2
    var raw: [UInt8] = []
    raw.reserveCapacity(64)
    Self.put(Self.tracepoints[event].number, into: &raw)
    Self.put(UInt16(0), into: &raw)
    Self.put(thread.thread, into: &raw)
    switch event {
    case 0:
      let next: Int32 = thread.process + Int32(random.below(MadeSamples.threads))
      Self.put(thread, into: &raw)
      Self.put(Int64(1), into: &raw)
      thread.thread = next
      Self.put(thread, into: &raw)
    case 1:
      for _ in 0..<7 { Self.put(random.below(400), into: &raw) }
    default:
      for _ in 0..<2 { Self.put(random.below(400), into: &raw) }
    }
    values.rawData = raw
    values.instructionPointer = 0xffff_ffff_8100_0000 + UInt64(event) << 12
    values.flags = RecordFlags(rawValue: 1)
    return event
  }

  /// Puts name, number and priority of a thread.
  private static func put(_ thread: ThreadID, into raw: inout [UInt8]) {
    raw += Array("thread".utf8) + [UInt8](repeating: 0, count: 10)
    put(thread.thread, into: &raw)
    put(Int32(120), into: &raw)
  }

  private static func put(_ number: some FixedWidthInteger, into raw: inout [UInt8]) {
    withUnsafeBytes(of: number) { raw.append(contentsOf: $0) }
  }

  static var events: [RecordedEvent] {
    tracepoints.enumerated().map { index, tracepoint in
      var attributes = EventAttributes(type: .tracepoint, config: UInt64(tracepoint.number))
      attributes.samplePeriod = 1
      attributes.sampleFields = [
        .identifier, .instructionPointer, .thread, .time, .cpu, .period, .raw,
      ]
      attributes.flags = [.disabled, .inherit, .sampleIDAll]
      if index == 0 { attributes.flags.formUnion([.mmap, .mmap2, .comm, .commExec, .task]) }
      return RecordedEvent(
        attributes: attributes, identifiers: MadeSamples.identifiers(of: index),
        name: "\(tracepoint.system):\(tracepoint.name)")
    }
  }

  /// The formats, as perf keeps them in a file.
  static var tracingData: [UInt8] {
    var data: [UInt8] = [23, 8, 68] + Array("tracing0.6\0".utf8)
    put(UInt8(0), into: &data)
    put(UInt8(8), into: &data)
    put(UInt32(4096), into: &data)
    for (name, text) in [("header_page", page), ("header_event", "\n")] {
      data += Array("\(name)\0".utf8)
      put(UInt64(text.utf8.count), into: &data)
      data += Array(text.utf8)
    }
    put(UInt32(0), into: &data)
    let systems: [String] = ["sched", "raw_syscalls"]
    put(UInt32(systems.count), into: &data)
    for system in systems {
      let formats: [String] = tracepoints.filter { $0.system == system }.map(format)
      data += Array("\(system)\0".utf8)
      put(UInt32(formats.count), into: &data)
      for format in formats {
        put(UInt64(format.utf8.count), into: &data)
        data += Array(format.utf8)
      }
    }
    put(UInt32(0), into: &data)
    put(UInt32(0), into: &data)
    put(UInt64(0), into: &data)
    return data
  }

  /// The text by which the kernel describes a page of its ring, without which perf stops.
  private static let page = lines([
    ("u64 timestamp", 0, 8, 0), ("local_t commit", 8, 8, 1), ("int overwrite", 8, 1, 1),
    ("char data", 16, 4080, 0),
  ])

  /// The text by which the kernel describes a tracepoint.
  private static func format(_ tracepoint: Tracepoint) -> String {
    let common: [(String, Int, Int, Int)] = [
      ("unsigned short common_type", 0, 2, 0), ("unsigned char common_flags", 2, 1, 0),
      ("unsigned char common_preempt_count", 3, 1, 0), ("int common_pid", 4, 4, 1),
    ]
    return "name: \(tracepoint.name)\nID: \(tracepoint.number)\nformat:\n\(lines(common))\n"
      + lines(tracepoint.fields) + "\nprint fmt: \(tracepoint.print)\n"
  }

  private static func lines(_ fields: [(String, Int, Int, Int)]) -> String {
    fields.map { "\tfield:\($0);\toffset:\($1);\tsize:\($2);\tsigned:\($3);\n" }.joined()
  }
}
