internal import CLibpfm

/// Finds out what the library means by a number.
///
/// All of it must be called with the library locked.
struct LibpfmDiagnosis {
  let name: LibpfmName
  let encoder: LibpfmEncoder
  let levels: LibpfmLevels

  /// The PMUs that the library searches.
  private var searched: [LibpfmPMU] {
    if let named = name.pmu { return encoder.pmu(named: named).map { [$0] } ?? [] }
    return encoder.catalog.pmus.filter(\.isPresent)
  }

  /// Events of the name, one of each PMU that is searched.
  var candidates: [LibpfmEvent] { searched.compactMap { Self.event(name.event, of: $0) } }

  /// Whether the attributes fit into the memory that the library has for them.
  ///
  /// Two do: no attribute stands for more than 16.
  var expansionIsBounded: Bool {
    guard name.attributes.count > 2 else { return true }
    guard name.attributes.count <= LibpfmEncoder.attributeLimit else { return false }
    return expandedCount <= LibpfmEncoder.attributeLimit
  }

  /// How many attributes there are with all that they stand for.
  private var expandedCount: Int {
    let counts: [Int] = candidates.map { event in
      let expansion = LibpfmExpansion(Self.attributes(of: event, in: encoder))
      let own: [String] = event.equivalent.map(LibpfmExpansion.words) ?? []
      return (own.dropFirst() + name.attributes.map(\.name)).reduce(0) {
        $0 + expansion.count(of: $1)
      }
    }
    return counts.max() ?? 0
  }

  /// What is wrong, given the number that the library returned.
  func problem(of result: Int32) -> LibpfmProblem {
    switch result {
    case PFM_ERR_NOTFOUND: unknownEvent
    case PFM_ERR_UMASK: missingUnitMask
    case PFM_ERR_FEATCOMB: conflict
    case PFM_ERR_ATTR: wrongAttribute
    case PFM_ERR_ATTR_VAL: impossibleValue
    case PFM_ERR_ATTR_SET: repeatedAttribute
    case PFM_ERR_TOOMANY: .tooManyAttributes(limit: LibpfmEncoder.attributeLimit)
    case PFM_ERR_NOTSUPP: .needsKernel(pmu: name.pmu ?? name.event)
    default: refusal(result)
    }
  }

  private func refusal(_ result: Int32) -> LibpfmProblem {
    .refused(code: result, message: LibpfmLibrary.message(result))
  }

  private var unknownEvent: LibpfmProblem {
    if let named = name.pmu, encoder.pmu(named: named) == nil {
      let names: [String] = encoder.catalog.pmus.map(\.name)
      return .unknownPMU(named, nearest: NearestNames.of(named, among: names))
    }
    if let pmu = name.pmu.flatMap(encoder.pmu(named:)), Self.event(name.event, of: pmu) != nil {
      return .absentPMU(pmu.name)
    }
    let names: [String] = searched.flatMap { pmu in
      LibpfmCatalog.events(of: pmu, layer: .hardware).map { $0.name.description }
    }
    return .unknownEvent(name.event, nearest: NearestNames.of(name.event, among: names))
  }

  /// The unit masks of which one more makes the event complete.
  private var missingUnitMask: LibpfmProblem {
    let masks: [String] = unitMasks
    // One more may stand for many, which have to fit as well.
    guard expandedCount <= LibpfmEncoder.attributeLimit / 2 else {
      return .missingUnitMask(event: name.event, available: masks)
    }
    let given: Set<String> = Set(name.attributes.map { $0.name.lowercased() })
    let completing: [String] = masks.filter { mask in
      !given.contains(mask.lowercased()) && isAccepted(name.adding(attribute: mask))
    }
    return .missingUnitMask(event: name.event, available: completing.isEmpty ? masks : completing)
  }

  /// The unit masks of which the event does not bear more.
  private var conflict: LibpfmProblem {
    let masks: Set<String> = Set(unitMasks.map { $0.lowercased() })
    var named: [String] = []
    var guilty: [String] = []
    for (index, attribute) in name.attributes.enumerated()
    where masks.contains(attribute.name.lowercased()) {
      named.append(attribute.name)
      if isAccepted(name.removing(attribute: index)) { guilty.append(attribute.name) }
    }
    return .conflictingUnitMasks(guilty.isEmpty ? named : guilty)
  }

  /// The first attribute that the event does not have, or that makes it wrong.
  private var wrongAttribute: LibpfmProblem {
    let known: [LibpfmAttribute] = knownAttributes
    if name.attributes.isEmpty {
      return .missingUnitMask(event: name.event, available: unitMasks)
    }
    let unknown = name.attributes.first { attribute in
      !known.contains { $0.name.isEqual(ignoringCase: attribute.name) }
    }
    let index: Int? = name.attributes.indices.first { isAccepted(name.removing(attribute: $0)) }
    guard let guilty = unknown ?? index.map({ name.attributes[$0] }) else {
      return refusal(PFM_ERR_ATTR)
    }
    let nearest: [String] = NearestNames.of(
      guilty.name, among: known.map { $0.name.description })
    return .unknownAttribute(
      guilty.name, event: name.event, nearest: unknown == nil ? [] : nearest)
  }

  /// The first modifier whose value the event does not take.
  private var impossibleValue: LibpfmProblem {
    let known: [LibpfmAttribute] = knownAttributes
    let index: Int? = name.attributes.indices.first { isAccepted(name.removing(attribute: $0)) }
    let unsuitable = name.attributes.first { attribute in
      known.contains {
        $0.name.isEqual(ignoringCase: attribute.name) && !Self.takes(attribute.value, by: $0)
      }
    }
    guard let guilty = index.map({ name.attributes[$0] }) ?? unsuitable else {
      return refusal(PFM_ERR_ATTR_VAL)
    }
    let range = known.first {
      $0.name.isEqual(ignoringCase: guilty.name) && $0.kind != .unitMask
    }?.range
    return .impossibleValue(attribute: guilty.name, range: range)
  }

  private var repeatedAttribute: LibpfmProblem {
    var seen: Set<String> = []
    for attribute in name.attributes where !seen.insert(attribute.name.lowercased()).inserted {
      return .repeatedAttribute(attribute.name)
    }
    return refusal(PFM_ERR_ATTR_SET)
  }
}
