import CatalogSupport
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
      let subject: String = line.subject == last ? "" : line.subject
      last = line.subject
      let gap = String(repeating: " ", count: width - subject.count + 2)
      text += wrapped("\(subject)\(gap)\(visible(line.text))", indent: width + 2)
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
      if let formula = group.formula { add("formula", "\(formula)") }
      for event in group.events.prefix(8) {
        add("attributes", attributesText(event))
      }
      if group.events.count > 8 { add("attributes", "and \(group.events.count - 8) more") }
    }
  }

  private mutating func add(_ core: CoreAliases) {
    let isOnly: Bool = explanation.cores.count == 1
    for aliases in core.aliases.prefix(3) {
      if !isOnly { add("core", core.microarchitecture.title) }
      let code: String = aliases.words.map(\.text) ?? "unknown"
      add(isOnly ? "code" : "code", "\(code) on \(core.microarchitecture.title)")
      addCounters(core.definitions, words: aliases.words)
      addNames(aliases)
    }
  }

  /// The limits of the counters, in the words of the source that knows most.
  private mutating func addCounters(_ definitions: [EventDefinition], words: EventWords?) {
    let same: [EventDefinition] = definitions.filter { $0.words == words }
    let texts: [String] = same.map(\.constraints.text)
    if let longest = texts.max(by: { $0.count < $1.count }) { add("counters", longest) }
    let errata: Set<String> = Set(same.flatMap(\.constraints.errata))
    add("errata", errata.sorted().joined(separator: ", "))
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
    for alias in others.prefix(6) {
      add("related", "\(alias.source.rawValue): \(alias.marked): \(alias.relation)")
    }
    if others.count > 6 { add("related", "and \(others.count - 6) more") }
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
