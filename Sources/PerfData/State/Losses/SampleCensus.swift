internal import PerfEvent

/// Counts of samples by what they lack.
///
/// Give it every sample, or leave it to ``RecordingState``.
public struct SampleCensus: Hashable, Sendable {
  /// All samples.
  public private(set) var samples: UInt64 = 0
  /// The samples whose fields do not fit in them, or whose event is unknown.
  public private(set) var undecodable: UInt64 = 0
  /// The samples that do not tell their CPU.
  public private(set) var withoutCPU: UInt64 = 0
  /// The samples that do not tell their time.
  public private(set) var withoutTime: UInt64 = 0
  /// The samples that do not tell their thread.
  public private(set) var withoutThread: UInt64 = 0
  /// The samples whose event asks for callchains.
  public private(set) var withCallchain: UInt64 = 0
  /// The callchains without any frame.
  public private(set) var emptyCallchains: UInt64 = 0
  /// The callchains with as many frames as the event allows, which are cut most likely.
  public private(set) var cutCallchains: UInt64 = 0
  /// The callchains whose user part is not in them.
  ///
  /// With ``DeferredCallchains`` in front, only those remain whose part never came.
  public private(set) var deferredCallchains: UInt64 = 0
  /// The copies of stacks that fill all the room they had, and so may be cut.
  public private(set) var fullStacks: UInt64 = 0

  private var frameLimits: [Int] = []

  /// Creates a census without samples.
  ///
  /// - Parameter events: The events of the recording.
  public init(_ events: [RecordedEvent] = []) {
    update(events)
  }

  /// Takes over events that have come since.
  ///
  /// - Parameter events: All events so far.
  public mutating func update(_ events: [RecordedEvent]) {
    guard events.count != frameLimits.count else { return }
    frameLimits = events.map { event in
      // The kernel's own limit is 127 unless it was changed.
      let limit = Int(event.attributes.maximumCallchainDepth)
      return limit == 0 ? 127 : limit
    }
  }

  /// Counts a record if it is a sample.
  ///
  /// - Parameter record: The next record in any order.
  public mutating func apply(_ record: borrowing Record) {
    guard record.kind == .sample else { return }
    samples += 1
    guard let sample = record.sample else {
      undecodable += 1
      return
    }
    if sample.cpu == nil { withoutCPU += 1 }
    if sample.time == nil { withoutTime += 1 }
    if sample.thread == nil { withoutThread += 1 }
    if let chain = sample.callchain { count(chain, sample.eventIndex) }
    if let stack = sample.userStack, stack.byteCount > 0,
      stack.byteCount == sample.userStackRoom
    {
      fullStacks += 1
    }
  }

  private mutating func count(_ chain: borrowing Callchain, _ event: Int) {
    withCallchain += 1
    let count = chain.count
    if count >= 2, Callchain.Context(rawValue: chain[count - 2]) == .deferredUser {
      deferredCallchains += 1
      return
    }
    var frames = chain.frames
    if frames.next() == nil { emptyCallchains += 1 }
    let limit = event < frameLimits.count ? frameLimits[event] : 127
    // There are at most a few marks, which count only together with the frames.
    guard count >= limit else { return }
    var entries = 0
    for index in 0..<count where !Callchain.Context.isMark(chain[index]) { entries += 1 }
    if entries >= limit { cutCallchains += 1 }
  }
}

extension Sample {
  /// The number of bytes of the stack that the kernel had room for.
  var userStackRoom: Int {
    place(.userStack).map { Int(truncatingIfNeeded: fields.uint64($0)) } ?? 0
  }
}
