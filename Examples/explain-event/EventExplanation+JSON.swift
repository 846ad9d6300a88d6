import CatalogSupport
import CommandLineSupport
import EventCatalog
import PerfEvent

extension JSONWriter {
  /// Writes an explanation as one object whose members are always the same.
  mutating func value(_ explanation: EventExplanation) {
    beginObject()
    member("name", explanation.name)
    key("events")
    beginArray()
    for group in explanation.groups { for event in group.events { value(event) } }
    endArray()
    member("refusal", explanation.refusal.map { "\($0)" })
    key("definitions")
    beginArray()
    for definition in explanation.definitions { value(definition) }
    endArray()
    key("cores")
    beginArray()
    for core in explanation.cores { value(core) }
    endArray()
    key("metrics")
    beginArray()
    for metric in explanation.metrics { value(metric) }
    endArray()
    key("metric_groups")
    beginArray()
    for group in explanation.metricGroups { value(group) }
    endArray()
    key("tracepoint")
    if let format = explanation.tracepoint { value(format) } else { null() }
    key("contradictions")
    beginArray()
    for contradiction in explanation.contradictions { value(contradiction) }
    endArray()
    member("missing_pmus", explanation.missingPMUs.map(\.name))
    endObject()
  }

  mutating func value(_ event: Event) {
    let attributes = event.attributes
    beginObject()
    member("name", event.name)
    member("pmu", event.pmu)
    member("type", attributes.type.rawValue)
    key("words")
    value(EventWords(attributes))
    member("settings", attributes.settings)
    member("scale", event.scale)
    member("count_unit", event.unit)
    key("cpus")
    if let cpus = event.cpus {
      array { (writer) throws(Never) in for cpu in cpus { writer.value(cpu) } }
    } else {
      null()
    }
    endObject()
  }

  private mutating func value(_ core: CoreAliases) {
    beginObject()
    member("microarchitecture", core.microarchitecture.name)
    key("codes")
    beginArray()
    for aliases in core.aliases { value(aliases, on: core.microarchitecture) }
    endArray()
    key("definitions")
    beginArray()
    for definition in core.definitions { value(definition) }
    endArray()
    endObject()
  }

  private mutating func value(_ aliases: EventAliases, on design: Microarchitecture) {
    beginObject()
    member("unit", aliases.unit.name)
    key("words")
    if let words = aliases.words { value(words) } else { null() }
    member("terms", aliases.terms(on: design))
    member("concepts", aliases.concepts.map(\.name))
    key("names")
    beginArray()
    for alias in aliases.names { value(alias) }
    endArray()
    endObject()
  }

  private mutating func value(_ alias: EventAlias) {
    beginObject()
    member("name", alias.name)
    member("source", alias.source.rawValue)
    member("relation", alias.relation.word)
    member("remark", alias.relation == .sameCode ? nil : "\(alias.relation)")
    key("fixed_counter")
    if let counter = alias.fixedCounter { value(counter) } else { null() }
    member("deprecated", alias.marks.contains(.deprecated))
    member("default_unit_mask", alias.marks.contains(.defaultUnitMask))
    member("version", alias.provenance?.version)
    member("location", alias.provenance?.location)
    endObject()
  }
}

extension AliasRelation {
  fileprivate var word: String {
    switch self {
    case .sameCode: "same-code"
    case .derived: "derived"
    case .near: "near"
    case .nameOnly: "name-only"
    }
  }
}
