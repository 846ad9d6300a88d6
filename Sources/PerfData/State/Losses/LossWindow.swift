/// A span of time in which a recording lacks something.
public struct LossWindow: Hashable, Sendable {
  /// What is missing in a window, and why.
  public enum Cause: Hashable, Sendable {
    /// Records of any kind, for which the buffer had no room.
    case lostRecords
    /// Samples that the hardware or the kernel could not deliver in time.
    case lostSamples
    /// Samples of an event that came too fast and was stopped for a while.
    case throttled
    /// A part of the AUX area that was cut off.
    case auxTruncated
    /// A part of the AUX area with gaps in it.
    case auxPartial
    /// Samples in the AUX area that met with each other.
    case auxCollision
  }

  /// What is missing, and why.
  public let cause: Cause
  /// The position in ``PerfDataFile/events`` of the event, or -1 where it is not known.
  public let eventIndex: Int
  /// The CPU whose buffer told it, where that is known.
  public let cpu: UInt32?
  /// The time in nanoseconds from which on something may be missing.
  ///
  /// For losses it is the time of the last record of the CPU that is there.
  public let begin: UInt64
  /// The time in nanoseconds at which it was told.
  ///
  /// A pause that was never told to be over ends at the last record.
  public let end: UInt64
  /// The number of records or samples; 0 where it is not known.
  public let count: UInt64

  /// The length in nanoseconds.
  public var duration: UInt64 { end > begin ? end - begin : 0 }
}
