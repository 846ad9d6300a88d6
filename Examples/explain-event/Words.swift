import CatalogSupport
import EventCatalog
import PerfEvent

extension EventAlias {
  /// The name with what else is to be known of it.
  var marked: String {
    var notes: [String] = []
    if let fixedCounter { notes.append("fixed counter \(fixedCounter)") }
    if marks.contains(.deprecated) { notes.append("deprecated") }
    if marks.contains(.defaultUnitMask) { notes.append("default unit mask") }
    return notes.isEmpty ? name : "\(name) [\(notes.joined(separator: ", "))]"
  }
}

extension EventAliases {
  /// The code as terms of its PMU on a design of cores, such as `event=0xa8,umask=0x1`.
  func terms(on design: Microarchitecture) -> String? {
    words.map { design.terms(of: RawCode(unit: unit.isCore ? nil : unit, words: $0)) }
  }
}

extension PMUUnit {
  /// Whether the events are the kernel's own, whatever the cores.
  var isOfKernel: Bool {
    [.software, .tracepoint, .breakpoint, .hardware, .hardwareCache].contains(self)
  }
}

/// What the kernel is told of an event, without what is zero.
func attributesText(_ event: Event) -> String {
  let attributes = event.attributes
  let words = EventWords(attributes)
  var text = "type=\(attributes.type.rawValue),\(words.text)"
  // Guests are left out unless a modifier speaks of them.
  for setting in attributes.settings where setting != "exclude_guest=1" { text += ",\(setting)" }
  if let pmu = event.pmu { text = "\(pmu): \(text)" }
  if event.scale != 1 || !event.unit.isEmpty { text += " in \(event.scale) \(event.unit)" }
  if let cpus = event.cpus {
    text += " on CPUs \(cpus.map(String.init).joined(separator: ","))"
  }
  return text
}

extension EventNameProblem {
  /// Whether the name is no event's because it is that of what is explained instead.
  var isAboutMetric: Bool {
    switch self {
    case .metric, .metricGroup: true
    default: false
    }
  }

  /// Whether a source with further names could have the event.
  var isAboutNames: Bool {
    switch self {
    case .unknownEvent, .unknownPart, .unknownUnitMask, .needsSource, .libpfm4, .noMatch,
      .notEncoded, .unknownTerm:
      true
    default: false
    }
  }

  /// Whether a source is missing, which is told once for all events of a preset.
  var isAboutSources: Bool {
    if case .needsSource = self { true } else { false }
  }
}
