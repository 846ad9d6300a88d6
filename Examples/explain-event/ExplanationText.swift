import CatalogSupport
import CommandLineSupport
import EventCatalog

/// An explanation for one screen.
struct ExplanationText {
  /// How much of the less important things is told.
  struct Limits {
    var details: Int
    var nameLines: Int
    var related: Int
    var relatedLines: Int
    var sources: Int
    /// Lines of a formula, events of a metric, metrics of a group, fields of a tracepoint.
    var parts: Int

    static let all: [Limits] = [
      Limits(details: 4, nameLines: 2, related: 4, relatedLines: 2, sources: 6, parts: 16),
      Limits(details: 3, nameLines: 2, related: 2, relatedLines: 2, sources: 3, parts: 12),
      Limits(details: 3, nameLines: 1, related: 2, relatedLines: 1, sources: 3, parts: 8),
      Limits(details: 2, nameLines: 1, related: 1, relatedLines: 1, sources: 2, parts: 6),
      Limits(details: 1, nameLines: 1, related: 0, relatedLines: 1, sources: 1, parts: 4),
      Limits(details: 1, nameLines: 1, related: 0, relatedLines: 1, sources: 1, parts: 2),
      Limits(details: 0, nameLines: 1, related: 0, relatedLines: 1, sources: 1, parts: 2),
    ]
  }

  /// More lines scroll the first ones out of sight.
  static let screen: Int = 24

  let explanation: EventExplanation
  let limits: Limits
  var lines: SubjectLines

  /// The models of cores, where nothing is known of them.
  var unknownCPUs: String = ""

  init(_ explanation: EventExplanation, limits: Limits, columns: Int?) {
    self.explanation = explanation
    self.limits = limits
    self.lines = SubjectLines(longestSubject: "counters".count, columns: columns)
  }

  /// The text, as long as a screen has room for and no longer if that can be.
  static func text(
    _ explanation: EventExplanation, unknownCPUs: String = "", columns: Int?
  ) -> String {
    var lines: [String] = []
    for limits in Limits.all {
      var text = ExplanationText(explanation, limits: limits, columns: columns)
      text.unknownCPUs = unknownCPUs
      text.addAll()
      lines = [visible(explanation.name)] + text.lines.lines
      if lines.count <= screen { break }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private mutating func addAll() {
    addMeaning()
    addEvents()
    addContradictions()
    addFields()
    addMetrics()
    addGroups()
    for core in explanation.cores { add(core) }
    addUnknownCPUs()
    addSources()
  }

  mutating func add(_ subject: String, _ text: String, lines limit: Int = .max) {
    if limit > 0 { lines.add(subject, visible(oneLine(text)), lines: limit) }
  }

  /// All that sources say, what bears the name first.
  private var definitions: [EventDefinition] {
    explanation.definitions + explanation.cores.flatMap(\.definitions)
  }

  /// What is counted, in the words of the concept or of the best source.
  private mutating func addMeaning() {
    let concepts: [Concept] = explanation.cores.flatMap { $0.aliases.flatMap(\.concepts) }
    let definition: EventDefinition? =
      definitions.first { !$0.brief.isEmpty || !$0.details.isEmpty }
    var brief: String = definition?.brief ?? ""
    if let concept = concepts.first {
      let isAsked: Bool = concept.name == explanation.name
      add("meaning", concept.summary + (isAsked ? "" : " (concept \(concept.name))"))
      if !isAsked { add("details", brief, lines: limits.details) }
    } else {
      add("meaning", brief.isEmpty ? metricText : brief)
    }
    if let details = definition?.details, trimmed(details) != trimmed(brief) {
      // Many sources begin the long text with the short one.
      if details.hasPrefix(trimmed(brief)) { brief = "" }
      add("details", details, lines: limits.details)
    }
  }

  private func trimmed(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// What the kernel is told, or why it cannot be told.
  private mutating func addEvents() {
    if let refusal = explanation.refusal, !refusal.problem.isAboutMetric {
      add("not here", "\(refusal)", lines: 3)
    }
    // Of metrics and presets each event stands beside its name.
    let isFormula: Bool = explanation.groups.contains { !$0.formulas.isEmpty }
    let events: [Event] = isFormula ? [] : explanation.groups.flatMap(\.events)
    let areSeveral: Bool = Set(events.map(\.name)).count > 1
    for event in events.prefix(4) {
      add("kernel", (areSeveral ? "\(event.name): " : "") + attributesText(event))
    }
    if events.count > 4 { add("kernel", "and \(events.count - 4) more") }
    for unit in explanation.missingPMUs {
      add(
        "kernel",
        "\(unit.name): the kernel of the machine chooses the number of this PMU; name a copy of "
          + "its /sys with --sysfs")
    }
  }

  /// Where all that stands.
  private mutating func addSources() {
    var texts: [String] = []
    let metrics: [EventProvenance] =
      explanation.metrics.map(\.definition.provenance) + explanation.metricGroups.map(\.provenance)
    for provenance in metrics + definitions.map(\.provenance) {
      let text: String = place(of: provenance)
      if !texts.contains(text) { texts.append(text) }
      if texts.count > 64 { break }
    }
    for text in texts.prefix(limits.sources) { add("source", text) }
    if texts.count > limits.sources { add("source", "and \(texts.count - limits.sources) more") }
  }

  /// The source and its file, with as much of the path as fits into a line.
  private func place(of provenance: EventProvenance) -> String {
    guard provenance.text.count > lines.room, provenance.location.hasPrefix("/") else {
      return provenance.text
    }
    var short: EventProvenance = provenance
    short.location =
      "…/" + provenance.location.split(separator: "/").suffix(3).joined(separator: "/")
    return short.text
  }
}
