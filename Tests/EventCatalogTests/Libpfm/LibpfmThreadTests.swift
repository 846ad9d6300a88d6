import Testing

@testable import EventCatalog

/// The library behind its lock.
@Suite("Threads in libpfm4")
struct LibpfmThreadTests {
  @Test func `eight tasks list and encode with equal results`() async throws {
    let digests = try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask { try Self.work(startingAt: task) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(digests.count == 8)
    #expect(Set(digests).count == 1)
  }

  /// Lists and encodes some tables, each task in another order.
  private static func work(startingAt offset: Int) throws -> Int {
    let names = ["skl", "amd64_fam19h_zen3", "skx_unc_cha3", "perf", "knl", "rapl", "spr", "wsm"]
    let encoder = try LibpfmEncoder()
    var digest = 0
    for index in names.indices {
      let name = names[(index + offset) % names.count]
      let pmu = try #require(encoder.catalog.pmu(named: name))
      for entry in encoder.catalog.entries(of: pmu) {
        var hasher = Hasher()
        hasher.combine(entry)
        if let mask = entry.unitMasks.first {
          hasher.combine(try? encoder.encode("\(name)::\(entry.event.name):\(mask.name)"))
        } else {
          hasher.combine(try? encoder.encode("\(name)::\(entry.event.name)"))
        }
        // The sum does not depend on the order.
        digest &+= hasher.finalize()
      }
    }
    return digest
  }
}
