import EventCatalog
import Foundation
import Testing

/// The given table of names of equal and derived events, row by row.
@Suite(.enabled(if: AliasSample.path != nil, GivenToolFiles.reason))
struct AliasSampleTests {
  /// What comes of a row.
  enum Outcome {
    /// No source at hand can tell.
    case undecided
    case reproduced
    /// The file at hand is another version and differs, in these words.
    case otherVersion(String)
    case contradicted(String)
  }

  @Test func `every row that a source at hand can decide is reproduced`() throws {
    let sources: [any EventSource] = AliasSample.givenSources()
    var resolvers: [String: AliasResolver] = [:]
    var reproduced: Int = 0
    var others: [String] = []
    for row in try AliasSample.rows() {
      let cores: Microarchitecture = try #require(AliasSample.cores(of: row), "\(row.text)")
      let resolver: AliasResolver =
        resolvers[cores.name]
        ?? AliasResolver(
          microarchitecture: cores, tables: AliasSample.tables(of: cores, in: sources))
      resolvers[cores.name] = resolver
      switch outcome(of: row, resolver) {
      case .undecided: break
      case .reproduced: reproduced += 1
      case .otherVersion(let reason): others.append("\(row.text): \(reason)")
      case .contradicted(let reason): Issue.record("\(row.text): \(reason)")
      }
    }
    print("\(reproduced) rows reproduced; files of another version:")
    for other in others { print("  \(other)") }
    #expect(reproduced > 0)
    #expect(others.count * 20 < reproduced, "too many rows are left to other versions")
  }

  private func outcome(of row: AliasSampleRow, _ resolver: AliasResolver) -> Outcome {
    guard row.source == .generic || resolver.sources.contains(row.source) else {
      return .undecided
    }
    if row.relation == "derived-formula" { return derived(row, resolver) }
    guard let concept = Concept.named(row.canonical) else {
      return .contradicted("there is no such concept")
    }
    if let preset = row.preset, let reason = differs(preset, resolver) { return reason }
    let aliases: EventAliases = resolver.aliases(of: concept)
    guard aliases.words == row.words else {
      return .contradicted("its code is \(aliases.words.map { "\($0)" } ?? "not known")")
    }
    let name: String = row.preset?.name ?? row.name
    let found: EventAlias? = aliases.names.first { $0.source == row.source && $0.name == name }
    guard let found else {
      let isThere: Bool = resolver.aliases(of: name).contains { aliases in
        aliases.names.contains { $0.source == row.source && $0.name == name }
      }
      return isThere ? .contradicted("is not listed") : .otherVersion("the file lacks the name")
    }
    guard found.relation == .sameCode else { return .contradicted("\(found.relation)") }
    return marksAgree(found, row) ? .reproduced : .contradicted("its marks differ")
  }

  private func marksAgree(_ alias: EventAlias, _ row: AliasSampleRow) -> Bool {
    if row.note.contains("default um") { return alias.marks.contains(.defaultUnitMask) }
    if row.note.contains("deprecated") { return alias.marks.contains(.deprecated) }
    if row.note.contains("[fixed FIXC") {
      return alias.marks.contains(.fixedCounter)
        && row.note.hasSuffix("FIXC\(alias.fixedCounter ?? -1)]")
    }
    if row.note.contains("fixed ctr") { return alias.marks.contains(.fixedCounter) }
    return true
  }

  /// Whether the file at hand makes a preset of other events, or no table has these.
  private func differs(
    _ preset: (name: String, parts: [String]), _ resolver: AliasResolver
  ) -> Outcome? {
    let found: [EventAlias] = resolver.aliases(of: preset.name).flatMap(\.names)
      .filter { $0.source == .papi && $0.name == preset.name }
    guard let own = found.first else { return .otherVersion("the file lacks the preset") }
    if case .nameOnly = own.relation {
      guard resolver.sources.contains(.libpfm4) else { return .undecided }
      return .otherVersion("the file makes it of an event that libpfm4 does not know")
    }
    return nil
  }

  private func derived(_ row: AliasSampleRow, _ resolver: AliasResolver) -> Outcome {
    guard let preset = row.preset else { return .undecided }
    let found: EventAlias? = resolver.aliases(of: preset.name).flatMap(\.names)
      .first { $0.source == .papi && $0.name == preset.name }
    guard let found else { return .otherVersion("the file lacks the preset") }
    guard case .derived(_, let operands) = found.relation else {
      return .otherVersion("the file makes it of one event")
    }
    let natives: [String] = preset.parts.filter {
      !$0.hasPrefix("DERIVED_") && !$0.contains("|")
    }
    return Set(operands) == Set(natives)
      ? .reproduced : .otherVersion("the file makes it of \(operands)")
  }
}
