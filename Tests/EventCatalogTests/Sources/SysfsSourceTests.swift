import EventCatalog
import Foundation
import PerfEvent
import TestSupport
import Testing

@Suite("PMUs of sysfs as a source")
struct SysfsSourceTests {
  @Test func `tables, cores first`() throws {
    let source = SysfsSource(kernel: Machine.intel())
    #expect(try source.tableNames() == source.tableNames().sorted())
    #expect(try source.tableNames(of: .other("any")).first == "cpu")
    #expect(source.kind == .sysfs)
  }

  @Test func `events with their terms and words`() throws {
    let table: EventTable = try SysfsSource(kernel: Machine.intel()).table(named: "cpu")
    let byName: [String: EventDefinition] = Dictionary(
      uniqueKeysWithValues: table.events.map { ($0.name, $0) })
    #expect(byName["mem-loads"]?.terms == "event=0xcd,umask=0x1,ldlat=3")
    #expect(byName["mem-loads"]?.words == EventWords(config: 0x1cd, config1: 3))
    #expect(byName["mem-loads"]?.unit == .core)
    #expect(byName["parametric"]?.words == nil)
    #expect(byName["parametric"]?.terms == "event=0x1,umask=?")
    // The term "any" has no format there.
    #expect(byName["topdown"] == nil)
    #expect(table.warnings.count == 1)
    let warning: String = try #require(table.warnings.first.map { "\($0)" })
    #expect(warning.hasPrefix("\(Machine.devices)/cpu, \"topdown\": the PMU \"cpu\" knows no term"))
    #expect(!warning.contains("expected"))
  }

