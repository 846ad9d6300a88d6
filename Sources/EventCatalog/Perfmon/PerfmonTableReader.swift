/// Puts a table of a perfmon folder together.
struct PerfmonTableReader: EventFileReading {
  var table: EventTable
  /// The names of the events that are wanted, nil for all events and metrics.
  var filter: NameFilter?
  private let sources: PerfmonList.Table
  private let root: String
  private let files: SourceFiles
  /// How many bytes further files may have.
  private var budget: Int = SourceFiles.tableLimit

  init(_ sources: PerfmonList.Table, root: String, files: SourceFiles) {
    self.table = EventTable(name: sources.name)
    self.sources = sources
    self.root = root
    self.files = files
  }

  /// Reads all files, those of events before those that say more of them.
  mutating func readFiles() throws(EventSourceError) {
    var firstError: EventSourceError?
    var isAnyWhole: Bool = false
    let ordered: [PerfmonFile] =
      sources.files.filter { $0.kind.isEvents } + sources.files.filter { !$0.kind.isEvents }
    for file in ordered where filter == nil || file.kind.makesEvents {
      if let error = keeping({ (reader) throws(EventSourceError) in try reader.read(file) }) {
        table.add(warning: error)
        firstError = firstError ?? error
      } else {
        isAnyWhole = true
      }
    }
    if let firstError, !isAnyWhole { throw firstError }
  }

  private mutating func read(_ file: PerfmonFile) throws(EventSourceError) {
    let path: String = "\(root)/\(file.path)"
    let bytes: [UInt8] = try files.read(path, within: &budget)
    let provenance = EventProvenance(source: .perfmon, version: file.version, location: path)
    switch file.kind {
    case .core, .hybridCore, .uncore, .experimentalUncore:
      try readEvents(bytes, path: path, file: file, provenance: provenance)
    case .offcoreMatrix:
      var matrix = PerfmonMatrix(folder: file.folder, provenance: provenance)
      try matrix.read(bytes, path: path, into: &table)
    case .floatingPointWeights:
      try PerfmonWeights.read(bytes, path: path, provenance: provenance, into: &table)
    case .metrics:
      try PerfmonMetrics.read(
        bytes, path: path, unit: file.coreUnit, provenance: provenance, into: &table)
    case .retirementLatency:
      try PerfmonLatencies.read(bytes, path: path, into: &table)
    }
  }

  private mutating func readEvents(
    _ bytes: [UInt8], path: String, file: PerfmonFile, provenance: EventProvenance
  ) throws(EventSourceError) {
    if let filter, !filter.mayStandInNames(of: bytes) { return }
    var records = EventFile(bytes, path: path)
    var builder = PerfmonEventBuilder(file: file, provenance: provenance)
    // Records have about this many bytes; moving them when the list grows takes long.
    table.events.reserveCapacity(table.events.count + bytes.count / 600)
    while try records.next() {
      if let filter, !filter.mayFit(records.record) { continue }
      do throws(EventSourceError) {
        table.events.append(try builder.event(records.record))
        for doubt in builder.doubts { table.add(warning: doubt) }
      } catch {
        table.add(warning: error)
      }
    }
  }
}

extension PerfmonFile.Kind {
  /// Whether the file holds records of events.
  fileprivate var isEvents: Bool {
    isCore || self == .uncore || self == .experimentalUncore
  }

  /// Whether events can come from the file, of its own records or put together.
  fileprivate var makesEvents: Bool { isEvents || self == .offcoreMatrix }
}
