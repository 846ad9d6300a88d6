import CLibpfm
import Glibc
import Testing

@testable import EventCatalog

/// The state of libpfm4, which belongs to a process, in processes of their own.
@Suite("libpfm4 in a process")
struct LibpfmProcessTests {
  @Test func `the environment is as it was`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      let encoder = try LibpfmEncoder()
      try #require(getenv("LIBPFM_ENCODE_INACTIVE") == nil)
      try #require(encoder.catalog.encodesAbsentPMUs)
      _ = try encoder.encode("skl::L1D:REPLACEMENT")
      exit(7)
    }
    await #expect(processExitsWith: .exitCode(7)) {
      setenv("LIBPFM_ENCODE_INACTIVE", "0", 1)
      _ = try LibpfmEncoder().encode("skl::L1D:REPLACEMENT")
      try #require(getenv("LIBPFM_ENCODE_INACTIVE").map { String(cString: $0) } == "0")
      exit(7)
    }
  }

  @Test func `a program that was first decides`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      try #require(pfm_initialize() == PFM_SUCCESS)
      let encoder = try LibpfmEncoder()
      try #require(!encoder.catalog.encodesAbsentPMUs)
      let pmu = try #require(encoder.catalog.pmus.first { !$0.isPresent && $0.eventCount > 0 })
      try #require(encoder.catalog.entries(of: pmu).count == pmu.eventCount)
      let event = "\(pmu.name)::\(try #require(encoder.catalog.events(of: pmu).first).name)"
      let error = #expect(throws: LibpfmError.self) { try encoder.encode(event) }
      try #require(error?.problem == .absentPMU(pmu.name))
      let table = try LibpfmSource(encoder: encoder).table(named: pmu.name)
      try #require(!table.events.isEmpty && table.events.allSatisfy { $0.words == nil })
      exit(7)
    }
    await #expect(processExitsWith: .exitCode(7)) {
      setenv("LIBPFM_ENCODE_INACTIVE", "1", 1)
      try #require(pfm_initialize() == PFM_SUCCESS)
      try #require(try LibpfmCatalog().encodesAbsentPMUs)
      exit(7)
    }
  }

  @Test func `variables of the library hide PMUs`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      setenv("LIBPFM_FORCE_PMU", "skl", 1)
      let catalog = try LibpfmCatalog()
      try #require(catalog.pmu(named: "skl")?.isPresent == true)
      try #require(catalog.pmus.filter(\.isPresent).count == 1)
      try #require(try LibpfmEncoder(catalog: catalog).encode("L1D:REPLACEMENT").pmu == "skl")
      exit(7)
    }
    await #expect(processExitsWith: .exitCode(7)) {
      setenv("LIBPFM_DISABLED_PMUS", "skl", 1)
      let source = try LibpfmSource()
      try #require(source.encoder.catalog.pmu(named: "skl") == nil)
      let cpu = CPUIdentifier.x86(vendor: "GenuineIntel", family: 6, model: 0x5e, stepping: 3)
      try #require(!source.tableNames(of: cpu).contains("skl"))
      exit(7)
    }
  }
}
