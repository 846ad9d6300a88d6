import EventCatalog
import PerfEvent
import Testing

@Suite("The limits of counters are found by the code of an event")
struct ConstraintIndexTests {
  private static func event(
    _ config: UInt64, _ source: EventSourceKind, unit: PMUUnit = .core, config1: UInt64 = 0,
    _ change: (inout CounterConstraints) -> Void
  ) -> EventDefinition {
    var event = EventDefinition(
      name: "e\(config)", unit: unit, words: EventWords(config: config, config1: config1),
      provenance: EventProvenance(source: source, location: "made"))
    change(&event.constraints)
    return event
  }

  private static let index: ConstraintIndex? = Microarchitecture.named("skylake").first.map {
    ConstraintIndex(
      microarchitecture: $0,
      tables: [
        EventTable(
          name: "first",
          events: [
            event(0x3c, .perfmon) { $0.fixed = CounterSet(counter: 1) },
            event(0x151, .perfmon) {
              $0.programmable = [CounterSet(counter: 0), CounterSet(counter: 2)]
              $0.errata = ["SKL001"]
            },
            event(0x1b7, .perfmon, config1: 5) {
              $0.extraRegister = ExtraRegister(addresses: [0x1a6, 0x1a7], value: 5)
            },
            event(0x4, .perfmon, unit: PMUUnit("uncore_imc")) {
              $0.programmable = CounterSet(counter: 3)
            },
          ]),
        EventTable(
          name: "second",
          events: [
            event(0x3c, .oprofile) {
              $0.programmable = CounterSet(rawValue: 0xf)
              $0.isTakenAlone = true
            },
            event(0x151, .oprofile) {
              $0.programmable = CounterSet(rawValue: 0xff)
              $0.errata = ["SKL001", "SKL002"]
            },
          ]),
      ])
  }

  private func constraints(
    _ type: EventType, _ config: UInt64, config1: UInt64 = 0, pmu: String? = nil
  ) throws -> CounterConstraints? {
    var attributes = EventAttributes(type: type, config: config)
    attributes.config1 = config1
    return try #require(Self.index).constraints(
      of: Event(name: "x", attributes: attributes, pmu: pmu))
  }

  @Test func `what several sources say is joined`() throws {
    let cycles = try #require(try constraints(.raw, 0x3c))
    #expect(cycles.fixed == CounterSet(counter: 1))
    #expect(cycles.programmable == CounterSet(rawValue: 0xf))
    #expect(cycles.isTakenAlone)
    let lines = try #require(try constraints(.raw, 0x151, pmu: "cpu"))
    #expect(lines.programmable?.counters == [0, 2])
    #expect(lines.errata == ["SKL001", "SKL002"])
  }

  @Test func `a generic event has the limits of its code`() throws {
    #expect(try constraints(.hardware, 0)?.fixed == CounterSet(counter: 1))
    #expect(try constraints(.hardwareCache, 0x10000)?.programmable?.counters == [0, 2])
    #expect(try constraints(.hardware, 99) == nil)
  }

  @Test func `a threshold changes nothing`() throws {
    #expect(try constraints(.raw, 0x400_0151)?.programmable?.counters == [0, 2])
    #expect(try constraints(.raw, 0x451) == nil)
  }

  @Test func `registers and boxes belong to the code`() throws {
    #expect(try constraints(.raw, 0x1b7, config1: 5)?.extraRegister?.addresses == [0x1a6, 0x1a7])
    #expect(try constraints(.raw, 0x1b7, config1: 6) == nil)
    let box = try constraints(EventType(rawValue: 14), 0x4, pmu: "uncore_imc_1")
    #expect(box?.programmable == CounterSet(counter: 3))
    #expect(try constraints(.raw, 0x4) == nil)
  }
}
