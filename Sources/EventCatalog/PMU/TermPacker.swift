internal import PerfEvent

/// Builds an event of a PMU from the terms between slashes.
///
/// As in perf, whole words such as `config=1` come first, and the bits of other
/// terms are added to them, whatever the order of the text.
struct TermPacker {
  let pmu: PMU
  let context: TermContext
  /// The names of all terms that the user gives, for events that require some.
  private let given: Set<String>
  var definition: EventCandidate
  var packed: [TermFormat.Word: UInt64] = [:]
  /// The distance of samples that the event's description names.
  private var usualPeriod: UInt64?

  init(pmu: PMU, context: TermContext, terms: [ParsedTerm]) {
    self.pmu = pmu
    self.context = context
    self.given = Set(terms.map(\.name))
    self.definition = EventCandidate(
      attributes: EventAttributes(type: pmu.type), pmu: pmu.name,
      cpus: pmu.scope == .core ? nil : pmu.cpus, capabilities: pmu.capabilities)
  }

  var pmus: PMUInventory { context.pmus }

  /// Since when the kernel gives terms to PMUs of cores whose hardware has them.
  private static let versions: [String: String] = ["acr_mask": "6.16", "eq": "6.11"]

  /// What says where a probe is.
  private static let probeTerms: Set<String> = ["func", "path", "symbol"]

  /// The event with all bits in their places.
  var finished: EventCandidate {
    var definition: EventCandidate = definition
    for (word, bits) in packed { definition.attributes[word] |= bits }
    if definition.attributes.samplePeriod == 0, let usualPeriod {
      definition.attributes.samplePeriod = usualPeriod
    }
    let isGeneric: Bool =
      definition.attributes.type == .hardware || definition.attributes.type == .hardwareCache
    if isGeneric, pmu.scope == .core, pmus.cores.count > 1 { definition.coreType = pmu.type }
    return definition
  }

  /// Adds a term of the user's: bits, an event's name, or a term of every event.
  mutating func add(_ term: ParsedTerm) throws(LocatedProblem) {
    if let name = eventName(term),
      let event = try pmus.event(named: name, of: pmu, position: term.position)
    {
      return try add(event, named: name, position: term.position)
    }
    if let format = try format(of: term.name, position: term.position) {
      let value: UInt64 = try Self.value(of: term, format: format, pmu: pmu.name)
      packed[format.word, default: 0] |= format.packed(value)
      return
    }
    if Self.probeTerms.contains(term.name), pmu.name == "kprobe" || pmu.name == "uprobe" {
      throw LocatedProblem(
        problem: .addressOfText(term: term.name, pmu: pmu.name), position: term.position)
    }
    // Cores that are assumed are those of current kernels: their hardware lacks the term.
    if let version = Self.versions[term.name], pmu.scope == .core, !pmus.isAssumed(pmu) {
      throw LocatedProblem(
        problem: .needsKernel(term: term.name, pmu: pmu.name, version: version),
        position: term.position)
    }
    if term.name.hasPrefix("@") {
      let value: String = term.value == nil ? "" : "=\(term.valueText)"
      definition.options.driverSettings.append(term.name.dropFirst() + value)
      return
    }
    if addGenericEvent(term) { return }
    if try addVendorEvent(term) { return }
    guard try CommonTerm.apply(term, to: &definition, for: context) else { throw unknown(term) }
  }

  private func format(
    of term: String, position: Int
  ) throws(LocatedProblem) -> TermFormat? {
    try pmus.format(named: term, of: pmu, position: position)
  }

  private static func value(
    of term: ParsedTerm, format: TermFormat, pmu: String
  ) throws(LocatedProblem) -> UInt64 {
    let problem: EventNameProblem
    switch term.value {
    case .number(let number) where format.fits(number): return number
    case .number(let number):
      problem = .valueTooLarge(
        term: term.name, pmu: pmu, value: number, width: format.width)
    case .text(let text): problem = .textValue(term: term.name, value: text)
    case nil where format.width == 1: return 1
    case nil: problem = .missingValue(term: term.name, width: format.width)
    }
    throw LocatedProblem(problem: problem, position: term.position)
  }

  /// Adds the terms of an event.
  ///
  /// Where the kernel itself says the terms, their values lose upper bits that have no
  /// place, as in perf. What others say needs all its bits, or it is another event.
  mutating func add(
    _ event: PMUEventText, named name: String, position: Int, isOfKernel: Bool = true
  ) throws(LocatedProblem) {
    for term in event.terms {
      switch term.value {
      case .parameter where given.contains(term.name): break
      case .parameter:
        throw LocatedProblem(
          problem: .missingParameter(term: term.name, event: name), position: position)
      case .number(let number):
        if let format = try format(of: term.name, position: position) {
          guard isOfKernel || format.fits(number) else {
            throw LocatedProblem(
              problem: .valueTooLarge(
                term: term.name, pmu: pmu.name, value: number, width: format.width),
              position: position)
          }
          packed[format.word, default: 0] |= format.packed(number)
          continue
        }
        let common = ParsedTerm(name: term.name, value: .number(number), position: position)
        guard try CommonTerm.apply(common, to: &definition, for: context) else {
          throw unknown(common)
        }
      }
    }
    describe(scale: event.scale, unit: event.unit, isSnapshot: event.isSnapshot)
  }

  /// Adds words whose bits are in their places.
  mutating func add(_ words: EventWords) {
    for word in TermFormat.Word.allCases { packed[word, default: 0] |= words[word] }
  }

  /// Says what counts of the event mean.
  mutating func describe(
    scale: Double, unit: String, isSnapshot: Bool, usualPeriod: UInt64? = nil
  ) {
    definition.scale *= scale
    if !unit.isEmpty { definition.unit = unit }
    if isSnapshot { definition.isSnapshot = true }
    if context.purpose == .sampling { self.usualPeriod = usualPeriod }
  }

  private func unknown(_ term: ParsedTerm) -> LocatedProblem {
    let available: [String] =
      pmus.formatNames(of: pmu).sorted + pmus.eventNames(of: pmu).sorted + CommonTerm.names
    return LocatedProblem(
      problem: .unknownTerm(
        term: term.name, pmu: pmu.name,
        available: NearestNames.sorted(available, by: term.name)),
      position: term.position)
  }
}
