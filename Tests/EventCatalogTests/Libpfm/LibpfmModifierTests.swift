import PerfEvent
import Testing

@testable import EventCatalog

/// What stands behind an event and its unit masks.
@Suite("Modifiers of libpfm4")
struct LibpfmModifierTests {
  let encoder: LibpfmEncoder

  init() throws {
    encoder = try LibpfmEncoder()
  }

  @Test func `privilege levels become exclusions`() throws {
    let both = try encoder.encode("skl::L1D:REPLACEMENT")
    #expect(both.flags == [.excludeGuest])
    let user = try encoder.encode("skl::l1d.replacement:u")
    #expect(user.flags == [.excludeKernel, .excludeGuest])
    #expect(user.words == both.words && both.words.config == 0x151)
    #expect(try encoder.encode("skl::L1D:REPLACEMENT", levels: [.user]).flags == user.flags)
    let kernel = try encoder.encode("amd64_fam19h_zen3::RETIRED_INSTRUCTIONS:k:u=0")
    #expect(kernel.flags == [.excludeUser, .excludeHypervisor, .excludeGuest])
    let guest = try encoder.encode("skl::L1D:REPLACEMENT:mg:mh")
    #expect(guest.flags == [])
  }

  @Test func `fields of the hardware become bits`() throws {
    #expect(try encoder.encode("skl::L1D:REPLACEMENT:c=3:i:e=1").words.config == 0x384_0151)
    #expect(
      try encoder.encode("skl::MEM_TRANS_RETIRED:LOAD_LATENCY:ldlat=32").words
        == EventWords(config: 0x1cd, config1: 32))
    #expect(
      try encoder.encode("skl::FRONTEND_RETIRED:IDQ_4_BUBBLES:fe_thres=16").words
        == EventWords(config: 0x1c6, config1: 0x40_1006))
    #expect(
      try encoder.encode("skl::OFFCORE_RESPONSE_0:DMND_DATA_RD:L3_MISS:SNP_ANY").words.config1
        == 0x3f_8400_0001)
    #expect(try encoder.encode("skl::L1D:0x4").words.config == 0x451)
  }

  @Test func `settings of the kernel are told`() throws {
    let encoding = try encoder.encode(
      "skl::INST_RETIRED:ALL:precise=2:period=1000:pinned:excl:cpu=3")
    #expect(encoding.precision == 2 && encoding.samplePeriod == 1000 && encoding.cpu == 3)
    #expect(encoding.flags == [.pinned, .exclusive, .excludeGuest])
    let attributes = try #require(encoding.attributes)
    #expect(attributes.type == .raw && attributes.config == 0x1c0)
    #expect(attributes.precision == 2 && attributes.samplePeriod == 1000)
    #expect(attributes.flags.isSuperset(of: encoding.flags))
    let frequency = try encoder.encode("skl::L1D:REPLACEMENT:freq=99")
    #expect(frequency.samplePeriod == 99 && frequency.flags.contains(.frequency))
    #expect(try encoder.encode("skl::L1D:REPLACEMENT").cpu == nil)
    #expect(try encoder.encode("icl::L1D:REPLACEMENT:hw_smpl").precision == 1)
  }

  @Test func `names are completed`() throws {
    let encoding = try encoder.encode("skl::CPU_CLK_UNHALTED")
    #expect(encoding.qualifiedName.hasPrefix("skl::CPU_CLK_THREAD_UNHALTED:THREAD_P:"))
    #expect(encoding.pmu == "skl" && encoding.unit == .core && encoding.remarks == [])
    let pmu = try #require(encoder.catalog.pmu(named: "SKL"))
    #expect(try encoder.encode("CPU_CLK_UNHALTED", of: pmu) == encoding)
    let cycles = try encoder.encode("perf::cycles", of: pmu)
    #expect(cycles.pmu == "perf" && cycles.unit == .hardware && cycles.type == .hardware)
    #expect(try encoder.encode("perf::page-faults").unit == .software)
  }

  @Test func `names can be tried without reasons`() throws {
    let name = "skl::L1D:REPLACEMENT:u"
    #expect(encoder.encodingIfAny(of: name) == (try encoder.encode(name)))
    for wrong in ["", "skl::L1D:NOTHING", "skl::ICACHE_64B", "nothing::L1D", "a b"] {
      #expect(encoder.encodingIfAny(of: wrong) == nil)
    }
  }

  @Test func `what the library is known to say wrongly is said`() throws {
    let energy = try encoder.encode("rapl::RAPL_ENERGY_PKG")
    #expect(energy.unit == PMUUnit("power") && energy.words == EventWords(config: 2))
    if energy.type == nil { #expect(energy.remarks == [.typeOfAbsentPMU(.raw)]) }
    let raw = try encoder.encode("perf_raw::r1c2")
    #expect(raw.qualifiedName.hasPrefix("perf_raw::r1c2:u=1:k=1"))
    #expect(raw.words.config == 0x1c2 && raw.remarks.count == 1)
    let host = try encoder.encode("skl::L1D:REPLACEMENT:mg=0")
    #expect(host.remarks == [.ignoredValue(modifier: "mg")])
    #expect(host.remarks.map(\.description) == ["libpfm4 takes \"mg\" as set, whatever its value"])
  }

  @Test func `an uncore PMU of another machine has words but no type`() throws {
    let requests = try encoder.encode("skx_unc_cha0::UNC_C_TOR_INSERTS:IA_MISS")
    #expect(requests.kernelName == "uncore_cha_0" && requests.unit == PMUUnit("uncore_cha"))
    #expect(requests.registers.count == 3)
    #expect(requests.words.config1 == requests.registers[1] | requests.registers[2] << 32)
    let cache = try encoder.encode("amd64_fam19h_zen3_l3::UNC_L3_REQUESTS:ALL")
    #expect(cache.words.config == 0xff04 && cache.unit == PMUUnit("amd_l3"))
    let clock = try encoder.encode("nhm_unc::UNC_CLK_UNHALTED")
    #expect(clock.words.config == 0xff && clock.unit == PMUUnit("uncore"))
    let filtered = try encoder.encode("bdx_unc_cbo0::UNC_C_TOR_OCCUPANCY:OPC_ITOM")
    #expect(filtered.remarks == [.lostFilter(0x1c80_0000)])
    for encoding in [requests, cache, clock] where encoding.type == nil {
      #expect(encoding.attributes == nil)
      #expect(encoding.attributes(type: .breakpoint).config == encoding.words.config)
    }
  }
}