  @Test(arguments: ["banana", "-5", "99999999999999999999", ""])
  func `a PMU whose number makes no sense is told with its file`(text: String) throws {
    let kernel: ScriptedKernel = Machine.intel()
    let path: String = "\(Machine.devices)/power/type"
    kernel.addFile(path, text + "\n")
    #expect(
      throws: EventSourceError(path: path, problem: .invalidField("type", value: text))
    ) {
      try SysfsSource(kernel: kernel).table(named: "power")
    }
    #expect(throws: EventSourceError(path: Machine.devices, problem: .noTable("none"))) {
      try SysfsSource(kernel: kernel).table(named: "none")
    }
    let error: EventNameError = try #require(
      throws: EventNameError.self,
      performing: { try EventCatalog(kernel: kernel).resolve("power/energy-pkg/") })
    #expect(error.problem == .malformedFile(path: path, text: text))
  }

  @Test func `scale, unit and traits`() throws {
    let kernel: ScriptedKernel = Machine.intel()
    kernel.addFile("\(Machine.devices)/power/events/energy-pkg.per-pkg", "1\n")
    let energy: EventDefinition = try #require(
      try SysfsSource(kernel: kernel).table(named: "power").events.first)
    #expect(energy.countUnit == "Joules")
    #expect(energy.scale == 2.3283064365386962890625e-10)
    #expect(energy.traits == [.perPackage, .snapshot])
    #expect(energy.provenance.location == "\(Machine.devices)/power")
  }

  @Test(arguments: [
    ("uncore_imc_0", "uncore_imc"), ("amd_l3", "amd_l3"), ("uncore_imc", "uncore_imc"),
    ("smmuv3_pmcg_2b442", "smmuv3_pmcg"), ("uncore_imc_free_running_11", "uncore_imc_free_running"),
    ("cstate_core", "cstate_core"), ("_0", "_0"), ("arm_spe_0", "arm_spe"),
  ])
  func `units are PMUs without the number of their instance`(name: String, unit: String) throws {
    let kernel = ScriptedKernel()
    Machine.addPMU(
      kernel, name, type: 30, files: ["format/event": "config:0-7", "events/one": "event=1"])
    let table: EventTable = try SysfsSource(kernel: kernel).table(named: name)
    #expect(table.events.map(\.unit) == [PMUUnit(unit)])
  }

  @Test func `the PMUs of two kinds of cores are two units`() throws {
    let table: EventTable = try SysfsSource(kernel: Machine.hybrid()).table(named: "cpu_atom")
    #expect(table.events.allSatisfy { $0.unit == PMUUnit("cpu_atom") })
  }

  @Test func `all that sysfs says of a PMU`() throws {
    let kernel: ScriptedKernel = Machine.intel()
    let folder: String = "\(Machine.devices)/cpu"
    for (path, text) in [
      ("caps/branches", "32\n"), ("rdpmc", "1\n"), ("perf_event_mux_interval_ms", "4\n"),
      ("identifier", "0x1\n"), ("alias", "core\n"), ("nr_addr_filters", "2\n"),
      ("format/broken", "config:99\n"),
    ] {
      kernel.addFile("\(folder)/\(path)", text)
    }
    let details: PMUDetails = try SysfsSource(kernel: kernel).details(ofPMU: "cpu")
    #expect(details.capabilities == ["branches": "32", "max_precise": "3"])
    #expect(details.userReadAccess == 1)
    #expect(details.multiplexIntervalMilliseconds == 4)
    #expect(details.identifier == "0x1")
    #expect(details.alias == "core")
    #expect(details.addressFilterCount == 2)
    #expect(details.eventNames.contains("slots"))
    let umask: PMUTerm? = details.terms.first { $0.name == "umask" }
    #expect(umask?.description == "umask=config:8-15,40-47")
    #expect(umask?.width == 16)
    #expect(details.terms.first { $0.name == "fifth" }?.description == "fifth=config4:4,8-9")
    #expect(details.warnings.map(\.path) == ["\(folder)/format/broken"])
  }

  @Test func `what is not there`() {
    let source = SysfsSource(kernel: ScriptedKernel())
    #expect(throws: EventSourceError.self) { try source.tableNames() }
    #expect(throws: EventSourceError.self) { try source.table(named: "cpu") }
    #expect(throws: EventSourceError.self) { try source.table(named: "../../etc") }
    #expect(throws: EventSourceError.self) { try source.details(ofPMU: "cpu") }
  }

  @Test(.enabled(if: !SampleTrees.names.isEmpty, SampleTrees.reason), arguments: SampleTrees.names)
  func `every PMU, term and event of trees of other machines`(name: String) throws {
    let root: String = try #require(SampleTrees.roots[name])
    let source = SysfsSource(root: root)
    for pmu in try source.tableNames() {
      let details: PMUDetails = try source.details(ofPMU: pmu)
      let table: EventTable = try source.table(named: pmu)
      #expect(details.warnings.isEmpty && table.warnings.isEmpty, "\(name) \(pmu)")
      #expect(table.events.map(\.name) == details.eventNames)
      for event in table.events {
        let expected: EventWords? = Self.pack(event.terms, details.terms)
        #expect(event.words == expected, "\(name) \(pmu)/\(event.name)/")
      }
    }
  }

  /// The words of a list of terms, in another way than that under test.
  static func pack(_ text: String, _ terms: [PMUTerm]) -> EventWords? {
    var words: [UInt64] = [0, 0, 0, 0, 0]
    for part in text.split(separator: ",") {
      let sides: [Substring] = part.split(separator: "=")
      if sides.last == "?" { return nil }
      if sides[0] == "period" { continue }
      guard let term = terms.first(where: { $0.name == sides[0] }) else { return nil }
      let digits: String = sides.count == 1 ? "1" : sides[1].lowercased()
      let isHexadecimal: Bool = digits.hasPrefix("0x")
      let value =
        UInt64(
          isHexadecimal ? String(digits.dropFirst(2)) : digits,
          radix: isHexadecimal ? 16 : 10) ?? 0
      let places: [Int] = (0..<64).filter { term.mask >> UInt64($0) & 1 == 1 }
      for (index, place) in places.enumerated() where value >> UInt64(index) & 1 == 1 {
        words[term.word] |= 1 << UInt64(place)
      }
    }
    return EventWords(
      config: words[0], config1: words[1], config2: words[2], config3: words[3],
      config4: words[4])
  }
}
