internal import PerfEvent

extension PerfDataFile {
  /// Writes the recording through a writer, with everything as it is.
  ///
  /// Records, compressed pieces and the contents of features keep every byte.
  /// The parts of a file come in perf's order: header, identifiers, attributes,
  /// records, features. What the header claims of sections that are not there is
  /// not repeated, and a list of AUX area records gets their new places.
  ///
  /// - Parameter target: The place to write to.
  /// - Returns: The bytes, if they go to an array; otherwise nothing.
  /// - Throws: ``PerfDataError`` when the recording is damaged or is a directory,
  ///   or the target cannot be written.
  @discardableResult
  public borrowing func copy(to target: WriterTarget) throws(PerfDataError) -> [UInt8] {
    guard parts.isEmpty else {
      throw PerfDataError(
        .unsupported, subject: "directory", offset: 0,
        detail: "its files cannot be copied into one as they are; convert it")
    }
    var options = WriterOptions(like: self)
    options.validation = .lenient
    var writer = try PerfDataWriter(to: target, options: options)
    if header.mode == .file {
      for event in events { try writer.add(event) }
      for entry in features {
        guard let bytes = bytes(of: entry.feature) else { continue }
        try writer.append(.bytes(entry.feature, Array(copying: bytes)))
      }
    }
    // What a piece holds has its offset, and goes with it.
    var pieceOffset: UInt64?
    var records = records()
    records.keepSlices()
    while let record = try records.next() {
      if record.offset == pieceOffset { continue }
      if record.kind == .compressed || record.kind == .compressed2 {
        pieceOffset = record.offset
      }
      try writer.append(record)
    }
    return try writer.finish()
  }

  /// Writes the recording in another form: as file or stream, packed or not, in
  /// either byte order.
  ///
  /// The options decide on everything; ``WriterOptions/init(like:)`` is where to
  /// begin. Records and features stay the same but for what follows.
  ///
  /// - A stream lacks the features that streams do not have; build identifiers and
  ///   tracing data become records of their own there, and sections again in a
  ///   file. A file made from a stream gets the times of the first and last sample.
  /// - A directory becomes one file: the records of its main file, then those of
  ///   `data.0` and so on, without marks of rounds.
  /// - In the other byte order, features that this package does not know are left
  ///   out, and records of such kinds are refused. Raw data, stacks and AUX data
  ///   stay as they are, and with them the fields of tracepoints.
  /// - A stream lacks features of more than 65000 bytes, but for tracing data and
  ///   build identifiers.
  ///
  /// - Parameters:
  ///   - target: The place to write to.
  ///   - options: The form of the result.
  /// - Returns: The bytes, if they go to an array; otherwise nothing.
  /// - Throws: ``PerfDataError`` when the recording is damaged, or the target
  ///   cannot be written.
  @discardableResult
  public borrowing func convert(
    to target: WriterTarget, options: WriterOptions
  ) throws(PerfDataError) -> [UInt8] {
    var options = options
    if options.mode != header.mode { options.describesEvents = true }
    var edit = Conversion(findsTimes: header.mode == .pipe && options.mode == .file)
    return try rewrite(by: &edit, to: target, options: options)
  }
}

/// An edit that changes the form alone.
private struct Conversion: RecordingEdit {
  let findsTimes: Bool
  var times: TimeRange = TimeRange()

  mutating func write(
    _ record: borrowing Record, of file: borrowing PerfDataFile, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    if findsTimes { times.note(record) }
    try writer.append(record)
  }

  mutating func finish(
    _ file: borrowing PerfDataFile, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    if findsTimes, let found = times.found { try writer.append(.sampleTimes(found)) }
  }
}

/// The times of the first and the last sample that were seen.
struct TimeRange {
  private(set) var found: SampleTimes?

  mutating func note(_ record: borrowing Record) {
    guard record.kind == .sample, let time = record.time else { return }
    found = SampleTimes(
      first: min(found?.first ?? time, time), last: max(found?.last ?? time, time))
  }
}
