/// An event with what was counted of it.
public struct EventCount: Sendable {
  /// The name as it was asked for; with `:u` if only the user side was allowed.
  public var name: String
  /// What is known about the number of events.
  public var count: Count
  /// The unit of ``scaledValue``, empty for plain events.
  public var unit: String
  /// The factor from a count to the unit, 1 for plain events.
  public var scale: Double
  /// The number of events seen, not scaled.
  public var rawValue: UInt64
  /// The nanoseconds in which the event was to be counted.
  public var timeEnabled: UInt64
  /// The nanoseconds in which the event was counted.
  public var timeRunning: UInt64
  /// The number of lost samples, or nil if the kernel does not say.
  public var lost: UInt64?

  /// The number of events in the event's unit, or nil if there is none.
  public var scaledValue: Double? { count.value.map { $0 * scale } }
}

extension EventCount: CustomStringConvertible {
  /// The name and what is known, in the event's unit.
  public var description: String { "\(name): \(count.text(scale: scale, unit: unit))" }
}
