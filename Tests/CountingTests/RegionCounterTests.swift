import Counting
import TestSupport
import Testing

@Suite(.serialized, .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
struct RegionCounterTests {
  @Test func `Nested regions add up, and each knows what is its own`() throws {
    let pages = FreshPages(1000)
    let regions = try RegionCounter("page-faults,task-clock")
    // The places are visited once before, so that nothing is allocated later.
    for round in 0..<2 {
      try regions.measure("outer") {
        pages.touch(round * 10)
        for _ in 0..<3 { try regions.measure("inner") { pages.touch(round * 20) } }
      }
    }
    let totals: [RegionTotal] = try regions.totals()
    #expect(totals.map(\.name) == ["outer", "inner"])
    #expect(totals.map(\.depth) == [0, 1])
    #expect(totals.map(\.entries) == [2, 6])
    let inner: UInt64 = try #require(totals[1].counts["page-faults"]?.exactValue)
    let outer: UInt64 = try #require(totals[0].counts["page-faults"]?.exactValue)
    let own: UInt64 = try #require(totals[0].ownCounts["page-faults"]?.exactValue)
    #expect(inner == 60)
    #expect(outer == inner + own)
    #expect((10..<30).contains(own))
  }

  @Test func `The same name at two places has two totals`() throws {
    let regions = try RegionCounter("page-faults")
    try regions.measure("a") { try regions.measure("x") {} }
    try regions.measure("b") { try regions.measure("x") {} }
    try regions.measure("x") {}
    let totals: [RegionTotal] = try regions.totals()
    #expect(totals.map(\.name) == ["a", "x", "b", "x", "x"])
    #expect(totals.map(\.depth) == [0, 1, 0, 1, 0])
  }

  @Test func `A recursive region nests within itself`() throws {
    let regions = try RegionCounter("page-faults")
    func descend(_ depth: Int) throws {
      guard depth > 0 else { return }
      try regions.measure("f") { try descend(depth - 1) }
    }
    try descend(40)
    let totals: [RegionTotal] = try regions.totals()
    #expect(totals.map(\.depth) == Array(0..<40))
    #expect(totals.allSatisfy { $0.entries == 1 })
  }

  @Test func `An error in a region leaves it`() throws {
    struct Failure: Error {}
    let regions = try RegionCounter("page-faults")
    #expect(throws: Failure.self) { try regions.measure("r") { throw Failure() } }
    #expect(try regions.totals().first?.entries == 1)
  }

  @Test func `Leaving another region than the innermost is an error and changes nothing`() throws {
    let regions = try RegionCounter("page-faults")
    let outer: Region = regions.region("outer")
    let inner: Region = regions.region("inner")
    #expect(throws: CountingError.self) { try regions.leave(outer) }
    try regions.enter(outer)
    try regions.enter(inner)
    #expect(throws: CountingError.self) { try regions.leave(outer) }
    #expect(throws: CountingError.self) { try regions.totals() }
    try regions.leave(inner)
    try regions.leave(outer)
    #expect(try regions.totals().map(\.entries) == [1, 1])
  }

  @Test func `A region of another counter is refused`() throws {
    let one = try RegionCounter("page-faults")
    let other = try RegionCounter("page-faults")
    let region: Region = other.region("r")
    _ = one.region("s")
    let error = #expect(throws: CountingError.self) { try one.enter(region) }
    guard case .foreignRegion? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try one.totals().isEmpty)
  }

  @Test func `Another thread is refused and counts nothing`() throws {
    nonisolated(unsafe) let regions = try RegionCounter("page-faults")
    onOwnThread {
      let error = #expect(throws: CountingError.self) { try regions.measure("r") {} }
      guard case .foreignThread? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
    #expect(try regions.totals().isEmpty)
  }

  /// Random nestings (seeds 1 to 20): the pages touched in all regions are the sum
  /// of what the regions call their own.
  @Test(arguments: 1...20)
  func `Whatever the nesting, own counts sum up to the outermost total`(seed: Int) throws {
    var state = UInt64(seed)
    func random(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let pages = FreshPages(4000)
    let regions = try RegionCounter("page-faults")
    var touched: UInt64 = 0
    func visit(_ depth: Int) throws {
      try regions.measure("r\(random(4))") {
        let count: UInt64 = random(20)
        pages.touch(Int(count))
        touched += count
        if depth < 5 { for _ in 0..<random(4) { try visit(depth + 1) } }
      }
    }
    try visit(0)
    let totals: [RegionTotal] = try regions.totals()
    let own: [UInt64] = totals.compactMap { $0.ownCounts["page-faults"]?.exactValue }
    let outermost: UInt64 = try #require(totals.first?.counts["page-faults"]?.exactValue)
    #expect(own.reduce(0, +) == outermost)
    #expect(outermost >= touched)
  }
}
