import Testing

@testable import EventCatalog

@Suite
struct `The places where an event exists` {
  static let index: AvailabilityIndex = {
    var index = AvailabilityIndex()
    index.add(
      EventTable(
        name: "skylake",
        events: [
          HandMade.event("l1d.replacement", 0x151, of: .kernelEvents),
          HandMade.event("br_inst_retired.near_call", 0x2c4, of: .kernelEvents),
        ]), of: .kernelEvents)
    index.add(
      EventTable(
        name: "SKL", events: [HandMade.event("L1D.REPLACEMENT", 0x151, of: .perfmon)]),
      of: .perfmon)
    index.add(
      EventTable(name: "ivb", events: [HandMade.event("L1D:REPLACEMENT", 0x151, of: .libpfm4)]),
      of: .libpfm4)
    index.add(
      EventTable(
        name: "alderlake",
        events: [
          HandMade.event(
            "br_inst_retired.near_call", 0xf9c4, of: .kernelEvents, unit: PMUUnit("cpu_atom"))
        ]), of: .kernelEvents)
    index.add(
      EventTable(name: "perf", events: [HandMade.event("L1D:REPLACEMENT", 1, of: .libpfm4)]),
      of: .libpfm4)
    return index
  }()

  @Test(arguments: ["l1d.replacement", "L1D_REPLACEMENT", "skl::L1D:REPLACEMENT"])
  func `are found by the name in any spelling`(name: String) {
    let places = Self.index.availability(of: name)
    #expect(
      places.map { "\($0.microarchitecture) \($0.source.rawValue) \($0.table) \($0.name)" } == [
        "ivybridge libpfm4 ivb L1D:REPLACEMENT", "skylake kernel-events skylake l1d.replacement",
        "skylake perfmon SKL L1D.REPLACEMENT",
      ])
    #expect(places.allSatisfy { $0.words == EventWords(config: 0x151) })
  }

  @Test func `are of the kinds of cores that have the event`() {
    let places = Self.index.availability(of: "br_inst_retired.near_call")
    #expect(places.map(\.microarchitecture.name) == ["alderlake-e", "skylake"])
  }

  @Test func `are those of generic events as well`() {
    let places = Self.index.availability(of: "ref-cycles")
    #expect(places.contains { $0.microarchitecture.name == "zen4" })
    #expect(!places.contains { $0.microarchitecture.name == "zen3" })
    #expect(places.allSatisfy { $0.source == .generic && $0.words != nil })
  }

  @Test func `are found for a concept by code or by name`() throws {
    let calls = Self.index.availability(of: try #require(Concept.named("branch-call")))
    #expect(calls.map(\.microarchitecture.name) == ["alderlake-e", "skylake"])
    let misses = Self.index.availability(of: try #require(Concept.named("cache-misses")))
    let codes = Dictionary(
      uniqueKeysWithValues: misses.map { ($0.microarchitecture.name, $0.words?.config) })
    #expect(codes["zen3"] == 0x964 && codes["skylake"] == 0x412e && codes["cortex-a57"] == 3)
    #expect(codes["z13"] == nil)
  }

  @Test func `are none for what nobody has`() {
    #expect(Self.index.availability(of: "no_such_event") == [])
    #expect(Self.index.availability(of: "") == [])
  }
}
