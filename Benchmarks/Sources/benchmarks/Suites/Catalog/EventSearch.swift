import EventCatalog

/// A search field over all events of a machine, and names looked up.
enum EventSearch {
  private static let searchName = "catalog: a keystroke of a search"
  private static let nameName = "catalog: 10,000 names"
  private static let word = "l2_rqsts miss"

  static var suites: [Suite] {
    let obstacle: () -> String? = { PythonTool.isThere ? nil : PythonTool.whyMissing }
    return [
      Suite(name: searchName, obstacle: obstacle, make: makeSearch),
      Suite(name: nameName, obstacle: obstacle, make: makeNames),
    ]
  }

  /// A machine of which a vendor's files, libpfm4 and the kernel tell.
  private static func catalog(withKernel: Bool) throws -> EventCatalog {
    let sources: [any EventSource] = [
      PerfmonSource(root: try MadePerfmon.folder()), try LibpfmSource(),
    ]
    let cpus: [CPUIdentifier] = CPUIdentifier(parsing: MadePerfmon.cpu).map { [$0] } ?? []
    return withKernel
      ? EventCatalog(cpus: cpus, sources: sources) : EventCatalog(cpus: cpus, sources: [sources[0]])
  }

  private static func makeSearch(_: Inputs) throws -> Benchmark {
    let machine: [EventTable] = try catalog(withKernel: true).events().tables
    let index = EventIndex(machine + EventCatalog().events(from: [.sysfs, .tracefs]).tables)
    let keystrokes: [String] = word.indices.map { String(word[...$0]) }
    let sum: Int = found(keystrokes, in: index)
    let path: String = try FileSystem.cacheFolder() + "/texts.txt"
    let lines: [String] = index.definitions.map { event in
      let texts: [String] = [event.name] + event.otherNames + [event.brief, event.details]
      return texts.joined(separator: " ").lowercased().split(separator: "\n").joined()
    }
    try FileSystem.write(lines.joined(separator: "\n"), to: path)
    let count = Double(keystrokes.count)
    return Benchmark(
      name: searchName,
      unit: .millisecond,
      races: [
        Race(
          ours: Contender.work("EventIndex.search", expecting: sum) { found(keystrokes, in: index) }
            .divided(by: count),
          peer: PythonTool.contender(
            "Python, words in texts, unranked",
            prepare: "texts = open(arguments[0]).read().splitlines()",
            work: """
              result = 0
              for end in range(1, len(arguments[1]) + 1):
                words = arguments[1][:end].split()
                result += len([text for text in texts if all(word in text for word in words)][:100])
              """, [path, word]
          ).divided(by: count), limit: .cost(5))
      ])
  }

  private static func found(_ keystrokes: [String], in index: EventIndex) -> Int {
    keystrokes.reduce(0) { $0 + index.search($1, limit: 100).count }
  }

  private static func makeNames(_: Inputs) throws -> Benchmark {
    let catalog: EventCatalog = try catalog(withKernel: false)
    let all: [String] = catalog.events(from: [.perfmon]).tables.flatMap { $0.events.map(\.name) }
    var random = SplitMix(seed: 7)
    let names: [String] = (0..<10_000).map { _ in all[Int(random.next() % UInt64(all.count))] }
    let path: String = try FileSystem.cacheFolder() + "/names.txt"
    try FileSystem.write(names.joined(separator: "\n"), to: path)
    return Benchmark(
      name: nameName,
      unit: .millisecond,
      races: [
        Race(
          ours: .work("EventCatalog.describe", expecting: names.count) {
            names.reduce(0) { $0 + catalog.describe($1).count }
          },
          peer: PythonTool.contender(
            "Python dict", expecting: names.count,
            prepare: """
              names = open(arguments[0]).read().splitlines()
              events = {e["EventName"].lower(): e for p in glob.glob(arguments[1] + "/SKL/events/*")
                        for e in json.load(open(p))["Events"]}
              """,
            work: "result = sum(1 for name in names if events.get(name.lower()))",
            [path, try MadePerfmon.folder()]))
      ])
  }
}
