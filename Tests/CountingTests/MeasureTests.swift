import Counting
import TestSupport
import Testing

@Suite(.serialized, .enabled(if: Ability.countsEvents, "\(Ability.whyNoEvents)"))
struct MeasureTests {
  @Test func `Touching fresh pages is counted to the page, a thousand times`() throws {
    for round in 0..<1000 {
      let pages = FreshPages(round % 50 + 1)
      let measurement = try measure("page-faults") { pages.touch(round % 50 + 1) }
      let counted: UInt64 = try #require(measurement.counts["page-faults"]?.exactValue)
      let ownCost: UInt64 = try #require(measurement.ownCost["page-faults"]?.exactValue)
      #expect(counted >= UInt64(round % 50 + 1))
      #expect(counted <= UInt64(round % 50 + 1) + ownCost)
    }
  }

  @Test func `An empty closure costs no page fault`() throws {
    let measurement = try measure("page-faults") {}
    #expect(measurement.ownCost["page-faults"] == .exact(0))
    #expect(measurement.counts["page-faults"] == .exact(0))
  }

  @Test func `The closure's value and error come through`() throws {
    struct Failure: Error {}
    #expect(try measure("page-faults") { 42 }.value == 42)
    #expect(throws: Failure.self) { try measure("page-faults") { throw Failure() } }
  }

  @Test func `Several events share one reading and keep their order`() throws {
    let measurement = try measure("task-clock,page-faults,minor-faults") {
      FreshPages(10).touch(10)
    }
    #expect(
      measurement.counts.map(\.name)
        == ["task-clock", "page-faults", "minor-faults"].map(Ability.name))
    #expect(Set(measurement.counts.map(\.timeEnabled)).count == 1)
    #expect(measurement.counts.allSatisfy { $0.timeEnabled > 0 && $0.count.share == 1 })
  }

  @Test func `Braces keep groups apart`() throws {
    let measurement = try measure("{page-faults,minor-faults},{task-clock}") {
      FreshPages(10).touch(10)
    }
    #expect(measurement.counts["page-faults"] == .exact(10))
    #expect(measurement.counts["minor-faults"] == .exact(10))
  }

  @Test func `A name that is no event is an error that says so`() {
    let error = #expect(throws: CountingError.self) { try measure("page-fautls") {} }
    #expect(error.map { "\($0)".contains("page-faults") } == true)
  }

  @Test func `Another thread's faults are not counted`() throws {
    let measurement = try measure("page-faults") {
      onOwnThread { FreshPages(500).touch(500) }
    }
    let counted: UInt64 = try #require(measurement.counts["page-faults"]?.exactValue)
    #expect(counted < 500)
  }
}
