import Testing

@testable import EventCatalog

/// Names that libpfm4 refuses, and what is said about them.
@Suite("Refusals of libpfm4")
struct LibpfmErrorTests {
  let encoder: LibpfmEncoder

  init() throws {
    encoder = try LibpfmEncoder()
  }

  @Test(
    arguments: [
      ("", .empty),
      (" ", .impossibleCharacter(" ")),
      ("skl::L1D:REPLACEMENT ", .impossibleCharacter(" ")),
      ("skl::L1D,skl::L1D", .impossibleCharacter(",")),
      ("skl::L1D\n", .impossibleCharacter("\n")),
      ("skl::L1D\t", .impossibleCharacter("\t")),
      ("skl::L1D\0:u", .impossibleCharacter("\0")),
      ("skl::Ä", .impossibleCharacter("Ä")),
      ("skl::L1D\u{7f}", .impossibleCharacter("\u{7f}")),
      (String(repeating: "a", count: 1 << 20), .tooLong(limit: 4096)),
      (String(repeating: ":", count: 1 << 20), .tooLong(limit: 4096)),
      ("skl::", .unknownEvent("", nearest: [])),
      ("::", .unknownPMU("", nearest: [])),
      ("sklx::L1D:REPLACEMENT", .unknownPMU("sklx", nearest: ["skl", "skx"])),
      ("skl::L1D_PEND_MIS", .unknownEvent("L1D_PEND_MIS", nearest: ["L1D_PEND_MISS"])),
      (
        "skl::L1D:REPLACMENT",
        .unknownAttribute("REPLACMENT", event: "L1D", nearest: ["REPLACEMENT"])
      ),
      ("skl::L1D:", .unknownAttribute("", event: "L1D", nearest: [])),
      ("skl::L1D:REPLACEMENT:c=256", .impossibleValue(attribute: "c", range: 0...255)),
      ("skl::L1D:REPLACEMENT:c", .impossibleValue(attribute: "c", range: 0...255)),
      ("skl::L1D:REPLACEMENT:c=x", .impossibleValue(attribute: "c", range: 0...255)),
      ("skl::L1D:REPLACEMENT:e=2", .impossibleValue(attribute: "e", range: 0...1)),
      ("skl::L1D:REPLACEMENT=1", .unknownAttribute("REPLACEMENT", event: "L1D", nearest: [])),
      ("skl::L1D:REPLACEMENT:c=1:c=2", .repeatedAttribute("c")),
      ("skl::L1D:REPLACEMENT:precise=4", .unknownAttribute("precise", event: "L1D", nearest: [])),
      ("skl::INST_RETIRED:ALL:precise=4", .impossibleValue(attribute: "precise", range: nil)),
      ("skl::L1D:REPLACEMENT:period=0", .impossibleValue(attribute: "period", range: nil)),
    ] as [(String, LibpfmProblem)])
  func `the reason is told`(event: String, problem: LibpfmProblem) {
    let error = #expect(throws: LibpfmError.self) { try encoder.encode(event) }
    #expect(error?.problem == problem)
    #expect(error?.event.utf8.count ?? 0 <= 4096)
    let text = error.map { "\($0)" } ?? ""
    #expect(!text.contains("\n") && !text.isEmpty && text.utf8.count < 8192)
  }

  @Test func `unit masks that would do are told`() throws {
    let error = #expect(throws: LibpfmError.self) { try encoder.encode("skl::ICACHE_64B") }
    #expect(
      error?.problem
        == .missingUnitMask(
          event: "ICACHE_64B", available: ["IFTAG_HIT", "IFTAG_MISS", "IFTAG_STALL"]))
  }

  @Test func `unit masks in conflict are told`() throws {
    let error = #expect(throws: LibpfmError.self) {
      try encoder.encode("skl::L1D_PEND_MISS:PENDING:FB_FULL")
    }
    #expect(error?.problem == .conflictingUnitMasks(["PENDING", "FB_FULL"]))
    #expect(
      error.map { "\($0)" } == """
        libpfm4 refuses "skl::L1D_PEND_MISS:PENDING:FB_FULL": the unit masks PENDING, FB_FULL \
        cannot be counted together
        """)
  }

  /// The library has room for 64 attributes and does not count unit masks.
  @Test(arguments: [
    "skl::L1D" + String(repeating: ":REPLACEMENT", count: 61),
    "skl::OFFCORE_RESPONSE_0" + String(repeating: ":SNP_ANY", count: 40),
    "core::L2_LD" + String(repeating: ":MESI", count: 16),
    "nhm::OFFCORE_RESPONSE_0" + String(repeating: ".any_request", count: 300),
    "skl::L1D" + String(repeating: ":", count: 4000),
    "snb_ep::OFFCORE_RESPONSE_0" + String(repeating: ":L3_MISS", count: 25),
    "bdw::OFFCORE_RESPONSE_0" + String(repeating: ":ANY_REQUEST", count: 5),
    "slm::PAGE_WALKS" + String(repeating: ":WALKS", count: 40),
  ])
  func `more attributes than fit do no harm`(event: String) {
    let error = #expect(throws: LibpfmError.self) { try encoder.encode(event) }
    #expect(error?.problem == .tooManyAttributes(limit: 48))
  }

  @Test func `an event with many unit masks is fine`() throws {
    let event =
      "nhm::OFFCORE_RESPONSE_0:DMND_DATA_RD:DMND_RFO:DMND_IFETCH:WB:PF_DATA_RD:PF_RFO:PF_IFETCH"
      + ":OTHER:UNCORE_HIT:OTHER_CORE_HIT_SNP:OTHER_CORE_HITM:REMOTE_CACHE_FWD:LOCAL_DRAM"
    #expect(try encoder.encode(event).words.config1 == 0x47ff | 0x1000 | 0)
  }

  /// No text makes the library or this package fall over.
  @Test func `mutilated names end in an answer`() throws {
    let words = [
      "skl", "::", ":", ".", "L1D", "REPLACEMENT", "u", "k", "=", "1", "c", "0x4", "0x", "ldlat",
      "perf", "perf_raw", "r1c2", "rffffffffffffffffff", "OFFCORE_RESPONSE_0", "SNP_ANY", "%s%n",
      "amd64_fam19h_zen3", "skx_unc_cha0", "UNC_C_TOR_INSERTS", "freq", "18446744073709551616",
      "period", "-1", "core", "L2_LD", "MESI", "cpu", "4294967296",
    ]
    var generator = SeededNumbers(state: 0x5eed)
    for _ in 0..<1500 {
      let count = Int(generator.next() % 9)
      let event = (0..<count).map { _ in words[Int(generator.next() % UInt64(words.count))] }
        .joined(separator: generator.next() % 2 == 0 ? ":" : "")
      do {
        let encoding = try encoder.encode(event)
        #expect(!encoding.qualifiedName.isEmpty, "seed 0x5eed, \(event)")
      } catch {
        #expect(!"\(error)".isEmpty)
      }
    }
  }
}

/// A sequence that is the same on every run.
struct SeededNumbers {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
