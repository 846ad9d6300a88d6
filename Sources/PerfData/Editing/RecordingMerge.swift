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
/// perf looks first; those that lacked one are lengthened by it.
///
/// Records come in the order of time, and equal times in the order in which the
/// recordings were added. Those in front of the first that tells its time, which
/// describe what a recorder found, get the time at which their recording begins. If
/// all records can tell their time, marks of rounds are written, so that readers need
/// not keep the whole file to sort it. Other times are not changed: they compare only
/// between recordings of one machine and one clock since its start. Processes of
/// the same number are one process to a reader.
///
/// Features are those of the first recording, but for the command line, which
/// tells all of them, the names of the events, their groups, the times of the
/// samples, the build identifiers and the tracing data, which are joined. So are the
/// lists of recorded threads and CPUs, of which perf wants one.
///
/// Records wait in temporary files without names, in the folder that `TMPDIR`
/// names or `/var/tmp`, which take as much room as the records have unpacked.
/// Memory does not grow with them.
public final class RecordingMerge {
  private var parts: MergedParts = MergedParts()

  /// Creates an empty union.
  public init() {}

  /// Adds a recording.
  ///
  /// One that cannot be added leaves the union as it was.
  ///
  /// - Parameter file: The recording, which is needed no longer than the call.
  /// - Throws: ``PerfDataError`` when it is damaged, when it has another byte order
  ///   or another flag `sampleIDAll` than those before or tracepoints of another
  ///   kernel, or when there is no room for its records.
  public func add(_ file: borrowing PerfDataFile) throws(PerfDataError) {
    var longer = parts
    try longer.add(file)
    parts = longer
  }

  /// The options of a file that holds the union, which has the byte order of the recordings.
  public var defaultOptions: WriterOptions {
    WriterOptions(byteOrder: parts.byteOrder ?? .native, attributeSize: parts.attributeSize)
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
    options.byteOrder = parts.byteOrder ?? .native
    var writer = try PerfDataWriter(to: target, options: options)
    for event in parts.events { try writer.add(event) }
    if options.mode == .pipe { try parts.writeFeatures(to: &writer) }
    for fields in parts.targets.records { try writer.append(fields) }
    var records = MergedRecords(parts)
    try records.write(to: &writer)
    if options.mode == .file { try parts.writeFeatures(to: &writer) }
    return try writer.finish()
  }
}
