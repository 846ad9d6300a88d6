import Counting
import EventCatalog
import TestSupport
import Testing

@Suite("The fewest runs for all events")
struct RunScheduleTests {
  @Test
  func `Events of four counters take a quarter of the runs`() {
    let schedule = RunSchedule((0..<9).map { _ in demand(0b1111) })
    #expect(schedule.runs.count == 3 && schedule.isProvenMinimum)
    #expect(schedule.bound.reason == .counters(CounterSet(rawValue: 0b1111), events: 9))
  }

  @Test
  func `Events of few counters decide the number`() {
    let schedule = RunSchedule(
      (0..<5).map { _ in demand(0b0011) } + (0..<2).map { _ in demand(0b1111) })
    #expect(schedule.runs.count == 3 && schedule.isProvenMinimum)
    #expect(schedule.bound.reason == .counters(CounterSet(rawValue: 0b0011), events: 5))
    #expect(
      schedule.bound.description == "5 events can be on 2 counters only, which takes 3 runs")
  }

  @Test
  func `Values of shared registers decide the number`() {
    let schedule = RunSchedule(
      (0..<7).map { demand(0b1111, register: UInt64($0)) } + [demand(0b1111), demand(0b1111)])
    #expect(schedule.runs.count == 4 && schedule.isProvenMinimum)
    #expect(schedule.bound.reason == .register(addresses: [0x1a6, 0x1a7], values: 7))
  }

  @Test
  func `Events that are taken alone have runs of their own`() {
    let schedule = RunSchedule(
      [demand(0b11), demand(0b11), CounterDemand(counters: [], isTakenAlone: false)]
        + [CounterDemand(counters: CounterSet(rawValue: 0b10), isTakenAlone: true)])
    #expect(schedule.runs == [[0, 1], [3]])
    #expect(schedule.impossible == [2])
    #expect(schedule.bound.alone == 1 && schedule.isProvenMinimum)
  }

  @Test
  func `Nothing needs no run`() {
    #expect(RunSchedule([]).runs.isEmpty)
    #expect(RunSchedule([]).isProvenMinimum)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Each run can be counted, each event once, and no fewer runs suffice`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count: UInt64 = .random(in: 1...8, using: &random)
    let counters: UInt64 = (1 << count) - 1
    let demands: [CounterDemand] = (0..<Int.random(in: 0...300, using: &random)).map { index in
      let mask: UInt64 = UInt64.random(in: 1...255, using: &random) & counters
      let hasRegister: Bool = Int.random(in: 0..<3, using: &random) == 0
      return demand(
        mask == 0 ? counters : mask, register: hasRegister ? UInt64(index) : nil,
        addresses: Bool.random(using: &random) ? [0x3f7] : [0x1a6, 0x1a7])
    }
    let schedule = RunSchedule(demands)
    #expect(schedule.isProvenMinimum)
    #expect(schedule.runs.flatMap { $0 }.sorted() == Array(demands.indices))
    for run in schedule.runs {
      let used: [Int] = run.compactMap { schedule.counters[$0] }
      #expect(used.count == run.count && Set(used).count == run.count)
      for (event, counter) in zip(run, used) {
        #expect(demands[event].counters.contains(CounterSet(counter: counter)))
      }
      for addresses in [[0x3f7], [0x1a6, 0x1a7]] as [[UInt32]] {
        let users: Int = run.count { demands[$0].register?.addresses == addresses }
        #expect(users <= addresses.count)
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `No search finds fewer runs`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let demands: [CounterDemand] = (0..<7).map { index in
      demand(
        .random(in: 1...7, using: &random),
        register: Bool.random(using: &random) ? UInt64(index) : nil, addresses: [0x3f7])
    }
    #expect(RunSchedule(demands).runs.count == fewest(demands))
  }

  @Test
  func `Thousands of events are planned`() {
    let demands: [CounterDemand] = (0..<3000).map { index in
      let mask: UInt64 = index % 7 == 0 ? 0b0100 : index % 5 == 0 ? 0b0011 : 0b1111
      return demand(mask, register: index % 11 == 0 ? UInt64(index) : nil)
    }
    let schedule = RunSchedule(demands)
    #expect(schedule.isProvenMinimum && schedule.runs.count == 750)
  }

  private func demand(
    _ mask: UInt64, register: UInt64? = nil, addresses: [UInt32] = [0x1a6, 0x1a7]
  ) -> CounterDemand {
    CounterDemand(
      counters: CounterSet(rawValue: mask),
      register: register.map { ExtraRegister(addresses: addresses, value: $0) })
  }

  /// Tries all distributions over ever more runs.
  private func fewest(_ demands: [CounterDemand]) -> Int {
    (1...demands.count).first { runs in
      var used: [[Int]] = Array(repeating: [], count: runs)
      return place(0, demands, &used)
    } ?? 0
  }

  private func place(_ event: Int, _ demands: [CounterDemand], _ used: inout [[Int]]) -> Bool {
    guard event < demands.count else { return true }
    for run in used.indices {
      used[run].append(event)
      if fits(used[run].map { demands[$0] }), place(event + 1, demands, &used) { return true }
      used[run].removeLast()
      // Empty runs are alike.
      if used[run].isEmpty { break }
    }
    return false
  }

  private func fits(_ demands: [CounterDemand]) -> Bool {
    let registers: Int = demands.count { $0.register != nil }
    guard registers <= 1 else { return false }
    return assign(demands[...], taken: [])
  }

  private func assign(_ rest: ArraySlice<CounterDemand>, taken: CounterSet) -> Bool {
    guard let first = rest.first else { return true }
    return first.counters.subtracting(taken).counters.contains {
      assign(rest.dropFirst(), taken: taken.union(CounterSet(counter: $0)))
    }
  }
}
