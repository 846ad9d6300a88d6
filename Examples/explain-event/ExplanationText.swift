import CatalogSupport
import CommandLineSupport
import EventCatalog

/// An explanation as lines of a subject and a text, for one screen.
struct ExplanationText {
  private let explanation: EventExplanation
  private var lines: [(subject: String, text: String)] = []

  init(_ explanation: EventExplanation) {
    self.explanation = explanation
    addMeaning()
    addEvents()
    for core in explanation.cores { add(core) }
    addDefinitions()
  }

  /// The lines, each subject once and all texts behind the longest.
  var text: String {
    let width: Int = lines.map(\.subject.count).max() ?? 0
    var text: String = visible(explanation.name) + "\n"
    var last: String = ""
    for line in lines {
      let parts: [String] = wrapped(visible(line.text), margin: width + 2)
      for (index, part) in parts.enumerated() {
        let isNew: Bool = index == 0 && line.subject != last
        let margin: String = isNew ? line.subject : ""
        text += margin + String(repeating: " ", count: width + 2 - margin.count) + part + "\n"
      }
      last = line.subject
    }
    return text
  }

  private mutating func add(_ subject: String, _ text: String) {
    if !text.isEmpty { lines.append((subject, text)) }
  }

  /// What is counted, in the words of the concept or of the best source.
  private mutating func addMeaning() {
    let concepts: [Concept] = explanation.cores.flatMap { $0.aliases.flatMap(\.concepts) }
    if let concept = concepts.first {
      add("meaning", "\(concept.summary) (concept \(concept.name))")
    } else if let definition = bestDefinition {
      add("meaning", definition.brief)
    }
    if let definition = bestDefinition, !definition.details.isEmpty {
      add("details", definition.details)
    }
  }

  private var bestDefinition: EventDefinition? {
    let all: [EventDefinition] =
      explanation.definitions + explanation.cores.flatMap(\.definitions)
    return all.first { !$0.brief.isEmpty } ?? all.first
  }

  /// What the kernel is told, or why it cannot be told.
  private mutating func addEvents() {
    if let refusal = explanation.refusal { add("not here", "\(refusal)") }
    for group in explanation.groups {
      for event in group.events.prefix(8) {
        add("attributes", attributesText(event))
      }
      if group.events.count > 8 { add("attributes", "and \(group.events.count - 8) more") }
    }
  }

  private mutating func add(_ core: CoreAliases) {
    for aliases in core.aliases.prefix(3) {
      add("code", "\(code(of: aliases)) on \(core.microarchitecture.title)")
      let definitions: [EventDefinition] = core.definitions.filter { $0.words == aliases.words }
      add("counters", counters(of: definitions))
      add("samples", samples(of: definitions))
      add("errata", Set(definitions.flatMap(\.constraints.errata)).sorted().joined(separator: ", "))
      addNames(aliases)
    }
    if core.aliases.count > 3 { add("code", "and \(core.aliases.count - 3) others") }
  }

  /// The code as words and, where one of these is enough, as a raw event.
  private func code(of aliases: EventAliases) -> String {
    guard let words = aliases.words else { return "unknown" }
    guard aliases.unit.isCore, words == EventWords(config: words.config) else {
      return aliases.unit.isCore ? words.text : "\(words.text) of \(aliases.unit.name)"
    }
    return "\(words.text), r\(String(words.config, radix: 16))"
  }

  /// The limits of the counters, by the first source that tells the counters.
  private func counters(of definitions: [EventDefinition]) -> String {
    let known: [EventDefinition] = definitions.filter { $0.constraints.programmable != nil }
    var text: String = known.first?.constraints.text ?? ""
    let fixed: [CounterSet] = definitions.compactMap(\.constraints.fixed).filter { $0.count > 0 }
    if let first = fixed.first, known.first?.constraints.fixed != first {
      text += "\(text.isEmpty ? "" : "; ")fixed counter \(first.list)"
    }
    return text
  }

  /// How precise samples are, and how many events there usually are between two.
  private func samples(of definitions: [EventDefinition]) -> String {
    var parts: [String] = []
    if let definition = definitions.first(where: { $0.precision != .unknown }) {
      parts.append("precise \(definition.precision.word)")
    }
    if let period = definitions.compactMap(\.period).first { parts.append("period \(period)") }
    return parts.joined(separator: ", ")
  }

  private mutating func addNames(_ aliases: EventAliases) {
    var order: [EventSourceKind] = []
    for alias in aliases.equivalents where !order.contains(alias.source) {
      order.append(alias.source)
    }
    for source in order {
      let names: [String] = aliases.equivalents.filter { $0.source == source }.map(\.marked)
      let rest: String = names.count > 6 ? " and \(names.count - 6) more" : ""
      add("names", "\(source.rawValue): \(names.prefix(6).joined(separator: ", "))\(rest)")
    }
    let others: [EventAlias] = aliases.names.filter { $0.relation != .sameCode }
    for alias in others.prefix(4) {
      add("related", "\(alias.source.rawValue): \(alias.marked): \(alias.relation)")
    }
    if others.count > 4 { add("related", "and \(others.count - 4) more") }
  }

  /// Where the descriptions stand.
  private mutating func addDefinitions() {
    var seen: Set<EventProvenance> = []
    let all: [EventDefinition] =
      explanation.definitions + explanation.cores.flatMap(\.definitions)
    for definition in all where seen.insert(definition.provenance).inserted {
      if seen.count > 5 { break }
      add("source", "\(definition.provenance.text): \(definition.name)")
    }
  }
}
