import CatalogSupport
import CommandLineSupport
import EventCatalog

extension JSONWriter {
  /// Writes a metric with the events that it needs.
  mutating func value(_ metric: MetricExplanation) {
    beginObject()
    key("definition")
    value(metric.definition)
    member("formula_over_events", metric.formula.map { "\($0)" })
    member("failure", metric.failure.map { "\($0)" })
    key("level")
    if let level = metric.level { value(level) } else { null() }
    member("parent", metric.parent)
    member("parts", metric.parts)
    value(metric.events)
    endObject()
  }

  /// Writes a group of metrics with the events that they need.
  mutating func value(_ group: MetricGroupExplanation) {
    beginObject()
    member("name", group.name)
    member("source", group.provenance.source.rawValue)
    member("location", group.provenance.location)
    member("brief", group.brief)
    member("details", group.details)
    key("metrics")
    beginArray()
    for metric in group.metrics { value(metric) }
    endArray()
    value(group.events)
    endObject()
  }

  private mutating func value(_ needs: [MetricEvent]) {
    key("needs")
    beginArray()
    for event in needs {
      beginObject()
      member("name", event.name)
      member("text", event.text)
      key("events")
      beginArray()
      for group in event.groups { for event in group.events { value(event) } }
      endArray()
      member("refusal", event.refusal.map { "\($0)" })
      endObject()
    }
    endArray()
  }

  /// Writes the fields of a tracepoint.
  mutating func value(_ format: TracepointFormat) {
    beginObject()
    key("number")
    value(format.number)
    key("fields")
    beginArray()
    for field in format.fields {
      beginObject()
      member("name", field.name)
      member("type", field.type)
      member("offset", field.offset)
      member("size", field.size)
      member("signed", field.isSigned)
      member("common", field.isCommon)
      endObject()
    }
    endArray()
    member("print", format.printText)
    endObject()
  }

  /// Writes what sources say differently.
  mutating func value(_ contradiction: EventContradiction) {
    beginObject()
    member("decision", contradiction.decision.word)
    key("meanings")
    beginArray()
    for meaning in contradiction.meanings { value(meaning) }
    endArray()
    endObject()
  }
}

extension EventContradiction.Decision {
  fileprivate var word: String {
    switch self {
    case .order: "order"
    case .spelling: "spelling"
    case .refused: "refused"
    }
  }
}
