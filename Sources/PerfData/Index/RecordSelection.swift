/// Which records of a recording are asked for.
///
/// Without times and CPUs it is all of them.
public struct RecordSelection: Hashable, Sendable {
  /// What becomes of records that tell about processes and the kernel.
  public enum Metadata: Hashable, Sendable {
    /// They are selected by time and CPU as samples are.
    case selected
    /// Those of every CPU are handed out, from the begin of the recording to the
    /// end of the window, so that what samples refer to is known.
    case complete
  }

  /// The times in nanoseconds, both ends included; nothing for all.
  ///
  /// A record that tells no time counts with the largest time in front of it in
  /// the file.
  public var times: ClosedRange<UInt64>?
  /// The CPUs; nothing for all.
  ///
  /// Records that tell no CPU are handed out in any case.
  public var cpus: Set<UInt32>?
  /// What becomes of records that tell about processes and the kernel.
  public var metadata: Metadata

  /// Creates a selection.
  ///
  /// - Parameters:
  ///   - times: The times in nanoseconds, both ends included; nothing for all.
  ///   - cpus: The CPUs; nothing for all.
  ///   - metadata: What becomes of records that tell about processes and the kernel.
  public init(
    times: ClosedRange<UInt64>? = nil, cpus: Set<UInt32>? = nil, metadata: Metadata = .selected
  ) {
    self.times = times
    self.cpus = cpus
    self.metadata = metadata
  }

  /// Whether it is every record.
  var isEverything: Bool { times == nil && cpus == nil }

  /// The least time of a record that may be handed out.
  var leastTime: UInt64 { metadata == .complete ? 0 : times?.lowerBound ?? 0 }

  /// The largest time of a record that may be handed out.
  var largestTime: UInt64 { times?.upperBound ?? .max }

  /// Whether a record is asked for that is sorted by a time.
  func admits(_ record: borrowing Record, time: UInt64) -> Bool {
    if time > largestTime { return false }
    if metadata == .complete && record.kind.isMetadata { return true }
    if let times, time < times.lowerBound { return false }
    guard let cpus, let cpu = record.cpu else { return true }
    return cpus.contains(cpu)
  }

  /// Whether a block may hold a record that is asked for.
  func admits(_ block: RecordBlock) -> Bool {
    if block.least > largestTime { return false }
    if metadata == .complete && block.contents.contains(.metadata) { return true }
    if let times, block.greatest < times.lowerBound { return false }
    guard let cpus, !block.contents.contains(.withoutCPU) else { return true }
    return cpus.contains { block.cpus & 1 << UInt64($0 & 63) != 0 }
  }
}

extension RecordKind {
  /// Whether records of the kind tell about more than the moment: all but samples,
  /// switches, counts of what was lost, marks, compressed pieces and AUX data.
  var isMetadata: Bool {
    switch self {
    case .sample, .contextSwitch, .contextSwitchCPUWide, .finishedRound, .compressed, .compressed2,
      .auxTrace, .aux, .throttle, .unthrottle, .lost, .lostSamples, .read, .deferredCallchain:
      false
    default: true
    }
  }
}
