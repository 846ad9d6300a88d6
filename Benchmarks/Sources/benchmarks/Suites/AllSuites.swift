/// Every benchmark, made only when it is to run.
var allSuites: [(name: String, make: () throws -> Benchmark)] {
  [
    (GroupRead.name, GroupRead.make),
    (RegionCost.name, RegionCost.make),
    (TaskClock.name, TaskClock.make),
    (RecordIteration.countingName, RecordIteration.makeCounting),
    (RecordIteration.readingName, RecordIteration.makeReading),
  ]
}
