import PerfEvent
import TestSupport
import Testing

@testable import EventCatalog

@Suite("Searching files for the places where an event exists")
struct AvailabilitySearchTests {
  private static let files: [String: String] = [
    "x86/mapfile.csv":
      "Family-model,Version,Filename,EventType\nGenuineIntel-6-5E,v59,skylake,core\n",
    "x86/skylake/cache.json":
      #"[{"EventName":"L1D.X","EventCode":"0x51","UMask":"0x1"},{"EventName":"L1D.Y","EventCode":"0x52"}]"#,
    "x86/skylake/other.json": #"[{"EventName":"\u004f.Z","EventCode":"0x53"}]"#,
    "x86/skylake/damaged.json": #"[{"EventName":"L1D.X","EventCode":"0x51""#,
    "arm64/mapfile.csv": "a\n0x00000000410fd0c0,v1,arm/neoverse-n1,core\n",
    "arm64/standard.json": #"[{"EventCode":"0x11","EventName":"CPU_CYCLES"}]"#,
    "arm64/arm/neoverse-n1/core.json":
      #"[{"ArchStdEvent":"CPU_CYCLES"},{"ArchStdEvent":"CPU_CYCLES","EventName":"OWN"}]"#,
  ]

  private func kernel() -> ScriptedKernel {
    let kernel = ScriptedKernel()
    for (path, text) in Self.files { kernel.addFile("/arch/\(path)", text) }
    return kernel
  }

  @Test(arguments: [
    ("l1d.x", ["skylake l1d.x 0x151"]), ("L1D:Y", ["skylake l1d.y 0x52"]),
    ("o.z", ["skylake o.z 0x53"]), ("cpu_cycles", ["neoverse-n1 cpu_cycles 0x11"]),
    ("OWN", ["neoverse-n1 own 0x11"]), ("no_such_event", []), ("", []),
  ])
  func `a few questions and many are answered alike`(name: String, expected: [String]) {
    let catalog = EventCatalog(
      cpus: [], sources: [KernelEventsSource(root: "/arch", kernel: kernel())])
    for question in 0..<12 {
      let places: [String] = catalog.availability(of: name).filter { $0.source != .generic }.map {
        "\($0.microarchitecture) \($0.name) 0x\(String($0.words?.config ?? 0, radix: 16))"
      }
      #expect(places == expected, "question \(question)")
    }
  }

  @Test func `a name that nobody has costs no look at the records`() {
    let kernel: ScriptedKernel = kernel()
    let catalog = EventCatalog(
      cpus: [], sources: [KernelEventsSource(root: "/arch", kernel: kernel)])
    _ = catalog.availability(of: "no_such_event")
    let standards: Int = kernel.calls.count { call in
      if case .readFile(let path) = call { path.hasSuffix("standard.json") } else { false }
    }
    #expect(standards == 0)
  }

  @Test func `each microarchitecture is told once though two tables of a source are about it`()
    throws
  {
    let catalog = EventCatalog(cpus: [], sources: [try LibpfmSource()])
    let places: [EventAvailability] = catalog.availability(of: "LLC_REFERENCES")
    #expect(places.contains { $0.microarchitecture.name == "knightslanding" })
    let names: [String] = places.map(\.microarchitecture.name)
    #expect(names.count == Set(names).count)
    let masked: [EventAvailability] = catalog.availability(of: "skl::L1D:REPLACEMENT")
    #expect(masked.contains { $0.microarchitecture.name == "skylake" })
  }

  @Test(
    .enabled(if: !EventFolders.kernelTrees.isEmpty, EventFolders.reason),
    arguments: ["INST_RETIRED.ANY", "l1d_cache_refill", "branch-misses", "load-L2-hit", "cycles"])
  func `a search finds what an index of all given tables has`(name: String) throws {
    let sources: [any EventSource] =
      EventFolders.kernelTrees.prefix(1).map { KernelEventsSource(root: $0) }
      + EventFolders.perfmonFolders.prefix(1).map { PerfmonSource(root: $0) }
      + [try LibpfmSource()]
    var index = AvailabilityIndex()
    for source in sources {
      for table in try source.tableNames()
      where !Microarchitecture.described(by: table, of: source.kind).isEmpty {
        if let table = try? source.table(named: table) { index.add(table, of: source.kind) }
      }
    }
    let catalog = EventCatalog(cpus: [], sources: sources)
    // The kernel's other name of the first concept.
    let conceptName: String = name == "cycles" ? "cpu-cycles" : name
    let concept: [EventAvailability] =
      Concept.named(conceptName).map { index.availability(of: $0) } ?? []
    let expected: [EventAvailability] = concept.isEmpty ? index.availability(of: name) : concept
    #expect(catalog.availability(of: name) == expected)
  }
}
