/// A benchmark that is made only when it is to run.
struct Suite {
  /// The benchmark's name.
  let name: String
  /// Why it cannot run on this machine, or nil if it can.
  var obstacle: () -> String? = { nil }
  /// Makes the benchmark.
  let make: () throws -> Benchmark
}

/// Every benchmark.
var allSuites: [Suite] {
  [
    Suite(name: GroupRead.name, obstacle: SoftwareEvents.obstacle, make: GroupRead.make),
    Suite(name: RegionCost.name, obstacle: SoftwareEvents.obstacle, make: RegionCost.make),
    Suite(name: TaskClock.name, obstacle: TaskClock.obstacle, make: TaskClock.make),
    Suite(name: RecordIteration.countingName, make: RecordIteration.makeCounting),
    Suite(name: RecordIteration.readingName, make: RecordIteration.makeReading),
  ]
}
