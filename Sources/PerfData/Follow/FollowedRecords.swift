/// The records of a recording that is still being written, as an asynchronous sequence.
///
///     for try await record in FollowedRecords(path: "perf.data") {
///       print(record.kind)
///     }
///
/// It ends as ``RecordFollower`` does, and when the task is cancelled. Each record
/// is a copy that lives on its own. While it waits, the task is suspended and no
/// thread is held.
public struct FollowedRecords: AsyncSequence, Sendable {
  /// A copy of a record.
  public typealias Element = OwnedRecord
  private enum Origin: Sendable {
    case path(String)
    case descriptor(Int32)
  }
  private let origin: Origin
  private let patience: Int?

  /// Follows a file or a named pipe, which is opened with the first record.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - patience: The milliseconds of silence after which the sequence ends.
  public init(path: String, patience: Int? = nil) {
    origin = .path(path)
    self.patience = patience
  }

  /// Follows an open descriptor, which must stay open as long as the sequence is read.
  ///
  /// - Parameters:
  ///   - descriptor: The descriptor.
  ///   - patience: The milliseconds of silence after which the sequence ends.
  public init(descriptor: Int32, patience: Int? = nil) {
    origin = .descriptor(descriptor)
    self.patience = patience
  }

  /// Returns an iterator that begins in front of the recording's first byte.
  public func makeAsyncIterator() -> Iterator {
    Iterator(self)
  }

  /// A loop over the records.
  public struct Iterator: AsyncIteratorProtocol {
    private let records: FollowedRecords
    private var follower: Box?

    /// Keeps the follower, which cannot be copied, in a place that can be shared.
    private final class Box {
      var follower: RecordFollower

      init(_ records: FollowedRecords) throws(PerfDataError) {
        switch records.origin {
        case .path(let path): follower = try RecordFollower(path: path)
        case .descriptor(let descriptor): follower = try RecordFollower(descriptor: descriptor)
        }
      }
    }

    init(_ records: FollowedRecords) {
      self.records = records
    }

    /// Moves to the next record, and waits for it if need be.
    ///
    /// - Returns: A copy of the record, or nothing when there will be none.
    /// - Throws: ``PerfDataError`` as ``RecordFollower`` does.
    public mutating func next() async throws(PerfDataError) -> OwnedRecord? {
      let box: Box
      if let present = follower { box = present } else { box = try Box(records) }
      follower = box
      var silence = 0
      while !Task.isCancelled {
        switch try box.follower.step() {
        case .record(let place): return box.follower.copy(at: place)
        case .ended: return nil
        case .waiting: break
        }
        if let patience = records.patience, silence >= patience { break }
        let pause = Swift.min(20, records.patience.map { $0 - silence } ?? 20)
        // A cancelled sleep ends at once, and the loop with it.
        try? await Task.sleep(nanoseconds: UInt64(pause) * 1_000_000)
        silence += pause
      }
      return nil
    }
  }
}

extension RecordFollower {
  /// Copies the record at a place that a step found.
  func copy(at place: FollowedPlace) -> OwnedRecord {
    unsafe record(at: place).copy()
  }
}
