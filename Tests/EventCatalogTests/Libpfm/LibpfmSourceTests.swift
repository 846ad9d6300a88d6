import PerfEvent
import Testing

@testable import EventCatalog

/// libpfm4 as one of the sources.
@Suite("libpfm4 as a source")
struct LibpfmSourceTests {
  let source: LibpfmSource

  init() throws {
    source = try LibpfmSource()
  }

  @Test func `a table has events alone and with each unit mask`() throws {
    let table = try source.table(named: "SKL")
    #expect(table.name == "skl" && table.warnings.isEmpty && table.metrics.isEmpty)
    let event = try #require(table.events.first { $0.name == "L1D:REPLACEMENT" })
    #expect(event.words == EventWords(config: 0x151) && event.unit == .core)
    #expect(event.baseName == "L1D" && event.terms.isEmpty && event.period == nil)
    #expect(event.brief == "L1D cache: L1D Data line replacements")
    #expect(event.traits == [.defaultUnitMask] && event.precision == .none)
    #expect(
      event.provenance
        == EventProvenance(
          source: .libpfm4, version: source.encoder.catalog.version, location: "skl"))
    let incomplete = try #require(table.events.first { $0.name == "ICACHE_64B" })
    #expect(incomplete.words == nil && incomplete.baseName == nil)
    let clock = try #require(table.events.first { $0.name == "CPU_CLK_UNHALTED" })
    #expect(clock.otherNames == ["CPU_CLK_THREAD_UNHALTED"])
    let precise = try #require(table.events.first { $0.name == "MEM_INST_RETIRED:ALL_LOADS" })
    #expect(precise.precision == .possible)
    #expect(Set(table.events.map(\.name)).count == table.events.count)
  }

  @Test func `a table of the kernel says the kind`() throws {
    let table = try source.table(named: "perf")
    let units = Dictionary(
      table.events.map { ($0.name, $0.unit.name) }, uniquingKeysWith: { first, _ in first })
    #expect(units["PERF_COUNT_HW_CPU_CYCLES"] == "hardware")
    #expect(units["PERF_COUNT_SW_PAGE_FAULTS"] == "software")
    #expect(units["PERF_COUNT_HW_CACHE_L1D:READ"] == "hardware-cache")
  }

  @Test func `every PMU is a table`() throws {
    let names = source.tableNames()
    #expect(names == names.sorted() && names.contains("skl") && names.contains("rapl"))
    #expect(source.kind == .libpfm4)
    let error = #expect(throws: EventSourceError.self) { try source.table(named: "nothing") }
    #expect(error?.problem == .noTable("nothing"))
  }

  @Test(
    arguments: [
      (.x86(vendor: "GenuineIntel", family: 6, model: 0x5e, stepping: 3), ["skl", "rapl", "perf"]),
      (
        .x86(vendor: "GenuineIntel", family: 6, model: 0x55, stepping: nil),
        ["skx", "rapl", "skx_unc_cha0"]
      ),
      (
        .x86(vendor: "GenuineIntel", family: 6, model: 0x55, stepping: 7),
        ["clx", "rapl", "skx_unc_cha0"]
      ),
      (.x86(vendor: "GenuineIntel", family: 6, model: 0x97, stepping: 2), []),
      (
        .x86(vendor: "AuthenticAMD", family: 25, model: 0x21, stepping: 0),
        ["amd64_fam19h_zen3", "amd64_rapl", "amd64_fam19h_zen3_l3", "perf"]
      ),
      (
        .x86(vendor: "AuthenticAMD", family: 23, model: 1, stepping: 2),
        ["amd64_fam17h_zen1", "perf"]
      ),
      (.x86(vendor: "AuthenticAMD", family: 26, model: 2, stepping: 1), []),
      (.x86(vendor: "CentaurHauls", family: 6, model: 15, stepping: 1), []),
      (.riscv(vendor: 1, architecture: 2, implementation: 3), []), (.other("IBM,3931"), []),
    ] as [(CPUIdentifier, [String])])
  func `tables of a CPU`(cpu: CPUIdentifier, expected: [String]) {
    let names = source.tableNames(of: cpu).filter { $0 != "ix86arch" }
    #expect(Array(names.prefix(expected.count)) == expected)
    if expected.isEmpty { #expect(names.isEmpty) }
    #expect(Set(names).isSubset(of: source.tableNames()))
  }

  @Test(
    arguments: [
      (0x410f_d0c0, "arm_n1"), (0x411f_d401, "arm_v1"), (0x410f_d490, "arm_n2"),
      (0x410f_d4f0, "arm_v2"), (0x411f_d070, "arm_ac57"), (0x410f_d034, "arm_ac53"),
      (0x431f_0af1, "arm_thunderx2"), (0x420f_5160, "arm_thunderx2"), (0x461f_0010, "arm_a64fx"),
      (0x481f_d010, "arm_kunpeng"), (0x500f_0000, "arm_xgene"), (0x610f_0220, nil),
    ] as [(UInt64, String?)])
  func `Arm's PMUs by the main id register`(midr: UInt64, core: String?) {
    #expect(LibpfmCPUTable.row(of: .arm64(midr: midr))?.core == core)
  }

  @Test(
    arguments: [
      ("skx_unc_cha12", "uncore_cha_12", "uncore_cha"),
      ("snb_unc_cbo0", "uncore_cbox_0", "uncore_cbox"),
      ("hswep_unc_sbo3", "uncore_sbox_3", "uncore_sbox"),
      ("bdx_unc_ubo", "uncore_ubox", "uncore_ubox"),
      ("snbep_unc_ha", "uncore_ha", "uncore_ha"),
      ("ivbep_unc_r2pcie", "uncore_r2pcie", "uncore_r2pcie"),
      ("hswep_unc_r3qpi1", "uncore_r3qpi_1", "uncore_r3qpi"),
      ("knl_unc_imc_uclk1", "uncore_mc_uclk_1", "uncore_mc_uclk"),
      ("knl_unc_edc_eclk7", "uncore_edc_eclk_7", "uncore_edc_eclk"),
      ("skx_unc_m3upi2", "uncore_m3upi_2", "uncore_m3upi"), ("nhm_unc", "uncore", "uncore"),
      ("rapl", "power", "power"), ("amd64_rapl", "power", "power"),
      ("amd64_fam19h_zen3_l3", "amd_l3", "amd_l3"), ("amd64_fam15h_nb", "amd_nb", "amd_nb"),
      ("skl", "cpu", "default_core"), ("perf", nil, "perf"),
    ] as [(String, String?, String)])
  func `PMUs in the kernel's names`(name: String, folder: String?, unit: String) throws {
    let pmu = try #require(source.encoder.catalog.pmu(named: name))
    #expect(pmu.kernelName == folder)
    #expect(pmu.unit.name == unit)
  }

  @Test func `what the CPU says and what the kernel offers are two facts`() throws {
    let core = try #require(source.encoder.catalog.pmu(named: "skl"))
    #expect(core.isOffered(by: Machine.intel()))
    #expect(!core.isOffered(by: Machine.bare()))
    let memory = try #require(source.encoder.catalog.pmu(named: "skx_unc_imc1"))
    #expect(memory.type(in: Machine.intel())?.rawValue == 14)
    #expect(core.type(in: Machine.hybrid()) == nil)
    #expect(memory.isOffered(by: Machine.intel()) && !memory.isOffered(by: Machine.hybrid()))
    let kernel = try #require(source.encoder.catalog.pmu(named: "perf"))
    #expect(kernel.isOffered(by: Machine.bare()) && kernel.isPresent)
  }
}
