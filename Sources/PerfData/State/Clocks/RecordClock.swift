internal import PerfEvent

/// The clock of a recording: which one it is, and how it relates to the wall clock.
public struct RecordClock: Hashable, Sendable {
  /// The number of the clock as the system knows it; nothing for the kernel's own of perf.
  public let clockID: Int32?
  /// The resolution of the clock in nanoseconds, where it was chosen by the user.
  public let resolution: UInt64?
  private let reference: ClockData?

  /// Creates a clock.
  ///
  /// - Parameters:
  ///   - clockID: The number of the clock, or nothing for the kernel's own of perf.
  ///   - resolution: The resolution in nanoseconds.
  ///   - reference: The wall clock beside the clock of the records.
  public init(clockID: Int32? = nil, resolution: UInt64? = nil, reference: ClockData? = nil) {
    self.clockID = clockID
    self.resolution = resolution
    // Where nothing was recorded, the header holds zeros.
    self.reference = reference.flatMap { $0.wallClock == 0 ? nil : $0 }
  }

  /// The number of the clock that events ask for; nothing for the kernel's own of perf.
  static func identifier(_ events: [RecordedEvent]) -> Int32? {
    events.first { $0.attributes.flags.contains(.useClockID) }?.attributes.clockID
  }

  /// The same clock under a number that has come since.
  func with(identifier: Int32) -> RecordClock {
    RecordClock(clockID: identifier, resolution: resolution, reference: reference)
  }

  /// The name of the clock as the system calls it.
  ///
  /// The kernel's own clock of perf, which runs since the machine started and is
  /// fast but may be a little apart on different CPUs, is called `perf`.
  public var name: String {
    switch clockID {
    case nil: "perf"
    case 0: "realtime"
    case 1: "monotonic"
    case 4: "monotonic_raw"
    case 7: "boottime"
    case 11: "tai"
    case let other?: "clock \(other)"
    }
  }

  /// Whether times of records can be turned into those of the wall clock.
  public var knowsWallClock: Bool { reference != nil }

  /// Returns the nanoseconds since 1970 at a time of a record.
  ///
  /// - Parameter time: The time of a record in nanoseconds.
  /// - Returns: The time in UTC, or nothing when the recording does not relate
  ///   its clock to the wall clock.
  public func wallClock(at time: UInt64) -> UInt64? {
    guard let reference else { return nil }
    if time >= reference.clock {
      let (sum, overflows) = reference.wallClock.addingReportingOverflow(time - reference.clock)
      return overflows ? nil : sum
    }
    let (rest, overflows) = reference.wallClock.subtractingReportingOverflow(
      reference.clock - time)
    return overflows ? nil : rest
  }

  /// Returns the time that a record of a moment of the wall clock would have.
  ///
  /// - Parameter wallClock: The nanoseconds since 1970.
  /// - Returns: The time in nanoseconds, or nothing when it cannot be told.
  public func time(atWallClock wallClock: UInt64) -> UInt64? {
    guard let reference else { return nil }
    if wallClock >= reference.wallClock {
      let (sum, overflows) = reference.clock.addingReportingOverflow(
        wallClock - reference.wallClock)
      return overflows ? nil : sum
    }
    let (rest, overflows) = reference.clock.subtractingReportingOverflow(
      reference.wallClock - wallClock)
    return overflows ? nil : rest
  }
}
