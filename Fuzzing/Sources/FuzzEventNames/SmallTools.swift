import EventCatalog

/// A few events in the languages of tools, as sources that need no file.
struct SmallTools: EventSource {
  static let cpu = CPUIdentifier.x86(
    vendor: "GenuineIntel", family: 6, model: 0x5e, stepping: 3)
  static let sources: [any EventSource] =
    ([.perfmon, .oprofile, .likwid, .papi] as [EventSourceKind]).map(SmallTools.init(kind:))
    + ((try? LibpfmSource()).map { [$0] } ?? [])

  let kind: EventSourceKind

  func tableNames() throws(EventSourceError) -> [String] { ["t"] }

  func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String] { ["t"] }

  func table(named name: String) throws(EventSourceError) -> EventTable {
    let provenance = EventProvenance(source: kind, location: "perfmon_skylake_events.txt")
    var events: [EventDefinition] = []
    for (name, unit, terms) in [
      ("A.B", PMUUnit.core, "event=0x51,period=7,umask=1"), ("a", .core, "event=0x51"),
      ("a:m", .core, "event=0x51,umask=2"), ("U", PMUUnit("uncore_imc"), "event=4"),
      ("ODD", .core, "fancy=1"), ("C", PMUUnit("cpu_core"), "event=1,ldlat=3"),
    ] {
      let words = EventWords(config: 0x51)
      var event = EventDefinition(
        name: name, unit: unit, terms: terms, words: words, provenance: provenance)
      event.constraints.remark = kind == .likwid ? "PMC" : "type:bitmask"
      events.append(event)
    }
    let sum = MetricDefinition(
      name: "PAPI_SUM", formula: "N0|N1|+|", language: .postfix,
      operands: [
        .init(alias: "N0", value: "L1D:REPLACEMENT"), .init(alias: "N1", value: "INST_RETIRED"),
      ],
      provenance: provenance)
    return EventTable(
      name: "t", events: kind == .papi ? [] : events, metrics: kind == .papi ? [sum] : [])
  }
}
