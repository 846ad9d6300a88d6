import Counting
import TestSupport
import Testing

@Suite(.serialized, .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
struct MeasureTaskTests {
  @Test func `A task that suspends is counted wherever it resumes`() async throws {
    for _ in 0..<50 {
      let measurement = try await measureTask("page-faults") {
        for _ in 0..<10 {
          FreshPages(10).touch(10)
          await Task.yield()
        }
      }
      let counted: UInt64 = try #require(measurement.counts["page-faults"]?.exactValue)
      #expect((100..<130).contains(counted))
    }
  }

  @Test func `Child tasks and default actors are counted`() async throws {
    actor Toucher {
      func touch(_ pages: Int) { FreshPages(pages).touch(pages) }
    }
    let toucher = Toucher()
    let measurement = try await measureTask("page-faults") {
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<20 { group.addTask { FreshPages(50).touch(50) } }
      }
      async let other: Void = FreshPages(500).touch(500)
      await toucher.touch(500)
      await other
    }
    let counted: UInt64 = try #require(measurement.counts["page-faults"]?.exactValue)
    #expect((2000..<2200).contains(counted))
  }

  @Test func `Other tasks that run meanwhile are not counted`() async throws {
    let noise = Task.detached {
      while !Task.isCancelled {
        FreshPages(1000).touch(1000)
        await Task.yield()
      }
    }
    let measurement = try await measureTask("page-faults") {
      for _ in 0..<20 {
        try await Task.sleep(for: .milliseconds(2))
        FreshPages(5).touch(5)
      }
    }
    noise.cancel()
    let counted: UInt64 = try #require(measurement.counts["page-faults"]?.exactValue)
    #expect((100..<200).contains(counted))
  }

  @Test func `What runs on the main actor is left out, as documented`() async throws {
    let measurement = try await measureTask("page-faults") {
      await MainActor.run { FreshPages(1000).touch(1000) }
    }
    let counted: UInt64 = try #require(measurement.counts["page-faults"]?.exactValue)
    #expect(counted < 200)
  }

  @Test func `A closure of the main actor is refused`() async {
    let error = await #expect(throws: CountingError.self) {
      try await measureTask("page-faults") { @MainActor in FreshPages(1000).touch(1000) }
    }
    guard case .isolatedClosure? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test @MainActor func `A plain closure written on the main actor is counted`() async throws {
    let measurement = try await measureTask("page-faults") { FreshPages(100).touch(100) }
    let counted: UInt64 = try #require(measurement.counts["page-faults"]?.exactValue)
    #expect((100..<130).contains(counted))
  }

  @Test func `The closure's value and error come through`() async throws {
    struct Failure: Error {}
    #expect(
      try await measureTask("page-faults") {
        await Task.yield()
        return 42
      }.value == 42)
    await #expect(throws: Failure.self) {
      try await measureTask("page-faults") { () async throws in throw Failure() }
    }
  }

  @Test func `Many tasks can be measured at a time`() async throws {
    try await withThrowingTaskGroup(of: UInt64?.self) { group in
      for _ in 0..<16 {
        group.addTask {
          try await measureTask("page-faults") {
            for _ in 0..<10 {
              FreshPages(100).touch(100)
              await Task.yield()
            }
          }.counts["page-faults"]?.exactValue
        }
      }
      for try await counted in group {
        #expect((1000..<1100).contains(try #require(counted)))
      }
    }
  }

  @Test func `A region counter works within a measured task across suspensions`() async throws {
    let counted: UInt64? = try await measureTask("page-faults") { () async throws -> UInt64? in
      let regions = try RegionCounter("page-faults")
      for _ in 0..<20 {
        try regions.measure("touch") { FreshPages(10).touch(10) }
        await Task.yield()
      }
      return try regions.totals().first?.counts["page-faults"]?.exactValue
    }.value
    #expect(try #require(counted) >= 200)
    #expect(try #require(counted) < 230)
  }
}
