/// How many events a task causes as its run time goes by.
///
/// The number after any time is computed, not accumulated, so that no count depends on
/// how often it was looked at.
public struct EventRate: Hashable, Sendable {
  /// A stretch of run time with one rate.
  public struct Phase: Hashable, Sendable {
    /// How long the stretch lasts, in nanoseconds.
    public var nanoseconds: UInt64
    /// The events of each millisecond, below 2^40.
    public var perMillisecond: UInt64

    /// Creates a stretch.
    ///
    /// - Parameters:
    ///   - nanoseconds: How long the stretch lasts, in nanoseconds.
    ///   - perMillisecond: The events of each millisecond.
    public init(nanoseconds: UInt64, perMillisecond: UInt64) {
      self.nanoseconds = nanoseconds
      self.perMillisecond = perMillisecond
    }
  }

  /// The events of each millisecond while there are no phases.
  private let perMillisecond: UInt64
  /// The stretches, which are repeated for ever; none of a steady rate.
  private let phases: [Phase]
  private let period: UInt64
  private let eventsPerPeriod: UInt64

  /// Creates a steady rate.
  ///
  /// - Parameter perMillisecond: The events of each millisecond of run time.
  public init(perMillisecond: UInt64) {
    self.perMillisecond = perMillisecond
    phases = []
    period = 0
    eventsPerPeriod = 0
  }

  /// Creates a rate that goes through phases again and again.
  ///
  /// - Parameter phases: The stretches of one round; without any run time in them there
  ///   are no events at all.
  public init(phases: [Phase]) {
    perMillisecond = 0
    self.phases = phases.filter { $0.nanoseconds > 0 }
    period = self.phases.reduce(0) { $0 &+ $1.nanoseconds }
    eventsPerPeriod = self.phases.reduce(0) {
      $0 &+ Self.events(in: $1.nanoseconds, perMillisecond: $1.perMillisecond)
    }
  }

  /// No events ever.
  public static var none: EventRate { EventRate(perMillisecond: 0) }

  /// Returns a steady rate.
  ///
  /// - Parameter count: The events of each microsecond of run time.
  /// - Returns: The rate.
  public static func perMicrosecond(_ count: UInt64) -> EventRate {
    EventRate(perMillisecond: count &* 1000)
  }

  /// Returns the number of events from the start to a moment.
  ///
  /// - Parameter nanoseconds: The run time since the start.
  /// - Returns: The number, rounded down; it wraps at 2^64 as counters do.
  /// - Complexity: O(*p*) for *p* phases.
  public func events(after nanoseconds: UInt64) -> UInt64 {
    if phases.isEmpty { return Self.events(in: nanoseconds, perMillisecond: perMillisecond) }
    var count: UInt64 = (nanoseconds / period) &* eventsPerPeriod
    var rest: UInt64 = nanoseconds % period
    for phase in phases {
      let length: UInt64 = min(rest, phase.nanoseconds)
      count &+= Self.events(in: length, perMillisecond: phase.perMillisecond)
      rest -= length
      if rest == 0 { break }
    }
    return count
  }

  @inline(__always)
  private static func events(in nanoseconds: UInt64, perMillisecond: UInt64) -> UInt64 {
    let (product, overflow) = nanoseconds.multipliedReportingOverflow(by: perMillisecond)
    if !overflow { return product / 1_000_000 }
    let whole: UInt64 = (nanoseconds / 1_000_000) &* perMillisecond
    return whole &+ ((nanoseconds % 1_000_000) &* perMillisecond) / 1_000_000
  }
}
