internal import PerfEvent

/// A recording that is being written: events, then records, then features.
///
///     var writer = try PerfDataWriter(to: .path("perf.data"))
///     let event = try writer.add(RecordedEvent(attributes: attributes, identifiers: [7]))
///     try writer.append(.commandName(thread: thread, name: "demo"), trailer: trailer)
///     try writer.append(sample, event: event)
///     try writer.append(.hostname("machine"))
///     try writer.finish()
///
/// Records go out through a buffer as they come. In a file, the header gets the
/// size of the records and the features when the writer is finished; one that was
/// not, because the program ended, is read as a recorder's that was killed: all
/// records that had left the buffer are there. In a stream, everything goes out at
/// once and there is nothing to be finished but the buffer.
///
/// Unless the options say otherwise, what perf would refuse is refused with a
/// ``PerfDataError`` of the code ``PerfDataError/Code/unacceptable``; the record
/// or feature is then not written, and the writer can be used on.
public struct PerfDataWriter: ~Copyable {
  /// The form of the recording.
  public let options: WriterOptions
  /// The events that were added.
  public internal(set) var events: [RecordedEvent] = []
  /// The number of records that were added, without those that carry events and
  /// features in a stream.
  public internal(set) var recordCount: UInt64 = 0

  let sink: OutputSink
  let isSwapped: Bool
  let packer: Packer?
  var encoder: ByteEncoder
  var features: [UInt32: [UInt8]] = [:]
  var table: EventTable = EventTable([])
  /// The identifiers of all events.
  var taken: Set<UInt64> = []
  /// Whether the events are written and checked, so that records can follow.
  var hasBegun: Bool = false
  var attributes: FileSection = FileSection(offset: 0, size: 0)
  var dataOffset: UInt64 = 0
  /// The places of AUX area records in the file, and their sizes.
  var auxTraces: [UInt64] = []

  /// Opens a target.
  ///
  /// - Parameters:
  ///   - target: The place to write to.
  ///   - options: The form of the recording.
  /// - Throws: ``PerfDataError`` when the target cannot be opened, or has no
  ///   place for the form.
  public init(
    to target: WriterTarget, options: WriterOptions = WriterOptions()
  ) throws(PerfDataError) {
    guard options.attributeSize >= 64, options.attributeSize <= 1 << 15,
      options.attributeSize % 8 == 0
    else {
      throw .refused(
        "attributes", at: 0, value: UInt64(clamping: options.attributeSize), limit: 1 << 15,
        "their size is a multiple of 8 from 64 on")
    }
    let sink = try OutputSink(target, needsPatches: options.mode == .file)
    let packer: Packer?
    if let compression = options.compression {
      packer = try Packer(compression)
    } else {
      packer = nil
    }
    if options.mode == .pipe {
      var head = ByteEncoder(options.byteOrder)
      head.put([FileHeader.magic, 16])
      try sink.append(head.span)
    }
    self.options = options
    self.sink = sink
    self.packer = packer
    isSwapped = options.byteOrder != .native
    encoder = ByteEncoder(options.byteOrder)
  }

  /// Writes what is still missing, and ends the recording.
  ///
  /// - Returns: The bytes, if they go to an array; otherwise nothing.
  /// - Throws: ``PerfDataError`` when the target cannot be written.
  @discardableResult
  public consuming func finish() throws(PerfDataError) -> [UInt8] {
    if !hasBegun { try begin() }
    try flushPieces()
    switch options.mode {
    case .pipe: try sink.flush()
    case .file: try finishFile()
    }
    try sink.takeName()
    return sink.takeMemory()
  }

  /// Hands all records that were added so far to the system.
  ///
  /// Readers that follow the file see them from then on.
  ///
  /// - Throws: ``PerfDataError`` when the target cannot be written.
  public mutating func flush() throws(PerfDataError) {
    try flushPieces()
    try sink.flush()
  }
}
