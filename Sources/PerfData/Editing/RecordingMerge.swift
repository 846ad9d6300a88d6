internal import PerfEvent

/// The union of several recordings in one file.
///
/// Recordings are added one after the other.
///
///     let merge = RecordingMerge()
///     try merge.add(first)
///     try merge.add(second)
///     try merge.write(to: .path("all.data"))
///
/// The result has all events, under identifiers that are new where they would
/// clash. Every sample and trailer of it has an identifier at the place where
/// perf looks first; those that lacked one are lengthened by it. Records come in
/// the order in which they were added, and no marks of rounds are kept, so that
/// readers that sort by time do so over the whole file. Times are not changed:
/// they compare only between recordings of one machine and one clock since its
/// start. Processes of the same number are one process to a reader.
///
/// Features are those of the first recording, but for the command line, which
/// tells all of them, the names of the events, their groups, the times of the
/// samples, and the build identifiers, which are joined. So are the lists of
/// recorded threads and CPUs, of which perf wants one. Tracing data is that of the
/// first recording that has any; it has to know the tracepoints of all.
///
/// All records are kept in memory as they came until they are written.
public final class RecordingMerge {
  private var events: [RecordedEvent] = []
  private var records: [AssembledRecord] = []
  private var features: [UInt32: FeatureValue] = [:]
  private var commandLine: [String] = []
  private var buildIDs: [BuildID] = []
  private var groups: [RecordedGroup] = []
  private var times: TimeRange = TimeRange()
  private var targets: RecordedTargets = RecordedTargets()
  private var taken: Set<UInt64> = []
  private var nextIdentifier: UInt64 = 1
  private var byteOrder: ByteOrder?
  private var attributeSize: Int = 64

  /// Creates an empty union.
  public init() {}

  /// Adds a recording.
  ///
  /// - Parameter file: The recording, which is needed no longer than the call.
  /// - Throws: ``PerfDataError`` when it is damaged, or has another byte order
  ///   or another flag `sampleIDAll` than those before.
  public func add(_ file: borrowing PerfDataFile) throws(PerfDataError) {
    if let byteOrder, byteOrder != file.header.byteOrder {
      throw .refused(
        "recording", at: 0, "it has another byte order than the first; convert it before")
    }
    let hasTrailers = file.events.contains { $0.attributes.flags.contains(.sampleIDAll) }
    if let first = events.first, !file.events.isEmpty,
      first.attributes.flags.contains(.sampleIDAll) != hasTrailers
    {
      throw .refused(
        "recording", at: 0, "its records and those of the first differ in having trailers")
    }
    byteOrder = file.header.byteOrder
    attributeSize = max(attributeSize, WriterOptions(like: file).attributeSize)
    let base = events.count
    let renumbering = addEvents(of: file)
    try addFeatures(of: file, base: base)
    var reader = file.records()
    while let record = try reader.next() {
      times.note(record)
      if targets.take(record) { continue }
      if let record = try renumbering.record(record) { records.append(record) }
    }
  }

  private func addEvents(of file: borrowing PerfDataFile) -> Renumbering {
    var renumbering = Renumbering()
    for event in file.events {
      var changed = event
      changed.attributes.sampleFields.insert(.identifier)
      changed.identifiers = []
      for identifier in event.identifiers.isEmpty ? [0] : event.identifiers {
        let new = unusedIdentifier(identifier)
        renumbering.new[identifier] = new
        changed.identifiers.append(new)
      }
      if renumbering.first == nil { renumbering.first = changed.identifiers.first }
      events.append(changed)
    }
    return renumbering
  }

  private func unusedIdentifier(_ wanted: UInt64) -> UInt64 {
    if wanted != 0 && taken.insert(wanted).inserted { return wanted }
    while !taken.insert(nextIdentifier).inserted { nextIdentifier += 1 }
    return nextIdentifier
  }

  private func addFeatures(
    of file: borrowing PerfDataFile, base: Int
  ) throws(PerfDataError) {
    let isFirst = base == 0 && features.isEmpty
    for entry in file.features {
      switch entry.feature {
      case .auxTrace, .directoryFormat, .compressed, .eventDescriptions, .groupDescriptions,
        .buildIDs, .commandLine, .sampleTime:
        continue
      case .tracingData:
        if features[entry.feature.rawValue] != nil { continue }
      default:
        if !isFirst { continue }
      }
      features[entry.feature.rawValue] = try FeatureValue(bytesOf: entry.feature, of: file)
    }
    if let words = try file.commandLine {
      if !commandLine.isEmpty { commandLine.append("+") }
      commandLine += words
    }
    for identifier in try file.buildIDs ?? [] where !buildIDs.contains(identifier) {
      buildIDs.append(identifier)
    }
    for group in try file.groups ?? [] {
      groups.append(
        RecordedGroup(name: group.name, leader: group.leader + base, count: group.count))
    }
  }

  /// The options of a file that holds the union, which has the byte order of the recordings.
  public var defaultOptions: WriterOptions {
    WriterOptions(byteOrder: byteOrder ?? .native, attributeSize: attributeSize)
  }

  /// Writes the union.
  ///
  /// - Parameters:
  ///   - target: The place to write to.
  ///   - options: The form of the result, but for the byte order, which stays.
  /// - Returns: The bytes, if they go to an array; otherwise nothing.
  /// - Throws: ``PerfDataError`` when the target cannot be written.
  @discardableResult
  public func write(
    to target: WriterTarget, options: WriterOptions? = nil
  ) throws(PerfDataError) -> [UInt8] {
    var options = options ?? defaultOptions
    options.byteOrder = byteOrder ?? .native
    var writer = try PerfDataWriter(to: target, options: options)
    for event in events { try writer.add(event) }
    if options.mode == .pipe { try writeFeatures(to: &writer) }
    for fields in targets.records { try writer.append(fields) }
    for record in records { try writer.append(assembled: record.bytes, kind: record.kind) }
    if options.mode == .file { try writeFeatures(to: &writer) }
    return try writer.finish()
  }

  private func writeFeatures(to writer: inout PerfDataWriter) throws(PerfDataError) {
    var values = features
    if !commandLine.isEmpty { values[11] = .commandLine(commandLine) }
    if !buildIDs.isEmpty { values[2] = .buildIDs(buildIDs) }
    if !groups.isEmpty { values[17] = .groups(groups) }
    if let found = times.found { values[21] = .sampleTimes(found) }
    values[12] = .eventDescriptions(events.map(EventDescription.init))
    for number in values.keys.sorted() {
      if let value = values[number] { try writer.append(value) }
    }
  }
}
