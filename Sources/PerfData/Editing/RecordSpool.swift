internal import Glibc
internal import PerfEvent

/// Records of one recording, in the order of time, in a temporary file without a name.
///
/// In front of each record stand the time by which it is sorted, its length, and where
/// its trailer tells the time.
struct RecordSpool: ~Copyable {
  private static let bufferSize: Int = 1 << 20
  private let descriptor: Int32
  private let folder: String
  private var buffer: [UInt8] = []
  private var largest: UInt64 = 0
  /// The time of the first record that tells one; 0 until there is such a record.
  private(set) var firstTime: UInt64 = 0

  init() throws(PerfDataError) {
    folder = SystemCalls.temporaryFolder
    do throws(Errno) {
      descriptor = try SystemCalls.openTemporary(in: folder)
    } catch {
      throw RecordSpool.failure(folder, error)
    }
    buffer.reserveCapacity(RecordSpool.bufferSize)
  }

  deinit {
    _ = close(descriptor)
  }

  /// Adds the next record in the order of time.
  ///
  /// - Parameters:
  ///   - bytes: The record with all that follows it.
  ///   - time: Its time; 0 if it tells none, as it then stays where it is.
  ///   - timePlace: Where its trailer tells the time; 0 if it does not.
  /// - Throws: ``PerfDataError`` when there is no room for it.
  mutating func append(
    _ bytes: RawSpan, time: UInt64, timePlace: Int = 0
  ) throws(PerfDataError) {
    if firstTime == 0 { firstTime = time }
    largest = max(largest, time)
    for number in [largest, UInt64(bytes.byteCount), UInt64(timePlace)] {
      unsafe withUnsafeBytes(of: number) { unsafe buffer.append(contentsOf: $0) }
    }
    if bytes.byteCount >= RecordSpool.bufferSize {
      // A piece of the AUX area may have gigabytes.
      try flush()
      try write(bytes)
    } else {
      unsafe bytes.withUnsafeBytes { unsafe buffer.append(contentsOf: $0) }
      if buffer.count >= RecordSpool.bufferSize { try flush() }
    }
  }

  private mutating func flush() throws(PerfDataError) {
    try write(buffer.rawSpan)
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: RawSpan) throws(PerfDataError) {
    do throws(Errno) {
      try SystemCalls.write(bytes, to: descriptor)
    } catch {
      throw RecordSpool.failure(folder, error)
    }
  }

  /// Writes what is left and maps the file.
  consuming func finish() throws(PerfDataError) -> SpooledRecords {
    try flush()
    let storage = try ByteStorage(
      descriptor: descriptor, name: "temporary file in \(folder)", access: .mapped,
      content: .records, streamLimit: 0)
    return SpooledRecords(storage: storage, firstTime: firstTime)
  }

  private static func failure(_ folder: String, _ error: Errno) -> PerfDataError {
    PerfDataError(
      .inaccessible, subject: "temporary file in \(folder)", offset: 0, systemError: error,
      detail: "joining recordings needs room for all records")
  }
}

/// The records of a finished spool.
struct SpooledRecords {
  private static let headSize: Int = 24
  let storage: ByteStorage
  let firstTime: UInt64
  private var position: Int = 0

  init(storage: ByteStorage, firstTime: UInt64) {
    self.storage = storage
    self.firstTime = firstTime
  }

  /// The time of the next record, or nothing behind the last one.
  ///
  /// Those in front of the first that tells its time belong to its begin.
  var time: UInt64? {
    let bytes = unsafe storage.unownedSpan
    guard bytes.byteCount - position >= SpooledRecords.headSize else { return nil }
    return max(firstTime, FieldBytes(bytes, isSwapped: false).uint64(position))
  }

  /// Where the trailer of the next record has to be given the time at which the
  /// recording begins; nothing if it tells its own, or can tell none.
  var openTimePlace: Int? {
    guard time != nil else { return nil }
    let fields = FieldBytes(unsafe storage.unownedSpan, isSwapped: false)
    let place = Int(fields.uint64(position + 16))
    return fields.uint64(position) == 0 && place > 0 ? place : nil
  }

  /// Moves behind the next record.
  ///
  /// - Returns: Where its bytes lie; the spool has at least as many.
  mutating func next() -> Range<Int> {
    let fields = FieldBytes(unsafe storage.unownedSpan, isSwapped: false)
    let start = position + SpooledRecords.headSize
    position = start + Int(fields.uint64(position + 8))
    return start..<position
  }

  /// Goes back to the first record.
  mutating func rewind() { position = 0 }
}
