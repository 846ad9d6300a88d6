import EventCatalog
import PerfEvent
import TestSupport
import Testing

@Suite("Events of PMUs")
struct PMUEventTests {
  let intel: ScriptedKernel = Machine.intel()

  @Test func `another name of a PMU, and places of probes`() throws {
    let kernel: ScriptedKernel = Machine.intel()
    Machine.addPMU(
      kernel, "uncore_type_0_1", type: 40,
      files: ["alias": "uncore_cha_1\n", "format/event": "config:0-7\n"])
    Machine.addPMU(kernel, "kprobe", type: 6, files: ["format/retprobe": "config:0\n"])
    #expect(try event("uncore_cha_1/event=3/", on: kernel).attributes.type.rawValue == 40)
    #expect(try event("kprobe/config2=0xffff,retprobe/", on: kernel).attributes.config2 == 0xffff)
    #expect(
      problem(of: "kprobe/func=do_exit/", on: kernel)?.problem
        == .addressOfText(term: "func", pmu: "kprobe"))
  }

  @Test func `terms go to their bits`() throws {
    let found: Event = try event("cpu/event=0x3c,umask=0x1ff,edge,cmask=0x0a/u", on: intel)
    #expect(found.attributes.type == .raw)
    #expect(found.attributes.config == 0x0100_0a04_ff3c)
    #expect(found.pmu == "cpu")
    #expect(found.cpus == nil)
    #expect(found.name == "cpu/event=0x3c,umask=0x1ff,edge,cmask=0x0a/u")
    #expect(
      found.attributes.flags == [.excludeKernel, .excludeHypervisor, .excludeGuest])
  }

  @Test func `other words than the first`() throws {
    let found: Event = try event(
      "cpu/offcore_rsp=0xffffffffffffffff,acr_mask=18446744073709551615,fifth=5/", on: intel)
    #expect(found.attributes.config1 == .max)
    #expect(found.attributes.config2 == .max)
    #expect(found.attributes.config4 == 1 << 4 | 1 << 9)
  }

  @Test func `whole words come before the bits of terms`() throws {
    for text in ["cpu/config=0xff00,event=1/", "cpu/event=1,config=0xff00/"] {
      #expect(try event(text, on: intel).attributes.config == 0xff01)
    }
    #expect(try event("cpu/config1=3,ldlat=4/", on: intel).attributes.config1 == 7)
  }

  @Test func `nothing between the slashes`() throws {
    let found: Event = try event("cpu//k", on: intel)
    #expect(found.attributes.type == .raw)
    #expect(found.attributes.config == 0)
    #expect(found.attributes.flags == [.excludeUser, .excludeHypervisor])
  }

  @Test func `events by name`() throws {
    for text in ["cpu/mem-loads/", "cpu/MEM-LOADS/", "cpu/mem-loads=1/", "cpu/event=mem-loads/"] {
      let found: EventAttributes = try event(text, on: intel).attributes
      #expect(found.config == 0x1cd)
      #expect(found.config1 == 3)
    }
    let overridden: EventAttributes = try event("cpu/mem-loads,cmask=2/", on: intel).attributes
    #expect(overridden.config == 0x0200_01cd)
    let alone: Event = try event("slots:k", on: intel)
    #expect(alone.name == "slots:k")
    #expect(alone.attributes.config == 0x400)
    #expect(alone.pmu == "cpu")
  }

  @Test func `values of the kernel's own that are too large lose bits`() throws {
    #expect(try event("cpu/wide/", on: intel).attributes.config == 0x400ff)
  }

  @Test func `parameters that only the user knows`() throws {
    #expect(
      problem(of: "cpu/parametric/", on: intel)?.problem
        == .missingParameter(term: "umask", event: "parametric"))
    #expect(try event("cpu/parametric,umask=2/", on: intel).attributes.config == 0x201)
  }

  @Test func `scale, unit, snapshot and CPUs`() throws {
    let energy: Event = try event("power/energy-pkg/", on: intel)
    #expect(energy.scale == 0x1p-32)
    #expect(energy.unit == "Joules")
    #expect(energy.isSnapshot)
    #expect(energy.cpus == [0])
    #expect(energy.attributes.type.rawValue == 20)
    #expect(energy.attributes.flags == [], "a PMU outside of the cores refuses exclusions")
    #expect(try event("cs").scale == 1)
  }

  @Test(arguments: ["uncore_imc", "imc", "uncore_imc_*", "imc_[0-9]", "*imc*"])
  func `one name for several instances`(name: String) throws {
    let text = "\(name)/cas_count_read/"
    let found: [Event] = try events(text, on: intel)
    #expect(found.map(\.pmu) == ["uncore_imc_0", "uncore_imc_1"])
    #expect(found.map(\.attributes.type.rawValue) == [13, 14])
    #expect(found.allSatisfy { $0.name == text && $0.unit == "MiB" && $0.cpus == [0, 18] })
    #expect(found.allSatisfy { $0.attributes.config == 0x304 && $0.scale == 6.103515625e-5 })
  }

  @Test func `one instance, and an event of several PMUs by its name alone`() throws {
    #expect(try event("uncore_imc_1/event=1/", on: intel).attributes.type.rawValue == 14)
    #expect(try event("imc_1/event=1/", on: intel).attributes.type.rawValue == 14)
    let groups: [EventGroup] = try EventCatalog(kernel: intel).resolve("clockticks")
    #expect(groups.count == 1)
    #expect(groups[0].events.map(\.pmu) == ["uncore_imc_0", "uncore_imc_1"])
  }

  @Test func `the prefix of uncore PMUs may stand or be missing on either side`() throws {
    let kernel = ScriptedKernel()
    Machine.addPMU(kernel, "smmuv3_pmcg_3f062", type: 7)
    Machine.addPMU(kernel, "uncore_imc_0", type: 8)
    let names: [String] = ["smmuv3_pmcg", "uncore_smmuv3_pmcg", "imc", "uncore_imc"]
    let types: [UInt32] = try names.map { name in
      try event("\(name)/config=1/", on: kernel).attributes.type.rawValue
    }
    #expect(types == [7, 7, 8, 8])
  }

  @Test func `instances in hexadecimal`() throws {
    let kernel = ScriptedKernel()
    for (name, type) in [("unit_a1f", 7), ("unit_fff", 8), ("unit_ab", 9), ("unit_x", 10)] {
      Machine.addPMU(kernel, name, type: type)
    }
    #expect(try events("unit/config=1/", on: kernel).map(\.pmu) == ["unit_a1f", "unit_fff"])
  }

  @Test(
    arguments: [
      (
        "cpu/event=0x100/",
        EventNameProblem.valueTooLarge(term: "event", pmu: "cpu", value: 0x100, width: 8), 4
      ),
      ("cpu/umask=65536/", .valueTooLarge(term: "umask", pmu: "cpu", value: 65536, width: 16), 4),
      ("cpu/event=1,edge=2/", .valueTooLarge(term: "edge", pmu: "cpu", value: 2, width: 1), 12),
      ("cpu/event/", .missingValue(term: "event", width: 8), 4),
      (
        "cpu/event=0xfffffffffffffffff/", .textValue(term: "event", value: "0xfffffffffffffffff"), 4
      ),
      ("cpu/umask=abc/", .textValue(term: "umask", value: "abc"), 4),
      ("cpu/umask='abc'/", .textValue(term: "umask", value: "abc"), 4),
      ("cpu/config=x/", .invalidValue(term: "config", value: "x"), 4),
      ("cpu/mem-loads=2/", .unknownTerm(term: "mem-loads", pmu: "cpu", available: []), 4),
      ("cpu/umsk=1/", .unknownTerm(term: "umsk", pmu: "cpu", available: []), 4),
      ("power/tsc/", .unknownTerm(term: "tsc", pmu: "power", available: []), 6),
      ("cpu_core/event=1/", .unknownPMU(name: "cpu_core", present: []), 0),
    ] as [(String, EventNameProblem, Int)])
  func `terms that do not fit`(expression: String, expected: EventNameProblem, position: Int) {
    let error: EventNameError? = problem(of: expression, on: intel)
    #expect(error?.position == position)
    switch (error?.problem, expected) {
    case (.unknownTerm(let term, let pmu, let available)?, .unknownTerm(let other, let unit, _)):
      #expect(term == other)
      #expect(pmu == unit)
      #expect(available.contains("event"))
      if term == "umsk" { #expect(available.first == "umask") }
    case (.unknownPMU(_, let present)?, .unknownPMU):
      #expect(present.contains("cpu"))
      #expect(present.contains("uncore_imc_0"))
    default: #expect(error?.problem == expected)
    }
  }

  @Test func `kinds of cores`() throws {
    let hybrid = Machine.hybrid()
    let cycles: [Event] = try events("cycles:u", on: hybrid)
    #expect(cycles.map(\.pmu) == ["cpu_atom", "cpu_core"])
    #expect(cycles.map(\.attributes.config) == [10 << 32, 4 << 32])
    #expect(cycles.allSatisfy { $0.attributes.type == .hardware && $0.name == "cycles:u" })
    #expect(cycles.allSatisfy { $0.cpus == nil })
    let cache: [Event] = try events("LLC-load-misses", on: hybrid)
    #expect(cache.map(\.attributes.config) == [10 << 32 | 0x10002, 4 << 32 | 0x10002])
    let raw: [Event] = try events("r1a8", on: hybrid)
    #expect(raw.map(\.attributes.type.rawValue) == [10, 4])
    #expect(raw.map(\.attributes.config) == [0x1a8, 0x1a8])
    #expect(try events("cs", on: hybrid).count == 1)
    #expect(try events("mem-loads", on: hybrid).map(\.pmu) == ["cpu_atom", "cpu_core"])
    let whole: [Event] = try events("cycles/config=5/", on: hybrid)
    #expect(whole.map(\.attributes.config) == [10 << 32 | 5, 4 << 32 | 5])
  }

  @Test func `a generic name for one kind of core`() throws {
    let found: Event = try event("cpu_atom/cycles/", on: Machine.hybrid())
    #expect(found.attributes.type == .hardware)
    #expect(found.attributes.config == 10 << 32)
    #expect(try event("cpu/L1-dcache-loads/", on: intel).attributes.type == .hardwareCache)
    #expect(try event("cpu/branches/", on: intel).attributes.config == 4)
  }

  @Test func `a group over kinds of cores is one group for each`() throws {
    let catalog = EventCatalog(kernel: Machine.hybrid())
    let groups: [EventGroup] = try catalog.resolve("g{cycles,cs,instructions}:D")
    #expect(groups.map(\.name) == ["g", "g"])
    #expect(
      groups.map { $0.events.map(\.name) } == [
        ["cycles", "cs", "instructions"], ["cycles", "instructions"],
      ])
    #expect(groups[0].events.map(\.pmu) == ["cpu_atom", nil, "cpu_atom"])
    #expect(groups.allSatisfy { $0.events[0].attributes.flags.contains(.pinned) })
    #expect(groups.allSatisfy { !$0.events[1].attributes.flags.contains(.pinned) })
    #expect(try catalog.resolve("{cpu_core/cycles/,cpu_atom/cycles/}").count == 1)
  }

  @Test func `the PMUs of a machine`() {
    let catalog = EventCatalog(kernel: intel)
    #expect(catalog.hasCorePMU)
    #expect(catalog.corePMUs.map(\.name) == ["cpu"])
    #expect(catalog.corePMUs.first?.maximumPrecision == 3)
    #expect(
      catalog.pmus.map(\.name)
        == ["breakpoint", "cpu", "power", "software", "tracepoint", "uncore_imc_0", "uncore_imc_1"])
    #expect(
      catalog.pmus.map(\.scope)
        == [.software, .core, .wholeCPUs, .software, .software, .wholeCPUs, .wholeCPUs])
    let hybrid = EventCatalog(kernel: Machine.hybrid())
    #expect(hybrid.corePMUs.map(\.cpus) == [[4, 5, 6, 7], [0, 1, 2, 3]])
    let bare = EventCatalog(kernel: Machine.bare())
    #expect(!bare.hasCorePMU)
    #expect(EventCatalog(kernel: ScriptedKernel()).pmus.isEmpty)
  }
}
