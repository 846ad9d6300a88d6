import Foundation
import PerfData
import Testing

@Suite("Scheduler statistics of a recording")
struct SchedulerStatisticsTests {
  /// The counts of a CPU, or of a domain of it, by the names that perf shows.
  typealias Counts = [String: [String: UInt64]]

  @Test(
    "What happened between two readings is what perf sched stats report shows",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"))
  func report() throws {
    let name = "generated/perf7.2/schedstats"
    let text = try Command(path: "/usr/bin/env").run(
      ["gzip", "-dc", SharedData.path(name + ".report.gz")]
    ).text
    let theirs = shown(text)
    let ours = try differences(PerfDataFile(path: SharedData.path(name + ".data")))
    #expect(ours.count == 4)
    #expect(Set(ours.keys) == Set(theirs.keys))
    for (place, counts) in ours {
      for (name, count) in counts {
        #expect(count == theirs[place]?[name], "\(name) of \(place)")
      }
      // What perf works out itself has a star; elapsed time stands elsewhere.
      #expect(theirs[place]?.count == counts.count, "\(place)")
    }
  }

  /// The counts in the report, without those of all CPUs together.
  private func shown(_ text: String) -> Counts {
    var counts: Counts = [:]
    var place = ""
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[0].trimmingCharacters(in: .whitespaces)
      if name == "CPU" {
        // The CPUs of a domain stand behind its number.
        let names = parts[1].components(separatedBy: " | ").prefix(2)
        place = names.joined(separator: " | ").trimmingCharacters(in: .whitespaces)
      } else if !place.isEmpty, !place.hasPrefix("<"), !name.hasPrefix("*"),
        let number = parts[1].split(separator: " ").first.flatMap({ UInt64($0) })
      {
        counts[place, default: [:]][name] = number
      }
    }
    return counts
  }

  private func differences(_ file: consuming PerfDataFile) throws -> Counts {
    var first: Counts = [:]
    var last: Counts = [:]
    var records = file.records()
    while let record = try records.next() {
      let place: String
      let counts: [String: UInt64]
      switch record.content {
      case .schedulerCPUStatistics(let cpu):
        place = "\(cpu.cpu)"
        counts = self.counts(cpu)
      case .schedulerDomainStatistics(let domain):
        place = "\(domain.cpu) | DOMAIN: \(domain.domain)"
        counts = self.counts(domain)
      default:
        continue
      }
      if first[place] == nil { first[place] = counts }
      last[place] = counts
    }
    for (place, counts) in first {
      for (name, count) in counts { last[place]?[name]? -= count }
    }
    return last
  }

  private func counts(_ cpu: borrowing SchedulerCPUStatisticsRecord) -> [String: UInt64] {
    [
      "yld_count": UInt64(cpu.yields), "array_exp": UInt64(cpu.arrayExpirations),
      "sched_count": UInt64(cpu.schedules), "sched_goidle": UInt64(cpu.idles),
      "ttwu_count": UInt64(cpu.wakeups), "ttwu_local": UInt64(cpu.localWakeups),
      "rq_cpu_time": cpu.runTime, "run_delay": cpu.runDelay, "pcount": cpu.timeslices,
    ]
  }

  private func counts(_ domain: borrowing SchedulerDomainStatisticsRecord) -> [String: UInt64] {
    var counts: [String: UInt64] = [
      "alb_count": UInt64(domain.active.count), "alb_failed": UInt64(domain.active.failed),
      "alb_pushed": UInt64(domain.active.pushed), "sbe_count": UInt64(domain.onExec.count),
      "sbe_balanced": UInt64(domain.onExec.balanced), "sbe_pushed": UInt64(domain.onExec.pushed),
      "sbf_count": UInt64(domain.onFork.count), "sbf_balanced": UInt64(domain.onFork.balanced),
      "sbf_pushed": UInt64(domain.onFork.pushed),
      "ttwu_wake_remote": UInt64(domain.remoteWakeups),
      "ttwu_move_affine": UInt64(domain.affineMoves),
      "ttwu_move_balance": UInt64(domain.balanceMoves),
    ]
    let all = [("idle", domain.idle), ("busy", domain.busy), ("newidle", domain.newlyIdle)]
    for (name, balance) in all {
      let parts: [(String, UInt32)] = [
        ("count", balance.count), ("balanced", balance.balanced), ("failed", balance.failed),
        ("imbalance", balance.imbalance ?? .max), ("gained", balance.gained),
        ("hot_gained", balance.hotGained), ("nobusyq", balance.noBusyQueue),
        ("nobusyg", balance.noBusyGroup),
      ]
      for (part, count) in parts { counts["\(name)_lb_\(part)"] = UInt64(count) }
    }
    return counts
  }
}
