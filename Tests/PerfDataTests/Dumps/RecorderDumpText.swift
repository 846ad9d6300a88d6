import Foundation
import PerfData

/// What `perf report -D` shows of a record of the recorder behind the name of its kind.
struct RecorderDumpText {
  private(set) var lines: [String] = [""]
  private let version: DumpText.Version

  init(_ record: borrowing Record, version: DumpText.Version) {
    self.version = version
    switch record.content {
    case .idIndex(let list):
      lines = [" nr: \(list.count)"]
      for index in 0..<list.count {
        let entry = list[index]
        var line = " ... id: \(entry.identifier)  idx: \(entry.index)  cpu: \(entry.cpu)  "
        line += "tid: \(entry.thread)"
        if let machine = entry.machineProcess, let cpu = entry.virtualCPU {
          line += "  machine_pid: \(machine)  vcpu: \(cpu)"
        }
        lines.append(line)
      }
    case .timeConversion(let time): add(time)
    case .eventUpdate(let update): add(update)
    case .threadMap(let map):
      let threads = (0..<map.count).map { "\(map[$0].thread)" }.joined(separator: ", ")
      lines = [" nr: \(map.count) thread\(map.count > 1 ? "s" : ""): \(threads)", ": unhandled!"]
    case .cpuMap(let list): lines = [": \(ranges(list.map.cpus))", ": unhandled!"]
    case .statConfiguration(let settings): add(settings)
    case .stat(let stat):
      lines += [
        "... id \(stat.identifier), cpu \(stat.cpu), thread \(stat.thread)",
        "... value \(stat.value), enabled \(stat.timeEnabled), running \(stat.timeRunning)",
        ": unhandled!",
      ]
    case .statRound(let round):
      let kind = round.roundType == 0 ? "INTERVAL" : "FINAL"
      lines += ["... time \(round.time), type \(kind)", ": unhandled!"]
    case .auxTraceInfo(let info): lines = [" type: \(info.auxType)"]
    case .auxTrace(let piece):
      lines = [
        " size: \(alternate(piece.dataSize))  offset: \(alternate(piece.auxOffset))  "
          + "ref: \(alternate(piece.reference))  idx: \(piece.index)  "
          + "tid: \(Int32(bitPattern: piece.thread))  cpu: \(Int32(bitPattern: piece.cpu))"
      ]
    case .schedulerCPUStatistics(let counts): add(counts)
    case .schedulerDomainStatistics(let counts): add(counts)
    default:
      if record.kind == .finishedInit { lines = [": unhandled!"] }
    }
  }

  private mutating func add(_ time: borrowing TimeConversionRecord) {
    let multiplier = version == .perf6 ? "Muliplier " : "Multiplier"
    lines += [
      "... Time Shift      \(time.shift)", "... Time \(multiplier) \(time.multiplier)",
      "... Time Zero       \(time.zero)",
    ]
    if let hasZero = time.hasZero, let isShort = time.isShort {
      lines += [
        "... Time Cycles     \(time.cycles)", "... Time Mask       \(alternate(time.mask))",
        "... Cap Time Zero   \(hasZero ? 1 : 0)", "... Cap Time Short  \(isShort ? 1 : 0)",
      ]
    }
    lines.append(": unhandled!")
  }

  private mutating func add(_ update: borrowing EventUpdateRecord) {
    lines.append("... id:    \(update.identifier)")
    switch update.updateType {
    case 0: lines.append("... unit:  \(update.text)")
    case 1: lines.append("... scale: " + String(format: "%f", update.scale ?? 0))
    case 2: lines.append("... name:  \(update.text)")
    default: lines.append("... \(ranges(update.cpus?.cpus ?? []))")
    }
  }

  private mutating func add(_ settings: borrowing StatConfigurationRecord) {
    var values: [UInt64: UInt64] = [:]
    for index in 0..<settings.count { values[settings[index].tag] = settings[index].value }
    lines += [
      "... aggr_mode \(values[0] ?? 0)", "... scale     \(values[2] ?? 0)",
      "... interval  \(values[1] ?? 0)",
    ]
    lines.append(": unhandled!")
  }

  private mutating func add(_ counts: borrowing SchedulerCPUStatisticsRecord) {
    let numbers: [UInt64] = [
      UInt64(counts.yields), UInt64(counts.arrayExpirations), UInt64(counts.schedules),
      UInt64(counts.idles), UInt64(counts.wakeups), UInt64(counts.localWakeups), counts.runTime,
      counts.runDelay, counts.timeslices,
    ]
    let text = numbers.map(String.init).joined(separator: " ")
    lines.append("cpu\(counts.cpu) \(text) : unhandled!")
  }

  private mutating func add(_ counts: borrowing SchedulerDomainStatisticsRecord) {
    var numbers: [UInt32] = []
    for balance in [counts.idle, counts.busy, counts.newlyIdle] {
      numbers += [
        balance.count, balance.balanced, balance.failed, balance.imbalance ?? 0, balance.gained,
        balance.hotGained, balance.noBusyQueue, balance.noBusyGroup,
      ]
    }
    numbers += [counts.active.count, counts.active.failed, counts.active.pushed]
    for balance in [counts.onExec, counts.onFork] {
      numbers += [balance.count, balance.balanced, balance.pushed]
    }
    numbers += [counts.remoteWakeups, counts.affineMoves, counts.balanceMoves]
    let text = numbers.map(String.init).joined(separator: " ")
    lines.append("domain\(counts.domain) \(text) : unhandled!")
  }

  /// A list of CPUs such as `0-3,7`.
  private func ranges(_ cpus: [Int32]) -> String {
    var ranges: [ClosedRange<Int32>] = []
    for cpu in cpus {
      if let last = ranges.last, last.upperBound >= 0, last.upperBound + 1 == cpu {
        ranges[ranges.count - 1] = last.lowerBound...cpu
      } else {
        ranges.append(cpu...cpu)
      }
    }
    return ranges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }.joined(separator: ",")
  }
}
