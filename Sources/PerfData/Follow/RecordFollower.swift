internal import Glibc
internal import PerfEvent

/// A loop over the records of a recording that is still being written.
///
///     var follower = try RecordFollower(path: "perf.data")
///     while let record = try follower.next() {
///       // …
///     }
///
/// It reads a file that a recorder appends to, or a pipe, and waits for bytes
/// that are not there yet. The loop ends when the recorder has finished the file
/// or closed the pipe; when ``patience`` runs out; or when the caller asks for it.
/// ``end`` tells which of these it was.
///
/// The records are those of ``PerfDataFile/records()``, in the order of the file,
/// and each is valid until the next step. The bytes are read, not mapped, so that
/// a file may be replaced or cut meanwhile. Memory: a buffer of one mebibyte that
/// grows to the largest record that has come, and what unpacking takes.
///
/// Directories are not followed: their files end independently of each other.
public struct RecordFollower: ~Copyable {
  var bytes: FollowedBytes
  var contents: FileContents?
  var table: EventTable = EventTable([])
  /// The events as of the last record that belongs to one.
  private(set) var knownEvents: [RecordedEvent] = []
  /// Whether there may be other events or names by now.
  var hasNews: Bool = false
  /// How many events were there at each change of one, in all, and how many may be.
  ///
  /// Each change takes a look at all events. Thousands of events that each change
  /// several times are within bounds; a stream of nothing else would take for ever.
  var changes: Int = 0
  var mostChanges: Int = 1 << 26
  var eventOfIdentifier: [UInt64: Int] = [:]
  var unpacker: Unpacker?
  var allowance: UnpackingAllowance = UnpackingAllowance()
  /// The packed bytes that are left of the record in front, and where they begin.
  var piece: Range<Int> = 0..<0
  /// Whether the window is that of the unpacker.
  var isUnpacked: Bool = false
  /// The place in the unpacked bytes.
  var position: Int = 0
  /// The bytes in front that belong to the record that was handed out last.
  var used: Int = 0
  /// How often bytes were found behind the records of a file without an end.
  var suspicions: Int = 0
  private let shouldStop: @Sendable () -> Bool
  /// Why there are no more records, or nothing as long as there may be.
  public internal(set) var end: FollowEnd?
  /// The milliseconds of silence after which the loop ends; nothing to wait for ever.
  public var patience: Int?

  /// Opens a file or a named pipe.
  ///
  /// Opening a named pipe takes until somebody writes to it, whatever the patience.
  ///
  /// - Parameters:
  ///   - path: The path of a file that need not have a single byte yet.
  ///   - patience: The milliseconds of silence after which the loop ends.
  ///   - shouldStop: Tells whether to stop; asked about ten times a second while
  ///     waiting, and after signals.
  /// - Throws: ``PerfDataError`` when it cannot be opened.
  public init(
    path: String, patience: Int? = nil, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws(PerfDataError) {
    let descriptor: Int32
    do throws(Errno) {
      descriptor = try SystemCalls.openFile(path)
    } catch {
      throw PerfDataError(path: path, error)
    }
    bytes = try FollowedBytes(descriptor: descriptor, name: path, ownsDescriptor: true)
    self.patience = patience
    self.shouldStop = shouldStop
  }

  /// Follows an open descriptor, such as that of a pipe.
  ///
  /// A regular file is read from its begin, anything else from where it is.
  ///
  /// - Parameters:
  ///   - descriptor: The descriptor, which stays open.
  ///   - patience: The milliseconds of silence after which the loop ends.
  ///   - shouldStop: Tells whether to stop, as with a path.
  /// - Throws: ``PerfDataError`` when the descriptor is not open.
  public init(
    descriptor: Int32, patience: Int? = nil,
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws(PerfDataError) {
    bytes = try FollowedBytes(
      descriptor: descriptor, name: "descriptor \(descriptor)", ownsDescriptor: false)
    self.patience = patience
    self.shouldStop = shouldStop
  }

  /// The form of the file, once its header has come.
  public var header: FileHeader? { contents?.header }

  /// The events so far; in a pipe they come as records, mostly in front of the others.
  ///
  /// An event without a name of its own has the one that its attributes, or the
  /// format of its tracepoint, give.
  public var events: [RecordedEvent] { hasNews ? namedEvents : knownEvents }

  /// The formats of the tracepoints, once they have come.
  ///
  /// A pipe has them in front of the samples, a finished file in its header. A file
  /// that is still being written has none.
  public internal(set) var tracingData: TracingData?

  /// Moves to the next record, and waits for it if need be.
  ///
  /// After ``FollowEnd/silent`` and ``FollowEnd/stopped`` it may be called again and
  /// goes on where it was.
  ///
  /// - Returns: The record, or nothing when there is none; see ``end``.
  /// - Throws: ``PerfDataError`` when what came is no recording, or is damaged so
  ///   that nothing behind it can be found.
  @_lifetime(&self)
  public mutating func next() throws(PerfDataError) -> Record? {
    var silence = 0
    if end != .finished { end = nil }
    while true {
      switch try step() {
      case .record(let place):
        let found = unsafe record(at: place)
        return unsafe _overrideLifetime(found, mutating: &self)
      case .ended: return nil
      case .waiting: break
      }
      if shouldStop() {
        end = .stopped
      } else if let patience, silence >= patience {
        end = .silent
      } else {
        silence += wait(atMost: patience.map { $0 - silence } ?? .max)
        continue
      }
      return nil
    }
  }

  /// Waits for news, for a tenth of a second at most.
  ///
  /// - Returns: The milliseconds for which it meant to wait.
  private func wait(atMost limit: Int) -> Int {
    if bytes.isRegular {
      let pause = min(20, limit)
      SystemCalls.sleep(milliseconds: Int32(pause))
      return pause
    }
    let pause = min(100, limit)
    return SystemCalls.isReadable(bytes.descriptor, milliseconds: Int32(pause)) ? 0 : pause
  }

  /// The record at a place that a step found, valid until the next step.
  @unsafe
  @_lifetime(immortal)
  func record(at place: FollowedPlace) -> Record {
    let window = isUnpacked ? unpackedSpan : bytes.span
    let found = window.extracting(place.range)
    let isSwapped = isSwapped
    let index =
      place.kind < 64 ? table.eventIndex(found, kind: place.kind, isSwapped: isSwapped) : -1
    let record = Record(
      bytes: found, kind: RecordKind(rawValue: place.kind),
      flags: RecordFlags(rawValue: place.flags), size: place.size, offset: bytes.offset, part: 0,
      eventIndex: index, isSwapped: isSwapped, layout: unsafe table.unownedLayout(of: index))
    return unsafe _overrideLifetime(record, copying: ())
  }

  private var namedEvents: [RecordedEvent] { contents?.named(tracingData) ?? [] }

  /// Takes what is new over into what records need.
  mutating func takeNews() {
    guard hasNews else { return }
    hasNews = false
    knownEvents = namedEvents
    table = EventTable(knownEvents)
  }

  var isSwapped: Bool { contents.map { $0.header.byteOrder != .native } ?? false }

  var unpackedSpan: RawSpan {
    @_lifetime(borrow self)
    get {
      guard let unpacker else { return RawSpan() }
      return unsafe _overrideLifetime(unpacker.span, borrowing: self)
    }
  }
}
