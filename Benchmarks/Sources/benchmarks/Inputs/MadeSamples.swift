import PerfData
import PerfEvent

/// The samples of a made-up recording.
struct MadeSamples {
  /// The threads of a process.
  static let threads: UInt64 = 4

  let kind: RecordingKind
  let events: [RecordedEvent]
  /// The fields of the sample that was made last.
  private(set) var values = SampleValues()
  /// Call chains from which samples take theirs, as programs come by the same
  /// places again and again.
  private let chains: [[UInt64]]
  private var tracepoints = MadeTracepoints()

  init(_ kind: RecordingKind) {
    self.kind = kind
    events = Self.events(of: kind)
    var random = SplitMix(seed: 2)
    chains = (0..<256).map { _ in Self.chain(&random) }
    values.period = kind == .tracepoints ? 1 : 200_000
    if kind == .stacks {
      values.userRegisters = (0..<20).map { _ in random.next() >> 17 }
      values.userStack = (0..<8192).map { $0 % 8 < 3 ? UInt8(random.below(256)) : 0 }
    }
  }

  /// The time in nanoseconds between two samples of a CPU.
  var interval: UInt64 {
    switch kind {
    case .callchains, .packed: 200_000
    case .tracepoints: 4_000
    case .stacks: 2_000_000
    }
  }

  /// After how many samples a CPU starts a new process.
  var samplesPerProcess: Int {
    switch kind {
    case .callchains, .packed: 160
    case .tracepoints: 5000
    case .stacks: 40
    }
  }

  /// The number of lengths of rounds, each twice as long as the one before.
  ///
  /// A ring with copies of stacks is soon full.
  var roundLengths: UInt64 { kind == .stacks ? 3 : 7 }

  /// About how many bytes the last sample takes.
  var size: Int {
    let chain: Int = kind == .tracepoints ? 0 : 8 + values.callchain.count * 8
    return 64 + chain + values.rawData.count + values.userStack.count
  }

  /// Makes the next sample.
  ///
  /// - Parameters:
  ///   - cpu: The CPU that takes it.
  ///   - thread: The thread that runs there, which a switch changes.
  ///   - time: The time in nanoseconds.
  ///   - random: The source of what differs.
  /// - Returns: The position of its event.
  mutating func fill(
    cpu: UInt32, thread: inout ThreadID, time: UInt64, _ random: inout SplitMix
  ) -> Int {
    values.cpu = cpu
    values.time = time
    values.thread = thread
    var event = 0
    if kind == .tracepoints {
      event = tracepoints.fill(&values, thread: &thread, &random)
    } else {
      fillChain(&random)
      thread.thread = thread.process + Int32(random.below(Self.threads))
    }
    values.identifier = UInt64(event) * UInt64(MadeRecording.cpus) + UInt64(cpu) + 1
    return event
  }

  private mutating func fillChain(_ random: inout SplitMix) {
    let number = random.next()
    values.callchain = chains[Int(number & 255)]
    values.callchain[1] = 0x7f00_0000_0000 + number >> 40
    values.instructionPointer = values.callchain[1]
    values.flags = RecordFlags(rawValue: 2)
  }

  /// A chain of user frames behind their mark.
  private static func chain(_ random: inout SplitMix) -> [UInt64] {
    let depth = 4 + random.below(40)
    // The mark of user space, PERF_CONTEXT_USER.
    return [UInt64(bitPattern: -512)]
      + (0..<depth).map { _ in 0x7f00_0000_0000 + random.below(1 << 20) }
  }

  private static func events(of kind: RecordingKind) -> [RecordedEvent] {
    if kind == .tracepoints { return MadeTracepoints.events }
    var attributes = EventAttributes(type: .software, config: 0)
    attributes.samplePeriod = 200_000
    attributes.sampleFields = [
      .identifier, .instructionPointer, .thread, .time, .cpu, .period, .callchain,
    ]
    attributes.flags = [.disabled, .inherit, .mmap, .mmap2, .comm, .commExec, .task, .sampleIDAll]
    if kind == .stacks {
      attributes.sampleFields.formUnion([.userRegisters, .userStack])
      attributes.userRegisters = 0xff0fff
      attributes.userStackSize = 8192
    }
    return [RecordedEvent(attributes: attributes, identifiers: identifiers(of: 0))]
  }

  /// The identifiers of an event, one for each CPU.
  static func identifiers(of event: Int) -> [UInt64] {
    let cpus = UInt64(MadeRecording.cpus)
    return (1...cpus).map { UInt64(event) * cpus + $0 }
  }
}
