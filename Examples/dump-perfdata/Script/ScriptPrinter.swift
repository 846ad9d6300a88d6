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
  private var eventNames: [[UInt8]] = []
  private var haveChains: [Bool] = []
  private var configurations: [UInt64?] = []
  private(set) var processes: ProcessTable
  /// The names of threads as they are printed, until a record may change one.
  private var names: [Int32: [UInt8]] = [:]
  private var latest: (thread: Int32, name: [UInt8])?
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
    eventNames = events.map { event in
      let gap = [UInt8](repeating: UInt8(ascii: " "), count: width - event.name.utf8.count)
      return gap + Array(visible(event.name).utf8) + Array(": ".utf8)
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
    case .comm, .fork, .exit:
      names.removeAll(keepingCapacity: true)
      latest = nil
    default: break
    }
  }

  private mutating func name(of thread: ThreadID) -> [UInt8] {
    if let latest, latest.thread == thread.thread { return latest.name }
    let name = names[thread.thread] ?? Array(visible(processes.displayName(of: thread)).utf8)
    names[thread.thread] = name
    latest = (thread.thread, name)
    return name
  }

  /// Appends the line of a sample, or several with a callchain.
  mutating func print(_ sample: borrowing Sample, to buffer: inout TextBuffer) {
    let event = sample.eventIndex
    let hasChain = haveChains.indices.contains(event) && haveChains[event]
    printThread(sample, isNarrow: hasIP && hasChain, to: &buffer)
    if hasCPU, let cpu = sample.cpu {
      buffer.append(ascii: "[")
      buffer.append(decimal: UInt64(cpu), width: 3, filler: "0")
      buffer.append("] ")
    }
    if hasMode { buffer.append(leftAligned: letter(of: sample.flags.cpuMode), width: 6) }
    if hasTime, let time = sample.time { printTime(time, to: &buffer) }
    if hasPeriod {
      buffer.append(decimal: sample.period, width: 10)
      buffer.append(ascii: " ")
    }
    if hasEvent, eventNames.indices.contains(event) {
      buffer.append(contentsOf: eventNames[event])
    }
    if hasTrace { printTrace(sample, to: &buffer) }
    if hasOthers { printMemory(sample, to: &buffer) }
    if hasIP { printPlace(sample, hasChain: hasChain, to: &buffer) }
    if hasOthers { printOthers(sample, to: &buffer) }
    buffer.append(ascii: "\n")
  }

  private mutating func printThread(
    _ sample: borrowing Sample, isNarrow: Bool, to buffer: inout TextBuffer
  ) {
    guard let thread = sample.thread else { return }
    if hasComm {
      buffer.append(contentsOf: name(of: thread), width: isNarrow ? 0 : 16)
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

  private func printTime(_ time: UInt64, to buffer: inout TextBuffer) {
    buffer.append(decimal: time / 1_000_000_000, width: 5)
    buffer.append(ascii: ".")
    if showsNanoseconds {
      buffer.append(decimal: time % 1_000_000_000, width: 9, filler: "0")
    } else {
      buffer.append(decimal: time % 1_000_000_000 / 1000, width: 6, filler: "0")
    }
    buffer.append(": ")
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
