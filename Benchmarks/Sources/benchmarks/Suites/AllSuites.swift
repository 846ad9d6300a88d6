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
  counting + catalog + SampleReading.suites + reading + SeveralCores.suites
    + TextOutput.suites
    + writing + MemoryUse.suites
}

private var counting: [Suite] {
  [
    Suite(name: GroupRead.name, obstacle: SoftwareEvents.obstacle, make: GroupRead.make),
    Suite(name: RegionCost.name, obstacle: SoftwareEvents.obstacle, make: RegionCost.make),
    Suite(name: TaskClock.name, obstacle: TaskClock.obstacle, make: TaskClock.make),
  ]
}

private var catalog: [Suite] {
  FirstLookup.suites + LibpfmTables.suites + EventFiles.suites + EventSearch.suites
    + EventListing.suites
}

private var reading: [Suite] {
  [
    Suite(name: FieldReading.name, obstacle: FieldReading.obstacle, make: FieldReading.make),
    Suite(name: FieldDecoding.name, make: FieldDecoding.make),
    Suite(name: IndexUse.buildName, make: IndexUse.makeBuild),
    Suite(name: IndexUse.windowName, make: IndexUse.makeWindow),
  ]
}

private var writing: [Suite] {
  [
    Suite(name: Writing.copyName, make: Writing.makeCopy),
    Suite(name: Writing.sampleName, make: Writing.makeSamples),
  ]
}
