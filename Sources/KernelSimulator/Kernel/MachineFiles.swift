internal import PerfEvent

/// The files of sysfs and procfs of a simulated machine.
struct MachineFiles {
  private(set) var bytes: [String: [UInt8]] = [:]

  init(_ machine: SimulatedMachine) {
    let all: String = machine.cpus == 1 ? "0" : "0-\(machine.cpus - 1)"
    add("/sys/devices/system/cpu/online", all)
    add("/sys/devices/system/cpu/possible", all)
    add("/proc/sys/kernel/perf_event_paranoid", "\(machine.permissions.paranoid)")
    add("/proc/sys/kernel/perf_event_mlock_kb", "516")
    for pmu in machine.pmus { add(pmu, of: machine) }
    add("/sys/bus/event_source/devices/software/type", "1")
  }

  private mutating func add(_ pmu: SimulatedPMU, of machine: SimulatedMachine) {
    let folder: String = "/sys/bus/event_source/devices/\(pmu.name)"
    add("\(folder)/type", "\(pmu.type.rawValue)")
    let milliseconds: UInt64 = max(1, pmu.multiplexingInterval / 1_000_000)
    add("\(folder)/perf_event_mux_interval_ms", "\(milliseconds)")
    if let cpus = pmu.cpus {
      let name: String = pmu.countsTasks ? "cpus" : "cpumask"
      add("\(folder)/\(name)", cpus.map(String.init).joined(separator: ","))
    } else if !pmu.countsTasks {
      add("\(folder)/cpumask", "0")
    }
    for (name, text) in pmu.files { add("\(folder)/\(name)", text) }
  }

  private mutating func add(_ path: String, _ text: String) {
    bytes[path] = Array((text + "\n").utf8)
  }
}
