/// What lies where in a recording: its blocks, and the times and CPUs of each.
///
///     let index = file.index()
///     let window = RecordSelection(times: start...end, metadata: .complete)
///     var records = file.records(in: .time, selecting: window, index: index)
///
/// Building one reads the headers and times of all records once. With it, a window
/// of time or some CPUs are read without touching the rest. It takes at most
/// about 10 MiB, whatever the size of the recording.
///
/// What is compressed can only be unpacked from the begin of its stream, of which a
/// file has one: the index of a compressed recording is empty, and reading a part
/// of it reads all in front of it.
public struct RecordIndex: Hashable, Sendable {
  /// The blocks, in the order of the file.
  let blocks: [RecordBlock]
  /// Whether parts of the recording can be read on their own.
  ///
  /// It is false for compressed recordings and those whose records are put
  /// together from several.
  public let isSeekable: Bool
  /// What ends the recording before its proper end, if anything does.
  public let fault: PerfDataError?
  /// By what the recording is recognised.
  let identity: RecordingIdentity

  init(
    blocks: [RecordBlock], isSeekable: Bool, fault: PerfDataError?, identity: RecordingIdentity
  ) {
    self.blocks = blocks
    self.isSeekable = isSeekable
    self.fault = fault
    self.identity = identity
  }

  /// The number of records.
  public var recordCount: UInt64 { blocks.reduce(0) { $0 &+ $1.count } }

  /// The number of blocks that the recording was divided into.
  public var blockCount: Int { blocks.count }

  /// The least and the largest time of a record that tells one; nothing without.
  public var times: ClosedRange<UInt64>? {
    let least = blocks.lazy.map(\.least).filter { $0 != 0 }.min()
    let greatest = blocks.lazy.map(\.greatest).max()
    guard let least, let greatest, least <= greatest else { return nil }
    return least...greatest
  }

  /// Returns the number of bytes of the blocks that may hold selected records.
  ///
  /// - Parameter selection: What is asked for.
  /// - Returns: The number of bytes that a reader of the selection touches.
  public func byteCount(selecting selection: RecordSelection) -> Int {
    blocks.reduce(0) { selection.admits($1) ? $0 + $1.end - $1.start : $0 }
  }

  /// What a reader of a selection ends with.
  func fault(within selection: RecordSelection) -> PerfDataError? {
    selection.reaches(blocks.lazy.map(\.greatest).max() ?? 0) ? fault : nil
  }

  /// Whether it is the index of a file, as far as can be told without reading it.
  func describes(_ file: borrowing PerfDataFile) -> Bool {
    identity == RecordingIdentity(file)
  }
}

extension PerfDataFile {
  /// Finds out what lies where in the recording.
  ///
  /// - Returns: The index. When the recording is damaged, it covers what is in front.
  /// - Complexity: Reads the header and the time of every record.
  public borrowing func index() -> RecordIndex {
    index(OrderLimits())
  }

  borrowing func index(_ limits: OrderLimits) -> RecordIndex {
    var reader = records()
    var scan = RecordScan(
      limits, RecordTimes(reader.events, isSwapped: reader.isSwapped), collectsDetails: true)
    let isSeekable = scan.run(&reader)
    return RecordIndex(
      blocks: isSeekable ? scan.list.blocks : [], isSeekable: isSeekable,
      fault: isSeekable ? scan.fault : nil, identity: RecordingIdentity(self))
  }
}
