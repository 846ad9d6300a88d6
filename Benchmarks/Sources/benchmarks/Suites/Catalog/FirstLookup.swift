import EventCatalog
import Glibc

/// What a program waits for the first event that it names, in a process that is new.
enum FirstLookup {
  static var suites: [Suite] {
    [
      (
        "cycles", "sorted(glob.glob(devices + '*/cpus')) + os.listdir(devices)",
        "a name of the kernel"
      ),
      (
        "\(pmuEvent)",
        "[open(p).read() for p in glob.glob(devices + '\(pmu)/[ef]*/*') + [devices + '\(pmu)/type']]",
        "an event of a PMU"
      ),
      (tracepoint, "[open(tracing + 'events/\(tracepointPath)/id').read()]", "a tracepoint"),
    ].map { event, reading, label in
      let name = "catalog: first lookup of \(label)"
      return Suite(
        name: name, obstacle: { obstacle(event) }, make: { _ in make(name, event, reading) })
    }
  }

  private static let devices = "/sys/bus/event_source/devices/"
  private static let tracing = "/sys/kernel/tracing/"
  private static let tracepoint = "sched:sched_switch"
  private static let tracepointPath = "sched/sched_switch"

  /// A PMU with named events, which most machines have.
  private static let pmu: String =
    ["cpu", "cpu_core", "msr", "power"].first { FileSystem.exists("\(devices)\($0)/events") } ?? ""

  private static let pmuEvent: String = {
    guard let folder = opendir("\(devices)\(pmu)/events") else { return "" }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name: String = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.contains(".") { return "\(pmu)/\(name)/" }
    }
    return ""
  }()

  private static func obstacle(_ event: String) -> String? {
    if !PythonTool.isThere { return PythonTool.whyMissing }
    if (try? EventCatalog().resolve(event)) == nil { return "there is no event '\(event)' here" }
    return nil
  }

  private static func make(_ name: String, _ event: String, _ reading: String) -> Benchmark {
    Benchmark(
      name: name,
      unit: .millisecond,
      races: [
        Race(
          ours: ReportedProcess.contender(
            "EventCatalog().resolve", Worker.resolveEvent.command([event])),
          peer: PythonTool.contender(
            "Python, that file alone", prepare: "devices, tracing = '\(devices)', '\(tracing)'",
            work: "result = len(\(reading))", []),
          limit: .cost(20))
      ])
  }

  /// Resolves an event in this process and reports what it cost.
  static func work(_ event: String, reportTo path: String) throws {
    let work: Contender = .work("resolve", expecting: true) {
      try !EventCatalog(sources: EventSources.usual()).resolve(event).isEmpty
    }
    try ReportedProcess.report(try work.run(), result: 1, to: path)
  }
}
