import Testing

@testable import Counting

struct CountTests {
  @Test func `A count that ran all the time is exact`() {
    #expect(Count(value: 7, timeEnabled: 100, timeRunning: 100) == .exact(7))
    #expect(Count(value: 0, timeEnabled: 100, timeRunning: 100) == .exact(0))
    #expect(Count(value: .max, timeEnabled: .max, timeRunning: .max) == .exact(.max))
  }

  @Test func `A count that ran for a share of the time is scaled and says the share`() {
    let count = Count(value: 502, timeEnabled: 400, timeRunning: 100)
    #expect(count == .scaled(estimate: 2008, share: 0.25))
    #expect(count.exactValue == nil)
    #expect(count.value == 2008)
    #expect(count.description == "~2008 (counted 25 % of the time)")
  }

  @Test func `A count in a unit is printed with it`() {
    var count = CountAccumulator().result(for: testEvent)
    count.name = "power/energy-pkg/"
    count.unit = "Joules"
    count.scale = 0.5
    count.count = .exact(7)
    #expect(count.description == "power/energy-pkg/: 3.5 Joules")
    count.count = .scaled(estimate: 8, share: 0.5)
    #expect(count.description == "power/energy-pkg/: ~4.0 Joules (counted 50 % of the time)")
    count.count = .notCounted(.neverScheduled)
    #expect(
      count.description == "power/energy-pkg/: not counted: no counter was ever free for it")
  }

  @Test(arguments: [UInt64.max, UInt64(1) << 63, UInt64(1) << 53 + 1])
  func `Scaling the largest values does not overflow`(value: UInt64) {
    let count = Count(value: value, timeEnabled: .max, timeRunning: .max / 2)
    #expect(abs(count.value! / (Double(value) * 2) - 1) < 1e-15)
  }

  @Test(arguments: [UInt64(0), 5])
  func `What never ran is not counted, whatever its value`(value: UInt64) {
    #expect(
      Count(value: value, timeEnabled: 100, timeRunning: 0) == .notCounted(.neverScheduled))
    #expect(Count(value: value, timeEnabled: 0, timeRunning: 0) == .notCounted(.neverRan))
    #expect(Count(value: value, timeEnabled: 100, timeRunning: 0).value == nil)
  }

  @Test func `Parts that were seen fully add up exactly`() {
    var sum = CountAccumulator()
    for value in [UInt64(3), 4, 5] {
      sum.add(.exact(value), value: value, enabled: 10, running: 10, lost: 1)
    }
    sum.add(.notCounted(.neverRan), value: 0, enabled: 0, running: 0, lost: nil)
    let result: EventCount = sum.result(for: testEvent)
    #expect(result.count == .exact(12))
    #expect(result.rawValue == 12)
    #expect(result.timeEnabled == 30)
    #expect(result.lost == 3)
  }

  @Test func `A part that was never on a counter makes the sum an estimate`() {
    var sum = CountAccumulator()
    sum.add(.exact(100), value: 100, enabled: 10, running: 10, lost: nil)
    sum.add(.notCounted(.neverScheduled), value: 0, enabled: 10, running: 0, lost: nil)
    #expect(sum.result(for: testEvent).count == .scaled(estimate: 200, share: 0.5))
  }

  @Test func `Each part is scaled by its own times`() {
    var sum = CountAccumulator()
    sum.add(.scaled(estimate: 40, share: 0.25), value: 10, enabled: 4, running: 1, lost: nil)
    sum.add(.exact(8), value: 8, enabled: 4, running: 4, lost: nil)
    #expect(sum.result(for: testEvent).count == .scaled(estimate: 48, share: 0.625))
  }

  @Test func `A sum of nothing that ran gives the reason and never zero`() {
    var sum = CountAccumulator()
    #expect(sum.result(for: testEvent).count == .notCounted(.neverRan))
    sum.add(.notCounted(.wrongCPU), value: 0, enabled: 9, running: 0, lost: nil)
    #expect(sum.result(for: testEvent).count == .notCounted(.wrongCPU))
  }
}
