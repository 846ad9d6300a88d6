import EventCatalog
import Glibc

/// The files of one microarchitecture in the form of Intel's perfmon.
enum EventFiles {
  private static let madeName = "catalog: load a made-up microarchitecture"
  private static let realName = "catalog: load a microarchitecture of the vendor"

  static var suites: [Suite] {
    [
      Suite(
        name: madeName, obstacle: { PythonTool.isThere ? nil : PythonTool.whyMissing },
        make: { _ in
          try make(
            madeName, folder: MadePerfmon.folder(), cpu: MadePerfmon.cpu,
            count: MadePerfmon.coreEvents + MadePerfmon.uncoreEvents + MadePerfmon.metrics)
        }),
      Suite(
        name: realName, obstacle: obstacle,
        make: { _ in try make(realName, folder: folder ?? "", cpu: MadePerfmon.cpu, count: nil) }),
    ]
  }

  /// A copy of the vendor's files.
  private static var folder: String? {
    getenv("PERF_EVENTS_PERFMON").map { String(cString: $0) }
  }

  private static func obstacle() -> String? {
    if !PythonTool.isThere { return PythonTool.whyMissing }
    return folder == nil ? "PERF_EVENTS_PERFMON does not name a folder with mapfile.csv" : nil
  }

  private static func make(
    _ name: String, folder: String, cpu: String, count: Int?
  ) throws -> Benchmark {
    guard let cpu = CPUIdentifier(parsing: cpu) else { throw BenchmarkError("no CPU is \(cpu)") }
    let work: () throws -> Int = {
      let source = PerfmonSource(root: folder)
      var sum = 0
      for name in try source.tableNames(of: cpu) {
        let table: EventTable = try source.table(named: name)
        sum += table.events.count + table.metrics.count
      }
      return sum
    }
    let sum: Int = try work()
    if let count, sum != count { throw BenchmarkError("\(sum) events instead of \(count)") }
    return Benchmark(
      name: name,
      unit: .millisecond,
      races: [
        Race(
          ours: .work("PerfmonSource", expecting: sum, work),
          peer: PythonTool.contender(
            "Python json and a dict", expecting: count, prepare: "", work: python, [folder]),
          limit: .cost(50))
      ])
  }

  private static let python = """
    events = {}
    for line in open(arguments[0] + "/mapfile.csv"):
      fields = line.strip().split(",")
      if fields[0] == "GenuineIntel-6-5E":
        file = json.load(open(arguments[0] + fields[2]))
        if isinstance(file, dict):
          for event in file.get("Events", []): events[event.get("EventName", event.get("BitName"))] = event
          for metric in file.get("Metrics", []): events[metric["MetricName"]] = metric
    result = len(events)
    """
}
