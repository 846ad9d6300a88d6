import EventCatalog
import Foundation
import Testing

/// The given table of names of equal and derived events.
@Suite(.enabled(if: AliasSample.path != nil, GivenToolFiles.reason))
struct AliasSampleTests {
  @Test func `names of the given table are found with their codes`() throws {
    let sources = AliasSample.givenSources()
    var resolvers: [String: AliasResolver] = [:]
    var decided = 0
    var failures: [String] = []
    for row in try AliasSample.rows() {
      if resolvers[row.microarchitecture] == nil {
        let name: String = row.microarchitecture.hasPrefix("power") || row.microarchitecture.hasPrefix("software") ? "skylake" : row.microarchitecture
        let cores = try #require(Microarchitecture.named(name).first, "\(name)")
        let tables = AliasSample.tables(of: cores, in: sources)
        let start = ContinuousClock.now
        resolvers[row.microarchitecture] = AliasResolver(microarchitecture: cores, tables: tables)
        print(name, tables.map { "\($0.name):\($0.events.count)" }, ContinuousClock.now - start)
      }
      let resolver = try #require(resolvers[row.microarchitecture])
      guard let outcome = check(row, resolver) else { continue }
      decided += 1
      if !outcome.isEmpty { failures.append("\(row.text) \(row.words.map { String($0.config, radix: 16) } ?? ""): \(outcome)") }
    }
    print("decided \(decided), failures \(failures.count)")
    for failure in failures { print("FAIL", failure) }
  }

  func check(_ row: AliasSampleRow, _ resolver: AliasResolver) -> String? {
    guard row.source == .generic || resolver.hasTable(of: row.source) else { return nil }
    guard let concept = Concept.named(row.canonical) else {
      return nil
    }
    let aliases = resolver.aliases(of: concept)
    guard let words = aliases.words else { return "concept has no code" }
    if words != row.words { return "concept has \(String(words.config, radix: 16))" }
    let name = row.preset?.name ?? row.name
    guard let alias = aliases.names.first(where: { $0.source == row.source && $0.name == name })
    else {
      return "name not listed"
    }
    return alias.relation == .sameCode ? "" : "\(alias.relation)"
  }
}

extension AliasResolver {
  func hasTable(of source: EventSourceKind) -> Bool { sources.contains(source) }
}
