/// A benchmark that is made only when it is to run.
struct Suite {
  /// The benchmark's name.
  let name: String
  /// Why it cannot run on this machine, or nil if it can.
  var obstacle: () -> String? = { nil }
  /// Makes the benchmark, with recordings if it needs some.
  let make: (Inputs) throws -> Benchmark
}

/// Every benchmark.
var allSuites: [Suite] {
  [
    Suite(name: GroupRead.name, obstacle: SoftwareEvents.obstacle, make: GroupRead.make),
    Suite(name: RegionCost.name, obstacle: SoftwareEvents.obstacle, make: RegionCost.make),
    Suite(name: TaskClock.name, obstacle: TaskClock.obstacle, make: TaskClock.make),
  ] + SampleReading.suites + [
    Suite(name: FieldReading.name, obstacle: FieldReading.obstacle, make: FieldReading.make)
  ]
}
