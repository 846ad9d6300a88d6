internal import CLibpfm

/// Makes the definitions of a PMU's events.
///
/// All of it must be called with the library locked.
struct LibpfmTableReader {
  let encoder: LibpfmEncoder
  let pmu: LibpfmPMU
  private let unit: PMUUnit
  private let layout: LibpfmRegisterLayout?
  private let provenance: EventProvenance

  init(encoder: LibpfmEncoder, pmu: LibpfmPMU) {
    self.encoder = encoder
    self.pmu = pmu
    unit = pmu.unit
    layout = LibpfmRegisterLayout(of: pmu)
    provenance = EventProvenance(
      source: .libpfm4, version: encoder.catalog.version, location: pmu.name)
  }

  func table() -> EventTable {
    var table = EventTable(name: pmu.name)
    for event in LibpfmCatalog.events(of: pmu, layer: .hardware) {
      let masks: [LibpfmAttribute] = LibpfmCatalog.attributes(of: event)
        .filter { $0.kind == .unitMask }
      table.events.append(definition(of: event))
      for mask in masks { table.events.append(definition(of: event, mask: mask)) }
    }
    markPrecision(&table.events)
    return table
  }

  /// The definition of an event without a unit mask.
  private func definition(of event: LibpfmEvent) -> EventDefinition {
    let name: String = event.name.description
    var definition = definition(named: name)
    definition.brief = event.summary?.description ?? ""
    definition.otherNames = event.equivalent.map { [$0.description] } ?? []
    definition.precision = event.isPrecise ? .possible : .unknown
    if event.speculation == .counted { definition.traits.insert(.speculative) }
    return definition
  }

  /// The definition of an event with one of its unit masks.
  private func definition(of event: LibpfmEvent, mask: LibpfmAttribute) -> EventDefinition {
    let base: String = event.name.description
    var definition = definition(named: "\(base):\(mask.name)")
    let brief: String = event.summary?.description ?? ""
    definition.baseName = base
    definition.brief = brief
    // Both texts are needed: that of a mask alone is often a single word.
    if let text = mask.summary?.description, !text.isEmpty {
      definition.brief = brief.isEmpty ? text : "\(brief): \(text)"
    }
    definition.otherNames = mask.equivalent.map { ["\(base):\($0)"] } ?? []
    definition.precision = mask.isPrecise ? .possible : .unknown
    if mask.isDefault { definition.traits.insert(.defaultUnitMask) }
    if mask.speculation == .counted { definition.traits.insert(.speculative) }
    return definition
  }

  /// A definition with its words, if the library encodes the event.
  private func definition(named name: String) -> EventDefinition {
    let text = "\(pmu.name)::\(name)"
    let levels: LibpfmLevels = [.user, .kernel]
    var unit: PMUUnit = unit
    var words: EventWords?
    if let layout {
      let answer = LibpfmAnswer(registersOf: text, levels: levels)
      if answer.result == PFM_SUCCESS { words = layout.words(of: answer.registers) }
    } else {
      let answer = LibpfmAnswer(attributesOf: text, levels: levels)
      if answer.result == PFM_SUCCESS {
        let attributes: perf_event_attr = answer.attributes
        words = EventWords(
          config: attributes.config, config1: attributes.config1, config2: attributes.config2)
        if pmu.scope == .kernel { unit = PMUUnit(ofKernelType: attributes.type) }
      }
    }
    return EventDefinition(name: name, unit: unit, words: words, provenance: provenance)
  }

  /// Says of imprecise events that they are, where the table tells precise ones.
  private func markPrecision(_ events: inout [EventDefinition]) {
    guard events.contains(where: { $0.precision == .possible }) else { return }
    for index in events.indices where events[index].precision == .unknown {
      events[index].precision = .none
    }
  }
}
