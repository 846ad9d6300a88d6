internal import PerfEvent

/// The rescue of what can be read of a damaged recording.
///
/// It takes recordings of killed recorders, files that were cut, and files with
/// damaged records in the middle:
///
/// - All records that can be framed are kept, except those whose fields do not
///   fit in them and those whose identifiers are unknown.
/// - Places that cannot be framed are stepped over as ``DamageHandling/skip`` has
///   it; what is skipped is reported.
/// - Compressed pieces are taken apart. Behind one that is damaged all later
///   ones are lost, since they build on it; what stands between them is kept.
/// - Features are kept as far as they can be read. The names of events and the
///   times of the samples are made anew where they are lacking.
///
/// The result is one that perf reads without complaint.
public struct RecordingRepair: Hashable, Sendable {
  /// What was found and what became of it.
  public struct Report: Hashable, Sendable {
    /// The number of records that were kept.
    public internal(set) var keptRecords: UInt64 = 0
    /// The number of records that were left out.
    public internal(set) var droppedRecords: UInt64 = 0
    /// The number of bytes in which no record was found.
    public internal(set) var skippedBytes: UInt64 = 0
    /// What was found wrong, the first thousand in the order of the file.
    public internal(set) var faults: [PerfDataError] = []
    /// The repaired recording, if it went to an array.
    public internal(set) var bytes: [UInt8] = []
  }

  /// Creates a repair.
  public init() {}

  /// Writes what can be read of a recording.
  ///
  /// - Parameters:
  ///   - file: The recording.
  ///   - target: The place to write to.
  ///   - options: The form of the result, but for the byte order, which stays; by
  ///     default that of the recording, not packed.
  /// - Returns: What was found, and the bytes if they go to an array.
  /// - Throws: ``PerfDataError`` when the target cannot be written.
  @discardableResult
  public func write(
    _ file: borrowing PerfDataFile, to target: WriterTarget, options: WriterOptions? = nil
  ) throws(PerfDataError) -> Report {
    var edit = RepairEdit()
    edit.report.faults = file.faults
    var options = WriterOptions.edited(options, file)
    options.describesEvents = true
    let bytes = try file.rewrite(by: &edit, to: target, options: options)
    edit.report.bytes = bytes
    return edit.report
  }
}

/// The edit that leaves out damage.
private struct RepairEdit: RecordingEdit {
  var report: RecordingRepair.Report = RecordingRepair.Report()
  private var times: TimeRange = TimeRange()

  mutating func feature(
    _ feature: HeaderFeature, of file: borrowing PerfDataFile
  ) throws(PerfDataError) -> FeatureValue? {
    do throws(PerfDataError) {
      // Whatever has a form is tried for whether it can be read.
      _ = try FeatureValue(feature, of: file)
      return try FeatureValue(bytesOf: feature, of: file)
    } catch {
      note(error)
      if feature == .eventDescriptions {
        return .eventDescriptions(file.events.map(EventDescription.init))
      }
      return nil
    }
  }

  mutating func write(
    _ record: borrowing Record, of file: borrowing PerfDataFile, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    if case .malformed(let error) = record.content { return drop(error) }
    do throws(PerfDataError) {
      try writer.append(record)
    } catch {
      // What the writer refuses, perf would stop at; a full disk is another matter.
      guard error.code == .unacceptable || error.code == .unknownIdentifier else { throw error }
      return drop(error)
    }
    times.note(record)
    report.keptRecords += 1
  }

  private mutating func drop(_ fault: PerfDataError) {
    report.droppedRecords += 1
    note(fault)
  }

  private mutating func note(_ fault: PerfDataError) {
    if report.faults.count < 1000 && !report.faults.contains(fault) {
      report.faults.append(fault)
    }
  }

  var damageHandling: DamageHandling { .skip }

  mutating func note(_ gaps: [RecordingGap]) {
    for gap in gaps {
      report.skippedBytes += UInt64(gap.range.count)
      note(gap.fault)
    }
  }

  mutating func finish(
    _ file: borrowing PerfDataFile, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    if let found = times.found { try writer.append(.sampleTimes(found)) }
    if file.events.contains(where: { $0.attributes.sampleFields.contains(.branchStack) }) {
      try writer.append(.branchStack)
    }
  }
}
