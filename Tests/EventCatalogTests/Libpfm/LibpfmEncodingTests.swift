import CLibpfm
import CLibpfmOracle
import PerfEvent
import Testing

@testable import EventCatalog

/// Encodings as the package and as C have them from the library.
@Suite("Encoding with libpfm4")
struct LibpfmEncodingTests {
  /// Every event by itself and with each of its unit masks, of every PMU.
  @Test func `tables have the words that C gets`() throws {
    let source = try LibpfmSource()
    var compared = 0
    var encoded = 0
    for pmu in source.encoder.catalog.pmus {
      let lines = try #require(try LibpfmOracle.lines { oracle_encodings(pmu.number) })
      let table = try source.table(named: pmu.name)
      try #require(lines.count == 2 * table.events.count, "\(pmu.name)")
      let layout = LibpfmRegisterLayout(of: pmu)
      for (index, event) in table.events.enumerated() {
        let hardware = EncodingLine(lines[2 * index])
        let kernel = EncodingLine(lines[2 * index + 1])
        try #require(hardware.event == "\(pmu.name)::\(event.name)")
        let expected: EventWords? =
          kernel.result == PFM_ERR_NOTSUPP
          ? hardware.registers.flatMap { layout?.words(of: $0) }
          : kernel.words
        if event.words != expected { Issue.record("\(hardware.event): \(event)") }
        #expect((event.words == nil) == (hardware.result != PFM_SUCCESS))
        if event.words != nil { encoded += 1 }
        compared += 1
      }
    }
    #expect(compared > 100_000 && encoded > 90_000)
  }

  /// One PMU of each kind, with all that an encoding tells.
  @Test func `encodings tell what C gets`() throws {
    let encoder = try LibpfmEncoder()
    var kinds: Set<String> = []
    for pmu in encoder.catalog.pmus where kinds.insert(pmu.boxKind).inserted {
      let lines = try #require(try LibpfmOracle.lines { oracle_encodings(pmu.number) })
      for index in stride(from: 0, to: lines.count, by: 2) {
        let hardware = EncodingLine(lines[index])
        let kernel = EncodingLine(lines[index + 1])
        // What is missing takes the library long to find out.
        if hardware.result != PFM_SUCCESS, index % 64 != 0 { continue }
        Self.compare(encoder, pmu: pmu, hardware: hardware, kernel: kernel)
      }
    }
  }

  private static func compare(
    _ encoder: LibpfmEncoder, pmu: LibpfmPMU, hardware: EncodingLine, kernel: EncodingLine
  ) {
    do {
      let encoding = try encoder.encode(hardware.event)
      if kernel.result == PFM_SUCCESS {
        #expect(encoding.qualifiedName == kernel.qualifiedName || pmu.name == "perf_raw")
        #expect(encoding.words == kernel.words, "\(hardware.event)")
        #expect(
          encoding.type?.rawValue == kernel.type
            || encoding.remarks == [.typeOfAbsentPMU(.raw)], "\(hardware.event)")
        #expect(encoding.exclusions == kernel.exclusions, "\(hardware.event)")
      } else {
        #expect(encoding.qualifiedName == hardware.qualifiedName)
        #expect(encoding.registers == hardware.registers, "\(hardware.event)")
        #expect(encoding.type == nil)
      }
      #expect(encoding.pmu == pmu.name && (encoding.unit == pmu.unit || pmu.scope == .kernel))
    } catch {
      #expect(hardware.result != PFM_SUCCESS, "\(error)")
      switch (hardware.result, error.problem) {
      case (PFM_ERR_UMASK, .missingUnitMask(_, let masks)): #expect(!masks.isEmpty)
      case (PFM_ERR_FEATCOMB, .conflictingUnitMasks): break
      case (PFM_ERR_ATTR, .missingUnitMask), (PFM_ERR_ATTR, .unknownAttribute),
        (PFM_ERR_ATTR, .refused):
        break
      default: Issue.record("\(hardware.result): \(error)")
      }
    }
  }
}

/// A line that C prints about an encoding.
struct EncodingLine {
  let event: String
  let result: Int32
  private(set) var registers: [UInt64]?
  private(set) var words: EventWords?
  private(set) var type: UInt32?
  /// Exclusions of user, kernel, hypervisor, guest and host, then pinned, exclusive, freq.
  private(set) var exclusions = ""
  private(set) var qualifiedName = ""

  init(_ line: Substring) {
    let fields: [Substring] = line.parts("\t", omittingEmpty: false)
    event = String(fields[1])
    result = Int32(fields[2]) ?? .max
    guard result == PFM_SUCCESS else { return }
    qualifiedName = String(fields[fields.count - 1])
    if fields[0] == "H" {
      registers = fields[3..<(fields.count - 1)].compactMap { UInt64($0, radix: 16) }
    } else {
      let values: [UInt64] = fields[4...6].compactMap { UInt64($0, radix: 16) }
      words = EventWords(config: values[0], config1: values[1], config2: values[2])
      type = UInt32(fields[3])
      exclusions = String(fields[7])
    }
  }
}

extension LibpfmEncoding {
  /// The flags in the order of ``EncodingLine/exclusions``.
  fileprivate var exclusions: String {
    let order: [EventFlags] = [
      .excludeUser, .excludeKernel, .excludeHypervisor, .excludeGuest, .excludeHost, .pinned,
      .exclusive, .frequency,
    ]
    return order.map { flags.contains($0) ? "1" : "0" }.joined()
  }
}
