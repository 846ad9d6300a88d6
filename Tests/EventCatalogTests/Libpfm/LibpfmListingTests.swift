import CLibpfm
import CLibpfmOracle
import Testing

@testable import EventCatalog

/// The tables as the package and as C list them.
@Suite("Listing of libpfm4")
struct LibpfmListingTests {
  @Test(arguments: [LibpfmLayer.hardware, .perfEvents])
  func `every PMU, event and attribute is listed as in C`(layer: LibpfmLayer) throws {
    let catalog = try LibpfmCatalog()
    let listed: [Int32: LibpfmPMU] = Dictionary(
      uniqueKeysWithValues: catalog.pmus.map { ($0.number, $0) })
    var entries: [Int32: [LibpfmEntry]] = [:]
    catalog.forEachEntry(layer: layer) { pmu, entry in
      entries[pmu.number, default: []].append(entry)
    }
    var compared = 0
    for number in 0..<oracle_pmu_limit() {
      let expected: [Substring]? = try LibpfmOracle.lines {
        oracle_listing(number, layer == .hardware ? 1 : 0)
      }
      guard let pmu = listed[number] else {
        #expect(expected == nil, "PMU \(number) is missing")
        continue
      }
      let ours: [String] = Self.lines(of: pmu, entries: entries[number] ?? [])
      if expected.map({ $0.elementsEqual(ours, by: ==) }) != true {
        let first = zip(expected ?? [], ours).first { $0 != $1 }
        Issue.record("\(pmu.name) differs: \(String(describing: first))")
      }
      compared += ours.count
    }
    #expect(compared > 100_000)
  }

  @Test func `an event's attributes are the same one by one`() throws {
    let catalog = try LibpfmCatalog()
    for name in ["skl", "skx_unc_cha27", "amd64_fam19h_zen3", "perf", "perf_raw"] {
      let pmu = try #require(catalog.pmu(named: name.uppercased()))
      var entries: [LibpfmEntry] = []
      catalog.forEachEntry(layer: .perfEvents) { owner, entry in
        if owner == pmu { entries.append(entry) }
      }
      #expect(catalog.entries(of: pmu, layer: .perfEvents) == entries)
      #expect(catalog.events(of: pmu, layer: .perfEvents) == entries.map(\.event))
      #expect(entries.count == pmu.eventCount)
    }
    #expect(catalog.pmu(named: "no_such_pmu") == nil)
  }

  @Test func `what a table says can be asked for`() throws {
    let catalog = try LibpfmCatalog()
    #expect(catalog.version.hasPrefix("4.") && catalog.version != "4.0")
    #expect(catalog.encodesAbsentPMUs)
    let pmu = try #require(catalog.pmu(named: "skl"))
    #expect(pmu.scope == .core && pmu.summary == "Intel Skylake")
    #expect(pmu.counterCount == 8 && pmu.fixedCounterCount == 3 && pmu.maximumRegisterCount == 2)
    #expect(pmu.unit == .core && pmu.kernelName == "cpu")
    let entry = try #require(
      catalog.entries(of: pmu).first { "\($0.event.name)" == "MEM_TRANS_RETIRED" })
    #expect(entry.unitMasks.allSatisfy { $0.kind == .unitMask && $0.control == .hardware })
    let latency = try #require(entry.attributes.first { "\($0.name)" == "ldlat" })
    #expect(latency.kind == .number && latency.range == 3...65535)
    let edge = try #require(entry.attributes.first { "\($0.name)" == "e" })
    #expect(edge.kind == .flag && edge.range == 0...1 && edge.summary != nil)
    let clock = try #require(
      catalog.events(of: pmu).first { "\($0.name)" == "CPU_CLK_UNHALTED" })
    #expect("\(clock.equivalent.map(\.description) ?? "")" == "CPU_CLK_THREAD_UNHALTED")
  }

  @Test(
    arguments: [
      ("counter-mask in range [0-255]", 0...255), ("([1-4095]", 1...4095),
      ("bit 4 [0-15]", 0...15), ("none", nil), ("[", nil), ("[]", nil), ("[3-1]", nil),
      ("[1-2-3]", nil), ("[a-b]", nil), ("[0-99999999999999999999]", nil),
    ] as [(String, ClosedRange<UInt64>?)])
  func `ranges are read from descriptions`(text: String, range: ClosedRange<UInt64>?) {
    #expect(LibpfmAttribute.range(in: text) == range)
  }

  /// The lines that C prints, made of our values.
  private static func lines(of pmu: LibpfmPMU, entries: [LibpfmEntry]) -> [String] {
    let scope =
      switch pmu.scope {
      case .unknown: 0
      case .core: 1
      case .uncore: 2
      case .kernel: 3
      }
    var lines: [String] = [
      "P\t\(pmu.number)\t\(pmu.name)\t\(pmu.summary)\t\(scope)\t\(pmu.isPresent.bit)"
        + "\t\(pmu.isArchitectural.bit)\t\(pmu.eventCount)\t\(pmu.counterCount)"
        + "\t\(pmu.fixedCounterCount)\t\(pmu.maximumRegisterCount)"
    ]
    for entry in entries {
      let event = entry.event
      lines.append(
        "E\t\(event.name)\t\(event.summary.text)\t\(event.equivalent.text)\t\(event.code)"
          + "\t\(event.attributeCount)\t\(event.isPrecise.bit)\t\(event.speculation.number)"
          + "\t\(event.supportsHardwareSampling.bit)")
      for attribute in entry.attributes {
        lines.append(
          "A\t\(attribute.name)\t\(attribute.summary.text)\t\(attribute.equivalent.text)"
            + "\t\(attribute.code)\t\(attribute.kind.number)\t\(attribute.control.number)"
            + "\t\(attribute.isDefault.bit)\t\(attribute.defaultValue)"
            + "\t\(attribute.isPrecise.bit)\t\(attribute.speculation.number)"
            + "\t\(attribute.supportsHardwareSampling.bit)")
      }
    }
    return lines
  }
}

extension Bool {
  fileprivate var bit: Int { self ? 1 : 0 }
}

extension LibpfmText? {
  fileprivate var text: String { self?.description ?? "(none)" }
}

extension LibpfmSpeculation {
  fileprivate var number: Int {
    switch self {
    case .unknown: 0
    case .counted: 1
    case .notCounted: 2
    }
  }
}

extension LibpfmAttribute.Kind {
  fileprivate var number: Int {
    switch self {
    case .unknown: 0
    case .unitMask: 1
    case .flag: 2
    case .number: 3
    case .rawUnitMask: 4
    }
  }
}

extension LibpfmAttribute.Control {
  fileprivate var number: Int {
    switch self {
    case .unknown: 0
    case .hardware: 1
    case .kernel: 2
    }
  }
}
