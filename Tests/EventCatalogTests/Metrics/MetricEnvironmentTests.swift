import EventCatalog
import PerfEvent
import TestSupport
import Testing

@Suite("What formulas ask of a machine")
struct MetricEnvironmentTests {
  private static let cpus = "/sys/devices/system/cpu"

  /// Two packages of two cores with two threads each, of which one CPU is offline.
  private static func machine() -> ScriptedKernel {
    let kernel = ScriptedKernel()
    kernel.addFile("\(cpus)/online", "0-6\n")
    kernel.addFile("\(cpus)/present", "0-7\n")
    kernel.addFile("\(cpus)/smt/active", "1\n")
    for cpu in 0..<7 {
      let folder = "\(cpus)/cpu\(cpu)/topology"
      kernel.addFile(
        "\(folder)/thread_siblings_list", cpu == 3 ? "3\n" : "\(cpu % 4),\(cpu % 4 + 4)\n")
      kernel.addFile("\(folder)/package_cpus_list", cpu % 2 == 0 ? "0,2,4,6\n" : "1,3,5\n")
    }
    Machine.addPMU(kernel, "armv8_pmuv3_0", type: 8, files: ["caps/slots": "0x00000005\n"])
    for box in 0..<3 { Machine.addPMU(kernel, "uncore_cha_\(box)", type: 20 + box) }
    kernel.addFile("/sys/firmware/acpi/tables/NFIT", "")
    return kernel
  }

  @Test(
    arguments: [
      (.onlineCPUs, 7), (.cpus, 8), (.cores, 4), (.packages, 2), (.dies, 2),
      (.threadsPerCore, 2), (.smtOn, 1), (.coresPerPackage, 2), (.slots, 5),
      (.cacheBoxesPerPackage, 3), (.hasPersistentMemory, 1), (.timestampFrequency, nil),
      (.coreWide, nil), (MetricLiteral("SMT_on"), 1),
    ] as [(MetricLiteral, Double?)])
  func `is read from sysfs`(literal: MetricLiteral, value: Double?) {
    #expect(MetricEnvironment(machine: Self.machine())[literal] == value)
  }

  @Test func `is left open where nothing can be read`() {
    let environment = MetricEnvironment(machine: ScriptedKernel())
    #expect(environment == MetricEnvironment())
  }

  @Test func `is known of this machine`() {
    let environment = MetricEnvironment(machine: LinuxKernel())
    #expect((environment[.onlineCPUs] ?? 0) >= 1)
  }
}
