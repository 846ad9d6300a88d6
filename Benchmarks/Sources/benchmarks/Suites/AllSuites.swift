/// Every benchmark, made only when it is to run.
var allSuites: [(name: String, make: () throws -> Benchmark)] {
  [
    (GroupRead.name, GroupRead.make),
    (RecordIteration.name, RecordIteration.make),
  ]
}
