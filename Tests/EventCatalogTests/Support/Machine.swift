import EventCatalog
import PerfEvent
import TestSupport

/// Machines that exist only in memory.
enum Machine {
  static let devices: String = "/sys/bus/event_source/devices"

  /// A virtual machine without a PMU of its cores.
  static func bare() -> ScriptedKernel {
    let kernel = ScriptedKernel()
    kernel.addMachine(corePMU: nil)
    return kernel
  }

  /// An Intel machine with one kind of core, a memory controller and energy counters.
  static func intel() -> ScriptedKernel {
    let kernel = ScriptedKernel()
    kernel.addMachine()
    addIntelCore(kernel, "cpu", type: 4, cpus: nil)
    for (instance, type) in [("uncore_imc_0", 13), ("uncore_imc_1", 14)] {
      addPMU(
        kernel, instance, type: type,
        files: [
          "cpumask": "0,18\n", "format/event": "config:0-7\n", "format/umask": "config:8-15\n",
          "events/clockticks": "event=0x00,umask=0x00\n",
          "events/cas_count_read": "event=0x04,umask=0x03\n",
          "events/cas_count_read.scale": "6.103515625e-5\n",
          "events/cas_count_read.unit": "MiB\n",
        ])
    }
    addPMU(
      kernel, "power", type: 20,
      files: [
        "cpumask": "0\n", "format/event": "config:0-7\n", "events/energy-pkg": "event=0x02\n",
        "events/energy-pkg.scale": "2.3283064365386962890625e-10\n",
        "events/energy-pkg.unit": "Joules\n", "events/energy-pkg.snapshot": "1\n",
      ])
    return kernel
  }

  /// A machine with two kinds of cores.
  static func hybrid() -> ScriptedKernel {
    let kernel = ScriptedKernel()
    kernel.addMachine(corePMU: nil)
    addIntelCore(kernel, "cpu_core", type: 4, cpus: "0-3")
    addIntelCore(kernel, "cpu_atom", type: 10, cpus: "4-7")
    return kernel
  }

  static func addPMU(
    _ kernel: ScriptedKernel, _ name: String, type: Int, files: [String: String] = [:]
  ) {
    kernel.addFile("\(devices)/\(name)/type", "\(type)\n")
    for (path, text) in files { kernel.addFile("\(devices)/\(name)/\(path)", text) }
  }

  private static func addIntelCore(
    _ kernel: ScriptedKernel, _ name: String, type: Int, cpus: String?
  ) {
    addPMU(
      kernel, name, type: type,
      files: [
        "caps/max_precise": "3\n", "format/event": "config:0-7\n",
        "format/umask": "config:8-15,40-47\n", "format/edge": "config:18\n",
        "format/inv": "config:23\n", "format/cmask": "config:24-31\n",
        "format/offcore_rsp": "config1:0-63\n", "format/ldlat": "config1:0-15\n",
        "format/acr_mask": "config2:0-63\n", "format/fifth": "config4:4,8-9\n",
        "events/cpu-cycles": "event=0x3c\n", "events/mem-loads": "event=0xcd,umask=0x1,ldlat=3\n",
        "events/slots": "event=0x00,umask=0x4\n",
        "events/topdown": "event=0x3c,umask=0x0,any\n",
        "events/parametric": "event=0x1,umask=?\n", "events/wide": "event=0x1ff,edge\n",
      ])
    if let cpus { kernel.addFile("\(devices)/\(name)/cpus", cpus + "\n") }
  }
}

/// The events of an expression on a machine, one after the other.
func events(
  _ expression: String, on kernel: any Kernel = Machine.bare()
) throws(EventNameError) -> [Event] {
  try EventCatalog(kernel: kernel).resolve(expression).flatMap(\.events)
}

/// The only event of an expression.
func event(
  _ expression: String, on kernel: any Kernel = Machine.bare()
) throws -> Event {
  let found: [Event] = try events(expression, on: kernel)
  guard let event = found.first, found.count == 1 else { throw NotOneEvent(count: found.count) }
  return event
}

struct NotOneEvent: Error {
  var count: Int
}

/// What is wrong with an expression, or nil if nothing is.
func problem(
  of expression: String, on kernel: any Kernel = Machine.bare()
) -> EventNameError? {
  do {
    _ = try EventCatalog(kernel: kernel).resolve(expression)
    return nil
  } catch {
    return error
  }
}
