import CatalogSupport
import EventCatalog
import PerfEvent

extension ExplanationText {
  /// Adds what holds for one design of cores.
  mutating func add(_ core: CoreAliases) {
    // Of a name of the kernel the code on the cores tells more than the kernel's number.
    let hasCode: Bool = core.aliases.contains { $0.words != nil && !$0.unit.isOfKernel }
    let codes: [EventAliases] = core.aliases.filter { !hasCode || !$0.unit.isOfKernel }
    for aliases in codes.prefix(3) {
      let code: String = code(of: aliases, on: core.microarchitecture)
      if !code.isEmpty { add("code", "\(code) on \(core.microarchitecture.title)") }
      let definitions: [EventDefinition] = core.definitions.filter { $0.words == aliases.words }
      add("counters", counters(of: definitions))
      add("sampling", sampling(of: definitions))
      add("errata", errata(of: definitions), lines: 2)
      addNames(aliases)
      addRelated(aliases)
    }
    if codes.count > 3 { add("code", "and \(codes.count - 3) others") }
  }

  /// The code as a PMU's terms and, where one word is enough, as a raw event.
  private func code(of aliases: EventAliases, on design: Microarchitecture) -> String {
    guard let words = aliases.words else { return "no single code" }
    guard !aliases.unit.isOfKernel else { return "" }
    let terms: String = aliases.terms(on: design) ?? ""
    let unit: String = aliases.unit.isCore ? design.coreName : aliases.unit.name
    let text: String = unit.isEmpty ? terms : "\(unit)/\(terms)/"
    guard aliases.unit.isCore, words == EventWords(config: words.config) else { return text }
    return "\(text), r\(String(words.config, radix: 16))"
  }

  /// The limits of the counters, by the first source that tells the counters.
  private func counters(of definitions: [EventDefinition]) -> String {
    let known: EventDefinition? =
      definitions.first { $0.constraints.programmable.map { $0.count > 0 } ?? false }
    var text: String = known?.constraints.text ?? ""
    if text.hasPrefix("counters ") { text.removeFirst("counters ".count) }
    let fixed: CounterSet? = definitions.compactMap(\.constraints.fixed).first { $0.count > 0 }
    if let fixed, known?.constraints.fixed != fixed {
      text += "\(text.isEmpty ? "" : "; ")fixed counter \(fixed.list)"
    }
    return text
  }

  /// How precise samples are, and how many events there usually are between two.
  private func sampling(of definitions: [EventDefinition]) -> String {
    var parts: [String] = []
    if let period = definitions.compactMap(\.period).first { parts.append("period \(period)") }
    switch definitions.map(\.precision).first(where: { $0 != .unknown }) {
    case .possible: parts.append("can be precise")
    case .required: parts.append("must be precise")
    case .some(.none): parts.append("not precise")
    default: break
    }
    return parts.joined(separator: ", ")
  }

  private func errata(of definitions: [EventDefinition]) -> String {
    Set(definitions.flatMap(\.constraints.errata)).sorted().joined(separator: ", ")
  }

  /// The order of the tools: what perf takes first, then what others take.
  private static let order: [EventSourceKind] = [
    .generic, .sysfs, .tracefs, .perfmon, .armData, .kernelEvents, .libpfm4, .papi, .oprofile,
    .likwid,
  ]

  /// Adds the names of exactly this code, one line per tool.
  private mutating func addNames(_ aliases: EventAliases) {
    var rows: [(sources: [String], names: [String])] = []
    for source in Self.order {
      let names: [String] = aliases.equivalents.filter { $0.source == source }.map(\.marked)
      if names.isEmpty { continue }
      // The kernel's files often have the vendor's names in small letters.
      let same: Int? = rows.firstIndex { row in
        Set(row.names.map { $0.lowercased() }) == Set(names.map { $0.lowercased() })
      }
      if let same {
        rows[same].sources.append(source.rawValue)
      } else {
        rows.append(([source.rawValue], names))
      }
    }
    for row in rows {
      add("names", list(row.names, of: row.sources.joined(separator: ", ")))
    }
  }

  /// As many names as there is room for.
  private func list(_ names: [String], of sources: String) -> String {
    let room: Int = lines.room * limits.nameLines
    var text: String = "\(sources): \(names[0])"
    for (index, name) in names.enumerated().dropFirst() {
      let rest: Int = index + 1 < names.count ? " and 99 more".count : 0
      if text.count + name.count + 2 + rest > room {
        return "\(text) and \(names.count - index) more"
      }
      text += ", \(name)"
    }
    return text
  }

  /// Adds the names of other codes, those of one tool and difference together.
  private mutating func addRelated(_ aliases: EventAliases) {
    var rows: [(source: EventSourceKind, names: [String], relation: AliasRelation)] = []
    for alias in aliases.names where alias.relation != .sameCode {
      let same: Int? = rows.prefix(64).firstIndex { row in
        row.source == alias.source && row.relation == alias.relation
      }
      if let same {
        rows[same].names.append(alias.marked)
      } else {
        rows.append((alias.source, [alias.marked], alias.relation))
      }
    }
    for row in rows.prefix(limits.related) {
      let more: String = row.names.count > 2 ? " and \(row.names.count - 2) more" : ""
      let names: String = row.names.prefix(2).joined(separator: ", ") + more
      let text: String = "\(row.source.rawValue): \(names): \(row.relation)"
      add("related", text, lines: limits.relatedLines)
    }
    // Where even the details have no room, that there are others is not worth a line.
    if rows.count > limits.related, limits.details > 0 {
      add("related", "and \(rows.count - limits.related) more")
    }
  }
}

extension ExplanationText {
  /// Says of an event of the cores that they are not known.
  mutating func addUnknownCPUs() {
    let types: [EventType] = [.hardware, .hardwareCache, .raw]
    let isOfCores: Bool = explanation.groups.contains { group in
      group.events.contains { types.contains($0.attributes.type) }
    }
    guard !unknownCPUs.isEmpty, isOfCores else { return }
    add("code", "not known: nothing is known of \(unknownCPUs); name a CPU with --cpu")
  }
}
