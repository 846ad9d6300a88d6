/// What a recording lost in all.
public struct LossTotals: Hashable, Sendable {
  /// The records of any kind for which buffers had no room.
  public internal(set) var lostRecords: UInt64 = 0
  /// The samples that the kernel counted as lost, told at the end of the recording.
  ///
  /// Newer kernels count per event what ``lostRecords`` counts per buffer: the two
  /// tell of the same losses and are never to be added.
  public internal(set) var lostSamples: UInt64 = 0
  /// The samples that were lost before they came to a buffer, told while it ran.
  public internal(set) var undeliveredSamples: UInt64 = 0
  /// The samples that a BPF program dropped because it was asked to.
  public internal(set) var filteredSamples: UInt64 = 0
  /// The records that came later than the promise of rounds allows.
  ///
  /// It is told only when records are applied in the order of the file.
  public internal(set) var lateRecords: UInt64 = 0
  /// The time in nanoseconds in which events were stopped, added over events and CPUs.
  public internal(set) var throttledTime: UInt64 = 0
  /// How often an event was stopped.
  public internal(set) var throttleCount: UInt64 = 0
  /// The pieces of the AUX area that were cut off or have gaps.
  public internal(set) var damagedAUXPieces: UInt64 = 0

  /// The number of losses, with none of them counted twice.
  public var lost: UInt64 {
    let (sum, overflows) = max(lostRecords, lostSamples).addingReportingOverflow(
      undeliveredSamples)
    return overflows ? .max : sum
  }
}
