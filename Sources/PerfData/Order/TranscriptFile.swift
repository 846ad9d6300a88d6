internal import Glibc
internal import PerfEvent

/// A temporary file without a name that holds the records of a compressed recording.
///
/// It takes as much room as the records need unpacked, until it is let go of.
struct TranscriptFile: ~Copyable {
  private let descriptor: Int32
  private let folder: String
  private let limits: OrderLimits
  private var writer: TranscriptWriter = TranscriptWriter()
  private var written: Int = 0
  /// The blocks of what was copied.
  private(set) var list: RecordBlockList

  init(_ limits: OrderLimits) throws(PerfDataError) {
    self.limits = limits
    list = RecordBlockList(limits)
    folder = SystemCalls.temporaryFolder
    do throws(Errno) {
      descriptor = try SystemCalls.openTemporary(in: folder)
    } catch {
      throw TranscriptFile.failure(folder, error)
    }
  }

  deinit {
    _ = close(descriptor)
  }

  /// Copies the records of a reader that are asked for.
  ///
  /// - Returns: What the recording ends with, if that is asked for too.
  mutating func copy(
    _ reader: inout RecordReader, _ selection: RecordSelection
  ) throws(PerfDataError) -> PerfDataError? {
    var largest: UInt64 = 0
    while true {
      do throws(PerfDataError) {
        guard let record = try reader.next() else { break }
        let time = record.sortingTime
        largest = max(largest, time)
        if selection.isEverything || selection.admits(record, time: time == 0 ? largest : time) {
          add(record, time: time, largest: largest)
        }
      } catch {
        return selection.reaches(largest) ? error : nil
      }
      if writer.bytes.count >= limits.transcriptBytes { try write() }
    }
    return nil
  }

  private mutating func add(_ record: borrowing Record, time: UInt64, largest: UInt64) {
    // Records that are left out count for those that tell no time.
    let range = writer.append(record, largest: time == 0 ? largest : 0)
    list.largest = largest
    list.add(
      RecordBlockList.Entry(
        start: written + range.lowerBound, end: written + range.upperBound, part: record.part,
        piece: record.offset, time: time))
  }

  private mutating func write() throws(PerfDataError) {
    try write(writer.take())
  }

  private mutating func write(_ bytes: [UInt8]) throws(PerfDataError) {
    do throws(Errno) {
      try SystemCalls.write(unsafe bytes.span.bytes, to: descriptor)
    } catch {
      throw TranscriptFile.failure(folder, error)
    }
    written += bytes.count
  }

  /// Writes what is left and maps the file.
  mutating func finish() throws(PerfDataError) -> ByteStorage {
    try write()
    list.finish()
    return try map()
  }

  /// Puts copies into a file of their own.
  static func storage(of bytes: [UInt8]) throws(PerfDataError) -> ByteStorage {
    var file = try TranscriptFile(OrderLimits())
    try file.write(bytes)
    return try file.map()
  }

  private borrowing func map() throws(PerfDataError) -> ByteStorage {
    try ByteStorage(
      descriptor: descriptor, name: "temporary file in \(folder)", access: .mapped,
      content: .records, streamLimit: 0)
  }

  private static func failure(_ folder: String, _ error: Errno) -> PerfDataError {
    PerfDataError(
      .inaccessible, subject: "temporary file in \(folder)", offset: 0, systemError: error,
      detail: "sorting compressed records needs room for what they unpack to")
  }
}
