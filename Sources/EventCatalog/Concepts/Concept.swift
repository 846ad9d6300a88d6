/// A thing that one may want to count, whatever a tool or a vendor calls it.
///
/// A concept has a code only together with a microarchitecture: ``AliasResolver``
/// finds it there, and the names that the tools give to that code.
public struct Concept: Hashable, Sendable {
  /// The name, such as `branch-misses`, `load-L2-hit` or `sw:page-faults`.
  public let name: String
  /// What the concept is about.
  public let category: ConceptCategory
  /// One sentence that says what is counted.
  public let summary: String
  /// The names of perf's generic events that go by the same idea.
  public let genericNames: [String]
  /// The names of PAPI's presets that go by the same idea.
  public let presets: [String]
  /// Where the code is looked for, per design of cores or vendor.
  let seeds: [String: [ConceptSeed]]
}

extension Concept: CustomStringConvertible {
  /// The concept's name.
  public var description: String { name }
}

extension Concept {
  /// Where the code is looked for on a microarchitecture, the surest place first.
  ///
  /// What is said of the microarchitecture itself goes before what is said of its
  /// lineage, that before what is said of its vendor, and that before the rest.
  func seeds(on microarchitecture: Microarchitecture) -> [ConceptSeed] {
    if category == .energy, !isMetered(on: microarchitecture) { return [] }
    let scopes: [String] =
      [microarchitecture.name] + GenericEncodings.lineage(of: microarchitecture.generic)
      + [microarchitecture.layout.rawValue, "any"]
    for scope in scopes {
      if let found = seeds[scope] { return found }
    }
    return []
  }

  /// The names by which the vendors call the concept on any microarchitecture.
  var seedNames: [String] {
    let names: [String] = seeds.values.joined().compactMap { seed in
      if case .name(let name) = seed { name } else { nil }
    }
    return Set(names).sorted()
  }

  /// Whether machines with certain cores can tell the energy that the concept means.
  private func isMetered(on microarchitecture: Microarchitecture) -> Bool {
    microarchitecture.energyEvents.contains { name.hasSuffix(":" + $0.name) }
  }
}
