import CommandLineSupport
import PerfData
import PerfEvent
import Traces

/// Prints samples as `perf script` does, without symbols.
///
/// Fields that a sample lacks are left out. Addresses of programs in callchains are
/// offsets in their files, as perf prints them when it prints no symbols.
struct ScriptPrinter: ~Copyable {
  /// The most entries of a callchain that perf looks at.
  static let deepestChain: Int = 127
  let fields: Set<ScriptField>
  private let showsNanoseconds: Bool
  /// The names of the events as they are printed, and which of these have callchains.
  private var eventNames: TextTable = TextTable()
  private var haveChains: [Bool] = []
  private var configurations: [UInt64?] = []
  private(set) var processes: ProcessTable
  /// What lines begin with, in front of callchains and otherwise.
  private var narrowHeads: ThreadTexts = ThreadTexts()
  private var heads: ThreadTexts = ThreadTexts()
  /// The seconds of the time that was printed last, and their text.
  private var latestSecond: UInt64 = 0
  private var secondText: TextBuffer = TextBuffer()
  private var tracepoints: TracepointPrinter?
  // Sets are slow to ask for every sample.
  private let hasComm, hasPID, hasTID, hasCPU, hasMode, hasTime, hasPeriod: Bool
  private let hasEvent, hasTrace, hasIP, hasOthers: Bool

  init(fields: Set<ScriptField>, showsNanoseconds: Bool) {
    self.fields = fields
    self.showsNanoseconds = showsNanoseconds
    processes = ProcessTable(history: .latest)
    hasComm = fields.contains(.comm)
    hasPID = fields.contains(.pid)
    hasTID = fields.contains(.tid)
    hasCPU = fields.contains(.cpu)
    hasMode = fields.contains(.misc)
    hasTime = fields.contains(.time)
    hasPeriod = fields.contains(.period)
    hasEvent = fields.contains(.event)
    hasTrace = fields.contains(.trace)
    hasIP = fields.contains(.ip)
    hasOthers = !fields.isDisjoint(with: [
      .addr, .weight, .instructionLatency, .physicalAddress, .dataPageSize, .codePageSize,
      .branches,
    ])
    tracepoints = nil
  }

  /// Takes over the events, of which there are more as a stream goes on.
  mutating func take(_ events: [RecordedEvent], _ tracingData: @autoclosure () -> TracingData?) {
    let width = events.map(\.name.utf8.count).max() ?? 0
    eventNames.removeAll()
    for event in events {
      var text = TextBuffer()
      text.pad(event.name.utf8.count, to: width)
      text.append(escaped(event.name))
      text.append(": ")
      eventNames.append(text)
    }
    haveChains = events.map { $0.attributes.sampleFields.contains(.callchain) }
    configurations = events.map { event in
      event.attributes.type == .tracepoint ? event.attributes.config : nil
    }
    guard tracepoints == nil, hasTrace, configurations.contains(where: { $0 != nil }) else {
      return
    }
    tracepoints = tracingData().map(TracepointPrinter.init)
  }

  /// Takes note of a record that is no sample.
  mutating func apply(_ record: borrowing Record) {
    processes.apply(record)
    switch record.kind {
    case .comm, .fork, .exit, .threadMap:
      narrowHeads.removeAll()
      heads.removeAll()
    default: break
    }
  }

  /// Appends the line of a sample, or several with a callchain.
  mutating func print(_ record: borrowing Record, to buffer: inout TextBuffer) {
    let event = record.eventIndex
    let hasChain = haveChains.indices.contains(event) && haveChains[event]
    if let thread = record.thread {
      printHead(thread, isNarrow: hasIP && hasChain, to: &buffer)
    }
    if hasCPU, let cpu = record.cpu {
      buffer.append(ascii: "[")
      buffer.append(decimal: UInt64(cpu), width: 3, filler: "0")
      buffer.append(ascii: "]")
      buffer.append(ascii: " ")
    }
    if hasMode { buffer.append(leftAligned: letter(of: record.flags.cpuMode), width: 6) }
    if hasTime, let time = record.time { printTime(time, to: &buffer) }
    if hasPeriod, let sample = record.sample {
      buffer.append(decimal: sample.period, width: 10)
      buffer.append(ascii: " ")
    }
    if hasEvent, event >= 0, event < eventNames.count { eventNames.print(event, to: &buffer) }
    // The fields above stand in every sample at the same place.
    if hasTrace || hasOthers || hasIP, let sample = record.sample {
      if hasTrace { printTrace(sample, to: &buffer) }
      if hasOthers { printMemory(sample, to: &buffer) }
      if hasIP { printPlace(sample, hasChain: hasChain, to: &buffer) }
      if hasOthers { printOthers(sample, to: &buffer) }
    }
    buffer.append(ascii: "\n")
  }

  private mutating func printHead(
    _ thread: ThreadID, isNarrow: Bool, to buffer: inout TextBuffer
  ) {
    if isNarrow ? narrowHeads.print(thread, to: &buffer) : heads.print(thread, to: &buffer) {
      return
    }
    var text = TextBuffer()
    printThread(thread, isNarrow: isNarrow, to: &text)
    if isNarrow {
      narrowHeads.insert(text, for: thread)
    } else {
      heads.insert(text, for: thread)
    }
    buffer.append(text)
  }

  private func printThread(_ thread: ThreadID, isNarrow: Bool, to buffer: inout TextBuffer) {
    if hasComm {
      buffer.append(escaped(processes.displayName(of: thread)), width: isNarrow ? 0 : 16)
      buffer.append(ascii: " ")
    }
    if hasPID {
      buffer.append(decimal: Int64(thread.process), width: 5)
      if hasTID {
        buffer.append(ascii: "/")
        let start = buffer.count
        buffer.append(decimal: Int64(thread.thread))
        buffer.pad(buffer.count - start, to: 5)
      }
      buffer.append(ascii: " ")
    } else if hasTID {
      buffer.append(decimal: Int64(thread.thread), width: 5)
      buffer.append(ascii: " ")
    }
  }

  private mutating func printTime(_ time: UInt64, to buffer: inout TextBuffer) {
    let (second, rest) = time.quotientAndRemainder(dividingBy: 1_000_000_000)
    if second != latestSecond || secondText.count == 0 {
      latestSecond = second
      secondText.removeAll()
      secondText.append(decimal: second, width: 5)
      secondText.append(ascii: ".")
    }
    buffer.append(secondText)
    let nanoseconds = UInt32(truncatingIfNeeded: rest)
    if showsNanoseconds {
      buffer.append(lastDigits: 9, of: nanoseconds)
    } else {
      buffer.append(lastDigits: 6, of: nanoseconds / 1000)
    }
    buffer.append(ascii: ":")
    buffer.append(ascii: " ")
  }

  private func letter(of mode: CPUMode) -> String {
    switch mode {
    case .kernel: "K"
    case .user: "U"
    // perf shows one letter for each mode whose bits are all there.
    case .hypervisor: "KUH"
    case .guestKernel: "G"
    case .guestUser: "KGg"
    default: ""
    }
  }

  private mutating func printTrace(_ sample: borrowing Sample, to buffer: inout TextBuffer) {
    guard let raw = sample.rawData, configurations.indices.contains(sample.eventIndex),
      let configuration = configurations[sample.eventIndex]
    else { return }
    if let text = tracepoints?.text(id: configuration, raw: raw) {
      buffer.append(contentsOf: text)
    }
  }
}
