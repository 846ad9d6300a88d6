internal import PerfEvent

/// A perf.data file, mapped into memory for as long as the value lives.
///
/// Opening reads the header, the events and the places of the features; the
/// records are read by ``records()``. All bytes that records show are borrowed
/// from the mapping. A mapped file must not be shortened by others meanwhile;
/// where that may happen, open it with ``FileAccess/copied``.
public struct PerfDataFile: ~Copyable, Sendable {
  let storage: ByteStorage
  /// The files `data.0`, `data.1` and so on of a directory.
  let parts: [ByteStorage]
  let tracingDataCache: TracingDataCache = TracingDataCache()
  /// The form of the file and its sections.
  public let header: FileHeader
  /// The events, in the order of the file.
  public let events: [RecordedEvent]
  /// The features whose place is known, in the order of the file.
  public let features: [FeatureSection]
  /// The place of each feature; of those that come twice, the first.
  private let sections: [HeaderFeature: FileSection]
  /// The bytes that hold records; in a directory, those of its main file.
  public let dataRange: Range<Int>
  /// Whether the recorder has not finished the file.
  ///
  /// Either it is still writing, or it was stopped; the file does not tell which.
  /// The records so far are there all the same, the features are not.
  public let isUnfinished: Bool
  /// What was found wrong on opening and did not prevent it.
  public let faults: [PerfDataError]

  /// Opens a file or a directory that perf recorded.
  ///
  /// A path to something other than a regular file or a directory, such as a
  /// named pipe, is read to its end. It is refused after its first eight bytes
  /// unless it begins as a recording does, and at the limit if it is longer.
  ///
  /// A file that was packed as a whole with gzip, xz or zstd is unpacked into
  /// memory, up to the same limit; zlib and liblzma are used if the machine has them.
  /// One that unpacks to more than 64 MiB and 2048 times its size is refused.
  ///
  /// A mapped file that others shorten while it is open, as a recorder does that
  /// starts again under the same name, ends the program with the signal SIGBUS
  /// when bytes behind the new end are touched; no error can be thrown for that.
  /// With ``FileAccess/copied`` the bytes are read once, and the file may change.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - access: Whether files are mapped or read into memory.
  ///   - streamLimit: The number of bytes that a stream may have, or that a packed
  ///     file may unpack to. A stream is what is no regular file.
  /// - Throws: ``PerfDataError`` when it cannot be read or is no perf.data file.
  public init(
    path: String, access: FileAccess = .mapped,
    streamLimit: Int = PerfDataFile.defaultStreamLimit
  ) throws(PerfDataError) {
    let paths = try RecordingPaths(path)
    let storage = try ByteStorage(path: paths.main, access: access, streamLimit: streamLimit)
    var parts: [ByteStorage] = []
    for part in paths.parts {
      parts.append(
        try ByteStorage(path: part, access: access, content: .records, streamLimit: streamLimit))
    }
    try self.init(
      storage: storage.unwrapped(name: paths.main, limit: streamLimit), parts: parts)
  }

  /// Reads a file from an open descriptor, such as that of a pipe, to its end.
  ///
  /// A regular file is mapped or read from its begin. What is said of shortened
  /// files and of streams at ``init(path:access:streamLimit:)`` holds here too.
  ///
  /// - Parameters:
  ///   - descriptor: The descriptor, which stays open.
  ///   - access: Whether a regular file is mapped or read into memory.
  ///   - streamLimit: The number of bytes that a stream may have.
  /// - Throws: ``PerfDataError`` when it cannot be read or is no perf.data file.
  public init(
    descriptor: Int32, access: FileAccess = .mapped,
    streamLimit: Int = PerfDataFile.defaultStreamLimit
  ) throws(PerfDataError) {
    let storage = try ByteStorage(
      descriptor: descriptor, name: "descriptor \(descriptor)", access: access,
      streamLimit: streamLimit)
    try self.init(
      storage: storage.unwrapped(name: "descriptor \(descriptor)", limit: streamLimit), parts: [])
  }

  /// Reads a file from bytes in memory, which are shared with the array and not copied.
  ///
  /// - Parameter bytes: The whole file.
  /// - Throws: ``PerfDataError`` when it is no perf.data file.
  public init(bytes: [UInt8]) throws(PerfDataError) {
    let storage = try ByteStorage(bytes: bytes).unwrapped(
      name: "bytes", limit: PerfDataFile.defaultStreamLimit)
    try self.init(storage: storage, parts: [])
  }

  /// The fault that the reader ends with when the file is shorter than its header says.
  let missingData: PerfDataError?

  private init(storage: ByteStorage, parts: [ByteStorage]) throws(PerfDataError) {
    let contents = try FileContents(parsing: storage.span)
    self.storage = storage
    self.parts = parts
    self.header = contents.header
    self.events = contents.events
    self.features = contents.features
    self.sections = Dictionary(contents.features.map { ($0.feature, $0.section) }) { first, _ in
      first
    }
    self.dataRange = contents.dataRange
    self.isUnfinished = contents.isUnfinished
    self.faults = (storage.wrappingFault.map { [$0] } ?? []) + contents.faults
    self.missingData = contents.missingData
  }

  /// The bytes of the file; in a directory, those of its main file.
  public var bytes: RawSpan {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(storage.span, borrowing: self) }
  }

  /// Returns the contents of a feature, or nothing when the file lacks it.
  ///
  /// - Parameter feature: The kind of information.
  /// - Returns: The bytes as they stand in the file.
  @_lifetime(borrow self)
  public func bytes(of feature: HeaderFeature) -> RawSpan? {
    guard let range = sections[feature]?.range(within: bytes.byteCount) else { return nil }
    return bytes.extracting(range)
  }
}
