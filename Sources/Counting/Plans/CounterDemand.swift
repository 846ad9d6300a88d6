public import EventCatalog

/// What an event needs to be counted in one run with others.
public struct CounterDemand: Hashable, Sendable {
  /// The counters that can hold the event, programmable and fixed ones numbered alike for
  /// all events of a PMU.
  public var counters: CounterSet
  /// A register beside the counter that the event shares with others.
  public var register: ExtraRegister?
  /// Whether the event must be counted without others.
  public var isTakenAlone: Bool

  /// Creates a demand.
  ///
  /// - Parameters:
  ///   - counters: The counters that can hold the event.
  ///   - register: A register that the event shares with others.
  ///   - isTakenAlone: Whether the event must be counted without others.
  public init(
    counters: CounterSet, register: ExtraRegister? = nil, isTakenAlone: Bool = false
  ) {
    self.counters = counters
    self.register = register
    self.isTakenAlone = isTakenAlone
  }
}
