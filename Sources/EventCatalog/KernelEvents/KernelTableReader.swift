/// Puts the table of a folder of the kernel's event files together.
struct KernelTableReader: EventFileReading {
  var table: EventTable
  /// What the list of CPUs says is the version of the folder.
  var version: String = ""
  /// The names of the events that are wanted, nil for all events and metrics.
  var filter: NameFilter?
  private let architecture: KernelEventTree.Architecture
  private let folder: String
  private let files: SourceFiles
  /// How many bytes further files may have.
  private var budget: Int = SourceFiles.tableLimit
  private var builder: KernelDefinitionBuilder
  private var hasStandardEvents: Bool = false

  init(
    name: String, architecture: KernelEventTree.Architecture, folder: String, files: SourceFiles
  ) {
    self.table = EventTable(name: name)
    self.architecture = architecture
    self.folder = folder
    self.files = files
    self.builder = KernelDefinitionBuilder(
      layouts: MachineFamily(architecture: architecture.name, table: folder)
        .map(BuiltInLayouts.init))
  }

  /// Reads the events that others of the architecture refer to by their names.
  mutating func readStandardEvents() throws(EventSourceError) {
    let own: EventTable = table
    hasStandardEvents = true
    table.events = []
    table.metrics = []
    for file in try files.list(architecture.path) where file.hasSuffix(".json") {
      let path: String = "\(architecture.path)/\(file)"
      if let error = keeping({ (reader) throws(EventSourceError) in
        try reader.readRecords(path, topic: "")
      }) {
        table.add(warning: error)
      }
    }
    builder.takeStandards(events: table.events, metrics: table.metrics)
    table.events = own.events
    table.metrics = own.metrics
  }

  /// Reads the files of the folder.
  mutating func readFiles() throws(EventSourceError) {
    let path: String = "\(architecture.path)/\(folder)"
    var firstError: EventSourceError?
    var isAnyWhole: Bool = false
    for file in try files.list(path) where file.hasSuffix(".json") {
      let error: EventSourceError? = keeping { (reader) throws(EventSourceError) in
        switch file {
        case "metricgroups.json": try reader.readGroups("\(path)/\(file)")
        case "counter.json": try reader.readCounters("\(path)/\(file)")
        default: try reader.readRecords("\(path)/\(file)", topic: Self.topic(of: file))
        }
      }
      if let error {
        table.add(warning: error)
        firstError = firstError ?? error
      } else {
        isAnyWhole = true
      }
    }
    if let firstError, !isAnyWhole { throw firstError }
  }

  private mutating func readRecords(_ path: String, topic: String) throws(EventSourceError) {
    let bytes: [UInt8] = try files.read(path, within: &budget)
    // The events that others refer to are few and needed whatever their names.
    let filter: NameFilter? = topic.isEmpty ? nil : filter
    if let filter {
      guard filter.mayStandInNames(of: bytes) else { return }
      if !hasStandardEvents { try readStandardEvents() }
    }
    var file = EventFile(bytes, path: path)
    // Records have about this many bytes; moving them when the list grows takes long.
    if table.events.isEmpty { table.events.reserveCapacity(bytes.count / 400) }
    builder.start(
      topic: topic,
      provenance: EventProvenance(source: .kernelEvents, version: version, location: path))
    while try file.next() {
      if let filter, !filter.mayFit(file.record) { continue }
      do throws(EventSourceError) {
        if let event = try builder.event(file.record) { table.events.append(event) }
        for doubt in builder.doubts { table.add(warning: doubt) }
        if let metric = try builder.metric(file.record) { table.metrics.append(metric) }
      } catch {
        table.add(warning: error)
      }
    }
  }

  /// The subject that the name of a file says.
  private static func topic(of file: String) -> String {
    if file.hasSuffix("metrics.json") { return "metrics" }
    return String(file.dropLast(5).map { $0 == "-" ? " " : $0 })
  }
}

extension KernelTableReader {
  /// Reads what the groups of metrics are about.
  private mutating func readGroups(_ path: String) throws(EventSourceError) {
    let bytes: [UInt8] = try files.read(path, within: &budget)
    var scanner = JSONScanner(bytes, path: path)
    try scanner.pass(UInt8(ascii: "{"), expecting: "an object")
    var isFirst: Bool = true
    while try scanner.hasNext(isFirst: &isFirst, before: UInt8(ascii: "}")) {
      let name: JSONSlice = try scanner.key()
      let value: JSONSlice = try scanner.value(depth: 1)
      guard value.isText else { continue }
      table.groups[JSONText.decoded(name, of: bytes)] = JSONText.decoded(value, of: bytes)
    }
    try scanner.finish()
  }

  /// Reads how many counters the PMUs have.
  private mutating func readCounters(_ path: String) throws(EventSourceError) {
    var file = EventFile(try files.read(path, within: &budget), path: path)
    while try file.next() {
      let name: String? = file.record.text(.unit)
      let unit: PMUUnit = KernelUnitNames.unit(name == "core" ? nil : name)
      var doubts: [EventSourceError] = []
      let programmable: UInt64? =
        file.record.number(.programmableCounters, doubts: &doubts)?.value
      let fixed: UInt64? = file.record.number(.fixedCounters, doubts: &doubts)?.value
      table.counters[unit] = CounterCounts(
        programmable: programmable.flatMap(Int.init(exactly:)),
        fixed: fixed.flatMap(Int.init(exactly:)))
      for doubt in doubts { table.add(warning: doubt) }
    }
  }
}
