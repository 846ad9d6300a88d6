/// The result of a closure and what was counted while it ran.
public struct Measurement<Value> {
  /// What the closure returned.
  public var value: Value
  /// The counts, in the order in which the events were asked for.
  public var counts: Counts
  /// The counts of an empty closure, measured beforehand by the same events.
  ///
  /// They are the median of nine rounds, and part of ``counts``.
  public var ownCost: Counts
}

extension Measurement: Sendable where Value: Sendable {}

extension Measurement: CustomStringConvertible {
  /// The counts, a line for each event.
  public var description: String { counts.description }
}
