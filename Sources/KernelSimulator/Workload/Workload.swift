public import PerfEvent

/// What a task does, told as the rate of each event.
public struct Workload: Sendable {
  private let rates: @Sendable (EventAttributes) -> EventRate

  /// Creates a workload.
  ///
  /// - Parameter rates: Returns the rate of an event. It is asked once for each event
  ///   and task, and must answer the same each time.
  public init(rates: @escaping @Sendable (EventAttributes) -> EventRate) {
    self.rates = rates
  }

  /// Creates a workload in which every event has the same rate.
  ///
  /// - Parameter perMicrosecond: The events of each microsecond of run time.
  public init(everything perMicrosecond: UInt64) {
    rates = { _ in .perMicrosecond(perMicrosecond) }
  }

  /// A task that runs without causing any event but time.
  public static var quiet: Workload { Workload { _ in .none } }

  /// The workload of the synthetic PMU's tests: a generic hardware event with number *k*
  /// happens *k* + 1 times a microsecond, a cache event once, and a raw one as often as
  /// the low 16 bits of its code say.
  public static var synthetic: Workload {
    Workload { attributes in
      switch attributes.type {
      case .hardware: .perMicrosecond((attributes.config & 0xffff_ffff) &+ 1)
      case .hardwareCache: .perMicrosecond(1)
      case .software: .none
      default: .perMicrosecond(attributes.config & 0xffff)
      }
    }
  }

  /// Returns the rate of an event.
  ///
  /// - Parameter attributes: The event.
  /// - Returns: Its rate while the task runs.
  public func rate(of attributes: EventAttributes) -> EventRate { rates(attributes) }
}
