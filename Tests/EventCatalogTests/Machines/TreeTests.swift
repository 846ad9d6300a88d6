import EventCatalog
import PerfEvent
import TestSupport
import Testing

@Suite("Designs of cores that a copy of sysfs tells")
struct TreeTests {
  private func catalog(_ pmus: [(name: String, text: String?)], more: [String] = []) -> EventCatalog
  {
    let kernel = ScriptedKernel()
    let devices: String = "/copy/sys/bus/event_source/devices"
    for (index, pmu) in pmus.enumerated() {
      kernel.addFile("\(devices)/\(pmu.name)/type", "\(index == 0 ? 4 : 9 + index)\n")
      if pmu.name != "cpu" { kernel.addFile("\(devices)/\(pmu.name)/cpus", "0-3\n") }
      if let text = pmu.text { kernel.addFile("\(devices)/\(pmu.name)/caps/pmu_name", text + "\n") }
    }
    for name in more { kernel.addFile("\(devices)/\(name)/type", "40\n") }
    return EventCatalog(kernel: kernel, sysfs: "/copy/sys")
  }

  @Test(
    arguments: [
      ("skylake", "skylake"), ("icelake", "icelake"), ("sapphire_rapids", "sapphirerapids"),
      ("goldmont_plus", "goldmontplus"), ("knights-landing", "knightslanding"),
      ("granite_rapids", "graniterapids"), ("haswell", "haswell"),
      ("nehalem", "nehalem"),
    ])
  func `the file of the PMU names them`(text: String, name: String) {
    let designs: [Microarchitecture] = catalog([("cpu", text)]).microarchitectures
    #expect(!designs.isEmpty)
    #expect(designs.allSatisfy { $0.name.hasPrefix(name) }, "\(designs)")
  }

  @Test func `one name of several designs means them all`() {
    #expect(!catalog([("cpu", "Tremont")]).microarchitectures.isEmpty)
  }

  @Test(arguments: ["alderlake_hybrid", "meteorlake_hybrid", "lunarlake_hybrid"])
  func `both kinds of a hybrid machine`(text: String) {
    let found: EventCatalog = catalog([("cpu_core", text), ("cpu_atom", text)])
    #expect(found.cpus.count == 1)
    #expect(
      Set(found.microarchitectures.map(\.unit.name)).isSuperset(of: ["cpu_core", "cpu_atom"]))
  }

  @Test func `servers are told from clients by their boxes`() {
    let server: EventCatalog = catalog([("cpu", "skylake")], more: ["uncore_cha_0", "uncore_pcu"])
    #expect(server.microarchitectures.map(\.name) == ["skylakex"])
  }

  @Test func `PMUs of Arm bear the name themselves`() {
    let found: EventCatalog = catalog([("armv8_cortex_a57", nil)])
    #expect(found.microarchitectures.map(\.name) == ["cortex-a57"])
  }

  @Test(arguments: ["", "generic_arch_v5", "\u{1b}[2J", String(repeating: "x", count: 5000)])
  func `nothing is known of other texts`(text: String) {
    #expect(catalog([("cpu", text)]).microarchitectures.isEmpty)
    #expect(catalog([("cpu", nil)]).cpus.isEmpty)
  }

  @Test(
    .enabled(if: !SampleTrees.names.isEmpty, SampleTrees.reason), arguments: SampleTrees.names)
  func `of given trees with such a file`(name: String) throws {
    let root: String = try #require(SampleTrees.roots[name])
    let catalog = EventCatalog(sysfs: root)
    let hasName: Bool = catalog.corePMUs.contains { core in
      let path: String = "\(root)/bus/event_source/devices/\(core.name)/caps/pmu_name"
      return (try? LinuxKernel().readText(path)) != nil
    }
    #expect(catalog.microarchitectures.isEmpty != hasName)
  }
}
