/// Merges callchains whose user part comes later with that part.
///
/// A kernel that defers the unwinding of programs takes a sample with the kernel's
/// part of the callchain and a number, and writes the user's part once when the
/// thread goes back to its program. Give every record to ``apply(_:_:)``; it hands
/// on what is complete, and keeps back the samples that wait:
///
///     var merger = DeferredCallchains()
///     while let record = try records.next() {
///       merger.apply(record) { record in … }
///     }
///     merger.finish { record in … }
///
/// A sample that had to wait comes later than its time tells. One whose part never
/// comes is handed on unmerged, with ``Callchain/Context/deferredUser`` and the
/// number at its end, when the thread gets another part, when too much waits, or
/// at the end. One value serves one recording.
public struct DeferredCallchains: Sendable {
  /// A sample that waits for its user part.
  struct Waiting: Sendable {
    let record: OwnedRecord
    let byteCount: Int
    /// The offset in the record of the number of entries.
    let chain: Int
    let cookie: UInt64
    let order: UInt64
  }

  var waiting: [Int32: [Waiting]] = [:]
  /// The bytes of all samples that wait.
  private(set) var waitingBytes: Int = 0
  private var order: UInt64 = 0
  /// The samples that got their user part.
  public internal(set) var mergedCount: UInt64 = 0
  /// The samples that were handed on without their user part.
  public internal(set) var unmergedCount: UInt64 = 0
  /// The number of bytes that may wait.
  public let limit: Int

  /// Creates a value that keeps nothing yet.
  ///
  /// - Parameter limit: The number of bytes of samples that may wait; what
  ///   waits is handed on unmerged when there are more.
  public init(limit: Int = 1 << 26) {
    self.limit = limit
  }

  /// Hands on a record and those that it completes.
  ///
  /// - Parameters:
  ///   - record: The next record in the caller's order.
  ///   - body: Takes what is complete. The records that carry user parts are used
  ///     up if any sample waits for them, and handed on else.
  /// - Throws: What the body throws; what waited for the record is lost then.
  public mutating func apply<E: Error>(
    _ record: borrowing Record, _ body: (borrowing Record) throws(E) -> Void
  ) throws(E) {
    if record.kind == .deferredCallchain {
      if case .deferredCallchain(let part) = record.content, let thread = record.thread {
        let cookie = part.cookie
        if let samples = take(thread.thread) {
          try release(samples, cookie: cookie, part.callchain.entries, body)
          return
        }
      }
    } else if record.kind == .sample, let kept = Waiting(record, order: order),
      let thread = record.thread
    {
      keep(kept, of: thread.thread)
      if waitingBytes > limit { try finish(body) }
      return
    }
    try body(record)
  }

  /// Hands on all samples that wait, unmerged, in the order in which they came.
  ///
  /// - Parameter body: Takes the samples.
  /// - Throws: What the body throws.
  public mutating func finish<E: Error>(
    _ body: (borrowing Record) throws(E) -> Void
  ) throws(E) {
    let rest = waiting.values.joined().sorted { $0.order < $1.order }
    waiting = [:]
    waitingBytes = 0
    for sample in rest {
      unmergedCount += 1
      let record = sample.record
      try body(record.view)
    }
  }

  private mutating func keep(_ sample: Waiting, of thread: Int32) {
    order += 1
    waitingBytes += sample.byteCount
    waiting[thread, default: []].append(sample)
  }

  private mutating func take(_ thread: Int32) -> [Waiting]? {
    guard let samples = waiting.removeValue(forKey: thread) else { return nil }
    for sample in samples { waitingBytes -= sample.byteCount }
    return samples
  }
}
