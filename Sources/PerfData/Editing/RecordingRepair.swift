internal import PerfEvent

/// The rescue of what can be read of a damaged recording.
///
/// It takes recordings of killed recorders, files that were cut, and files with
/// damaged records in the middle:
///
/// - All records that can be framed are kept, except those whose fields do not
///   fit in them and those whose identifiers are unknown.
/// - A record whose size is too large hides those behind it: it is left out when
///   no record follows it, but some stand in a row within it.
/// - Behind a place that cannot be framed, reading goes on at the next three
///   records in a row that can be ones, or the last ones; what is skipped is reported.
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
  /// The offset of the last record that was read; a later fault cannot lie before it.
  private var lastOffset: UInt64 = 0

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
    lastOffset = max(lastOffset, record.offset)
    if case .malformed(let error) = record.content { return drop(error) }
    if RecordScanner(file).hidesOthers(record) {
      throw PerfDataError(
        .invalidSize, subject: "\(record.kind) record", offset: record.offset,
        value: UInt64(record.size), limit: UInt64(record.size),
        detail: "records stand within it, and none behind it")
    }
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

  mutating func resume(
    _ file: borrowing PerfDataFile, behind fault: PerfDataError
  ) throws(PerfDataError) -> Int? {
    // An error of the target is none of the recording.
    if fault.code == .unwritable { throw fault }
    note(fault)
    // The end of a cut file is behind all records; it is told with the place of the data.
    guard fault != file.missingData, fault.offset >= lastOffset, fault.part == 0, let start = Int(exactly: fault.offset),
      file.dataRange.contains(start)
    else { return nil }
    let next = RecordScanner(file).next(behind: start)
    report.skippedBytes += UInt64((next ?? file.dataRange.upperBound) - start)
    return next
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
